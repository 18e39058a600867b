import { addDays, type Day, type Instant, laterOf } from '../calendar/day.ts'
import { spread } from '../derived-id.ts'
import {
  type LadderContext,
  nextStepAt,
  type ObligationState,
  type Owed,
  reconcile,
  takeDueStep,
  type TakenStep,
} from '../obligation/obligation.ts'
import { ladderOf } from '../policy/ladder.ts'
import { compiled } from '../talk/turn.ts'
import { changePolicy, resume } from './pause.ts'
import type {
  RoundAct,
  RoundDecision,
  RoundEffect,
  RoundEvent,
  RoundNotice,
  RoundOpening,
  RoundRefusalCode,
  RoundState,
} from './round.ts'

/** HR starts the round: kick-off, orientation and the later ladders follow by themselves. */
export function openRound(opening: RoundOpening): RoundDecision {
  const calendar = compiled(opening.calendar)
  const startedOn = calendar.dayOf(opening.startedAt)
  const state: RoundState = {
    schema: 1,
    roundId: opening.roundId,
    status: 'scheduled',
    policy: opening.policy,
    calendar: opening.calendar,
    startedOn,
    kickedOff: false,
    // Whoever starts after the orientation day is oriented by their own talk (R13.3).
    oriented: startedOn > opening.policy.orientationOn,
    groupFeedbackOpened: false,
    evaluationDiscussedOn: null,
    pausedOn: null,
    meantAsWritten: [],
    countedOn: null,
    obligations: [],
    occurrences: {},
    processed: [],
    closed: false,
  }
  const effects: RoundEffect[] = []
  owe(state, startedOn)
  return { state, effects }
}

/** Why an act on a round is refused, or null. */
export function refuseRoundAct(state: RoundState, act: RoundAct, at: Instant): RoundRefusalCode | null {
  if (state.closed || state.status === 'stopped') return 'round-ended'
  switch (act.type) {
    case 'pause':
      return state.pausedOn === null ? null : 'round-already-paused'
    case 'resume':
      return state.pausedOn === null ? 'round-not-paused' : null
    case 'close':
      if (state.status !== 'closing') return 'round-not-closing'
      return act.unaccounted > 0 ? 'someone-unaccounted-for' : null
    case 'discuss-evaluation':
      return act.on > compiled(state.calendar).dayOf(at) ? 'discussed-in-the-future' : null
    default:
      return null
  }
}

/** Decides one event of a round; an act that is refused changes nothing. */
export function decideRound(before: RoundState, event: RoundEvent, at: Instant): RoundDecision {
  const state: RoundState = {
    ...before,
    obligations: [...before.obligations],
    occurrences: { ...before.occurrences },
  }
  const today = compiled(state.calendar).dayOf(at)
  const effects: RoundEffect[] = []
  if (event.type === 'time-passed') passTime(state, at, today, effects)
  else if (event.type === 'counted') {
    state.countedOn = today
    if (event.unaccounted === 0 && state.status === 'closing') close(state, effects)
  } else applyRoundAct(state, event, today, effects)
  owe(state, today)
  return { state, effects }
}

/** When the round next has something to do by itself. */
export function nextRoundDue(state: RoundState): Instant | null {
  if (state.closed || state.pausedOn !== null) return null
  const calendar = compiled(state.calendar)
  const days: Day[] = []
  if (!state.kickedOff) days.push(kickOffDay(state))
  if (!state.oriented) days.push(state.policy.orientationOn)
  if (!state.groupFeedbackOpened) days.push(addDays(state.policy.talksTo, 1))
  if (state.status !== 'stopped') days.push(nextCountOn(state))
  const context = contextOf(state)
  const instants = days.map((on) => context.stepAt(calendar.onOrAfter(on)))
  for (const obligation of state.obligations) {
    const next = nextStepAt(obligation, context)
    if (next !== null) instants.push(next)
  }
  return instants.length === 0 ? null : Math.min(...instants)
}

/** Whether the table is to be asked now who is not accounted for. */
export function isCountDue(state: RoundState, at: Instant): boolean {
  const calendar = compiled(state.calendar)
  return (
    state.status === 'closing' &&
    !state.closed &&
    contextOf(state).stepAt(calendar.onOrAfter(nextCountOn(state))) <= at
  )
}

function applyRoundAct(state: RoundState, act: RoundAct, today: Day, effects: RoundEffect[]): void {
  const tell = (fact: Extract<RoundEffect, { type: 'tell-talks' }>['fact']) =>
    effects.push({ type: 'tell-talks', fact })
  if (act.type === 'pause') {
    state.pausedOn = today
    tell('paused')
  } else if (act.type === 'resume') {
    resume(state, today)
    tell('resumed')
  } else if (act.type === 'stop') {
    state.status = 'stopped'
    state.pausedOn = null
    tell('stopped')
    closeStopped(state, effects)
  } else if (act.type === 'change-policy') {
    changePolicy(state, act.policy, today)
    tell('policy-changed')
  } else if (act.type === 'discuss-evaluation') state.evaluationDiscussedOn = act.on
  else close(state, effects)
}

/** A stopped round ends at once: everyone unfinished is accounted for as "round stopped". */
function closeStopped(state: RoundState, effects: RoundEffect[]): void {
  state.closed = true
  state.obligations = []
  effects.push({ type: 'tell-talks', fact: 'round-closed' })
}

function close(state: RoundState, effects: RoundEffect[]): void {
  state.status = 'closed'
  state.closed = true
  effects.push({ type: 'tell-talks', fact: 'round-closed' })
}

function passTime(state: RoundState, at: Instant, today: Day, effects: RoundEffect[]): void {
  if (state.pausedOn !== null || state.closed) return
  const context = contextOf(state)
  const has = (on: Day) => context.stepAt(context.calendar.onOrAfter(on)) <= at
  if (!state.kickedOff && has(kickOffDay(state))) {
    state.kickedOff = true
    if (state.status === 'scheduled') state.status = 'running'
    effects.push(information('leaders', 'kick-off', state.policy.talksFrom))
  }
  if (!state.oriented && has(state.policy.orientationOn)) {
    state.oriented = true
    effects.push(information('employees', 'orientation', null))
  }
  if (!state.groupFeedbackOpened && has(addDays(state.policy.talksTo, 1))) {
    state.groupFeedbackOpened = true
    effects.push({ type: 'open-group-feedback' })
  }
  if (state.status === 'running' && has(state.policy.closesOn)) state.status = 'closing'
  owe(state, today)
  state.obligations = state.obligations.map((obligation) => {
    const { obligation: after, taken } = takeDueStep(obligation, context, at, today)
    if (taken !== null) effects.push(...noticesOf(obligation, taken))
    return after
  })
}

function owe(state: RoundState, today: Day): void {
  const owed: Owed[] = []
  const { policy, roundId } = state
  const due = (on: Day) => compiled(state.calendar).onOrAfter(on)
  if (state.groupFeedbackOpened && !state.closed) {
    owed.push({
      obligation: 'group-feedback',
      subject: roundId,
      owedBy: 'leader',
      dueOn: due(policy.groupFeedbackBy),
      moved: 'from-overdue',
    })
  }
  const discussed = state.evaluationDiscussedOn !== null || state.closed
  if (!discussed) {
    const arose = state.startedOn
    owed.push({
      obligation: 'evaluation',
      subject: roundId,
      owedBy: 'hr',
      dueOn: due(policy.evaluationBy),
      arose,
      moved: 'from-overdue',
    })
  }
  state.obligations = reconcile(state.obligations, owed, state.occurrences, today, (o) =>
    ladderOf(policy, o.obligation),
  )
}

function noticesOf(obligation: ObligationState, taken: TakenStep): RoundNotice[] {
  const base = {
    type: 'round-notice' as const,
    obligation: obligation.obligation,
    occurrence: obligation.occurrence,
    step: taken.step.step,
    dueOn: obligation.dueOn,
    reminder: taken.step.reminder,
    position: taken.position,
    distance: taken.distance,
    whileOpen: true,
  }
  if (obligation.obligation === 'evaluation') return [{ ...base, to: 'hr' }]
  if (taken.step.audience === 'leaders-leader') return [{ ...base, to: 'teams-leaders-leaders' }]
  return [{ ...base, to: taken.step.audience === 'hr' ? 'teams-hr' : 'teams' }]
}

function information(
  to: RoundNotice['to'],
  obligation: 'kick-off' | 'orientation',
  dueOn: Day | null,
): RoundNotice {
  const plain = { occurrence: 1, step: 'told', reminder: false, position: 0, distance: 0, whileOpen: false }
  return { type: 'round-notice', to, obligation, dueOn, ...plain }
}

function kickOffDay(state: RoundState): Day {
  return laterOf(state.policy.leaderKickoffOn, state.startedOn)
}

/** From closesOn on the round looks every working day whether everyone is accounted for. */
function nextCountOn(state: RoundState): Day {
  const { closesOn } = state.policy
  return state.countedOn === null
    ? closesOn
    : compiled(state.calendar).addWorkingDays(laterOf(state.countedOn, closesOn), 1)
}

function contextOf(state: RoundState): LadderContext {
  const calendar = compiled(state.calendar)
  const { from, to } = state.policy.stepWindow
  const minutes = from + spread(state.roundId, Math.max(1, to - from))
  return {
    calendar,
    needs: state.policy.reminderNeeds,
    ladderOf: (obligation) => ladderOf(state.policy, obligation.obligation),
    stepAt: (on) => calendar.instantOf(on, minutes),
    shift: (_obligation, _step, on) => on,
  }
}
