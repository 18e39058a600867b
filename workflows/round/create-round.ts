import { condition, workflowInfo } from '@temporalio/workflow'
import { decideRound, isCountDue, nextRoundDue, refuseRoundAct } from '../../domain/round/decide.ts'
import type { RoundEvent } from '../../domain/round/round.ts'
import { known, orFailTask, remembering } from '../record.ts'
import { refused } from '../refused.ts'
import { createTurns } from '../turns.ts'
import { bulk, recordRoundUntilDone } from './activities.ts'
import type { RoundAnswer, RoundCommand, RoundInput } from './round.messages.ts'

interface Cause {
  id: string
  event: RoundEvent
  byPersonId?: string
  requestHash?: string
}

/** A round as its workflow holds it; its turns are taken as a talk's are. */
export function createRound(input: RoundInput) {
  let { version, talksOpened } = input
  let state = known(input.state)
  const openedIn = state.status
  let hasNews = false
  let wasWoken = false
  let answeredIn = 0
  const turns = createTurns()

  /** As a talk's turn; a cause that is known, or no longer due, changes nothing. */
  async function take({ id, event, ...cause }: Cause, isStillDue = () => true): Promise<unknown> {
    for (;;) {
      if (state.processed.includes(id) || !isStillDue()) return null
      const decision = decideRound(state, event, Date.now())
      const next = remembering(decision.state, id)
      const recorded = await recordRoundUntilDone({
        roundId: state.roundId,
        expectedVersion: version,
        decisionId: id,
        event: event.type,
        at: Date.now(),
        byPersonId: cause.byPersonId ?? null,
        requestHash: cause.requestHash ?? null,
        answer: cause.requestHash === undefined ? null : { roundId: next.roundId, status: next.status },
        state: next,
        effects: decision.effects,
      })
      if (recorded.outcome === 'behind') {
        wasWoken = false
        await condition(() => wasWoken)
        continue
      }
      version = recorded.version
      state = recorded.outcome === 'recorded' ? next : known(recorded.snapshot)
      // After a crash the facts may be written and not yet delivered: delivering again is harmless.
      hasNews ||=
        recorded.outcome !== 'recorded' || decision.effects.some((effect) => effect.type === 'tell-talks')
      if (recorded.outcome === 'known') return recorded.answer
      if (recorded.outcome === 'recorded') return null
    }
  }

  /** A turn that nobody waits for. */
  function takeOwn(cause: Cause, isStillDue: () => boolean): Promise<unknown> {
    return orFailTask(turns.inTurn(() => take(cause, isStillDue)))
  }

  return {
    get isClosed(): boolean {
      return state.closed
    },
    /** As a talk's: whether the round has reached another status and has told its talks all there is. */
    get phaseEnded(): boolean {
      const { continueAsNewSuggested, historyLength } = workflowInfo()
      const hasEnded = state.status !== openedIn || continueAsNewSuggested
      return hasEnded && !hasNews && answeredIn !== historyLength
    },
    check(command: RoundCommand): void {
      if (state.processed.includes(command.decisionId)) return
      const code = refuseRoundAct(state, command.act, Date.now())
      if (code !== null) throw refused(code)
    },
    async act(command: RoundCommand): Promise<RoundAnswer> {
      return turns.inTurn(async () => {
        const { decisionId: id, byPersonId, requestHash, act } = command
        if (!state.processed.includes(id)) {
          const code = refuseRoundAct(state, act, Date.now())
          if (code !== null) throw refused(code)
        }
        const before = await take({ id, event: act, byPersonId, requestHash })
        answeredIn = workflowInfo().historyLength
        return (before as RoundAnswer | null) ?? { roundId: state.roundId, version, status: state.status }
      })
    },
    wake(): void {
      wasWoken = true
    },
    view(): RoundInput {
      return { state, version, talksOpened }
    },

    async openTalks(): Promise<void> {
      if (talksOpened) return
      await bulk.openTalks({ roundId: state.roundId })
      talksOpened = true
      // Last year's talks learn of these, and those that were opened in a pause of the pause.
      hasNews = true
    },

    async untilDueOrTold(): Promise<void> {
      const due = nextRoundDue(state)
      const told = () => wasWoken || hasNews || state.closed || nextRoundDue(state) !== due
      if (due === null) await condition(told)
      else if (due > Date.now()) await condition(told, due - Date.now())
    },

    /** Woken, it takes a turn due or not: one that meets the row takes over what reconciling has put there. */
    async lookAtRow(): Promise<void> {
      if (!wasWoken) return
      wasWoken = false
      await takeOwn({ id: `woken@${version}`, event: { type: 'time-passed' } }, () => !state.closed)
    },

    async takeWhatIsDue(): Promise<void> {
      const isDue = () => {
        const due = nextRoundDue(state)
        return due !== null && due <= Date.now() && !isCountDue(state, Date.now())
      }
      if (!isDue()) return
      const id = `due:${nextRoundDue(state)}@${version}`
      await takeOwn({ id, event: { type: 'time-passed' } }, isDue)
    },

    async countWhenClosing(): Promise<void> {
      if (!isCountDue(state, Date.now())) return
      const { unaccounted } = await bulk.countUnaccounted({ roundId: state.roundId })
      await takeOwn({ id: `counted@${version}`, event: { type: 'counted', unaccounted } }, () =>
        isCountDue(state, Date.now()),
      )
    },

    /** Facts for the round's talks are rows by now; every talk is signalled its own. */
    async tellTalks(): Promise<void> {
      if (!hasNews) return
      hasNews = false
      await bulk.deliverRoundFacts()
    },
  }
}
