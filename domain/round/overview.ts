import type { Day } from '../calendar/day.ts'
import { type ObligationKind, obligationKinds } from '../policy/ladder.ts'
import type { Outcome, TalkStatus } from '../talk/talk.ts'

/** One talk of a round as the overview counts it: status and dates, never content (R14.4). */
export interface OverviewTalk {
  talkId: string
  personId: string
  /** Where the employee is on the day, inside the round or not. */
  unitId: string
  status: TalkStatus
  outcome: Outcome | null
  reason: string | null
  holdDueOn: Day | null
  planDueOn: Day | null
  heldOn: Day | null
  agreedOn: Day | null
  isFiled: boolean
  statusTalksDue: number
  statusTalksDone: number
  /** What is owed and past its day. */
  late: ObligationKind[]
}

/** Figures about one group of talks; null where one is held back from the reader (R10.1). */
export interface OverviewFigures {
  roster: number | null
  /** Those who should have a talk: all but exempt and left. */
  expected: number | null
  held: number | null
  /** Held of expected, 0–1; null also where nobody is expected. */
  coverage: number | null
  /** With a time that is set but not over. */
  arranged: number | null
  exempt: number | null
  postponed: number | null
  left: number | null
  notHeld: number | null
  stopped: number | null
  /** No talk in the end: not held, or stopped. */
  missed: number | null
  /** No outcome yet (R1.5). */
  unaccounted: number | null
  agreed: number | null
  filed: number | null
  /** Of the talks held: on or before their hold date. */
  heldInTime: number | null
  /** Of the plans agreed: on or before their date. */
  agreedInTime: number | null
  /** Of the status talks whose date has come: held or agreed away by both. */
  statusTalksDue: number | null
  statusTalksDone: number | null
  /** Open and past their day, by what is owed; what is never late is left out. */
  late: Partial<Record<ObligationKind, number | null>>
}

export interface OverviewUnit {
  id: string
  parentId: string | null
}

/**
 * What belongs to each unit and all below it, by unit id. Everything of the round counts at its top, also of those who
 * have moved out of it since (R13.2).
 */
export function groupByUnit<T extends { unitId: string }>(
  items: readonly T[],
  units: readonly OverviewUnit[],
  top: string,
): Map<string, T[]> {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const groups = new Map<string, T[]>([[top, []], ...units.map((unit): [string, T[]] => [unit.id, []])])
  for (const item of items) {
    groups.get(top)?.push(item)
    for (let at: string | null | undefined = item.unitId; at && at !== top; at = parents.get(at)) {
      groups.get(at)?.push(item)
    }
  }
  return groups
}

/** What is counted of talks, one by one. */
export type Counter = keyof typeof simpleCounters | `late ${ObligationKind}`

/** How often a talk counts in a figure. */
export function timesIn(talk: OverviewTalk, counter: Counter): number {
  return Number(counters[counter](talk))
}

/** Every figure about a group of talks, for whoever may see each of them. */
export function figuresOf(talks: readonly OverviewTalk[]): OverviewFigures {
  return figuresFrom((counter) => sum(talks, (talk) => timesIn(talk, counter)))
}

/** @param countOf null where a count is held back */
export function figuresFrom(countOf: (counter: Counter) => number | null): OverviewFigures {
  const names = Object.keys(simpleCounters) as (keyof typeof simpleCounters)[]
  const counts = Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<
    keyof typeof simpleCounters,
    number | null
  >
  const late = obligationKinds.flatMap((kind) => {
    const count = countOf(`late ${kind}`)
    return count === 0 ? [] : [[kind, count] as const]
  })
  return { ...counts, coverage: shareOf(counts.held, counts.expected), late: Object.fromEntries(late) }
}

const simpleCounters = {
  roster: () => true,
  expected: ({ outcome }) => outcome !== 'exempt' && outcome !== 'left',
  held: ({ outcome }) => outcome === 'held',
  arranged: ({ status }) => status === 'arranged' || status === 'invited',
  exempt: ({ outcome }) => outcome === 'exempt',
  postponed: ({ outcome }) => outcome === 'postponed',
  left: ({ outcome }) => outcome === 'left',
  notHeld: ({ outcome }) => outcome === 'not-held',
  stopped: ({ outcome }) => outcome === 'stopped',
  missed: ({ outcome }) => outcome === 'not-held' || outcome === 'stopped',
  unaccounted: ({ outcome }) => outcome === null,
  agreed: ({ agreedOn }) => agreedOn !== null,
  filed: ({ isFiled }) => isFiled,
  heldInTime: ({ outcome, heldOn, holdDueOn }) => outcome === 'held' && isOnOrBefore(heldOn, holdDueOn),
  agreedInTime: ({ agreedOn, planDueOn }) => isOnOrBefore(agreedOn, planDueOn),
  statusTalksDue: (talk) => talk.statusTalksDue,
  statusTalksDone: (talk) => talk.statusTalksDone,
} as const satisfies Readonly<Record<string, (talk: OverviewTalk) => boolean | number>>

const lateCounters = Object.fromEntries(
  obligationKinds.map((kind) => [`late ${kind}`, ({ late }: OverviewTalk) => timesAmong(late, kind)]),
) as Readonly<Record<`late ${ObligationKind}`, (talk: OverviewTalk) => number>>

/** Looked up, not worked out anew: each is asked for every talk of every unit. */
const counters: Readonly<Record<Counter, (talk: OverviewTalk) => boolean | number>> = {
  ...simpleCounters,
  ...lateCounters,
}

/**
 * The counters of figures for readers who may not see each talk. How many are on the roster would tell, beside those who are
 * expected, of the few who are exempt or have left.
 */
export const shownCounters: readonly Counter[] = (Object.keys(counters) as Counter[]).filter(
  (name) => name !== 'roster',
)

/** Figures that are held back at different times may not fit each other. */
function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 || part > whole ? null : part / whole
}

function isOnOrBefore(on: Day | null, due: Day | null): boolean {
  return on !== null && due !== null && on <= due
}

function timesAmong(kinds: readonly ObligationKind[], wanted: ObligationKind): number {
  let times = 0
  for (const kind of kinds) if (kind === wanted) times += 1
  return times
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
