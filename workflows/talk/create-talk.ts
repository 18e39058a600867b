import { condition, workflowInfo } from '@temporalio/workflow'
import {
  type Decision,
  decideAct,
  decideFact,
  decideTick,
  dueFiling,
  nextDue,
  nextTurnDue,
} from '../../domain/talk/decide.ts'
import { refuse } from '../../domain/talk/refusals.ts'
import type { TalkState, TalkStatus } from '../../domain/talk/talk.ts'
import { known, orFailTask, remembering } from '../record.ts'
import { refused } from '../refused.ts'
import { createTurns } from '../turns.ts'
import { filePlan, recordUntilDone } from './activities.ts'
import type { FactMessage, TalkAnswer, TalkCommand, TalkInput, TalkView } from './talk.messages.ts'

/** A talk as its workflow holds it: the state as last recorded, and the turns that change it one at a time. */
export function createTalk(input: TalkInput) {
  let { version } = input
  let state = known(input.state)
  const openedIn = phaseOf(state.status)
  const inbox: FactMessage[] = []
  let wasWoken = false
  let wasReconciled = false
  let looksAtRow = false
  /**
   * The task that last answered an act, by the history's length at its start. Were it also to go on as new, a signal
   * that comes meanwhile would make the server refuse the task, and the person would be told of a failure.
   */
  let answeredIn = 0
  const turns = createTurns()

  /**
   * One turn: decide on the last recorded state, record, and take over what the table then holds. When the row is
   * ahead (a crash after commit) the turn starts again on its snapshot; when it is behind, the talk waits. Answers
   * what an earlier recording of the same cause was answered, if there was one.
   */
  async function take(cause: Cause, decide: (state: TalkState) => Decision | null): Promise<unknown> {
    for (;;) {
      const decision = decide(state)
      if (decision === null) return null
      const next = remembering(decision.state, cause.id)
      const recorded = await recordUntilDone({
        talkId: state.talkId,
        expectedVersion: version,
        decisionId: cause.id,
        event: cause.event,
        at: Date.now(),
        byPersonId: cause.byPersonId ?? null,
        onBehalfOf: cause.onBehalfOf ?? null,
        requestHash: cause.requestHash ?? null,
        answer: cause.requestHash === undefined ? null : { talkId: next.talkId, status: next.status },
        state: next,
        effects: decision.effects,
      })
      if (recorded.outcome === 'behind') {
        wasReconciled = false
        await condition(() => wasReconciled)
        continue
      }
      version = recorded.version
      state = recorded.outcome === 'recorded' ? next : known(recorded.snapshot)
      if (recorded.outcome === 'known') return recorded.answer
      if (recorded.outcome === 'recorded') return null
    }
  }

  /** A turn that nobody waits for. */
  function takeOwn(cause: Cause, decide: (state: TalkState) => Decision | null): Promise<unknown> {
    return orFailTask(turns.inTurn(() => take(cause, decide)))
  }

  function answer(): TalkAnswer {
    return { talkId: state.talkId, version, status: state.status }
  }

  return {
    get isClosed(): boolean {
      return state.closed
    },
    /**
     * Whether the talk has reached a phase that it did not begin in, or a history that is long enough, and may go on
     * as new now: nothing heard is left, and nobody was answered in this very task.
     */
    get phaseEnded(): boolean {
      const { continueAsNewSuggested, historyLength } = workflowInfo()
      const hasEnded = phaseOf(state.status) !== openedIn || continueAsNewSuggested
      return hasEnded && inbox.length === 0 && answeredIn !== historyLength
    },

    /** A validator: synchronous, and a cause that is already known passes, to be answered again. */
    check(command: TalkCommand): void {
      if (state.processed.includes(command.decisionId)) return
      refuseOrPass(state, command)
    },

    async act(command: TalkCommand): Promise<TalkAnswer> {
      return turns.inTurn(async () => {
        const { decisionId: id, byPersonId, onBehalfOf, requestHash, act } = command
        const cause = { id, event: act.type, byPersonId, onBehalfOf, requestHash }
        const before = await take(cause, (current) => {
          if (current.processed.includes(id)) return null
          const decided = decideAct(current, act, Date.now())
          if ('refused' in decided) throw refused(decided.refused.code)
          return decided
        })
        answeredIn = workflowInfo().historyLength
        return (before as TalkAnswer | null) ?? answer()
      })
    },

    hear(fact: FactMessage): void {
      inbox.push(fact)
    },
    wake(): void {
      wasWoken = true
    },
    reconciled(): void {
      wasReconciled = true
      looksAtRow = true
    },
    view(): TalkView {
      return { state, version, nextDueAt: nextDue(state) }
    },
    carried(): TalkInput {
      return { state, version }
    },

    /** One timer and one condition: the next due time, or a change that moves it. */
    async untilDueOrTold(): Promise<void> {
      const due = nextDue(state)
      const told = () => inbox.length > 0 || wasWoken || looksAtRow || state.closed
      if (!told() && (due === null || due > Date.now())) {
        const isMoved = dueChanges(due)
        if (due === null) await condition(() => told() || isMoved())
        else await condition(() => told() || isMoved(), due - Date.now())
      }
      wasWoken = false
    },

    /** A turn that decides nothing meets the row, and takes over what reconciling has put there. */
    async lookAtRow(): Promise<void> {
      if (!looksAtRow) return
      looksAtRow = false
      await takeOwn({ id: `reconciled@${version}`, event: 'reconciled' }, (current) => ({
        state: current,
        effects: [],
      }))
    },

    async takeFacts(): Promise<void> {
      for (let fact = inbox[0]; fact !== undefined; fact = inbox[0]) {
        const heard = fact
        const id = `fact:${heard.id}`
        await takeOwn({ id, event: heard.event.type }, (current) =>
          current.processed.includes(id) ? null : decideFact(current, heard, Date.now()),
        )
        inbox.shift()
      }
    },

    async takeWhatIsDue(): Promise<void> {
      const due = nextTurnDue(state)
      if (due === null || due > Date.now()) return
      await takeOwn({ id: `due:${due}@${version}`, event: 'time-passed' }, (current) => {
        const stillDue = nextTurnDue(current)
        if (stillDue === null || stillDue > Date.now()) return null
        return decideTick(current, { type: 'time-passed' }, Date.now())
      })
    },

    /** Tries the gateway outside any turn: people may act while the personnel file is slow. */
    async filePlans(): Promise<void> {
      for (let id = dueFiling(state, Date.now()); id !== null; id = dueFiling(state, Date.now())) {
        const versionId = id
        const type = (await filePlan({ versionId })) ? 'plan-filed' : 'filing-failed'
        await takeOwn({ id: `${type}:${versionId}@${version}`, event: type }, (current) =>
          dueFiling(current, Date.now()) === versionId
            ? decideTick(current, { type, versionId }, Date.now())
            : null,
        )
      }
    },
  }

  /** Whether the due time is another than when the wait began; asked anew only for a new state. */
  function dueChanges(due: number | null): () => boolean {
    let seen = state
    return () => {
      if (seen === state) return false
      seen = state
      return nextDue(state) !== due
    }
  }
}

interface Cause {
  id: string
  event: string
  byPersonId?: string
  onBehalfOf?: string | null
  requestHash?: string
}

/** Preparation and talk; the plan in the making; what follows it. */
function phaseOf(status: TalkStatus): 'talk' | 'plan' | 'follow-up' {
  if (status === 'held') return 'plan'
  return status === 'agreed' || status === 'not-agreed' ? 'follow-up' : 'talk'
}

function refuseOrPass(state: TalkState, command: TalkCommand): void {
  const refusal = refuse(state, command.act, Date.now())
  if (refusal !== null) throw refused(refusal.code)
}
