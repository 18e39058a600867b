import { ApplicationFailure, condition } from '@temporalio/workflow'
import { decideRound, isCountDue, nextRoundDue, refuseRoundAct } from '../../domain/round/decide.ts'
import type { RoundEvent } from '../../domain/round/round.ts'
import { REFUSED } from '../refused.ts'
import { createTurns } from '../turns.ts'
import { bulk, recordRoundUntilDone } from './activities.ts'
import type { RoundAnswer, RoundCommand, RoundInput } from './round.messages.ts'

const REMEMBERED = 30

interface Cause {
  id: string
  event: RoundEvent
  byPersonId?: string
  requestHash?: string
}

/** A round as its workflow holds it; its turns are taken as a talk's are. */
export function createRound(input: RoundInput) {
  let { state, version, talksOpened } = input
  const openedIn = state.status
  let hasNews = false
  let wasWoken = false
  const turns = createTurns()

  async function take({ id, event, byPersonId, requestHash }: Cause, isStillDue = () => true): Promise<void> {
    for (;;) {
      if (state.processed.includes(id) || !isStillDue()) return
      const decision = decideRound(state, event, Date.now())
      const next = { ...decision.state, processed: [...decision.state.processed, id].slice(-REMEMBERED) }
      const recorded = await recordRoundUntilDone({
        roundId: state.roundId,
        expectedVersion: version,
        decisionId: id,
        event: event.type,
        at: Date.now(),
        byPersonId: byPersonId ?? null,
        requestHash: requestHash ?? null,
        answer: requestHash === undefined ? null : { roundId: next.roundId, status: next.status },
        state: next,
        effects: decision.effects,
      })
      if (recorded.outcome === 'behind') {
        wasWoken = false
        await condition(() => wasWoken)
        continue
      }
      version = recorded.version
      state = recorded.outcome === 'recorded' ? next : recorded.snapshot
      // After a crash the facts may be written and not yet delivered: delivering again is harmless.
      hasNews ||=
        recorded.outcome !== 'recorded' || decision.effects.some((effect) => effect.type === 'tell-talks')
      if (recorded.outcome !== 'ahead') return
    }
  }

  return {
    get isClosed(): boolean {
      return state.closed
    },
    get phaseEnded(): boolean {
      return state.status !== openedIn
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
        await take({ id, event: act, byPersonId, requestHash })
        return { roundId: state.roundId, version, status: state.status }
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
    },

    async untilDueOrTold(): Promise<void> {
      const due = nextRoundDue(state)
      const told = () => wasWoken || hasNews || state.closed || nextRoundDue(state) !== due
      if (due === null) await condition(told)
      else if (due > Date.now()) await condition(told, due - Date.now())
      wasWoken = false
    },

    async takeWhatIsDue(): Promise<void> {
      await turns.inTurn(async () => {
        const isDue = () => {
          const due = nextRoundDue(state)
          return due !== null && due <= Date.now() && !isCountDue(state, Date.now())
        }
        if (isDue())
          await take({ id: `due:${nextRoundDue(state)}@${version}`, event: { type: 'time-passed' } }, isDue)
      })
    },

    async countWhenClosing(): Promise<void> {
      if (!isCountDue(state, Date.now())) return
      const { unaccounted } = await bulk.countUnaccounted({ roundId: state.roundId })
      await turns.inTurn(() =>
        take({ id: `counted@${version}`, event: { type: 'counted', unaccounted } }, () =>
          isCountDue(state, Date.now()),
        ),
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

function refused(code: string): ApplicationFailure {
  return ApplicationFailure.create({ message: code, type: REFUSED, nonRetryable: true, details: [code] })
}
