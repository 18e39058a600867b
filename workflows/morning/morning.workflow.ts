import { proxyActivities } from '@temporalio/workflow'
import type { MorningActivities } from '../../activities/morning-activities.ts'
import { inBulk } from '../record.ts'
import type { MorningInput } from './morning.messages.ts'

const morning = proxyActivities<MorningActivities>(inBulk)

/**
 * Every weekday at six: finds what should have moved, opens joiners' talks and delivers facts. On a closed day it only
 * looks for what stands still. An import runs one of its own at once, for its facts and joiners alone. A round whose talks
 * cannot be opened keeps nobody's facts: the morning does the rest, and then fails.
 */
export async function morningWorkflow(input: MorningInput): Promise<void> {
  if (input.sweep) {
    await morning.sweep()
    const { isWorkingDay } = await morning.lookAtToday()
    if (!isWorkingDay) return
  }
  const rosters = morning.openRosters()
  await Promise.allSettled([rosters])
  await morning.deliverFacts()
  if (input.sweep) {
    await morning.forgetOldNotes()
    await morning.ensureSchedules()
  }
  await rosters
}
