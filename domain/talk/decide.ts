import type { Instant } from '../calendar/day.ts'
import { applyAct } from './acts.ts'
import type { TalkEffect } from './effects.ts'
import {
  type TalkAct,
  talkActTypes,
  type TalkEvent,
  type TalkFact,
  type TalkTick,
  talkTickTypes,
} from './events.ts'
import { actsAtOnce, applyFact } from './facts.ts'
import { nextTryAt } from './filing.ts'
import { nextLadderStepAt, takeDueSteps } from './ladders.ts'
import { settleObligations } from './obligations.ts'
import { filingFailed, planFiled } from './plan.ts'
import { type Refusal, refuseSettled } from './refusals.ts'
import { firstOf, nextSettlementAt, settle } from './settle.ts'
import { isBeforeTalk } from './standing.ts'
import type { TalkState } from './talk.ts'
import { beginTurn, compiled, type Turn } from './turn.ts'

/** What the rules answer to one event: the new state and what shall be done about it. */
export interface Decision {
  state: TalkState
  effects: TalkEffect[]
}

/** Decides an act at an instant, or says why it is refused. */
export function decideAct(state: TalkState, act: TalkAct, at: Instant): Decision | { refused: Refusal } {
  if (state.closed) return { refused: { code: 'talk-closed' } }
  const turn = beginTurn(state, at)
  settle(turn)
  const refused = refuseSettled(turn, act)
  if (refused !== null) return { refused }
  applyAct(turn, act)
  settle(turn)
  return finish(turn)
}

/**
 * Decides a fact. One whose day is still to come is held until then, unless it must act at once (R13.2);
 * a fact with an id the talk already knows changes nothing.
 */
export function decideFact(
  state: TalkState,
  fact: { id: string; effectiveOn: string; event: TalkFact },
  at: Instant,
): Decision {
  if (state.closed) return { state, effects: [] }
  const turn = beginTurn(state, at)
  settle(turn)
  const { talk } = turn
  if (talk.heldFacts.some((held) => held.id === fact.id)) return finish(turn)
  if (fact.effectiveOn > turn.today && !actsAtOnce(fact.event)) {
    talk.heldFacts.push({
      id: fact.id,
      effectiveOn: fact.effectiveOn as TalkState['heldFacts'][number]['effectiveOn'],
      event: fact.event,
    })
    talk.heldFacts.sort((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
    )
  } else applyFact(turn, fact.event)
  settle(turn)
  return finish(turn)
}

/** Decides what the engine reports: the clock reached nextDue, or the gateway answered. */
export function decideTick(state: TalkState, tick: TalkTick, at: Instant): Decision {
  if (state.closed) return { state, effects: [] }
  const turn = beginTurn(state, at)
  settle(turn)
  if (tick.type === 'time-passed') takeDueSteps(turn)
  else if (tick.type === 'plan-filed') planFiled(turn, tick.versionId)
  else filingFailed(turn, tick.versionId)
  return finish(turn)
}

/** Decides any event: refused acts as a value, everything else as a decision. */
export function decide(state: TalkState, event: TalkEvent, at: Instant): Decision | { refused: Refusal } {
  if (isAct(event)) return decideAct(state, event, at)
  if (isTick(event)) return decideTick(state, event, at)
  return decideFact(state, { id: '', effectiveOn: '', event }, at)
}

/** When the talk next has something to do by itself; in the past when the clock is late, null when nothing is pending. */
export function nextDue(state: TalkState): Instant | null {
  return firstOf([nextTurnDue(state), ...state.filings.map((filing) => nextTryAt(state, filing))])
}

/** As `nextDue`, without the tries at filing: when a turn is due that the clock alone causes. */
export function nextTurnDue(state: TalkState): Instant | null {
  if (state.closed) return null
  return firstOf([nextSettlementAt(state, compiled(state.calendar)), nextLadderStepAt(state)])
}

/** The filing whose gateway is to be tried now, if any. */
export function dueFiling(state: TalkState, at: Instant): string | null {
  const due = state.filings.find((filing) => {
    const tryAt = nextTryAt(state, filing)
    return tryAt !== null && tryAt <= at
  })
  return due?.versionId ?? null
}

function finish(turn: Turn): Decision {
  const { talk } = turn
  settleObligations(turn)
  talk.closed = talk.closed || (talk.roundClosed && isNothingOpen(turn))
  if (talk.closed) talk.obligations = []
  return { state: talk, effects: turn.effects }
}

/** The workflow runs until the round is closed and no obligation, plan, filing, status talk, postponed talk or action is open. */
function isNothingOpen({ talk }: Turn): boolean {
  if (talk.filings.some((filing) => filing.status !== 'filed')) return false
  if (talk.status === 'left') return true
  const isPlanOpen = talk.status === 'held'
  const isStatusTalkOpen = talk.statusTalks.some((statusTalk) => statusTalk.status === 'open')
  const isExtraAhead = talk.extras.some((extra) => extra.appointment !== null)
  const isFollowUpOpen = isStatusTalkOpen || isExtraAhead
  return !isBeforeTalk(talk) && !isPlanOpen && !isFollowUpOpen && talk.obligations.length === 0
}

function isAct(event: TalkEvent): event is TalkAct {
  return (talkActTypes as readonly string[]).includes(event.type)
}

function isTick(event: TalkEvent): event is TalkTick {
  return (talkTickTypes as readonly string[]).includes(event.type)
}
