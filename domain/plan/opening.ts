import { HOUR, type Instant } from '../calendar/day.ts'

/** How long a plan stays open once it was opened with a reason: a day and a night. */
export function openUntil(openedAt: Instant): Instant {
  return openedAt + 24 * HOUR
}
