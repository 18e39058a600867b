/** What a mail of the outbox is written from. */
export const mailTemplates = [
  'notice',
  'digest',
  'calendar',
  'group-talk',
  'sign-in',
  'plan-opening',
  'leader-change',
  'address-change',
  'further-number',
] as const
export type MailTemplate = (typeof mailTemplates)[number]

/**
 * Why a notice or mail ended without being sent as meant, or waits (R11.5); shown in the mail log.
 *
 * - `done`: the obligation ended, or what was to be told is no longer so
 * - `paused`: the round is paused; the mail waits
 * - `on-leave`, `left`: the person it is for, or the employee whose talk it is about
 * - `replaced`: the person no longer holds the role, or another talk reminds about the action now
 * - `overtaken`: an earlier step went late and this one was waiting behind it, or a newer mail says more
 * - `past-due-day`: a reminder whose due day has passed, or an appointment or link that is over
 * - `no-address`: the person has no mail address; the mail is printed by the leader instead (R13.1)
 * - `no-recipient`: nobody holds the role, nor any role above it
 * - `stopped`: HR stopped the round
 * - `gave-up`: the mail server put it off too often
 * - `unknown`: the connection broke after the message was handed over, twice; it has probably arrived
 */
export const mailReasons = [
  'done',
  'paused',
  'on-leave',
  'left',
  'replaced',
  'overtaken',
  'past-due-day',
  'no-address',
  'no-recipient',
  'stopped',
  'gave-up',
  'unknown',
] as const
export type MailReason = (typeof mailReasons)[number]

export const noticeStatuses = ['queued', 'sent', 'refused', 'dropped'] as const
export type NoticeStatus = (typeof noticeStatuses)[number]

export const mailStatuses = ['queued', 'leased', 'sent', 'refused', 'unknown', 'dropped', 'printed'] as const
export type MailStatus = (typeof mailStatuses)[number]

/** How a mail stands, as people are told it: one that is being handed over waits, one that is put off says so. */
export const mailStates = ['queued', 'deferred', 'sent', 'refused', 'unknown', 'dropped', 'printed'] as const
export type MailState = (typeof mailStates)[number]

/** What one attempt to hand a mail over came to. */
export type AttemptOutcome = 'sent' | 'refused' | 'deferred' | 'unknown'

/** Which hours a mail may go in (R3.2): calendar and sign-in mails at once, employees' singly, digests at 08:00. */
export type Lane = 'at-once' | 'single' | 'digest'
