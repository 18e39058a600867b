import { condition, defineQuery, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow'
import type { BareActivities } from './activities.ts'
import { type BareInput, bareQueryName } from './settings.ts'

const { record, recordAndMail } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '30s' })

/** Makes one record and waits: the least that a round's start could do for each employee. */
export async function recordAndWaitWorkflow(input: BareInput): Promise<void> {
  await record(input)
  await condition(() => false)
}

/** Waits until its time and makes one record. */
export async function waitAndRecordWorkflow(input: BareInput): Promise<void> {
  await sleep(Math.max(1, (input.dueAt ?? 0) - Date.now()))
  await recordAndMail(input)
}

/** Waits, and answers that it does. */
export async function emptyWorkflow(): Promise<void> {
  setHandler(defineQuery<string>(bareQueryName), () => 'waits')
  await condition(() => false)
}
