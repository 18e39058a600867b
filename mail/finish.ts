import type { Db, Tx } from '../db/client.ts'
import { expiredLeases, type OutboxMail, whoseMail } from '../db/outbox-leases.ts'
import {
  countUnknown,
  endMail,
  endNotices,
  endSent,
  insertAttempt,
  noticesOnMail,
  postponeMail,
  type SentMail,
  unlinkNotices,
} from '../db/outbox-mails.ts'
import { DAY, type Instant, MINUTE } from '../domain/calendar/day.ts'
import type { Lane, MailReason } from '../domain/notices/mail-outcome.ts'
import type { HandOverResult } from './outgoing.ts'

/** What came of an attempt at a mail. */
export interface Ended {
  mail: OutboxMail
  attempt: number
  notices: string[]
  result: HandOverResult
  at: Instant
}

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

/** Writes down what became of attempts: those that were sent by one statement, any other in a transaction of its own. */
export async function finish(db: Db, ended: readonly Ended[]): Promise<void> {
  const sent = await endSent(db, ended.filter(({ result }) => result.outcome === 'sent').map(sentMail))
  for (const one of ended) if (!sent.has(one.mail.id)) await db.$transaction((tx) => finishOne(tx, one))
}

function sentMail({ mail, attempt, notices, result, at }: Ended): SentMail {
  return { mailId: mail.id, attempt, answer: result.answer, at, notices }
}

/**
 * An attempt that took longer than its lease was given up for lost: the mail is the next attempt's, and only that it
 * surely went is worth knowing. Then it is sent, whatever the next comes to.
 */
async function finishOne(tx: Tx, { mail, attempt, notices, result, at }: Ended): Promise<void> {
  const whose = await whoseMail(tx, mail.id, attempt)
  if (whose === null) return
  await insertAttempt(tx, mail.id, { outcome: result.outcome, answer: result.answer, at })
  if (whose === 'ended' || (whose !== 'own' && result.outcome !== 'sent')) return
  switch (result.outcome) {
    case 'sent':
    case 'refused':
      return endBoth(tx, mail.id, notices, result.outcome, null, at)
    case 'deferred':
      return putOff(tx, mail, notices, result, at)
    case 'unknown':
      return leaveUnknown(tx, mail, notices, at)
  }
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
export async function endBoth(
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
