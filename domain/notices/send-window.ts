import type { Calendar } from '../calendar/calendar.ts'
import { addDays } from '../calendar/day.ts'
import type { Day, Instant } from '../calendar/day.ts'
import { spread } from '../derived-id.ts'
import type { Lane } from './mail-outcome.ts'

/** When mails may go on a working day, in minutes after local midnight; both ends included. */
export interface MailHours {
  singleFrom: number
  singleTo: number
  digestAt: number
  digestTo: number
}

/**
 * The first instant, not before `from`, at which a mail may be handed over: within the hours of its lane on a
 * working day of the recipient, from its own place in them on (R3.2). `id` decides the place, so that mails
 * never go all at one instant.
 */
export function nextHandOver(
  lane: Lane,
  id: string,
  from: Instant,
  hours: MailHours,
  calendar: Calendar,
): Instant {
  if (lane === 'at-once') return from
  const [start, end] =
    lane === 'single' ? [hours.singleFrom, hours.singleTo] : [hours.digestAt, hours.digestTo]
  const place = start + spread(id, Math.max(1, end - start))
  const onSlot = (on: Day): Instant => Math.max(calendar.instantOf(on, place), from)
  const today = calendar.onOrAfter(calendar.dayOf(from))
  if (onSlot(today) < calendar.instantOf(today, end + 1)) return onSlot(today)
  return onSlot(calendar.onOrAfter(addDays(today, 1)))
}

/** Whether the mail may be handed over at this instant. */
export function mayGoAt(lane: Lane, id: string, at: Instant, hours: MailHours, calendar: Calendar): boolean {
  return nextHandOver(lane, id, at, hours, calendar) === at
}
