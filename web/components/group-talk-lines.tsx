import type { Instant } from '../../domain/calendar/day.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { groupTalkTexts } from '../texts/group-talks.ts'
import { GroupTalkMark } from './group-talks.tsx'

/** A team talk as those see it who follow the round. */
export interface GroupTalkLine {
  readonly id: string
  readonly leader: string
  readonly startsAt: Instant
  readonly status: 'planned' | 'held' | 'cancelled'
  readonly calledIn: number
  readonly tookPart: number
}

/** The team talks of a round, on its page; nothing where there are none. */
export function GroupTalkLines({ frame, lines }: { frame: Frame; lines: readonly GroupTalkLine[] }) {
  const texts = groupTalkTexts[frame.language]
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{texts.title}</h2>
      <ul class="plain-list">
        {lines.map(({ id, leader, startsAt, status, calledIn, tookPart }) => (
          <li key={id}>
            {instantText(frame, startsAt)}: {leader} <GroupTalkMark frame={frame} status={status} />{' '}
            {status === 'held' ? texts.attendance(tookPart, calledIn) : texts.calledIn(calledIn)}
          </li>
        ))}
      </ul>
    </section>
  )
}
