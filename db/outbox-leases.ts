import type { Instant } from '../domain/calendar/day.ts'
import type { Lane, MailStatus, MailTemplate } from '../domain/notices/mail-outcome.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** A row of the outbox, claimed for one attempt. */
export interface OutboxMail {
  id: string
  key: string
  template: MailTemplate
  personId: string | null
  data: Record<string, unknown>
  lane: Lane
  /** The address it was handed over with last; from the beginning where a mail is to one address, whoever has it. */
  recipient: string | null
  status: 'queued' | 'unknown'
  /** When it was put into the outbox, for the last time: HR may have had it sent again. */
  queuedAt: Instant
  createdAt: Instant
}

/** Seconds of real time that one attempt may take before it counts as lost. */
const LEASE_SECONDS = 300

/**
 * Locks the next mail that may be tried, for this transaction, with those of its template that may be tried after it;
 * none where there is none that nobody else holds.
 * @param most how many of a template may be tried together
 */
export async function claimMails(
  tx: Tx,
  now: Instant,
  most: (template: MailTemplate) => number,
): Promise<OutboxMail[]> {
  const [next] = await lockNext(tx, now, 1, Prisma.empty)
  if (next === undefined) return []
  const { template } = next
  const count = most(template)
  return count > 1 ? lockNext(tx, now, count, Prisma.sql`AND template = ${template}`) : [next]
}

async function lockNext(tx: Tx, now: Instant, count: number, only: Prisma.Sql): Promise<OutboxMail[]> {
  type Row = Omit<OutboxMail, 'createdAt' | 'queuedAt'> & { createdAt: Date; queuedAt: Date }
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::text, key, template, person_id::text AS "personId", data, lane, recipient, status,
      created_at AS "createdAt", coalesce(resent_at, created_at) AS "queuedAt"
    FROM mail WHERE status IN ('queued', 'unknown') AND ended_at IS NULL AND not_before_at <= ${new Date(now)} ${only}
    ORDER BY lane <> 'at-once', not_before_at, mail.id LIMIT ${count} FOR UPDATE SKIP LOCKED`
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.getTime(),
    queuedAt: row.queuedAt.getTime(),
  }))
}

/** What the row knows of an attempt. */
export interface FrozenMail {
  id: string
  personId: string
  recipient: string
  messageId: string
  subjectLine: string
  data: object | null
}

/** Leases claimed mails for one attempt each, with what it says; answers the attempts' numbers, by mail. */
export async function leaseMails(tx: Tx, mails: readonly FrozenMail[]): Promise<Map<string, number>> {
  if (mails.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; attempts: number }[]>`
    UPDATE mail m SET person_id = f."personId", recipient = f.recipient, message_id = f."messageId",
      subject_line = f."subjectLine", data = coalesce(f.data, m.data), status = 'leased', reason = NULL,
      attempts = m.attempts + 1, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) AS f(id uuid, "personId" uuid, recipient text,
      "messageId" text, "subjectLine" text, data jsonb)
    WHERE m.id = f.id RETURNING m.id::text, m.attempts`
  return new Map(rows.map((row) => [row.id, row.attempts]))
}

/** Takes back the leases of attempts that were not begun: those mails are as they were when they were claimed. */
export async function giveBackMails(
  tx: Tx,
  leased: readonly { mail: OutboxMail; attempt: number }[],
): Promise<void> {
  if (leased.length === 0) return
  const before = leased.map(({ mail: { id, status, recipient, personId }, attempt }) => ({
    id,
    status,
    recipient,
    personId,
    attempt,
  }))
  await tx.$executeRaw`
    UPDATE mail m SET status = b.status, recipient = b.recipient, person_id = b."personId", leased_until = NULL,
      message_id = CASE WHEN b.recipient IS NOT NULL THEN m.message_id END,
      subject_line = CASE WHEN b.recipient IS NOT NULL THEN m.subject_line END,
      reason = CASE WHEN b.status = 'unknown' THEN 'unknown' END, attempts = m.attempts - 1
    FROM jsonb_to_recordset(${JSON.stringify(before)}::jsonb) AS b(id uuid, status text, recipient text, "personId" uuid,
      attempt int)
    WHERE m.id = b.id AND m.status = 'leased' AND m.attempts = b.attempt`
}

/**
 * Locks a mail under way and tells whose it is: this attempt's still; nobody's, because the attempt was given up for lost
 * and the mail waits for the next; another attempt's; or nobody's any more, because it has ended, perhaps without anybody
 * knowing whether it went. Null where it is gone: its person was erased.
 */
export async function whoseMail(
  tx: Tx,
  mailId: string,
  attempt: number,
): Promise<'own' | 'nobodys' | 'anothers' | 'ended' | 'ended-unknown' | null> {
  const [row] = await tx.$queryRaw<{ status: MailStatus; attempts: number; ended: boolean }[]>`
    SELECT status, attempts, ended_at IS NOT NULL AS ended FROM mail WHERE id = ${mailId}::uuid FOR UPDATE`
  if (row === undefined) return null
  if (row.ended) return row.status === 'unknown' ? 'ended-unknown' : 'ended'
  if (row.status !== 'leased') return 'nobodys'
  return row.attempts === attempt ? 'own' : 'anothers'
}

/** Attempts whose worker died under them: nobody knows whether those mails went. */
export async function expiredLeases(tx: Tx): Promise<{ id: string; lane: Lane }[]> {
  return tx.$queryRaw<{ id: string; lane: Lane }[]>`
    SELECT id::text, lane FROM mail WHERE status = 'leased' AND leased_until < now() FOR UPDATE SKIP LOCKED`
}
