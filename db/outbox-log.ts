import type { Instant } from '../domain/calendar/day.ts'
import { betweenTheTwo } from '../domain/notices/between-the-two.ts'
import type { MailReason, MailTemplate, NoticeStatus } from '../domain/notices/mail-outcome.ts'
import type { NoticeAudience, NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'

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
  })
  const told = await peopleTold(
    tx,
    rows.flatMap(({ mailId }) => mailId ?? []),
  )
  return rows.map((row) => ({
    kind: row.obligation as NoticeKind,
    step: row.step,
    audience: row.audience as NoticeAudience,
    status: row.status as NoticeStatus,
    reason: row.reason as MailReason | null,
    decidedAt: row.decidedAt.getTime(),
    endedAt: row.endedAt?.getTime() ?? null,
    personId: told.get(row.mailId ?? '') ?? null,
  }))
}

/** To whom mails are: who sees that somebody was told sees that much of them. */
async function peopleTold(tx: Tx, mailIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.$queryRaw<{ id: string; personId: string | null }[]>`
    SELECT id::text, person_id::text AS "personId" FROM course.mail WHERE id = ANY(${mailIds}::uuid[])`
  return new Map(rows.map(({ id, personId }) => [id, personId]))
}

/** Which of these mails still have their row. */
export async function mailsKept(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id::text FROM mail WHERE id::text = ANY (${ids}::text[])`
  return new Set(rows.map(({ id }) => id))
}

/** Of meetings: they say where. */
const withPlaces: readonly MailTemplate[] = ['calendar', 'group-talk']

/** A mail to somebody without an address, for the leader to print (R13.1). */
export interface PrintedMailRow {
  id: string
  personId: string
  template: MailTemplate
  subject: string
  at: Instant
  /** The mail's content as its template made it: names, dates and links. */
  print: unknown
}

/**
 * The mails to print for these people, newest first; a letter about somebody who was erased is gone.
 * @param led by whom a person leads: all of it
 * @param others of whom they are HR: without where a talk is held and what is between the two (R15.1)
 */
export async function readPrintedMails(
  tx: Tx,
  { led, others }: { led: readonly string[]; others: readonly string[] },
): Promise<PrintedMailRow[]> {
  const forHr = {
    template: { notIn: [...withPlaces] },
    id: { notIn: await toldBetweenTheTwo(tx, others) },
  }
  const rows = await tx.mail.findMany({
    where: {
      status: 'printed',
      OR: [{ personId: { in: [...led] } }, { personId: { in: [...others] }, ...forHr }],
    },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.flatMap(({ id, personId, subjectLine, endedAt, data, ...row }) => {
    const { print } = data as { print?: unknown }
    if (personId === null || endedAt === null || print === undefined) return []
    const template = row.template as MailTemplate
    return { id, personId, template, subject: subjectLine ?? '', at: endedAt.getTime(), print }
  })
}

/** Of the mails to these people those that tell what is between the two. */
async function toldBetweenTheTwo(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.id::text FROM mail m JOIN notice n ON n.mail_id = m.id
    WHERE m.person_id = ANY(${[...personIds]}::uuid[]) AND n.obligation = ANY(${[...betweenTheTwo]}::text[])`
  return rows.map(({ id }) => id)
}
