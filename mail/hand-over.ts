import type { Db, Tx } from '../db/client.ts'
import {
  claimMail,
  countUnknown,
  endMail,
  endNotices,
  expiredLeases,
  insertAttempt,
  leaseMail,
  noticesOnMail,
  type OutboxMail,
  postponeMail,
  unlinkNotices,
  whoseMail,
} from '../db/outbox-mails.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../domain/calendar/day.ts'
import type { Lane, MailReason } from '../domain/notices/mail-outcome.ts'
import type { Moment } from './judge.ts'
import type { HandOverResult, OutgoingMail } from './outgoing.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { prepareAddressChange } from './prepare-address-change.ts'
import { prepareCalendar } from './prepare-calendar.ts'
import { prepareDigest } from './prepare-digest.ts'
import { preparePlanOpening } from './prepare-plan-opening.ts'
import { prepareLeaderChange } from './prepare-leader-change.ts'
import { prepareGroupTalk } from './prepare-group-talk.ts'
import { prepareSignIn } from './prepare-sign-in.ts'
import { prepareSingle } from './prepare-single.ts'
import type { PrintedMail, RenderedMail } from './templates/content.ts'
import { layOut } from './templates/layout.ts'

/** A mail on its way, with what must be written down when the answer is known. */
export interface MailUnderWay {
  mail: OutboxMail
  /** Its number, by which it is known again. */
  attempt: number
  notices: string[]
  outgoing: OutgoingMail
}

export type Claim =
  | { outcome: 'under-way'; underWay: MailUnderWay }
  | { outcome: 'dropped' | 'printed' | 'waits' }
  /** It could not be composed, and waits for a while so that it holds up nobody else. */
  | { outcome: 'failed'; error: unknown }
  | { outcome: 'nothing' }

/**
 * Milliseconds before a mail with an unknown fate is tried once more. A digest goes on its own day or not at all (R11.4):
 * its hour is short, and the last place in it is a minute before its end.
 */
const UNKNOWN_RETRY_AFTER = { 'at-once': 30 * MINUTE, single: 30 * MINUTE, digest: MINUTE } satisfies Record<
  Lane,
  number
>
/** Milliseconds between attempts at a mail the server puts off, and how long that goes on. */
const DEFERRED_RETRY_AFTER = 10 * MINUTE
const GIVE_UP_AFTER = 5 * DAY
const FAILED_RETRY_AFTER = HOUR

/**
 * Takes the next mail that may go and, in the same transaction, finds out to whom and whether there is still a
 * reason; leases it, or ends it.
 */
export async function claimNext(db: Db, moment: Moment, settings: MailSettings): Promise<Claim> {
  const claimed = await claim(db, moment, settings)
  if (claimed.outcome !== 'under-way') return claimed
  const { mail, attempt, prepared, messageId, laidOut } = claimed
  const { to, notices, replyTo, calendar } = prepared
  return {
    outcome: 'under-way',
    underWay: {
      mail,
      attempt,
      notices,
      outgoing: {
        ...laidOut,
        messageId,
        from: settings.mail.from,
        bounceAddress: settings.mail.bounceAddress,
        to: { name: to.name, address: claimed.recipient },
        replyTo,
        calendar,
        language: to.language,
        sentAt: moment.now,
      },
    },
  }
}

async function claim(
  db: Db,
  moment: Moment,
  settings: MailSettings,
): Promise<Settled | Extract<Claim, { outcome: 'failed' | 'nothing' }>> {
  let mail: OutboxMail | null = null
  try {
    return await db.$transaction(
      async (tx) => {
        mail = await claimMail(tx, moment.now)
        if (mail === null) return { outcome: 'nothing' }
        return settle(tx, mail, await prepare(tx, mail, moment, settings), moment, settings)
      },
      { timeout: 30_000, maxWait: 30_000 },
    )
  } catch (error) {
    if (mail === null) throw error
    await putAside(db, mail, moment.now)
    return { outcome: 'failed', error }
  }
}

/** Throws where the database is away: then nothing was wrong with the mail. */
async function putAside(db: Db, { id, status }: OutboxMail, now: Instant): Promise<void> {
  await postponeMail(db, id, { status, notBeforeAt: now + FAILED_RETRY_AFTER, reason: null })
}

/**
 * Writes down what became of an attempt, in one transaction. One that took longer than its lease was given up for lost:
 * the mail is the next attempt's, and only that it surely went is worth knowing.
 */
export async function finish(
  db: Db,
  { mail, attempt, notices }: Pick<MailUnderWay, 'mail' | 'attempt' | 'notices'>,
  result: HandOverResult,
  now: Instant,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const whose = await whoseMail(tx, mail.id, attempt)
    await insertAttempt(tx, mail.id, { outcome: result.outcome, answer: result.answer, at: now })
    if (whose === 'anothers' || (whose === 'nobodys' && result.outcome !== 'sent')) return
    switch (result.outcome) {
      case 'sent':
      case 'refused':
        return endBoth(tx, mail.id, notices, result.outcome, null, now)
      case 'deferred':
        return putOff(tx, mail, notices, result, now)
      case 'unknown':
        return leaveUnknown(tx, mail, notices, now)
    }
  })
}

/** Attempts that a dead worker left behind end as unknown. */
export async function endLostAttempts(db: Db, now: Instant): Promise<number> {
  return db.$transaction(async (tx) => {
    const lost = await expiredLeases(tx)
    for (const mail of lost) {
      await insertAttempt(tx, mail.id, { outcome: 'unknown', answer: 'attempt lost', at: now })
      await leaveUnknown(tx, mail, await noticesOnMail(tx, mail.id), now)
    }
    return lost.length
  })
}

function prepare(tx: Tx, mail: OutboxMail, moment: Moment, settings: MailSettings): Promise<Preparation> {
  switch (mail.template) {
    case 'notice':
      return prepareSingle(tx, mail, moment, settings)
    case 'digest':
      return prepareDigest(tx, mail, moment, settings)
    case 'calendar':
      return prepareCalendar(tx, mail, moment, settings)
    case 'plan-opening':
      return preparePlanOpening(tx, mail, moment, settings)
    case 'leader-change':
      return prepareLeaderChange(tx, mail, moment, settings)
    case 'address-change':
      return prepareAddressChange(tx, mail, moment, settings)
    case 'group-talk':
      return prepareGroupTalk(tx, mail, moment, settings)
    case 'sign-in':
      return prepareSignIn(tx, mail, moment, settings)
  }
}

type Sendable = Extract<Preparation, { verdict: 'send' }>
type Settled =
  | {
      outcome: 'under-way'
      mail: OutboxMail
      attempt: number
      prepared: Sendable
      laidOut: RenderedMail
      recipient: string
      messageId: string
    }
  | { outcome: 'dropped' | 'printed' | 'waits' }

async function settle(
  tx: Tx,
  mail: OutboxMail,
  prepared: Preparation,
  moment: Moment,
  settings: MailSettings,
): Promise<Settled> {
  if (prepared.verdict === 'wait') {
    await postponeMail(tx, mail.id, {
      status: mail.status,
      notBeforeAt: prepared.until,
      reason: prepared.reason,
      ...meant(prepared),
    })
    return { outcome: 'waits' }
  }
  if (prepared.verdict === 'end') {
    await drop(tx, mail, prepared, moment.now)
    return { outcome: 'dropped' }
  }
  const { to, content, notices } = prepared
  const recipient = mail.recipient ?? to.email
  if (recipient === null) {
    const print: PrintedMail = { content, language: to.language }
    const printed = {
      personId: to.personId,
      subjectLine: content.subject,
      data: { ...mail.data, ...prepared.data, print },
    }
    await endMail(tx, mail.id, { status: 'printed', reason: 'no-address', at: moment.now, ...printed })
    await endNotices(tx, notices, {
      status: 'dropped',
      reason: 'no-address',
      at: moment.now,
      mailId: mail.id,
    })
    return { outcome: 'printed' }
  }
  // Before the lease: a mail that cannot be laid out has surely not gone.
  const laidOut = await layOut(content, to.language, settings)
  const messageId = `<${mail.id}@${settings.mail.from.address.split('@').at(-1)}>`
  const attempt = await leaseMail(tx, mail.id, {
    personId: to.personId,
    recipient,
    messageId,
    subjectLine: content.subject,
    ...(prepared.data && { data: prepared.data }),
  })
  return { outcome: 'under-way', mail, attempt, prepared, laidOut, recipient, messageId }
}

function meant({ meantFor }: { meantFor?: string | null }): { personId?: string } {
  return meantFor ? { personId: meantFor } : {}
}

/** A mail whose fate is unknown keeps that end: it has probably arrived. */
async function drop(
  tx: Tx,
  mail: OutboxMail,
  prepared: Extract<Preparation, { verdict: 'end' }>,
  at: Instant,
): Promise<void> {
  const { reason } = prepared
  const notices = await noticesOnMail(tx, mail.id)
  if (mail.status === 'unknown') return endBoth(tx, mail.id, notices, 'unknown', reason, at)
  await endMail(tx, mail.id, { status: 'dropped', reason, at, ...meant(prepared) })
  // A digest has judged its notices itself: what is left of them waits for somebody else's.
  if (mail.template === 'digest') await unlinkNotices(tx, notices)
  else await endNotices(tx, notices, { status: 'dropped', reason, at })
}

async function putOff(
  tx: Tx,
  mail: OutboxMail,
  notices: string[],
  result: HandOverResult,
  now: Instant,
): Promise<void> {
  if (result.server === 'up' && now - mail.queuedAt > GIVE_UP_AFTER) {
    return endBoth(tx, mail.id, notices, 'refused', 'gave-up', now)
  }
  // Where the server is down the one back-off decides; the mail itself is ready.
  const notBeforeAt = result.server === 'down' ? now : now + DEFERRED_RETRY_AFTER
  await postponeMail(tx, mail.id, { status: mail.status, notBeforeAt, reason: null })
}

async function leaveUnknown(
  tx: Tx,
  { id, lane }: Pick<OutboxMail, 'id' | 'lane'>,
  notices: string[],
  now: Instant,
): Promise<void> {
  if ((await countUnknown(tx, id)) > 1) return endBoth(tx, id, notices, 'unknown', 'unknown', now)
  await postponeMail(tx, id, {
    status: 'unknown',
    notBeforeAt: now + UNKNOWN_RETRY_AFTER[lane],
    reason: 'unknown',
  })
}

/** What is unknown counts as sent for the notices: telling twice would be worse. */
async function endBoth(
  tx: Tx,
  mailId: string,
  notices: string[],
  status: 'sent' | 'refused' | 'unknown',
  reason: MailReason | null,
  at: Instant,
): Promise<void> {
  await endMail(tx, mailId, { status, reason, at })
  const told = status === 'refused' ? 'refused' : 'sent'
  await endNotices(tx, notices, {
    status: told,
    reason: status === 'unknown' ? 'unknown' : reason,
    at,
    mailId,
  })
  await unlinkNotices(tx, await noticesOnMail(tx, mailId))
}
