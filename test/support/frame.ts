import { day } from '../../domain/calendar/day.ts'
import { createZone } from '../../domain/calendar/zone.ts'
import { zoneOffsets } from '../../domain/calendar/zone-offsets.ts'
import type { Frame } from '../../web/frame.ts'

const zone = createZone(zoneOffsets('Europe/Copenhagen', 2026, 2028))

/** What a page stands in for somebody who opens it on a day, in Danish. */
export function frameOn(today: string): Frame {
  return { ...frame, today: day(today) }
}

const frame: Omit<Frame, 'today'> = {
  language: 'da',
  talkName: 'MUS',
  employerName: 'Solbakke Kommune',
  person: { name: 'Ben' },
  sections: ['home', 'team'],
  path: '/team',
  notice: null,
  sent: null,
  key: '',
  localTime: zone.localTime,
  links: { gdprNotice: '/privacy', accessibility: null },
  assets: { styles: [], script: '' },
}
