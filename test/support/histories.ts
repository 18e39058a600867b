import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import proto from '@temporalio/proto'
import type { SkippingClient } from '../../scripts/time-skipping.ts'

const { EventType, WorkflowTaskFailedCause } = proto.temporal.api.enums.v1

/** The ids of a workflow's runs, oldest first. */
export async function runsOf(client: SkippingClient, workflowId: string): Promise<string[]> {
  const newest = (await client.getHandle(workflowId).describe()).raw.workflowExecutionInfo
  const runs: string[] = []
  for (let runId = newest?.firstRunId; runId; ) {
    runs.push(runId)
    const { events } = await client.getHandle(workflowId, runId).fetchHistory()
    runId = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined
  }
  return runs
}

/** What the engine's server can read of a workflow's histories, and of what is stored beside them. */
export interface Readable {
  /** How many payloads are encrypted. */
  encrypted: number
  /** Every other text, payloads in the clear among them. */
  texts: string[]
  /** Of every workflow task that failed: whose it was, and the cause. */
  failedTasks: { workflowId: string; cause: string }[]
}

/** Every run of every workflow of a task queue, as the server has it. */
export async function readableOf(client: SkippingClient, taskQueue: string): Promise<Readable> {
  const readable: Readable = { encrypted: 0, texts: [], failedTasks: [] }
  for await (const { workflowId, runId, raw } of client.list({ query: `TaskQueue = '${taskQueue}'` })) {
    collect(JSON.parse(JSON.stringify(raw)), readable)
    const history = await client.getHandle(workflowId, runId).fetchHistory()
    collect(JSON.parse(historyToJSON(history)), readable)
    for (const { workflowTaskFailedEventAttributes: failed } of history.events ?? [])
      if (failed)
        readable.failedTasks.push({ workflowId, cause: WorkflowTaskFailedCause[failed.cause ?? 0] ?? '' })
  }
  return readable
}

function collect(value: unknown, into: Readable): void {
  if (typeof value === 'string') into.texts.push(value)
  if (typeof value !== 'object' || value === null) return
  if (!('metadata' in value && 'data' in value)) {
    for (const part of Object.values(value)) collect(part, into)
    return
  }
  const { encoding } = value.metadata as { encoding: string }
  if (Buffer.from(encoding, 'base64').toString() === 'binary/encrypted') into.encrypted++
  else into.texts.push(Buffer.from(value.data as string, 'base64').toString())
}

/** A player that moves a clock writes these; nobody else does. */
const ofMovedClocks = new Set([
  'WORKFLOW_EXECUTION_OPTIONS_UPDATED',
  'WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED',
])

/** How many events of each kind all runs of a workflow have, without those that a player's clock adds. */
export async function countEvents(
  client: SkippingClient,
  workflowId: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const runId of await runsOf(client, workflowId)) {
    const { events } = await client.getHandle(workflowId, runId).fetchHistory()
    for (const { eventType } of events ?? []) {
      const name = EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? ''
      if (!ofMovedClocks.has(name)) counts[name] = (counts[name] ?? 0) + 1
    }
  }
  return counts
}
