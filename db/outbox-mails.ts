import type { Instant } from '../domain/calendar/day.ts'
import type { AttemptOutcome, MailReason, MailStatus } from '../domain/notices/mail-outcome.ts'
import type { Tx } from './client.ts'

/** Makes the single mails of notices, one for each, and links them; a notice that has its mail already is left. */
export async function insertSingles(
  tx: Tx,
  singles: { noticeId: string; key: string; personId: string; notBeforeAt: Instant }[],
  at: Instant,
): Promise<void> {
  if (singles.length === 0) return
  await tx.mail.createMany({
    data: singles.map(({ key, noticeId, personId, notBeforeAt }) => ({
      key,
      template: 'notice',
      lane: 'single',
      personId,
      data: { noticeId },
      notBeforeAt: new Date(notBeforeAt),
      createdAt: new Date(at),
    })),
    skipDuplicates: true,
  })
  await tx.$executeRaw`
    UPDATE notice n SET mail_id = m.id FROM unnest(${singles.map((single) => single.noticeId)}::uuid[],
      ${singles.map((single) => single.key)}::text[]) AS made(notice_id, key)
    JOIN mail m ON m.key = made.key WHERE n.id = made.notice_id AND n.mail_id IS NULL AND n.status = 'queued'`
}

/** Writes down what became of an attempt. */
export async function insertAttempt(
  tx: Tx,
  mailId: string,
  attempt: { outcome: AttemptOutcome; answer: string; at: Instant },
): Promise<void> {
  await tx.mailAttempt.create({ data: { mailId, ...attempt, at: new Date(attempt.at) } })
}

/** How often nobody could tell whether the mail arrived. */
export function countUnknown(tx: Tx, mailId: string): Promise<number> {
  return tx.mailAttempt.count({ where: { mailId, outcome: 'unknown' } })
}

/** Puts a mail back until a later instant. */
export async function postponeMail(
  tx: Tx,
  mailId: string,
  to: { status: 'queued' | 'unknown'; notBeforeAt: Instant; reason: MailReason | null; personId?: string },
): Promise<void> {
  await tx.mail.update({
    where: { id: mailId },
    data: { ...to, notBeforeAt: new Date(to.notBeforeAt), leasedUntil: null },
  })
}

/** Ends a mail for good. */
export async function endMail(
  tx: Tx,
  mailId: string,
  end: {
    status: Exclude<MailStatus, 'queued' | 'leased'>
    reason: MailReason | null
    at: Instant
    personId?: string
    subjectLine?: string
    data?: object
  },
): Promise<void> {
  const { at, data, ...columns } = end
  await tx.mail.update({
    where: { id: mailId },
    data: { ...columns, ...(data && { data }), endedAt: new Date(at), leasedUntil: null },
  })
}

/** A mail that the server took, and the notices it told. */
export interface SentMail {
  mailId: string
  attempt: number
  answer: string
  at: Instant
  notices: readonly string[]
}

/**
 * Ends mails that were sent, and their notices, where their attempts still have them; answers which. The notices of a
 * digest that it did not tell wait for the next.
 */
export async function endSent(tx: Tx, mails: readonly SentMail[]): Promise<Set<string>> {
  if (mails.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH sent AS (
      SELECT s."mailId" AS id, s.attempt, s.answer, to_timestamp(s.at / 1000.0) AS at, s.notices
      FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
        AS s("mailId" uuid, attempt int, answer text, at bigint, notices uuid[])),
    ended AS (
      UPDATE mail m SET status = 'sent', reason = NULL, ended_at = s.at, leased_until = NULL FROM sent s
      WHERE m.id = s.id AND m.status = 'leased' AND m.attempts = s.attempt RETURNING s.*),
    tried AS (
      INSERT INTO mail_attempt (id, mail_id, outcome, answer, at)
      SELECT gen_random_uuid(), id, 'sent', answer, at FROM ended),
    told AS (
      UPDATE notice n SET status = 'sent', reason = NULL, ended_at = e.at, mail_id = e.id FROM ended e
      WHERE n.id = ANY(e.notices) AND (n.status IN ('queued', 'refused') OR (n.status = 'dropped' AND n.reason = 'no-address'))),
    untold AS (
      UPDATE notice n SET mail_id = NULL FROM ended e
      WHERE n.mail_id = e.id AND n.status = 'queued' AND n.id NOT IN (SELECT unnest(notices) FROM ended))
    SELECT id::text FROM ended`
  return new Set(rows.map(({ id }) => id))
}

/**
 * Ends notices that still wait; those that ended by another mail of the same day keep that end, unless it reached nobody
 * and this one was sent.
 */
export async function endNotices(
  tx: Tx,
  ids: readonly string[],
  end: {
    status: 'sent' | 'refused' | 'dropped'
    reason: MailReason | null
    at: Instant
    mailId?: string | null
  },
): Promise<void> {
  if (ids.length === 0) return
  const { at, ...columns } = end
  const reachedNobody = [{ status: 'refused' }, { status: 'dropped', reason: 'no-address' }]
  await tx.notice.updateMany({
    where: {
      id: { in: [...ids] },
      OR: [{ status: 'queued' }, ...(end.status === 'sent' ? reachedNobody : [])],
    },
    data: { ...columns, endedAt: new Date(at) },
  })
}

/** Shows on waiting notices that nobody holds their role; the sender asks again every morning. */
export async function noteNoRecipient(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.notice.updateMany({
    where: { id: { in: [...ids] }, status: 'queued', reason: null },
    data: { reason: 'no-recipient' satisfies MailReason },
  })
}

/** Takes notices off a mail, to be planned anew. */
export async function unlinkNotices(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.notice.updateMany({ where: { id: { in: [...ids] }, status: 'queued' }, data: { mailId: null } })
}

/** The notices that a mail has taken on and that still wait. */
export async function noticesOnMail(tx: Tx, mailId: string): Promise<string[]> {
  const rows = await tx.notice.findMany({ where: { mailId, status: 'queued' }, select: { id: true } })
  return rows.map((row) => row.id)
}
