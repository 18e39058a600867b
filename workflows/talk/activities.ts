import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { TalkActivities } from '../../activities/talk-activities.ts'

/** At once and cheap: two attempts within five seconds, without an event of their own in the history. */
const local = proxyLocalActivities<TalkActivities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '5s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
})

/** When the database is away: the server retries, up to five minutes apart, and adds no events. */
const patient = proxyActivities<TalkActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
})

const gateway = proxyActivities<TalkActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '5s', maximumAttempts: 3 },
})

/** Writes a decision; however long the database is away, it is written once. */
export async function recordUntilDone(
  input: Parameters<TalkActivities['record']>[0],
): Promise<Awaited<ReturnType<TalkActivities['record']>>> {
  try {
    return await local.record(input)
  } catch {
    return patient.record(input)
  }
}

/** Whether the personnel file has the plan now; a try that broke off counts as not filed and is looked up next time. */
export async function filePlan(input: { versionId: string }): Promise<boolean> {
  try {
    return (await gateway.filePlan(input)).filed
  } catch {
    return false
  }
}
