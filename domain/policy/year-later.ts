import type { Calendar } from '../calendar/calendar.ts'
import { addMonths } from '../calendar/day.ts'
import { defaultPolicy, type Policy, policyDateKeys } from './policy.ts'

/**
 * The same rules with every date a year later: the window by the calendar, and each other date as many working days
 * off the default year's as HR had put it this year.
 */
export function yearLater(policy: Policy, calendar: Calendar): Policy {
  const talksFrom = addMonths(policy.talksFrom, 12)
  const talksTo = addMonths(policy.talksTo, 12)
  const thisYear = defaultPolicy(policy.talksFrom, policy.talksTo, calendar)
  const nextYear = defaultPolicy(talksFrom, talksTo, calendar)
  const next = { ...policy, talksFrom, talksTo }
  for (const key of policyDateKeys) {
    if (key === 'talksFrom' || key === 'talksTo') continue
    const off = calendar.workingDaysBetween(thisYear[key], policy[key])
    next[key] = calendar.addWorkingDays(nextYear[key], off)
  }
  return next
}
