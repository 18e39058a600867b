import type { Instant } from '../domain/calendar/day.ts'
import type { AttemptOutcome, MailReason, MailStatus, NoticeStatus } from '../domain/notices/mail-outcome.ts'
import type { NoticeAudience, NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'
import type { MailTemplate } from './outbox-mails.ts'

/** One mail in a person's log (R14.5); what it said is not kept, only its subject. */
export interface MailLogEntry {
  id: string
  template: MailTemplate
  /** Null until it was first handed over. */
  subject: string | null
  /** The address it was handed over with; null before that. */
  recipient: string | null
  status: MailStatus
  /** Why it was dropped, or waits. */
  reason: MailReason | null
  createdAt: Instant
  endedAt: Instant | null
  /** Each attempt, oldest first: what it came to and the server's code. */
  attempts: { at: Instant; outcome: AttemptOutcome; answer: string }[]
}

/** A person's mails, newest first. */
export async function readMailLog(tx: Tx, personId: string, limit: number): Promise<MailLogEntry[]> {
  const rows = await tx.mail.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    include: { tries: { orderBy: { at: 'asc' } } },
  })
  return rows.map((row) => ({
    id: row.id,
    template: row.template as MailTemplate,
    subject: row.subjectLine,
    recipient: row.recipient,
    status: row.status as MailStatus,
    reason: row.reason as MailReason | null,
    createdAt: row.createdAt.getTime(),
    endedAt: row.endedAt?.getTime() ?? null,
    attempts: row.tries.map(({ at, outcome, answer }) => ({
      at: at.getTime(),
      outcome: outcome as AttemptOutcome,
      answer,
    })),
  }))
}

/** One step of a talk's ladders and news, with what became of it. */
export interface NoticeLogEntry {
  kind: NoticeKind
  step: string
  audience: NoticeAudience
  status: NoticeStatus
  reason: MailReason | null
  decidedAt: Instant
  endedAt: Instant | null
  /** Who was told; null while it waits, and where nobody was. */
  personId: string | null
}

/** What was told about a talk, oldest first: status and roles, never content. */
export async function readNoticeLog(tx: Tx, talkId: string): Promise<NoticeLogEntry[]> {
  const rows = await tx.notice.findMany({
    where: { talkId },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    include: { mail: { select: { personId: true } } },
  })
  return rows.map((row) => ({
    kind: row.obligation as NoticeKind,
    step: row.step,
    audience: row.audience as NoticeAudience,
    status: row.status as NoticeStatus,
    reason: row.reason as MailReason | null,
    decidedAt: row.decidedAt.getTime(),
    endedAt: row.endedAt?.getTime() ?? null,
    personId: row.mail?.personId ?? null,
  }))
}

/** A mail to somebody without an address, for the leader to print; HR sees the list (R13.1). */
export interface PrintedMailRow {
  id: string
  personId: string
  subject: string
  at: Instant
  /** The mail's content as its template made it: names, dates and links. */
  print: unknown
}

/** The mails to print for these people, newest first. */
export async function readPrintedMails(tx: Tx, personIds: readonly string[]): Promise<PrintedMailRow[]> {
  const rows = await tx.mail.findMany({
    where: { personId: { in: [...personIds] }, status: 'printed' },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.flatMap(({ id, personId, subjectLine, endedAt, data }) =>
    personId === null || endedAt === null
      ? []
      : {
          id,
          personId,
          subject: subjectLine ?? '',
          at: endedAt.getTime(),
          print: (data as { print?: unknown }).print ?? null,
        },
  )
}
