import type { Day } from '../calendar/day.ts'
import type { ObligationKind } from '../policy/ladder.ts'
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

/** Figures about one group of talks. */
export interface OverviewFigures {
  roster: number
  /** Those who should have a talk: all but exempt and left. */
  expected: number
  held: number
  /** Held of expected, 0–1; null where nobody is expected. */
  coverage: number | null
  /** With a time that is set but not over. */
  arranged: number
  exempt: number
  postponed: number
  left: number
  notHeld: number
  stopped: number
  /** No outcome yet (R1.5). */
  unaccounted: number
  agreed: number
  filed: number
  /** Of the talks held: on or before their hold date. */
  heldInTime: number
  /** Of the plans agreed: on or before their date. */
  agreedInTime: number
  /** Of the status talks whose date has come: held or agreed away by both. */
  statusTalksDue: number
  statusTalksDone: number
  /** Open and past their day, by what is owed. */
  late: Partial<Record<ObligationKind, number>>
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

export function figuresOf(talks: readonly OverviewTalk[]): OverviewFigures {
  const ended = (outcome: Outcome) => talks.filter((talk) => talk.outcome === outcome)
  const held = ended('held')
  const agreed = talks.filter((talk) => talk.agreedOn !== null)
  const exempt = ended('exempt').length
  const left = ended('left').length
  const expected = talks.length - exempt - left
  return {
    roster: talks.length,
    expected,
    held: held.length,
    coverage: expected === 0 ? null : held.length / expected,
    arranged: talks.filter((talk) => talk.status === 'arranged' || talk.status === 'invited').length,
    exempt,
    postponed: ended('postponed').length,
    left,
    notHeld: ended('not-held').length,
    stopped: ended('stopped').length,
    unaccounted: talks.filter((talk) => talk.outcome === null).length,
    agreed: agreed.length,
    filed: talks.filter((talk) => talk.isFiled).length,
    heldInTime: held.filter((talk) => isOnOrBefore(talk.heldOn, talk.holdDueOn)).length,
    agreedInTime: agreed.filter((talk) => isOnOrBefore(talk.agreedOn, talk.planDueOn)).length,
    statusTalksDue: sum(talks, (talk) => talk.statusTalksDue),
    statusTalksDone: sum(talks, (talk) => talk.statusTalksDone),
    late: countsOf(talks.flatMap((talk) => talk.late)),
  }
}

/** How often each value stands in a list. */
export function countsOf<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function isOnOrBefore(on: Day | null, due: Day | null): boolean {
  return on !== null && due !== null && on <= due
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
