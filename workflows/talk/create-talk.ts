import { ApplicationFailure, condition } from '@temporalio/workflow'
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
import { filePlan, recordUntilDone } from './activities.ts'
import { REFUSED } from '../refused.ts'
import { createTurns } from '../turns.ts'
import type { FactMessage, TalkAnswer, TalkCommand, TalkInput, TalkView } from './talk.messages.ts'

/** The causes a state remembers, so that a repeated one passes the validator and finds its recorded answer. */
const REMEMBERED = 30

/** A talk as its workflow holds it: the state as last recorded, and the turns that change it one at a time. */
export function createTalk(input: TalkInput) {
  let { state, version } = input
  const openedIn = phaseOf(state.status)
  const inbox: FactMessage[] = []
  let wasWoken = false
  let wasReconciled = false
  const turns = createTurns()

  /**
   * One turn: decide on the last recorded state, record, and take over what the table then holds. When the row is
   * ahead (a crash after commit) the turn starts again on its snapshot; when it is behind, the talk waits.
   */
  async function take(cause: Cause, decide: (state: TalkState) => Decision | null): Promise<void> {
    for (;;) {
      const decision = decide(state)
      if (decision === null) return
      const next = {
        ...decision.state,
        processed: [...decision.state.processed, cause.id].slice(-REMEMBERED),
      }
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
      if (recorded.outcome === 'recorded') {
        state = next
        version = recorded.version
        return
      }
      if (recorded.outcome === 'behind') {
        wasReconciled = false
        await condition(() => wasReconciled)
        continue
      }
      state = recorded.snapshot
      version = recorded.version
      if (recorded.outcome === 'known') return
    }
  }

  function answer(): TalkAnswer {
    return { talkId: state.talkId, version, status: state.status }
  }

  return {
    get isClosed(): boolean {
      return state.closed
    },
    /** Whether the talk has reached a phase that it did not begin in. */
    get phaseEnded(): boolean {
      return phaseOf(state.status) !== openedIn && inbox.length === 0
    },

    /** A validator: synchronous, and a cause that is already known passes, to be answered again. */
    check(command: TalkCommand): void {
      if (state.processed.includes(command.decisionId)) return
      refuseOrPass(state, command)
    },

    async act(command: TalkCommand): Promise<TalkAnswer> {
      return turns.inTurn(async () => {
        const { decisionId: id, byPersonId, onBehalfOf, requestHash, act } = command
        await take({ id, event: act.type, byPersonId, onBehalfOf, requestHash }, (current) => {
          if (current.processed.includes(id)) return null
          const decided = decideAct(current, act, Date.now())
          if ('refused' in decided) throw refused(decided.refused.code)
          return decided
        })
        return answer()
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
      const told = () => inbox.length > 0 || wasWoken || state.closed || phaseOf(state.status) !== openedIn
      if (!told() && (due === null || due > Date.now())) {
        const isMoved = dueChanges(due)
        if (due === null) await condition(() => told() || isMoved())
        else await condition(() => told() || isMoved(), due - Date.now())
      }
      wasWoken = false
    },

    async takeFacts(): Promise<void> {
      while (inbox.length > 0) {
        const fact = inbox[0] as FactMessage
        const id = `fact:${fact.id}`
        await turns.inTurn(() =>
          take({ id, event: fact.event.type }, (current) =>
            current.processed.includes(id) ? null : decideFact(current, fact, Date.now()),
          ),
        )
        inbox.shift()
      }
    },

    async takeWhatIsDue(): Promise<void> {
      await turns.inTurn(async () => {
        const due = nextTurnDue(state)
        if (due === null || due > Date.now()) return
        await take({ id: `due:${due}@${version}`, event: 'time-passed' }, (current) => {
          const stillDue = nextTurnDue(current)
          if (stillDue === null || stillDue > Date.now()) return null
          return decideTick(current, { type: 'time-passed' }, Date.now())
        })
      })
    },

    /** Tries the gateway outside any turn: people may act while the personnel file is slow. */
    async filePlans(): Promise<void> {
      for (
        let versionId = dueFiling(state, Date.now());
        versionId !== null;
        versionId = dueFiling(state, Date.now())
      ) {
        const id = versionId
        const filed = await filePlan({ versionId: id })
        const type = filed ? 'plan-filed' : 'filing-failed'
        await turns.inTurn(() =>
          take({ id: `${type}:${id}@${version}`, event: type }, (current) =>
            dueFiling(current, Date.now()) === id
              ? decideTick(current, { type, versionId: id }, Date.now())
              : null,
          ),
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

/** A refusal is told as a failure that is never retried and whose detail is the code. */
function refused(code: string): ApplicationFailure {
  return ApplicationFailure.create({ message: code, type: REFUSED, nonRetryable: true, details: [code] })
}
