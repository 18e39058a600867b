import type { Day } from '../../domain/calendar/day.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { theTalk } from '../talk-name.ts'
import { homeTexts } from '../texts/home.ts'
import { lateLeadersTexts, lateLeaderText } from '../texts/late-leaders.ts'

/** Something a leader has not done, as their own leader was told of it. */
export interface LateLeader {
  readonly obligation: string
  readonly subject: string
  readonly talkId: string | null
  readonly roundId: string
  readonly roundName: string
  readonly kind: RoundKind
  readonly leaderId: string
  readonly leader: string
  readonly employee: string | null
  readonly dueOn: Day
}

type Lines = readonly [LateLeader, ...LateLeader[]]

/** A leader who is late with the same in more talks than this is named once, with the talks folded below. */
const MOST_ALIKE = 3

/** What was sent on to the reader from the leaders below: who is late with what since when, never content (R11.3). */
export function LateLeaders({ frame, lines }: { frame: Frame; lines: readonly LateLeader[] }) {
  const texts = lateLeadersTexts[frame.language]
  return (
    <section class="panel">
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <ul class="owed plain-list no-max-width">
        {groupsOf(lines).map((group) => (
          <Group key={`${group[0].obligation} ${group[0].subject}`} frame={frame} group={group} />
        ))}
      </ul>
    </section>
  )
}

function groupsOf(lines: readonly LateLeader[]): Lines[] {
  const alike = Map.groupBy(lines, ({ leaderId, obligation, roundId }) =>
    [leaderId, obligation, roundId].join(' '),
  )
  return [...alike.values()].flatMap(([first, ...others]): Lines[] => {
    if (first === undefined) return []
    return others.length < MOST_ALIKE ? [[first], ...others.map((one): Lines => [one])] : [[first, ...others]]
  })
}

function Group({ frame, group }: { frame: Frame; group: Lines }) {
  const [{ obligation, kind, leader, employee, talkId, dueOn }] = group
  const employees =
    group.length > 1 ? lateLeadersTexts[frame.language].employees(group.length) : (employee ?? '')
  const text = lateLeaderText(frame.language, obligation, { leader, employees, talk: theTalk(frame, kind) })
  return (
    <li class="late">
      {group.length > 1 ? (
        <details>
          <summary>{text}</summary>
          <ul>
            {group.map((line) => (
              <li key={line.subject}>
                <a href={`/talks/${line.talkId}`}>{line.employee}</a> · {dayText(frame, line.dueOn)}
              </li>
            ))}
          </ul>
        </details>
      ) : talkId === null ? (
        <strong>{text}</strong>
      ) : (
        <a href={`/talks/${talkId}`}>{text}</a>
      )}
      <p>
        <span class="mark mark-late">{homeTexts[frame.language].lateSince(dayText(frame, dueOn))}</span>
      </p>
    </li>
  )
}
