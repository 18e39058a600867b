import { executeChild, proxyActivities } from '@temporalio/workflow'
import type { RetentionActivities } from '../../activities/retention-activities.ts'
import { erasureWorkflowId } from '../erasure/erasure.messages.ts'
import { erasureWorkflow } from '../erasure/erasure.workflow.ts'
import { inLongPieces } from '../record.ts'

const night = proxyActivities<RetentionActivities>(inLongPieces)

/** Every night: deletes what is older than HR's months say, kind by kind, then erases those who left long ago. */
export async function retentionWorkflow(): Promise<void> {
  await night.forgetByAge()
  const seen = new Set<string>()
  for (;;) {
    const { personIds } = await night.findLongGone()
    const fresh = personIds.filter((personId) => !seen.has(personId))
    if (fresh.length === 0) return
    for (const personId of fresh) {
      seen.add(personId)
      await erase(personId)
    }
  }
}

/** One that HR has just asked for is under way already. */
async function erase(personId: string): Promise<void> {
  try {
    await executeChild(erasureWorkflow, {
      workflowId: erasureWorkflowId(personId),
      args: [{ personId, again: false }],
    })
  } catch (error) {
    const isUnderWay = error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError'
    if (!isUnderWay) throw error
  }
}
