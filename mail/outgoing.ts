import type { Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'

export interface Mailbox {
  name: string
  address: string
}

/** One message to one person, ready for any transport. */
export interface OutgoingMail {
  /** With angle brackets; the same in every attempt, so that a mail server may recognise a repetition. */
  messageId: string
  from: Mailbox
  /** The envelope's sender: where undeliverable mail goes. */
  bounceAddress: string
  to: Mailbox
  replyTo: Mailbox | null
  language: Language
  subject: string
  html: string
  text: string
  sentAt: Instant
  calendar: CalendarPart | null
}

export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL'
  /** iCalendar text (RFC 5545). */
  content: string
}

/**
 * What became of one attempt. `answer` is the server's code and a short class of failure, never its text.
 * `server: 'down'` means that the trouble is not this mail's: nothing else should be tried for a while.
 */
export interface HandOverResult {
  outcome: 'sent' | 'refused' | 'deferred' | 'unknown'
  answer: string
  server: 'up' | 'down'
}

/** Where mails go: a mail server, or the folder that the embedded mode shows. Never throws. */
export interface MailTransport {
  /** How many mails may be on their way at once. */
  readonly connections: number
  send(mail: OutgoingMail): Promise<HandOverResult>
  close(): Promise<void>
}

/** The message as nodemailer is told it: marked as automatic, so that no absence assistant answers it. */
export function asNodemailer(mail: OutgoingMail) {
  return {
    messageId: mail.messageId,
    date: new Date(mail.sentAt),
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    envelope: { from: mail.bounceAddress, to: mail.to.address },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
    },
    ...(mail.calendar === null
      ? {}
      : {
          icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'invite.ics' },
        }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
