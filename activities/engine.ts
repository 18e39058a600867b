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
    wakeRound: (roundId) => tell(client.workflow.getHandle(roundWorkflowId(roundId)).signal(wakeRoundSignal)),
  }
}
