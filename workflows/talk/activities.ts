import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { TalkActivities } from '../../activities/talk-activities.ts'
import { atOnce, patiently, untilDone } from '../record.ts'

const local = proxyLocalActivities<TalkActivities>(atOnce)
const patient = proxyActivities<TalkActivities>({ startToCloseTimeout: '30s', retry: patiently })
const gateway = proxyActivities<TalkActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '5s', maximumAttempts: 3 },
})

export function recordUntilDone(
  input: Parameters<TalkActivities['record']>[0],
): ReturnType<TalkActivities['record']> {
  return untilDone(input, local.record, patient.record)
}

/** Whether the personnel file has the plan now; a try that broke off counts as not filed and is looked up next time. */
export async function filePlan(input: { versionId: string }): Promise<boolean> {
  try {
    return (await gateway.filePlan(input)).filed
  } catch {
    return false
  }
}
