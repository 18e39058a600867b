import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow'
import { createRound } from './create-round.ts'
import {
  type RoundInput,
  type RoundUpdate,
  roundUpdates,
  roundViewQuery,
  wakeRoundSignal,
} from './round.messages.ts'

/**
 * One round, from the moment HR starts it until it is closed with everyone accounted for.
 *
 * It opens a talk for each employee on the roster, tells leaders and employees when the year begins, opens the common
 * feedback and the works council's evaluation, and from closesOn asks the table every working day whether somebody is
 * still unaccounted for. The talks are workflows of their own and live on after it.
 */
export async function roundWorkflow(input: RoundInput): Promise<void> {
  const round = createRound(input)
  for (const update of Object.values(roundUpdates) as RoundUpdate[]) {
    setHandler(update, (command) => round.act(command), { validator: (command) => round.check(command) })
  }
  setHandler(wakeRoundSignal, () => round.wake())
  setHandler(roundViewQuery, () => round.view())

  await round.openTalks()
  while (!round.isClosed) {
    await round.untilDueOrTold()
    await round.lookAtRow()
    await round.takeWhatIsDue()
    await round.countWhenClosing()
    await round.tellTalks()
    if (round.phaseEnded) await condition(allHandlersFinished)
    // What was told meanwhile is dealt with first: it would not be carried over.
    if (round.phaseEnded && !round.isClosed) await continueAsNew<typeof roundWorkflow>(round.view())
  }
  await round.tellTalks()
  await condition(allHandlersFinished)
}
