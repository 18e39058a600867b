import type { Day } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { filingsTexts } from '../texts/filings.ts'
import { homeTexts } from '../texts/home.ts'
import { AskedItem, type AskedView } from './asked.tsx'
import { type Owed, OwedInMany, OwedItem } from './owed.tsx'

/** One thing that waits, and the day by which it matters. */
export type WaitingLine = { readonly on: Day | null } & (
  | { readonly owed: Owed }
  | { readonly asked: AskedView }
  | { readonly unfiled: number }
  | { readonly toldHr: ToldHr }
)

/** How much in a round is late of which HR was told. */
export interface ToldHr {
  readonly roundId: string
  readonly roundName: string
  readonly count: number
  readonly oldestDueOn: Day
}

/** What waits for somebody, as a list of ways to where it is done. */
export function Waiting({ frame, lines }: { frame: Frame; lines: readonly WaitingLine[] }) {
  return (
    <ul class="owed plain-list no-max-width">
      {gathered(lines).map((line) =>
        'many' in line ? (
          <OwedInMany key={`many ${manyKey(line.many[0])}`} frame={frame} owed={line.many} />
        ) : 'owed' in line ? (
          <OwedItem key={`${line.owed.obligation} ${line.owed.subject}`} frame={frame} owed={line.owed} />
        ) : 'unfiled' in line ? (
          <li key="unfiled">
            <a href="/filings">{filingsTexts[frame.language].waiting(line.unfiled)}</a>
            <p>{filingsTexts[frame.language].waitingHint}</p>
          </li>
        ) : 'toldHr' in line ? (
          <ToldHrItem key={`told ${line.toldHr.roundId}`} frame={frame} told={line.toldHr} />
        ) : (
          <AskedItem key={`${line.asked.ask} ${line.asked.subject}`} frame={frame} asked={line.asked} />
        ),
      )}
    </ul>
  )
}

/** One way to all that is late in a round and was sent on to HR (R11.4). */
function ToldHrItem({ frame, told }: { frame: Frame; told: ToldHr }) {
  const texts = homeTexts[frame.language]
  const { roundId, roundName, count, oldestDueOn } = told
  return (
    <li class="late">
      <a href={`/rounds/${roundId}/escalations`}>{texts.toldHr(count, roundName)}</a>
      <p>
        <span class="mark mark-late">
          {(count === 1 ? texts.lateSince : texts.oldestDue)(dayText(frame, oldestDueOn))}
        </span>
      </p>
    </li>
  )
}

/** Most urgent first; what is in no hurry comes last. */
export function waiting(
  owed: readonly Owed[],
  asked: readonly AskedView[] = [],
  { unfiled = 0, toldHr = [] }: { unfiled?: number; toldHr?: readonly ToldHr[] } = {},
): WaitingLine[] {
  const lines = [
    ...toldHr.map((told) => ({ on: told.oldestDueOn, toldHr: told })),
    ...(unfiled > 0 ? [{ on: null, unfiled }] : []),
    ...owed.map((line) => ({ on: line.dueOn, owed: line })),
    ...asked.map((line) => ({ on: line.on, asked: line })),
  ]
  const urgency = ({ on }: WaitingLine) => on ?? '9999-12-31'
  return lines.sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0))
}

/** A leader who owes the same in more talks than this reads it once, and finds them all in the team. */
const MOST_ALIKE = 3

/** The lines with those that are alike in many talks put together, where the first of them stood. */
function gathered(lines: readonly WaitingLine[]): (WaitingLine | { readonly many: [Owed, ...Owed[]] })[] {
  const alike = Map.groupBy(
    lines.flatMap((line) =>
      'owed' in line && line.owed.owedBy === 'leader' && line.owed.talkId ? [line.owed] : [],
    ),
    manyKey,
  )
  return lines.flatMap((line): ReturnType<typeof gathered> => {
    const many = 'owed' in line ? alike.get(manyKey(line.owed)) : undefined
    const [first, ...others] = many ?? []
    if (!('owed' in line) || first === undefined || others.length < MOST_ALIKE) return [line]
    return line.owed === first ? [{ many: [first, ...others] }] : []
  })
}

function manyKey({ obligation, owedBy, roundId, isOverdue, rest, onBehalfOf }: Owed): string {
  return [obligation, owedBy, roundId, isOverdue, rest, onBehalfOf].join(' ')
}
