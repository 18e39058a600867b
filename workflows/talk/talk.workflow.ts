import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow'
import { createTalk } from './create-talk.ts'
import {
  factSignal,
  reconciledSignal,
  talkViewQuery,
  type TalkInput,
  type TalkUpdate,
  talkUpdates,
  wakeSignal,
} from './talk.messages.ts'

/**
 * One employee's talk, from the day its round opened until nothing of it is open.
 *
 * It sleeps until the rules' next due time or until it is told something. People's acts arrive as updates and are
 * answered once recorded; what happened to people arrives as facts. Every turn is decided by the rules and written
 * by `record` before the next begins, so the table and this workflow never disagree for longer than one turn. When a
 * phase has ended (the talk was held, the plan was agreed) it continues as new from its plain state when it next moves.
 */
export async function talkWorkflow(input: TalkInput): Promise<void> {
  const talk = createTalk(input)
  for (const update of Object.values(talkUpdates) as TalkUpdate[]) {
    setHandler(update, (command) => talk.act(command), { validator: (command) => talk.check(command) })
  }
  setHandler(factSignal, (fact) => talk.hear(fact))
  setHandler(wakeSignal, () => talk.wake())
  setHandler(reconciledSignal, () => talk.reconciled())
  setHandler(talkViewQuery, () => talk.view())

  while (!talk.isClosed) {
    await talk.untilDueOrTold()
    await talk.lookAtRow()
    await talk.takeFacts()
    await talk.takeWhatIsDue()
    await talk.filePlans()
    if (talk.phaseEnded) await condition(allHandlersFinished)
    // A fact that was heard meanwhile is dealt with first: it would not be carried over.
    if (talk.phaseEnded && !talk.isClosed) await continueAsNew<typeof talkWorkflow>(talk.carried())
  }
  await condition(allHandlersFinished)
}
