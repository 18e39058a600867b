import { type Day, laterOf } from '../calendar/day.ts'
import { type ExemptReason, ruleReasons } from '../eligibility.ts'
import { dropAppointment, reopenInvite } from './appointments.ts'
import { dropExtraTimes } from './extras.ts'
import { endLeaveOfStatements } from './filing.ts'
import { resume } from './pause.ts'
import { openPlan } from './plan.ts'
import { leaveOn, hasPassed, isAwaitingTime, isBeforeTalk, restingStatus } from './standing.ts'
import { eligibleFrom, postponeUntil, restartClock, startClock } from './start.ts'
import { dropStatusTime, planStatusTalks, withdrawStatusTalks } from './status-talks.ts'
import type { NotHeldReason } from './talk.ts'
import { tell, type Turn } from './turn.ts'

/** The talk was held: its plan is due, its status talks are set, the employee is asked what they thought of it. */
export function hold(turn: Turn, on: Day): void {
  const { talk } = turn
  if (talk.appointment !== null && talk.appointment.startsAt > turn.at)
    dropAppointment(turn, ['employee', 'leader'])
  Object.assign(talk, { status: 'held', outcome: 'held', outcomeReason: null, heldOn: on })
  Object.assign(talk, { confirmDueOn: null, contradictedOn: null })
  openPlan(turn, on)
  planStatusTalks(turn, on)
  tell(turn, 'evaluate-talk', 'employee')
}

/** The employee says it was not held: the leader is asked again, then the ladder climbs (R6.1). */
export function contradictHeld(turn: Turn): void {
  const { talk, calendar, today } = turn
  const outcome = talk.postponed === null ? null : 'postponed'
  Object.assign(talk, { status: 'to-confirm', outcome, heldOn: null, contradictedOn: today })
  talk.confirmDueOn = calendar.addWorkingDays(today, talk.policy.confirmHeldWithin)
  withdrawStatusTalks(turn)
  tell(turn, 'held-contradicted', 'leader')
}

/**
 * Not held: until the hold date the leader owes a new time; after it *hold* goes on until HR decides (R6.1). What was stopped
 * meanwhile does not begin again.
 */
export function reportNotHeld(turn: Turn): void {
  if (turn.talk.isStopped) return stop(turn)
  dropAppointment(turn, ['employee', 'leader'])
  reopenInvite(turn)
}

/** HR postpones to a date, or until the person returns (R1.5): accounted for in this round, and still alive. */
export function postpone(turn: Turn, until: Day | null): void {
  dropAppointment(turn, ['employee', 'leader'])
  waiveRule(turn)
  postponeUntil(turn, until)
}

export function exempt(turn: Turn, reason: ExemptReason): void {
  endWithoutTalk(turn)
  Object.assign(turn.talk, { status: 'exempt', outcome: 'exempt', outcomeReason: reason, exemptByHr: false })
}

/** Of somebody without a leader HR is told: they are exempt until HR names who holds the talk (R1.5). */
export function exemptByRule(turn: Turn, reason: ExemptReason): void {
  exempt(turn, reason)
  if (reason === 'no-leader') tell(turn, 'no-leader', 'hr')
}

/** A leader who is missing is seen at once; the other rules are asked every morning. */
export function exemptWithoutLeader(turn: Turn): void {
  const { talk } = turn
  if (talk.hasLeader || !isAwaitingTime(talk) || hasPassed(turn, talk.policy.talksTo)) return
  exemptByRule(turn, 'no-leader')
}

/** HR says that the talk is to be held: the rule that exempted, if one did, is not asked again for this person. */
export function withdrawExemption(turn: Turn): void {
  waiveRule(turn)
  reopen(turn)
}

/** HR has decided that the talk is to be held, whatever the rule says that exempted. */
function waiveRule({ talk }: Turn): void {
  if (talk.status !== 'exempt') return
  talk.waivedReason = ruleReasons.find((reason) => reason === talk.outcomeReason) ?? talk.waivedReason
}

/** HR ends the talk; that it was postponed is kept, in case that was a mistake. */
export function setNotHeld(turn: Turn, reason: NotHeldReason): void {
  dropAppointment(turn, ['employee', 'leader'])
  Object.assign(turn.talk, { status: 'not-held', outcome: 'not-held', outcomeReason: reason })
}

/**
 * HR takes its "not held" back: the talk is owed where it stood. As after a time that came to nothing the leader has some
 * days to invite again, or *hold* goes on where its date has passed (R6.1). What the round's dates have become
 * meanwhile counts.
 */
export function withdrawNotHeld(turn: Turn): void {
  const { talk, calendar } = turn
  const { talksTo, leads } = talk.policy
  const outcome = talk.postponed === null ? null : 'postponed'
  Object.assign(talk, { status: restingStatus(talk), outcome, outcomeReason: null })
  if (talk.startsOn === null) return talk.postponed === null ? startClock(turn) : restartClock(turn)
  if (talk.postponed === null)
    talk.holdOn = [talk.holdOn, talksTo, calendar.addWorkingDays(talk.startsOn, leads.hold)].reduce(laterOf)
  reopenInvite(turn)
}

/** HR stops the round or a unit: everyone unfinished ends as "round stopped"; what was held goes on (R1.3, R14.3). */
export function stop(turn: Turn): void {
  resume(turn)
  const { talk } = turn
  talk.isStopped = true
  if (!isBeforeTalk(talk)) return
  endWithoutTalk(turn)
  dropExtraTimes(turn, () => true, ['employee', 'leader'])
  Object.assign(talk, { status: 'stopped', outcome: 'stopped', outcomeReason: null })
}

/** The next round's talk has opened: a postponed one without a standing time ends by itself (R1.5). */
export function takeOver(turn: Turn): void {
  const { talk } = turn
  if (!talk.nextTalkOpened || talk.postponed === null || !isAwaitingTime(talk)) return
  dropAppointment(turn, ['employee', 'leader'])
  talk.status = 'taken-over'
}

/** The last day employed has passed: all stops but the filing of what was agreed (R13.2). */
export function leaveEmployment(turn: Turn): void {
  const { talk } = turn
  if (talk.status === 'left') return
  if (talk.appointment !== null && talk.appointment.startsAt > turn.at) dropAppointment(turn, ['leader'])
  for (const statusTalk of talk.statusTalks) dropStatusTime(turn, statusTalk, ['leader'])
  dropExtraTimes(turn, () => true, ['leader'])
  talk.statusBeforeLeaving = talk.status
  talk.status = 'left'
  endLeaveOfStatements(turn)
  if (talk.outcome === null || talk.outcome === 'postponed') talk.outcome = 'left'
}

/** The resignation is withdrawn, or the last day was another one: the talk goes on where it was (R13.2). */
export function comeBack(turn: Turn): void {
  const { talk, calendar, today } = turn
  if (talk.status !== 'left') return
  const status = talk.statusBeforeLeaving ?? 'awaiting'
  Object.assign(talk, { status, statusBeforeLeaving: null })
  if (talk.outcome === 'left') talk.outcome = talk.postponed === null ? null : 'postponed'
  if (talk.isStopped) stop(turn)
  const dueAgain = (on: Day, days: number) => laterOf(on, calendar.addWorkingDays(today, days))
  const { leads, confirmHeldWithin, approveAfterTurn } = talk.policy
  if (status === 'to-confirm' && talk.confirmDueOn !== null)
    talk.confirmDueOn = dueAgain(talk.confirmDueOn, confirmHeldWithin)
  else if (status === 'postponed' && talk.postponed === 'by-hr' && talk.startsOn !== null) {
    talk.inviteDueOn = dueAgain(talk.inviteDueOn, leads.invite)
    talk.holdOn = dueAgain(talk.holdOn, leads.hold)
  } else if (isAwaitingTime(talk)) reopen(turn)
  if (talk.plan !== null) talk.plan.turnDueOn = dueAgain(talk.plan.turnDueOn, approveAfterTurn)
}

/** A withdrawn resignation or exemption reopens the talk (R13.2): the clock starts again, not before they are eligible. */
export function reopen(turn: Turn): void {
  const { talk, today } = turn
  Object.assign(talk, { status: 'awaiting', outcome: null, outcomeReason: null, postponed: null })
  Object.assign(talk, { startsOn: null, clockFrom: eligibleFrom(turn), exemptByHr: false })
  talk.heldBackFrom = leaveOn(talk, today) === null ? null : today
  startClock(turn)
}

function endWithoutTalk(turn: Turn): void {
  dropAppointment(turn, ['employee', 'leader'])
  turn.talk.postponed = null
}
