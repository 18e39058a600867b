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

/** An appointment as calendars are told it; one event per subject, which moves and cancellations change. */
export interface CalendarEvent {
  method: 'request' | 'cancel'
  /** The talk or status talk; names the event for ever. */
  subject: string
  sequence: number
  summary: string
  description: string
  place: string
  url: string
  startsAt: Instant
  /** Minutes. */
  minutes: number
  /** The service's mailbox: the organiser gets no entry of its own, so neither party may be it. */
  organizer: Mailbox
  attendees: Mailbox[]
  /** When this version was made (DTSTAMP). */
  at: Instant
}

/**
 * The event as iCalendar text. Times are UTC only: with a zone the generator writes local stamps that are invalid.
 * Nobody reads the organiser's mailbox, so no answer is asked for and Outlook is told not to offer another time.
 */
export function calendarPart(event: CalendarEvent): CalendarPart {
  const isRequest = event.method === 'request'
  const calendar = ical({
    prodId: { company: 'aarshjul', product: 'aarshjul', language: 'DA' },
    method: isRequest ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  })
  calendar.createEvent({
    id: `${event.subject}@aarshjul`,
    sequence: event.sequence,
    stamp: new Date(event.at),
    start: new Date(event.startsAt),
    end: new Date(event.startsAt + event.minutes * 60_000),
    summary: event.summary,
    description: event.description,
    location: event.place,
    url: event.url,
    class: ICalEventClass.PRIVATE,
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
