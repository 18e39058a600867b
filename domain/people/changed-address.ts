import { DAY, type Instant } from '../calendar/day.ts'

/**
 * For how many days a changed mail address lets nobody in. Whoever may write addresses could otherwise sign in as anybody at
 * once. Three have a working day in them, whichever weekday they begin on: time to read the mail to the old address, and to
 * say no.
 */
export const ADDRESS_WAIT_DAYS = 3

/** From when whoever has the new address can sign in by it. */
export function letsInFrom(changedAt: Instant): Instant {
  return changedAt + ADDRESS_WAIT_DAYS * DAY
}

/** The last instant of a change that lets in by now; what was changed later waits. */
export function changedBefore(now: Instant): Instant {
  return now - ADDRESS_WAIT_DAYS * DAY
}
