import type { Calendar } from '../calendar/calendar.ts'
import { addDays, type Day, earlierOf, laterOf } from '../calendar/day.ts'
import type { Policy, PolicyDateKey } from '../policy/policy.ts'
import { laterBy } from '../talk/pause.ts'
import { compiled } from '../talk/turn.ts'
import type { RoundState } from './round.ts'

/** HR changes the rules; a date that is set during a pause is meant as written (R14.3). */
export function changePolicy(state: RoundState, wanted: Policy, today: Day): void {
  const policy = withTimeLeft(state.policy, wanted, compiled(state.calendar), today)
  const changed = waitingDates.filter((key) => policy[key] !== state.policy[key])
  if (state.pausedOn !== null) state.meantAsWritten = [...(state.meantAsWritten ?? []), ...changed]
  state.policy = policy
  state.calendar = { ...state.calendar, closed: policy.closed, quietPeriods: policy.quietPeriods }
}

/** What the round itself owes and is moved earlier is at least five working days ahead, unless it was sooner already (R14.2). */
export function withTimeLeft(before: Policy, wanted: Policy, calendar: Calendar, today: Day): Policy {
  const earliest = calendar.addWorkingDays(today, wanted.leastAfterMove)
  const policy = { ...wanted }
  for (const key of ['groupFeedbackBy', 'evaluationBy'] as const)
    if (wanted[key] < before[key]) policy[key] = laterOf(wanted[key], earlierOf(before[key], earliest))
  return policy
}

/** Those of the round's dates that a pause moves while they are to come. */
const waitingDates = [
  'leaderKickoffOn',
  'orientationOn',
  'talksTo',
  'groupFeedbackBy',
  'evaluationBy',
] as const satisfies readonly PolicyDateKey[]

/** Dates not before the pause's first day move by the working days paused, talksTo as each talk's does (R14.3). */
export function resume(state: RoundState, today: Day): void {
  const calendar = compiled(state.calendar)
  const pausedOn = state.pausedOn ?? today
  const days = calendar.workingDaysBetween(addDays(pausedOn, -1), addDays(today, -1))
  const fixed: PolicyDateKey[] = [...(state.meantAsWritten ?? [])]
  if (state.kickedOff) fixed.push('leaderKickoffOn')
  if (state.oriented) fixed.push('orientationOn')
  const policy = { ...state.policy }
  for (const key of waitingDates)
    if (policy[key] >= pausedOn && !fixed.includes(key)) policy[key] = laterBy(calendar, policy[key], days)
  Object.assign(state, { policy, pausedOn: null, meantAsWritten: [] })
}
