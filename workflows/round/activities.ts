import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { RoundActivities } from '../../activities/round-activities.ts'

const local = proxyLocalActivities<RoundActivities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '5s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
})

const patient = proxyActivities<RoundActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
})

/** Work over many rows or workflows, which beats while it runs. */
export const bulk = proxyActivities<RoundActivities>({
  startToCloseTimeout: '6h',
  heartbeatTimeout: '1m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
})

/** Writes a decision; however long the database is away, it is written once. */
export async function recordRoundUntilDone(
  input: Parameters<RoundActivities['recordRound']>[0],
): Promise<Awaited<ReturnType<RoundActivities['recordRound']>>> {
  try {
    return await local.recordRound(input)
  } catch {
    return patient.recordRound(input)
  }
}
