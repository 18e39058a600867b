import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import type { FactMessage, TalkInput } from '../workflows/talk/talk.messages.ts'
import { factSignal, talkWorkflowId, wakeSignal } from '../workflows/talk/talk.messages.ts'
import { type RoundInput, roundWorkflowId, wakeRoundSignal } from '../workflows/round/round.messages.ts'

/** Starting and telling workflows from activities; in tests and the demo the client moves their clocks. */
export interface Engine {
  /** Starts a talk's workflow from its recorded state; one that runs already is left alone. */
  startTalk(input: TalkInput): Promise<void>
  startRound(input: RoundInput): Promise<void>
  /** Each of these says false when no such workflow runs. */
  tellTalk(talkId: string, fact: FactMessage): Promise<boolean>
  wakeTalk(talkId: string): Promise<boolean>
  wakeRound(roundId: string): Promise<boolean>
  /** Ends a workflow where it stands; one that does not run is left alone. */
  stop(workflowId: string): Promise<void>
  /** Asks for the deletion of every run of a workflow there still is, ended or not, and answers which those were. */
  deleteRuns(workflowId: string): Promise<string[]>
}

export function createEngine(client: Pick<Client, 'workflow'>, taskQueue: string): Engine {
  const start = async (type: string, workflowId: string, input: TalkInput | RoundInput) => {
    await client.workflow.start(type, {
      workflowId,
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    })
  }
  const tell = async (send: Promise<void>): Promise<boolean> => {
    try {
      await send
      return true
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false
      throw error
    }
  }
  return {
    startTalk: (input) => start('talkWorkflow', talkWorkflowId(input.state.talkId), input),
    startRound: (input) => start('roundWorkflow', roundWorkflowId(input.state.roundId), input),
    tellTalk: (talkId, fact) =>
      tell(client.workflow.getHandle(talkWorkflowId(talkId)).signal(factSignal, fact)),
    wakeTalk: (talkId) => tell(client.workflow.getHandle(talkWorkflowId(talkId)).signal(wakeSignal)),
    stop: async (workflowId) => {
      const end = async () => {
        await client.workflow.getHandle(workflowId).terminate('the person is erased')
      }
      await tell(end())
    },
    deleteRuns: (workflowId) => deleteRuns(client, workflowId),
    wakeRound: (roundId) => tell(client.workflow.getHandle(roundWorkflowId(roundId)).signal(wakeRoundSignal)),
  }
}

async function deleteRuns(client: Pick<Client, 'workflow'>, workflowId: string): Promise<string[]> {
  const { workflowService, options } = client.workflow
  const runIds = new Set<string>()
  // What is listed follows a moment later than what is there: the newest run is asked for by itself.
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
    runIds.add(runId)
  const newest = await newestRun(client, workflowId)
  if (newest !== null) runIds.add(newest)
  for (const runId of runIds) {
    try {
      await workflowService.deleteWorkflowExecution({
        namespace: options.namespace,
        workflowExecution: { workflowId, runId },
      })
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  return [...runIds]
}

async function newestRun(client: Pick<Client, 'workflow'>, workflowId: string): Promise<string | null> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).runId
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw error
  }
}

/** gRPC's number for what is not there. */
const NOT_FOUND = 5

function isGone(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === NOT_FOUND
}
