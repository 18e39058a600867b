import type { Tx } from './client.ts'

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
