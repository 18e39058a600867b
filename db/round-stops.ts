import type { Tx } from './client.ts'

/** Why HR stopped a round (R1.3); the first reason stays. */
export async function setStopReason(db: Tx, roundId: string, reason: string): Promise<void> {
  await db.round.updateMany({
    where: { id: roundId, status: 'stopped', stopReason: null },
    data: { stopReason: reason },
  })
}
