import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** What a cause was answered with, once the rules' decision on it is recorded. */
export interface AuditedAnswer {
  readonly requestHash: string | null
  readonly answer: unknown
}

/** The recorded answer to a cause on a talk or round; null where it is not recorded. */
export async function auditedAnswer(
  db: Tx,
  subject: string,
  decisionId: string,
): Promise<AuditedAnswer | null> {
  const row = await db.auditEntry.findUnique({
    where: { subject_decisionId: { subject, decisionId } },
    select: { requestHash: true, answer: true },
  })
  return row && { requestHash: row.requestHash, answer: row.answer }
}

/** Something that was done or read without a decision of the rules, under the talk, round or person it is about. */
export interface AuditNote {
  readonly subject: string
  readonly talkId: string | null
  readonly decisionId: string
  /** Begins with one of `notePrefixes`; ids and names of things only. */
  readonly event: string
  readonly at: Instant
  /** Null where it was done from outside the service. */
  readonly byPersonId: string | null
  readonly onBehalfOf: string | null
}

/** Beside these a chain holds decisions, which the talk's history shows. */
export const notePrefixes = ['request/', 'read/', 'session/'] as const

/** A change of something that has no rules of its own, such as a role: in the chain of that thing. */
export async function logChange(
  tx: Tx,
  change: {
    subject: string
    decisionId: string
    /** Counted from 1 within the subject; 0 where nothing counts it. */
    version: number
    event: string
    /** What was changed to what, in ids, days and numbers: the thing itself may be gone when somebody asks. */
    about?: Readonly<Record<string, string | number | null>>
    /** Null where it was done from outside the service. */
    byPersonId: string | null
    at: Instant
  },
): Promise<void> {
  const { about = {}, event, at, ...rest } = change
  const named = Object.entries(about).flatMap(([name, value]) => (value === null ? [] : `${name}/${value}`))
  await tx.auditEntry.create({ data: { ...rest, event: [event, ...named].join(' '), at: new Date(at) } })
}

/** Once for a decision id, however often it is asked. */
export async function writeNote(tx: Tx, note: AuditNote): Promise<void> {
  await tx.$executeRaw`${insertNote(note)} ON CONFLICT DO NOTHING`
}

/** That a request changed something; not where the rules' decision on it stands in the chain already. */
export async function noteRequest(
  db: Tx,
  causeId: string,
  note: Omit<AuditNote, 'decisionId'>,
): Promise<void> {
  await db.$executeRaw`${insertNote({ ...note, decisionId: `request/${causeId}` })}
    WHERE NOT EXISTS (SELECT FROM audit_entry WHERE subject = ${note.subject}::uuid AND decision_id = ${causeId})
    ON CONFLICT DO NOTHING`
}

function insertNote({
  subject,
  talkId,
  decisionId,
  event,
  at,
  byPersonId,
  onBehalfOf,
}: AuditNote): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_entry (subject, talk_id, decision_id, version, event, at, by_person_id, on_behalf_of)
    SELECT ${subject}::uuid, ${talkId}::uuid, ${decisionId}, 0, ${event}, ${new Date(at)}::timestamptz, ${byPersonId}::uuid,
      ${onBehalfOf}::uuid`
}
