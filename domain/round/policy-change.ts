import type { Day, Instant } from '../calendar/day.ts'
import type { ObligationKind } from '../policy/ladder.ts'
import { type Policy, type PolicyDateKey, policyDateKeys } from '../policy/policy.ts'
import { decideFact } from '../talk/decide.ts'
import type { TalkState } from '../talk/talk.ts'
import { compiled } from '../talk/turn.ts'

/** One due date of a talk that a change of policy would move, begin or end. */
export interface MovedDate {
  obligation: ObligationKind | 'hold-date'
  /** The talk, or one of its status talks, actions or plan versions. */
  subject: string
  /** Null = not owed before. */
  from: Day | null
  /** Null = no longer owed. */
  to: Day | null
}

/** What a change of policy moves in one talk, seen before it is made (R14.2). */
export function datesMoved(state: TalkState, policy: Policy, at: Instant): MovedDate[] {
  const effectiveOn = compiled(state.calendar).dayOf(at)
  const fact = {
    id: 'policy-change-preview',
    effectiveOn,
    event: { type: 'policy-changed', policy },
  } as const
  const { state: after } = decideFact(state, fact, at)
  const before = dueDates(state)
  const later = dueDates(after)
  const keys = new Set([...before.keys(), ...later.keys()])
  return [...keys].flatMap((key) => {
    const from = before.get(key) ?? null
    const to = later.get(key) ?? null
    const one = from ?? to
    if (one === null || from?.on === to?.on) return []
    return [{ obligation: one.obligation, subject: one.subject, from: from?.on ?? null, to: to?.on ?? null }]
  })
}

/** The round's own dates that a change of policy moves. */
export function roundDatesMoved(before: Policy, after: Policy): { key: PolicyDateKey; from: Day; to: Day }[] {
  return policyDateKeys.flatMap((key) =>
    before[key] === after[key] ? [] : [{ key, from: before[key], to: after[key] }],
  )
}

function dueDates(state: TalkState) {
  const dates = new Map<string, { obligation: MovedDate['obligation']; subject: string; on: Day }>(
    state.obligations.map(({ obligation, subject, dueOn }) => [
      `${obligation}/${subject}`,
      { obligation, subject, on: dueOn },
    ]),
  )
  // While a time stands nothing is owed, but the last day for the talk still moves.
  if (state.outcome === null && state.startsOn !== null) {
    dates.set('hold-date', { obligation: 'hold-date', subject: state.talkId, on: state.holdOn })
  }
  return dates
}
