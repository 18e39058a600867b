import type { Day, Instant } from '../domain/calendar/day.ts'
import type {
  MailTemplate,
  AttemptOutcome,
  MailReason,
  MailState,
  MailStatus,
} from '../domain/notices/mail-outcome.ts'
import { betweenTheTwo } from '../domain/notices/between-the-two.ts'
import { type Resending, resendingOf } from '../domain/notices/resend.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { isOf } from './mail-people.ts'

/** One mail of the log (R14.5); what it said is not kept, only its subject. */
export interface MailLogEntry {
  id: string
  personId: string
  name: string
  template: MailTemplate
  /** Null until it was first handed over. */
  subject: string | null
  /** The address it was handed over with; null before that. */
  recipient: string | null
  state: MailState
  /** Why it was dropped, or waits. */
  reason: MailReason | null
  createdAt: Instant
  endedAt: Instant | null
  resentAt: Instant | null
  /** Who had it sent again. */
  resentBy: string | null
  resending: Resending
  /** Each attempt, oldest first: what it came to and the server's code. */
  attempts: { at: Instant; outcome: AttemptOutcome; answer: string }[]
}

export interface MailWish {
  /** Who asks: of others' mails those are left out that tell what is between the two (R15.1). */
  viewerId: string
  /** To people with a job in one of these; null = whoever. */
  unitIds: readonly string[] | null
  personId?: string | undefined
  state?: MailState | undefined
  /** Part of a name or address. */
  search?: string | undefined
  /** What happened last in this span. */
  from?: Instant | undefined
  before?: Instant | undefined
}

/** Mails by what happened to them last, newest first; at most `limit`, after leaving out the first `skip`. */
export async function listMails(
  db: Tx,
  wish: MailWish,
  on: Day,
  limit: number,
  skip = 0,
): Promise<MailLogEntry[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id::text, m.person_id::text, p.given_name || ' ' || p.family_name AS name, m.template, m.subject_line, m.recipient,
      m.status, ${state} AS state, m.reason, m.created_at, m.ended_at, m.resent_at,
      rp.given_name || ' ' || rp.family_name AS resent_by, p.email IS NOT NULL AS has_address,
      ${untold} AS untold, ${toldSince} AS told_since,
      coalesce((SELECT json_agg(json_build_object('at', a.at, 'outcome', a.outcome, 'answer', a.answer) ORDER BY a.at)
        FROM mail_attempt a WHERE a.mail_id = m.id), '[]') AS attempts
    FROM course.mail_log m JOIN person p ON p.id = m.person_id LEFT JOIN person rp ON rp.id = m.resent_by_person_id
    WHERE ${wanted(wish, on)}
    ORDER BY ${last} DESC, m.id LIMIT ${limit} OFFSET ${skip}`
  return rows.map(entryFrom)
}

/** How many there are, however few are listed at a time. */
export async function countMails(db: Tx, wish: MailWish, on: Day): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM course.mail_log m JOIN person p ON p.id = m.person_id WHERE ${wanted(wish, on)}`
  return row?.count ?? 0
}

/** Notices that a mail was to tell and that have reached nobody. */
export const untold = Prisma.sql`fence.untold(m.id)`

/** A later step about the same matter was told to the same role. */
export const toldSince = Prisma.sql`EXISTS (SELECT 1 FROM notice n JOIN notice later ON later.subject = n.subject
  AND later.obligation = n.obligation AND later.occurrence = n.occurrence AND later.audience = n.audience
  AND later.position > n.position AND later.status = 'sent' WHERE n.mail_id = m.id)`

const last = Prisma.sql`coalesce(m.ended_at, m.resent_at, m.created_at)`

const state = Prisma.sql`CASE WHEN m.status = 'leased' THEN 'queued'
  WHEN m.status = 'queued' AND EXISTS (SELECT 1 FROM mail_attempt a WHERE a.mail_id = m.id AND a.outcome = 'deferred'
    AND a.at >= coalesce(m.resent_at, m.created_at)) THEN 'deferred' ELSE m.status END`

function wanted(wish: MailWish, on: Day): Prisma.Sql {
  const conditions = [
    Prisma.sql`(m.person_id = ${wish.viewerId}::uuid
      OR NOT EXISTS (SELECT 1 FROM notice n WHERE n.id = m.notice_id AND n.obligation = ANY(${[...betweenTheTwo]}::text[]))
        AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.id = m.event_id))`,
  ]
  if (wish.unitIds !== null) conditions.push(isOf(wish.unitIds, on))
  if (wish.personId !== undefined) conditions.push(Prisma.sql`m.person_id = ${wish.personId}::uuid`)
  if (wish.state !== undefined) conditions.push(Prisma.sql`${state} = ${wish.state}`)
  if (wish.from !== undefined) conditions.push(Prisma.sql`${last} >= ${new Date(wish.from)}`)
  if (wish.before !== undefined) conditions.push(Prisma.sql`${last} < ${new Date(wish.before)}`)
  if (wish.search) {
    const like = `%${wish.search.replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(
      Prisma.sql`(p.given_name || ' ' || p.family_name ILIKE ${like} OR p.email ILIKE ${like} OR m.recipient ILIKE ${like})`,
    )
  }
  return Prisma.join(conditions, ' AND ')
}

interface Row {
  id: string
  person_id: string
  name: string
  template: MailTemplate
  subject_line: string | null
  recipient: string | null
  status: MailStatus
  state: MailState
  reason: MailReason | null
  created_at: Date
  ended_at: Date | null
  resent_at: Date | null
  resent_by: string | null
  has_address: boolean
  untold: number
  told_since: boolean
  attempts: { at: string; outcome: AttemptOutcome; answer: string }[]
}

function entryFrom(row: Row): MailLogEntry {
  const ended = row.ended_at !== null
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    template: row.template,
    subject: row.subject_line,
    recipient: row.recipient,
    state: row.state,
    reason: row.reason,
    createdAt: row.created_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    resentAt: row.resent_at?.getTime() ?? null,
    resentBy: row.resent_by,
    resending: resendingOf({
      template: row.template,
      status: row.status,
      ended,
      hasAddress: row.has_address,
      toldSince: row.told_since,
      untold: row.untold,
    }),
    attempts: row.attempts.map(({ at, ...rest }) => ({ ...rest, at: Date.parse(at) })),
  }
}
