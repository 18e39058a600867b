import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { Instant } from '../domain/calendar/day.ts'
import type { CalendarPart, Mailbox } from './outgoing.ts'

/** An appointment as calendars show it; one event per subject, wherever it comes from. */
export interface CalendarEntry {
  /** The talk or status talk; names the event for ever. */
  subject: string
  summary: string
  description: string
  place: string
  url: string
  startsAt: Instant
  /** Minutes. */
  minutes: number
  /** When this version was made (DTSTAMP). */
  at: Instant
}

/** An appointment as calendars are told it by mail; moves and cancellations change the same event. */
export interface CalendarEvent extends CalendarEntry {
  method: 'request' | 'cancel'
  sequence: number
  /** The service's mailbox: the organiser gets no entry of its own, so neither party may be it. */
  organizer: Mailbox
  attendees: Mailbox[]
}

/**
 * The event as iCalendar text. Nobody reads the organiser's mailbox, so no answer is asked for and Outlook is told not to
 * offer another time.
 */
export function calendarPart(event: CalendarEvent): CalendarPart {
  const isRequest = event.method === 'request'
  const calendar = newCalendar(isRequest ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL)
  calendar.createEvent({
    ...shown(event),
    sequence: event.sequence,
    busystatus: isRequest ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    status: isRequest ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: event.organizer.name, email: event.organizer.address },
    attendees: event.attendees.map(({ name, address }) => ({
      // A parameter's value may hold no quotation mark (RFC 5545, 3.2).
      name: name.replaceAll('"', "'"),
      email: address,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: ICalAttendeeStatus.NEEDSACTION,
    })),
    x: { 'X-MICROSOFT-DISALLOW-COUNTER': 'TRUE' },
  })
  return { method: isRequest ? 'REQUEST' : 'CANCEL', content: calendar.toString() }
}

/** The entry as a file for somebody's own calendar: published, so that no calendar answers it to anybody. */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = newCalendar(ICalCalendarMethod.PUBLISH)
  calendar.createEvent(shown(entry))
  return calendar.toString()
}

function newCalendar(method: ICalCalendarMethod) {
  return ical({ prodId: { company: 'aarshjul', product: 'aarshjul', language: 'DA' }, method })
}

/** Times are UTC only: with a zone the generator writes local stamps that are invalid. */
function shown({ subject, summary, description, place, url, startsAt, minutes, at }: CalendarEntry) {
  return {
    id: `${subject}@aarshjul`,
    stamp: new Date(at),
    start: new Date(startsAt),
    end: new Date(startsAt + minutes * 60_000),
    summary,
    description,
    location: place,
    url,
    class: ICalEventClass.PRIVATE,
  }
}
