import type { Client } from '@temporalio/client'
import type { ErasureList } from '../activities/erasure-list.ts'
import type { Db } from '../db/client.ts'
import { notErased } from '../db/erasure.ts'
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

/** Erases again whom a restored copy has brought back, and answers who that was. Needs a running worker. */
export async function eraseAgain(
  parts: { client: Pick<Client, 'workflow'>; taskQueue: string },
  db: Db,
  erasures: ErasureList,
): Promise<string[]> {
  const back = await notErased(db, await erasures.all())
  for (const personId of back) {
    const answer = await erase(parts, personId, true)
    // Held back before its rows were reached, somebody is on the list no more.
    if ('refused' in answer && (await erasures.all()).includes(personId))
      throw new Error(`person ${personId} was erased, is in the tables again and stays: ${answer.refused}`)
  }
  return back
}
