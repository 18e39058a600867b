import proto from '@temporalio/proto'
import type { SkippingClient } from '../../scripts/time-skipping.ts'

const { EventType } = proto.temporal.api.enums.v1

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
