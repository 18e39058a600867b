import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { isRecord } from './check.ts'
import type { Complaint } from './complaint.ts'
import { defaultPolicy, type Policy, policyDateKeys } from './policy.ts'
import { validatePolicy } from './validate-policy.ts'

/** What HR changes of a policy: another talk window, and any line written over (R14.2). */
export interface PolicyEdit {
  /** Moves every date to where the default year has it for this window; other rules stay. */
  window?: { talksFrom: Day; talksTo?: Day }
  /** Lines as the policy has them, by name; members of an inner object may be given alone, lists stand whole. */
  overrides?: Readonly<Record<string, unknown>>
}

/** The default year around a window, edited: the policy, or everything that is wrong with it. */
export function newPolicy(
  edit: PolicyEdit & { window: { talksFrom: Day; talksTo?: Day } },
  calendar: Calendar,
): { policy: Policy } | { complaints: Complaint[] } {
  const { talksFrom, talksTo } = edit.window
  return validatePolicy(merged(defaultPolicy(talksFrom, talksTo, calendar), edit.overrides ?? {}))
}

/** A policy edited: the policy, or everything that is wrong with it. The policy given stays as it is. */
export function editPolicy(
  policy: Policy,
  edit: PolicyEdit,
  calendar: Calendar,
): { policy: Policy } | { complaints: Complaint[] } {
  const moved = edit.window === undefined ? policy : { ...policy, ...datesFor(edit.window, calendar) }
  return validatePolicy(merged(moved, edit.overrides ?? {}))
}

function datesFor(window: { talksFrom: Day; talksTo?: Day }, calendar: Calendar): Partial<Policy> {
  const policy = defaultPolicy(window.talksFrom, window.talksTo, calendar)
  return Object.fromEntries(policyDateKeys.map((key) => [key, policy[key]]))
}

/** A document with another written over it: objects member by member, everything else as a whole. */
function merged(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) return over
  const members = Object.entries(over).map(([key, value]) => [
    key,
    key in under ? merged(under[key], value) : value,
  ])
  return { ...under, ...Object.fromEntries(members) }
}
