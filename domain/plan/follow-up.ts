import type { Day } from '../calendar/day.ts'

/** An employee and the colleague they share try-outs with follow up together on a day from today on (R9.2). */
export function isFollowUpDay(on: Day, today: Day): boolean {
  return on >= today
}
