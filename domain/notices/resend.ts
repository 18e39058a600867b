import type { MailStatus, MailTemplate } from './mail-outcome.ts'

/** A mail of the log, and what must be known before it is sent again. */
export interface FailedMail {
  template: MailTemplate
  status: MailStatus
  /** Nothing more happens to it by itself. */
  ended: boolean
  /** Its person has an address by now. */
  hasAddress: boolean
  /** A later step about the same matter was told to the same role since. */
  toldSince: boolean
  /** Notices that it was to tell and that have reached nobody. */
  untold: number
}

/**
 * How a mail is sent again (R14.5): `again` = the same row with the same Message-ID; `next-digest` = what nobody was told
 * goes with the person's next digest, for there is one a day at most (R11.4).
 */
export type Resending = { way: 'again' | 'next-digest' } | { refusal: ResendRefusal }

/**
 * - `not-failed`: it went, waits, was dropped for a reason, or is being tried again by itself
 * - `sign-in`: links to sign in are short-lived; the person asks for a new one
 * - `old-address`: it was for the address its person had then, or for a new one that is not theirs either
 * - `no-address`: nothing to send it to; the letter is printed
 * - `told-since`: a later mail has told more
 * - `tells-itself`: what a digest of unknown fate told is in the next one all the same
 * - `nothing-left`: all it was to tell was told by another
 */
export const resendRefusals = [
  'not-failed',
  'sign-in',
  'old-address',
  'no-address',
  'told-since',
  'tells-itself',
  'nothing-left',
] as const
export type ResendRefusal = (typeof resendRefusals)[number]

/** Whether there is still a reason is judged when it is handed over, as for every mail (R11.5). */
export function resendingOf(mail: FailedMail): Resending {
  const hasFailed = mail.status === 'refused' || (mail.status === 'unknown' && mail.ended)
  if (!hasFailed) return { refusal: 'not-failed' }
  if (mail.template === 'sign-in') return { refusal: 'sign-in' }
  if (mail.template === 'address-change') return { refusal: 'old-address' }
  if (!mail.hasAddress) return { refusal: 'no-address' }
  if (mail.template === 'digest') {
    if (mail.status === 'unknown') return { refusal: 'tells-itself' }
    return mail.untold === 0 ? { refusal: 'nothing-left' } : { way: 'next-digest' }
  }
  return mail.template === 'notice' && mail.toldSince ? { refusal: 'told-since' } : { way: 'again' }
}
