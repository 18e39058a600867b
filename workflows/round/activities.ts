import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { RoundActivities } from '../../activities/round-activities.ts'
import { atOnce, inBulk, patiently, untilDone } from '../record.ts'

const local = proxyLocalActivities<RoundActivities>(atOnce)
const patient = proxyActivities<RoundActivities>({ startToCloseTimeout: '2m', retry: patiently })

/** Work over many rows or workflows, which beats while it runs. */
export const bulk = proxyActivities<RoundActivities>(inBulk)

export function recordRoundUntilDone(
  input: Parameters<RoundActivities['recordRound']>[0],
): ReturnType<RoundActivities['recordRound']> {
  return untilDone(input, local.recordRound, patient.recordRound)
}
