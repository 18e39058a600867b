import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import { createZone } from '../../domain/calendar/zone.ts'
import { zoneOffsets } from '../../domain/calendar/zone-offsets.ts'
import type { Frame } from '../../web/frame.ts'
import { milestonesOf, type TalkCourse } from '../../web/talk-milestones.ts'

const zone = createZone(zoneOffsets('Europe/Copenhagen', 2026, 2028))

function courseOn(
  today: string,
  about: Omit<Partial<TalkCourse>, 'dates'> & { dates?: Partial<TalkCourse['dates']> } = {},
) {
  const frame = { language: 'da', today: day(today), localTime: zone.localTime } as unknown as Frame
  const dates = {
    startsOn: day('2027-01-11'),
    inviteDueOn: day('2027-02-15'),
    holdOn: day('2027-04-30'),
    heldOn: null,
    planDueOn: null,
    agreedOn: null,
    ...about.dates,
  }
  const course: TalkCourse = {
    id: 't',
    appointment: null,
    ready: { employee: false, leader: false },
    plan: null,
    filings: [],
    statusTalks: [],
    ...about,
    dates,
  }
  return milestonesOf(frame, course, 'employee')
}

const standing = (steps: ReturnType<typeof courseOn>) => steps.map(({ what, state }) => `${what}: ${state}`)

describe('The time line of a talk', () => {
  test('has nothing now before the orientation: that comes next, on its day', () => {
    const [orientation, invitation] = courseOn('2026-12-01')
    expect(orientation).toMatchObject({ what: 'Orientering', when: '11.01.2027 (uge 2)', state: 'ahead' })
    expect(invitation?.state).toBe('coming')
  })

  test('has the invitation now from the orientation on, and late once its day is over', () => {
    expect(standing(courseOn('2027-01-11')).slice(0, 2)).toEqual(['Orientering: done', 'Indkaldelse: now'])
    expect(standing(courseOn('2027-02-16')).slice(0, 2)).toEqual(['Orientering: done', 'Indkaldelse: late'])
  })

  test('has the talk next until its day, and tells its day and hour once', () => {
    const appointment = { startsAt: Date.parse('2027-03-01T08:30:00Z'), stands: true }
    const about = { appointment, ready: { employee: true, leader: false } }
    const talk = courseOn('2027-02-01', about).find(({ what }) => what === 'Samtalen')
    expect(talk).toEqual({ what: 'Samtalen', when: '01.03.2027 (uge 9) kl. 9.30', state: 'ahead' })
    expect(standing(courseOn('2027-03-01', about))).toContain('Samtalen: now')
  })

  test('has a status talk now when it is soon', () => {
    const dates = { heldOn: day('2027-03-01'), planDueOn: day('2027-03-15'), agreedOn: day('2027-03-10') }
    const statusTalks = [{ id: 's', number: 1, dueOn: day('2027-09-01'), status: 'open', heldOn: null }]
    expect(standing(courseOn('2027-03-11', { dates, statusTalks }))).toContain('Statussamtale: ahead')
    expect(standing(courseOn('2027-08-20', { dates, statusTalks }))).toContain('Statussamtale: now')
  })
})
