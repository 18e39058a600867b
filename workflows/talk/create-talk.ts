import { condition, log, workflowInfo } from '@temporalio/workflow'
import {
  type Decision,
  decideAct,
  decideFact,
  decideTick,
  dueFiling,
  nextDue,
  nextTurnDue,
} from '../../domain/talk/decide.ts'
import type { TalkEffect } from '../../domain/talk/effects.ts'
import { refuse } from '../../domain/talk/refusals.ts'
import type { TalkState, TalkStatus } from '../../domain/talk/talk.ts'
import { createRecorder, type Recorder } from '../recorder.ts'
import { refused } from '../refused.ts'
import { filePlan, recordUntilDone } from './activities.ts'
import type { FactMessage, TalkAnswer, TalkCommand, TalkInput, TalkView } from './talk.messages.ts'

/** A talk as its workflow holds it: what it was told, and the steps that its story takes. */
export function createTalk(input: TalkInput) {
  const { talkId } = input.state
  const openedIn = phaseOf(input.state.status)
  const recorder: TalkRecorder = createRecorder(
    input,
    (decision) => recordUntilDone({ talkId, ...decision }),
    ({ status }) => ({ talkId, status }),
  )
  const inbox: FactMessage[] = []
  let wasWoken = false
  let looksAtRow = false

  return {
    get isClosed(): boolean {
      return recorder.state.closed
    },
    /**
     * Whether the talk has reached a phase that it did not begin in, or a history that is long enough, and may go on
     * as new now: nothing that was heard is left.
     */
    get phaseEnded(): boolean {
      const hasEnded = phaseOf(recorder.state.status) !== openedIn || workflowInfo().continueAsNewSuggested
      return hasEnded && inbox.length === 0 && !recorder.hasJustAnswered
    },
    check: (command: TalkCommand): void => check(recorder.state, command),
    act: (command: TalkCommand): Promise<TalkAnswer> => act(recorder, command),
    hear: (fact: FactMessage): void => void inbox.push(fact),
    wake: (): void => {
      wasWoken = true
    },
    reconciled: (): void => {
      looksAtRow = true
      recorder.reconciled()
    },
    view: (): TalkView => ({ ...carried(recorder), nextDueAt: nextDue(recorder.state) }),
    carried: (): TalkInput => carried(recorder),

    untilDueOrTold: async (): Promise<void> => {
      await untilMovedOr(recorder, () => inbox.length > 0 || wasWoken || looksAtRow || recorder.state.closed)
      wasWoken = false
    },
    /** A turn that decides nothing meets the row, and takes over what reconciling has put there. */
    lookAtRow: async (): Promise<void> => {
      if (!looksAtRow) return
      looksAtRow = false
      const cause = { id: `reconciled@${recorder.version}`, event: 'reconciled' }
      await recorder.own(cause, (state) => ({ state, effects: [] }))
    },
    takeFacts: (): Promise<void> => takeFacts(recorder, inbox),
    takeWhatIsDue: (): Promise<void> => takeWhatIsDue(recorder),
    filePlans: (): Promise<void> => filePlans(recorder),
  }
}

type TalkRecorder = Recorder<TalkState, TalkEffect>

/**
 * A fact with a day too far to count with is recorded as heard and has no other effect: it must not keep everything
 * after it from being heard. Any other error is a fault of the rules, and waits for rules that are mended.
 */
function decideHeard(state: TalkState, fact: FactMessage): Decision {
  try {
    return decideFact(state, fact, Date.now())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    log.error('a fact was passed over: its days are out of range', { fact: fact.id, kind: fact.event.type })
    return { state, effects: [] }
  }
}

/** Preparation and talk; the plan in the making; what follows it. */
function phaseOf(status: TalkStatus): 'talk' | 'plan' | 'follow-up' {
  if (status === 'held') return 'plan'
  return status === 'agreed' || status === 'not-agreed' ? 'follow-up' : 'talk'
}

function carried({ state, version }: TalkRecorder): TalkInput {
  return { state, version }
}

/** A validator: synchronous, and a cause that is already known passes, to be answered again. */
function check(state: TalkState, { act: wanted, decisionId }: TalkCommand): void {
  if (state.processed.includes(decisionId)) return
  const refusal = refuse(state, wanted, Date.now())
  if (refusal !== null) throw refused(refusal.code)
}

function act(recorder: TalkRecorder, command: TalkCommand): Promise<TalkAnswer> {
  const { decisionId: id, act: wanted, byPersonId, onBehalfOf, requestHash } = command
  return recorder.act({ id, event: wanted.type, byPersonId, onBehalfOf, requestHash }, (state) => {
    const decided = decideAct(state, wanted, Date.now())
    return 'refused' in decided ? { refused: decided.refused.code } : decided
  })
}

/** One timer and one condition: the next due time, or a change that moves it. */
async function untilMovedOr(recorder: TalkRecorder, told: () => boolean): Promise<void> {
  const due = nextDue(recorder.state)
  let seen = recorder.state
  const isMoved = () => {
    if (seen === recorder.state) return false
    seen = recorder.state
    return nextDue(seen) !== due
  }
  if (due === null) await condition(() => told() || isMoved())
  else if (due > Date.now() && !told()) await condition(() => told() || isMoved(), due - Date.now())
}

async function takeFacts(recorder: TalkRecorder, inbox: FactMessage[]): Promise<void> {
  for (let fact = inbox[0]; fact !== undefined; fact = inbox[0]) {
    const heard = fact
    await recorder.own({ id: `fact:${heard.id}`, event: heard.event.type }, (state) =>
      decideHeard(state, heard),
    )
    inbox.shift()
  }
}

async function takeWhatIsDue(recorder: TalkRecorder): Promise<void> {
  const due = nextTurnDue(recorder.state)
  if (due === null || due > Date.now()) return
  await recorder.own({ id: `due:${due}@${recorder.version}`, event: 'time-passed' }, (state) => {
    const stillDue = nextTurnDue(state)
    if (stillDue === null || stillDue > Date.now()) return null
    return decideTick(state, { type: 'time-passed' }, Date.now())
  })
}

/** Tries the gateway outside any turn: people may act while the personnel file is slow. */
async function filePlans(recorder: TalkRecorder): Promise<void> {
  const due = () => dueFiling(recorder.state, Date.now())
  for (let versionId = due(); versionId !== null; versionId = due()) {
    const tried = versionId
    const type = (await filePlan({ versionId: tried })) ? 'plan-filed' : 'filing-failed'
    await recorder.own({ id: `${type}:${tried}@${recorder.version}`, event: type }, (state) =>
      dueFiling(state, Date.now()) === tried
        ? decideTick(state, { type, versionId: tried }, Date.now())
        : null,
    )
  }
}
