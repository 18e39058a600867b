import { type Day, earlierOf, laterOf } from '../calendar/day.ts'
import { addDays } from '../calendar/day.ts'
import type { Policy } from '../policy/policy.ts'
import { cancelAppointment, cancelTimes } from './appointments.ts'
import { countPause } from './due-dates.ts'
import type { TalkFact } from './events.ts'
import { isAwaitingTime } from './obligations.ts'
import { exempt, reopen, stop } from './outcomes.ts'
import { beginClock, waitForReturn } from './start.ts'
import { leaveOn, tell, type Turn } from './turn.ts'

/** What must act at once although its day is still to come; everything else waits for its day (R13.2). */
export function actsAtOnce(fact: TalkFact): boolean {
  return ['leave-set', 'leave-removed', 'leaves', 'leaving-withdrawn', 'change-withdrawn'].includes(fact.type)
}

/** Facts are never refused: each has an answer in every state, if only that nothing changes. */
export function applyFact(turn: Turn, fact: TalkFact): void {
  const { talk } = turn
  switch (fact.type) {
    case 'leave-set':
      return setLeave(turn, fact.leaveId, fact.from, fact.to)
    case 'leave-removed':
      talk.leaves = talk.leaves.filter((leave) => leave.id !== fact.leaveId)
      return startAfterLeave(turn)
    case 'leader-changed':
      return changeLeader(turn, fact.hasLeader)
    case 'unit-changed':
      talk.calendar = fact.calendar
      return
    case 'change-withdrawn':
      talk.heldFacts = talk.heldFacts.filter(
        (held) => held.event.type !== fact.of || held.effectiveOn !== fact.on,
      )
      return
    case 'leaves':
      talk.lastDay = fact.lastDay
      return cancelTimes(turn, (appointment) => appointment.on > fact.lastDay, ['employee', 'leader'])
    case 'leaving-withdrawn':
      return withdrawLeaving(turn)
    case 'eligibility-changed':
      return changeEligibility(turn, fact.exemptReason)
    case 'policy-changed':
      return changePolicy(turn, fact.policy)
    case 'paused':
      talk.pausedOn ??= turn.today
      return
    case 'resumed':
      return resume(turn)
    case 'stopped':
      return stop(turn)
    case 'round-closed':
      talk.roundClosed = true
      return
    case 'next-talk-opened':
      return handOnActions(turn, fact.actionIds, fact.sameKind)
    case 'next-talk-arranged':
      return replaceStatusTalks(turn)
  }
}

function setLeave(turn: Turn, id: string, from: Day, to: Day | null): void {
  const { talk, today } = turn
  const known = talk.leaves.find((leave) => leave.id === id)
  // A fact dated in the past acts from the day it is known: a leave already over moves nothing.
  const left = to !== null && to < today ? {} : null
  if (known === undefined) talk.leaves.push({ id, from, to, left })
  else Object.assign(known, { from, to })
  const within = (on: Day) => on >= from && (to === null || on <= to)
  cancelTimes(
    turn,
    (appointment) => within(appointment.on),
    today >= from ? ['leader'] : ['employee', 'leader'],
  )
  startAfterLeave(turn)
}

/** S is the day after a leave that ran on orientationOn or on the first day employed (R13.3). */
function startAfterLeave(turn: Turn): void {
  const { talk } = turn
  if (!isAwaitingTime(talk)) return
  const reference = talk.startsOn ?? talk.heldBackFrom
  if (reference === null || (talk.startsOn !== null && turn.today > talk.startsOn)) return
  const leave = leaveOn(talk, reference)
  if (leave === null) {
    if (talk.startsOn !== null) return
    beginAnew(turn, laterOf(reference, turn.today))
  } else if (leave.to === null) {
    talk.heldBackFrom = reference
    talk.orientationOwed = true
    if (talk.startsOn !== null) waitForReturn(turn)
  } else beginAnew(turn, addDays(leave.to, 1))
}

function beginAnew(turn: Turn, startsOn: Day): void {
  const { talk } = turn
  if (talk.startsOn === startsOn) return
  talk.orientationOwed = true
  talk.heldBackFrom = null
  Object.assign(talk, { status: 'awaiting', outcome: null })
  beginClock(turn, startsOn)
}

function changeLeader(turn: Turn, hasLeader: boolean): void {
  const { talk, today } = turn
  const wasWithout = !talk.hasLeader
  talk.hasLeader = hasLeader
  if (!hasLeader) return
  talk.leaderSince = today
  if (talk.outcome === null || talk.outcome === 'postponed') talk.ready.leader = false
  if (wasWithout && talk.outcome === 'exempt' && talk.outcomeReason === 'no-leader') reopen(turn)
  if (talk.obligations.length > 0 || talk.plan !== null || talk.actions.length > 0)
    tell(turn, 'hand-over', 'leader')
}

function withdrawLeaving(turn: Turn): void {
  const { talk } = turn
  talk.lastDay = null
  if (talk.status !== 'left') return
  if (talk.heldOn === null) return reopen(turn)
  talk.status = talk.statusBeforeLeaving ?? 'held'
}

/** Tested at each fact and finally on talksTo: a rule's exemption comes and goes until then (R13.2). */
function changeEligibility(turn: Turn, reason: Parameters<typeof exempt>[1] | null): void {
  const { talk, today } = turn
  if (today > talk.policy.talksTo) return
  if (reason === null && talk.status === 'exempt' && talk.outcomeReason !== 'employee-declined') reopen(turn)
  if (reason !== null && isAwaitingTime(talk)) exempt(turn, reason)
}

/** New dates: nothing already sent is sent again; a date moved earlier is at least five working days off (R14.2). */
function changePolicy(turn: Turn, policy: Policy): void {
  const { talk, calendar, today } = turn
  const before = talk.policy
  talk.policy = policy
  talk.calendar = { ...talk.calendar, closed: policy.closed, quietPeriods: policy.quietPeriods }
  const earliest = calendar.addWorkingDays(today, policy.leastAfterMove)
  const moved = (now: Day, wanted: Day) => (wanted < now ? laterOf(wanted, earlierOf(now, earliest)) : wanted)
  if (talk.startsOn !== null && talk.outcome === null) {
    if (before.inviteBy !== policy.inviteBy) {
      const lead = calendar.addWorkingDays(talk.startsOn, policy.leads.invite)
      talk.inviteDueOn = moved(talk.inviteDueOn, laterOf(policy.inviteBy, lead))
      if (talk.pausedOn !== null) talk.meantAsWritten.push('invite')
    }
    if (before.talksTo !== policy.talksTo) {
      const lead = calendar.addWorkingDays(talk.startsOn, policy.leads.hold)
      talk.holdOn = moved(talk.holdOn, laterOf(policy.talksTo, lead))
      if (talk.pausedOn !== null) talk.meantAsWritten.push('hold')
    }
  }
  if (talk.status === 'held' && talk.plan !== null && talk.heldOn !== null) {
    if (before.planAgreedWithin === policy.planAgreedWithin) return
    const dueOn = moved(talk.plan.dueOn, calendar.addWorkingDays(talk.heldOn, policy.planAgreedWithin))
    talk.plan.turnDueOn = laterOf(
      dueOn,
      talk.plan.turnDueOn === talk.plan.dueOn ? dueOn : talk.plan.turnDueOn,
    )
    talk.plan.dueOn = dueOn
    if (talk.pausedOn !== null) talk.meantAsWritten.push('plan')
  }
}

function resume(turn: Turn): void {
  const { talk } = turn
  if (talk.pausedOn === null) return
  countPause(turn, talk.pausedOn)
  talk.pausedOn = null
  talk.meantAsWritten = []
}

/** The next round's talk reminds about the actions from now on; a postponed talk without a time is taken over (R1.5, R9.3). */
function handOnActions(turn: Turn, actionIds: string[], sameKind: boolean): void {
  const { talk } = turn
  talk.actions = talk.actions.filter((action) => !actionIds.includes(action.id))
  if (
    sameKind &&
    (talk.status === 'postponed' || (talk.outcome === 'postponed' && talk.status === 'invited'))
  ) {
    cancelAppointment(turn, ['employee', 'leader'])
    talk.status = 'taken-over'
  }
}

function replaceStatusTalks(turn: Turn): void {
  for (const statusTalk of turn.talk.statusTalks) {
    if (statusTalk.status !== 'open') continue
    statusTalk.status = 'replaced'
    turn.effects.push({ type: 'status-talk-changed', statusTalk })
  }
}
