import type { Recipient } from '../db/outbox-people.ts'
import type { Instant } from '../domain/calendar/day.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import type { CalendarPart, Mailbox } from './outgoing.ts'
import type { MailContent } from './templates/content.ts'

/** What the settings of the installation say about mails; the worker's config has this shape. */
export interface MailSettings {
  /** Without a trailing slash. */
  publicUrl: string
  employerName: string
  talkName: string
  /** IANA name. */
  zone: string
  mail: { from: Mailbox; bounceAddress: string }
  /** With which the tokens of sign-in links are made; the first by now, the others before. None: no links are mailed. */
  temporalKeys?: readonly { bytes: Uint8Array }[]
}

/** What is to become of a claimed mail. */
export type Preparation =
  | {
      verdict: 'send'
      to: Recipient
      content: MailContent
      /** The notices it tells, which end with it. */
      notices: string[]
      replyTo: Mailbox | null
      calendar: CalendarPart | null
      /** What the row keeps from now on. */
      data?: object
    }
  | { verdict: 'wait'; until: Instant; reason: MailReason | null; meantFor?: string | null }
  /** The log shows whom it was meant for, where that is known (R14.5). */
  | { verdict: 'end'; reason: MailReason; meantFor?: string | null }
