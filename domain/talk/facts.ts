import { handOverActions, reviseActions } from './actions.ts'
import { cancelTimes } from './appointments.ts'
import type { TalkFact } from './events.ts'
import { removeLeave, setLeave } from './leave.ts'
import { changeEligibility, isExemptByRule } from './exemption.ts'
import { comeBack, reopen, stop } from './outcomes.ts'
import { pause, resume } from './pause.ts'
import { changePolicy } from './policy-change.ts'
import { isBeforeTalk } from './standing.ts'
import { replaceStatusTalks } from './status-talks.ts'
import type { TalkState } from './talk.ts'
import { adoptCalendar, tell, type Turn } from './turn.ts'

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
      return removeLeave(turn, fact.leaveId)
    case 'leader-changed':
      return changeLeader(turn, fact.hasLeader)
    case 'unit-changed':
      // Dates already set stay; the talk stays under its round's policy (R13.2).
      return adoptCalendar(turn, {
        ...fact.calendar,
        closed: talk.policy.closed,
        quietPeriods: talk.policy.quietPeriods,
      })
    case 'change-withdrawn':
      talk.heldFacts = talk.heldFacts.filter(
        (held) => held.event.type !== fact.of || held.effectiveOn !== fact.on,
      )
      return
    case 'leaves':
      return setLastDay(turn, fact.lastDay)
    case 'leaving-withdrawn':
      talk.lastDay = null
      return comeBack(turn)
    case 'eligibility-changed':
      return changeEligibility(turn, fact.exemptReason, fact.employedFrom)
    case 'policy-changed':
      return changePolicy(turn, fact.policy)
    default:
      return applyRoundFact(turn, fact)
  }
}

type RoundFact = Extract<
  TalkFact,
  {
    type:
      | 'paused'
      | 'resumed'
      | 'stopped'
      | 'round-closed'
      | 'next-talk-opened'
      | 'next-talk-arranged'
      | 'actions-revised'
  }
>

/** What HR did to the round, or the round before or after it brings. */
function applyRoundFact(turn: Turn, fact: RoundFact): void {
  const { talk } = turn
  switch (fact.type) {
    case 'paused':
      return pause(turn)
    case 'resumed':
      return resume(turn, fact.roundTalksTo)
    case 'stopped':
      return stop(turn)
    case 'round-closed':
      // What is still open goes on to its own end, and nobody will resume a round that is closed.
      resume(turn)
      talk.roundClosed = true
      return
    case 'next-talk-opened':
      handOverActions(turn, fact.actionIds)
      talk.nextTalkOpened ||= fact.sameKind
      return
    case 'next-talk-arranged':
      return replaceStatusTalks(turn)
    case 'actions-revised':
      return reviseActions(turn, fact.actions, fact.dropped)
  }
}

function setLastDay(turn: Turn, lastDay: NonNullable<TalkState['lastDay']>): void {
  turn.talk.lastDay = lastDay
  if (lastDay >= turn.today) comeBack(turn)
  cancelTimes(turn, (on) => on > lastDay, ['employee', 'leader'])
}

/** The new leader has everything open from today, and a digest that lists it all (R13.2). */
function changeLeader(turn: Turn, hasLeader: boolean): void {
  const { talk, today } = turn
  talk.hasLeader = hasLeader
  if (!hasLeader) return
  talk.leaderSince = today
  // The old leader's notes are not the new one's.
  if (isBeforeTalk(talk)) talk.ready.leader = false
  if (isExemptByRule(talk) && talk.outcomeReason === 'no-leader' && !talk.isStopped) reopen(turn)
  const hasContent = talk.status !== 'left' && (talk.plan !== null || talk.actions.length > 0)
  if (talk.obligations.length > 0 || hasContent) tell(turn, 'hand-over', 'leader')
}
