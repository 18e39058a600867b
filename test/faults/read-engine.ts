import { WorkflowNotFoundError } from '@temporalio/client'
import { talkViewQuery, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { readableOf } from '../support/histories.ts'
import type { Evidence } from './evidence.ts'
import type { QuickClient } from './quick-client.ts'

/** The engine's side: what talks say, what runs, and what stands in the histories. */
export async function readEngine(
  client: QuickClient,
  taskQueue: string,
  talkIds: readonly string[],
): Promise<Pick<Evidence, 'engine' | 'engineTexts' | 'failedTasks' | 'running'>> {
  const engine: Evidence['engine'] = []
  for (const talkId of talkIds) {
    try {
      const workflow = client.getHandle(talkWorkflowId(talkId))
      const { version, state } = await workflow.query(talkViewQuery)
      engine.push({ talkId, version, status: state.status, runs: await runs(client, talkWorkflowId(talkId)) })
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error
    }
  }
  const running: string[] = []
  const listed = client.list({ query: `TaskQueue = '${taskQueue}' AND ExecutionStatus = 'Running'` })
  // The list comes a little late.
  for await (const { workflowId } of listed) if (await runs(client, workflowId)) running.push(workflowId)
  const { texts, failedTasks } = await readableOf(client, taskQueue)
  return { engine, running, failedTasks, engineTexts: texts }
}

async function runs(client: QuickClient, workflowId: string): Promise<boolean> {
  return (await client.getHandle(workflowId).describe()).status.name === 'RUNNING'
}
