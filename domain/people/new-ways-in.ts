import { DAY, type Instant } from '../calendar/day.ts'

/**
 * For how many days a changed mail address, or an employee number that becomes one more of somebody's, lets nobody in. Whoever
 * may write them could otherwise sign in as anybody at once. Three have a working day in them, whichever weekday they begin on:
 * time to read the mail about it, and to say no.
 */
export const NEW_WAY_IN_WAIT_DAYS = 3

/** From when somebody can sign in by what was changed then. */
export function letsInFrom(changedAt: Instant): Instant {
  return changedAt + NEW_WAY_IN_WAIT_DAYS * DAY
}

/** The last instant of a change that lets in by now; what was changed later waits. */
export function changedBefore(now: Instant): Instant {
  return now - NEW_WAY_IN_WAIT_DAYS * DAY
}
