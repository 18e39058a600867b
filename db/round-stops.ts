import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'

/** Why HR stopped a round (R1.3); the first reason stays. */
export async function setStopReason(db: Tx, roundId: string, reason: string): Promise<void> {
  await db.round.updateMany({
    where: { id: roundId, status: 'stopped', stopReason: null },
    data: { stopReason: reason },
  })
}

/** A discussion recorded after the close, when no workflow is left to ask: row and audit entry in one (R10.2). */
export async function recordLateDiscussion(
  db: Db,
  roundId: string,
  late: { on: Day; at: Instant; byPersonId: string; decisionId: string; requestHash: string },
): Promise<void> {
  const { on, at, byPersonId, decisionId, requestHash } = late
  await db.$transaction(async (tx) => {
    const { version } = await tx.round.update({
      where: { id: roundId },
      data: { evaluationDiscussedOn: toDate(on) },
    })
    const entry = { subject: roundId, decisionId, version, event: 'discuss-evaluation', at: new Date(at) }
    await tx.auditEntry.createMany({ data: { ...entry, byPersonId, requestHash }, skipDuplicates: true })
  })
}
