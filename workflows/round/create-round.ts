import { condition, workflowInfo } from '@temporalio/workflow'
import { decideRound, isCountDue, nextRoundDue, refuseRoundAct } from '../../domain/round/decide.ts'
import type { RoundEffect, RoundEvent, RoundState } from '../../domain/round/round.ts'
import { createRecorder, type Recorder } from '../recorder.ts'
import { refused } from '../refused.ts'
import { bulk, recordRoundUntilDone } from './activities.ts'
import type { RoundAnswer, RoundCommand, RoundInput } from './round.messages.ts'

/** A round as its workflow holds it: what it was told, and the steps that its story takes. */
export function createRound(input: RoundInput) {
  const { roundId, status: openedIn } = input.state
  let { talksOpened } = input
  /** Facts for the round's talks are rows by now, and were not delivered yet. */
  let hasNews = false
  let wasWoken = false
  const recorder: RoundRecorder = createRecorder(
    input,
    async ({ onBehalfOf: _nobody, ...decision }) => {
      const recorded = await recordRoundUntilDone({ roundId, ...decision })
      // After a crash facts may be written and not delivered: delivering again is harmless.
      hasNews ||= recorded.outcome !== 'recorded' || decision.effects.some(tellsTalks)
      return recorded
    },
    ({ status }) => ({ roundId, status }),
  )

  return {
    get isClosed(): boolean {
      return recorder.state.closed
    },
    /** As a talk's: whether the round has reached another status and has told its talks all there is. */
    get phaseEnded(): boolean {
      const hasEnded = recorder.state.status !== openedIn || workflowInfo().continueAsNewSuggested
      return hasEnded && !hasNews && !recorder.hasJustAnswered
    },
    check: (command: RoundCommand): void => check(recorder.state, command),
    act: (command: RoundCommand): Promise<RoundAnswer> => act(recorder, command),
    wake: (): void => {
      wasWoken = true
      recorder.reconciled()
    },
    view: (): RoundInput => ({ state: recorder.state, version: recorder.version, talksOpened }),

    openTalks: async (): Promise<void> => {
      if (talksOpened) return
      await bulk.openTalks({ roundId })
      talksOpened = true
      // Last year's talks learn of these, and those that were opened in a pause of the pause.
      hasNews = true
    },
    untilDueOrTold: (): Promise<void> =>
      untilMovedOr(recorder, () => wasWoken || hasNews || recorder.state.closed),
    /** Woken, it takes a turn due or not: one that meets the row takes over what reconciling has put there. */
    lookAtRow: async (): Promise<void> => {
      if (!wasWoken) return
      wasWoken = false
      await passTime(recorder, `woken@${recorder.version}`, (state) => !state.closed)
    },
    takeWhatIsDue: async (): Promise<void> => {
      const due = nextRoundDue(recorder.state)
      if (isTimeDue(recorder.state)) await passTime(recorder, `due:${due}@${recorder.version}`, isTimeDue)
    },
    countWhenClosing: (): Promise<void> => countWhenClosing(recorder),
    tellTalks: async (): Promise<void> => {
      if (!hasNews) return
      hasNews = false
      await bulk.deliverRoundFacts()
    },
  }
}

type RoundRecorder = Recorder<RoundState, RoundEffect>

function tellsTalks(effect: RoundEffect): boolean {
  return effect.type === 'tell-talks'
}

/** A validator: synchronous, and a cause that is already known passes, to be answered again. */
function check(state: RoundState, { act: wanted, decisionId }: RoundCommand): void {
  if (state.processed.includes(decisionId)) return
  const code = refuseRoundAct(state, wanted, Date.now())
  if (code !== null) throw refused(code)
}

function act(recorder: RoundRecorder, command: RoundCommand): Promise<RoundAnswer> {
  const { decisionId: id, byPersonId, requestHash, act: wanted } = command
  return recorder.act({ id, event: wanted.type, byPersonId, requestHash }, (state) => {
    const code = refuseRoundAct(state, wanted, Date.now())
    return code === null ? decideRound(state, wanted, Date.now()) : { refused: code }
  })
}

async function untilMovedOr(recorder: RoundRecorder, told: () => boolean): Promise<void> {
  const due = nextRoundDue(recorder.state)
  const isTold = () => told() || nextRoundDue(recorder.state) !== due
  if (due === null) await condition(isTold)
  else if (due > Date.now()) await condition(isTold, due - Date.now())
}

/** Due by the clock alone; counting is due by the clock and the table. */
function isTimeDue(state: RoundState): boolean {
  const due = nextRoundDue(state)
  return due !== null && due <= Date.now() && !isCountDue(state, Date.now())
}

async function passTime(
  recorder: RoundRecorder,
  id: string,
  isWanted: (state: RoundState) => boolean,
): Promise<void> {
  await takeOwn(recorder, id, { type: 'time-passed' }, isWanted)
}

async function countWhenClosing(recorder: RoundRecorder): Promise<void> {
  const isDue = (state: RoundState) => isCountDue(state, Date.now())
  if (!isDue(recorder.state)) return
  const { unaccounted } = await bulk.countUnaccounted({ roundId: recorder.state.roundId })
  await takeOwn(recorder, `counted@${recorder.version}`, { type: 'counted', unaccounted }, isDue)
}

async function takeOwn(
  recorder: RoundRecorder,
  id: string,
  event: RoundEvent,
  isWanted: (state: RoundState) => boolean,
): Promise<void> {
  await recorder.own({ id, event: event.type }, (state) =>
    isWanted(state) ? decideRound(state, event, Date.now()) : null,
  )
}
