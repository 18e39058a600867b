import type { Client } from '@temporalio/client'
import {
  type ErasureAnswer,
  type ErasureInput,
  erasureWorkflowId,
} from '../workflows/erasure/erasure.messages.ts'

/** Erases a person by the workflow and waits for its end; one that is under way is waited for. */
export async function erase(
  { client, taskQueue }: { client: Pick<Client, 'workflow'>; taskQueue: string },
  personId: string,
  again: boolean,
): Promise<ErasureAnswer> {
  const input: ErasureInput = { personId, again }
  const handle = await client.workflow.start('erasureWorkflow', {
    workflowId: erasureWorkflowId(personId),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
  return (await handle.result()) as ErasureAnswer
}
