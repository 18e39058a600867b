import { proxyActivities } from '@temporalio/workflow'
import type { RoundActivities } from '../../activities/round-activities.ts'
import type { OpenRoundInput } from './round.messages.ts'

const { draftNextRound } = proxyActivities<RoundActivities>({ startToCloseTimeout: '1m' })

/** Fired once a year by a recurring round's Schedule: drafts the next year and ends (R1.3). */
export async function openRoundWorkflow(input: OpenRoundInput): Promise<string | null> {
  return (await draftNextRound(input)).roundId
}
