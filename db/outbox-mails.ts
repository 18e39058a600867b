import type { Instant } from '../domain/calendar/day.ts'
import type {
  AttemptOutcome,
  Lane,
  MailReason,
  MailStatus,
  MailTemplate,
} from '../domain/notices/mail-outcome.ts'
import type { Tx } from './client.ts'

/** A row of the outbox, leased for one attempt. */
export interface OutboxMail {
  id: string
  key: string
  template: MailTemplate
  personId: string | null
  data: Record<string, unknown>
  lane: Lane
  /** The address it was first handed over with; null before that. */
  recipient: string | null
  status: 'queued' | 'unknown'
  /** When it was put into the outbox, for the last time: HR may have had it sent again. */
  queuedAt: Instant
  createdAt: Instant
}

/** Seconds of real time that one attempt may take before it counts as lost. */
const LEASE_SECONDS = 300

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

/** Locks the next mail that may be tried, for this transaction; null where there is none that nobody else holds. */
export async function claimMail(tx: Tx, now: Instant): Promise<OutboxMail | null> {
  type Row = Omit<OutboxMail, 'createdAt' | 'queuedAt'> & { createdAt: Date; queuedAt: Date }
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::text, key, template, person_id::text AS "personId", data, lane, recipient, status,
      created_at AS "createdAt", coalesce(resent_at, created_at) AS "queuedAt"
    FROM mail WHERE status IN ('queued', 'unknown') AND ended_at IS NULL AND not_before_at <= ${new Date(now)}
    ORDER BY lane <> 'at-once', not_before_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
  const [row] = rows
  if (row === undefined) return null
  return { ...row, createdAt: row.createdAt.getTime(), queuedAt: row.queuedAt.getTime() }
}

/** Leases a claimed mail for one attempt and freezes what every later attempt repeats; answers the attempt's number. */
export async function leaseMail(
  tx: Tx,
  mailId: string,
  frozen: {
    personId: string
    recipient: string
    messageId: string
    subjectLine: string
    data?: object
  },
): Promise<number> {
  const { data, ...columns } = frozen
  const { attempts } = await tx.mail.update({
    where: { id: mailId },
    data: {
      ...columns,
      ...(data && { data }),
      status: 'leased',
      reason: null,
      attempts: { increment: 1 },
    },
    select: { attempts: true },
  })
  await tx.$executeRaw`
    UPDATE mail SET leased_until = now() + make_interval(secs => ${LEASE_SECONDS}) WHERE id = ${mailId}::uuid`
  return attempts
}

/**
 * Locks a mail under way and tells whose it is: this attempt's still; nobody's, because the attempt was given up for lost
 * and the mail waits for the next; or not to be touched, because another has it or it has ended.
 */
export async function whoseMail(
  tx: Tx,
  mailId: string,
  attempt: number,
): Promise<'own' | 'nobodys' | 'anothers'> {
  const [row] = await tx.$queryRaw<{ status: MailStatus; attempts: number; ended: boolean }[]>`
    SELECT status, attempts, ended_at IS NOT NULL AS ended FROM mail WHERE id = ${mailId}::uuid FOR UPDATE`
  if (row === undefined || row.ended) return 'anothers'
  if (row.status !== 'leased') return 'nobodys'
  return row.attempts === attempt ? 'own' : 'anothers'
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

/** Attempts whose worker died under them: nobody knows whether those mails went. */
export async function expiredLeases(tx: Tx): Promise<{ id: string; lane: Lane }[]> {
  return tx.$queryRaw<{ id: string; lane: Lane }[]>`
    SELECT id::text, lane FROM mail WHERE status = 'leased' AND leased_until < now() FOR UPDATE SKIP LOCKED`
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
