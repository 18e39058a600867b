import { addMonths, type Day, earlierOf, laterOf } from '../calendar/day.ts'
import { followLadder } from '../obligation/obligation.ts'
import type { Policy } from '../policy/policy.ts'
import { reopenInvite } from './appointments.ts'
import { moveDueDate } from './due-dates.ts'
import { ladderFor } from './ladders.ts'
import { meanAsWritten } from './pause.ts'
import { hasPassed, isAwaitingTime, isBeforeTalk } from './standing.ts'
import { restartClock } from './start.ts'
import { planStatusTalks } from './status-talks.ts'
import type { DueDate, TalkState } from './talk.ts'
import { adoptCalendar, type Turn } from './turn.ts'

/** HR changes a running round: what was sent is not sent again, and dates move by R14.2. */
export function changePolicy(turn: Turn, given: Policy): void {
  const { talk } = turn
  const policy = withOwnTalksTo(talk, given)
  const before = talk.policy
  const wasOver = isAwaitingTime(talk) && hasPassed(turn, talk.holdOn)
  talk.policy = policy
  adoptCalendar(turn, { ...talk.calendar, closed: policy.closed, quietPeriods: policy.quietPeriods })
  talk.obligations = talk.obligations.map((open) =>
    followLadder(open, ladderFor(before, open), ladderFor(policy, open)),
  )
  if (before.talksTo !== policy.talksTo) meanAsWritten(talk, 'talks-to')
  moveTalkDates(turn, before)
  if (before.orientationOn !== policy.orientationOn) restartClock(turn)
  if (wasOver && !hasPassed(turn, talk.holdOn)) reopenInvite(turn)
  movePlanDate(turn, before)
  moveStatusTalks(turn, before)
}

/** Where a pause of the unit has moved talksTo, it stays there until HR changes the round's. */
function withOwnTalksTo(talk: TalkState, given: Policy): Policy {
  if (talk.talksToMoved?.from === given.talksTo) return { ...given, talksTo: talk.talksToMoved.to }
  talk.talksToMoved = null
  return given
}

/** The round's own dates; a postponed talk has dates of its own. */
function moveTalkDates(turn: Turn, before: Policy): void {
  const { talk, calendar } = turn
  const { policy, startsOn } = talk
  if (startsOn === null || !isBeforeTalk(talk) || talk.postponed !== null) return
  if (before.inviteBy !== policy.inviteBy) {
    const invite = laterOf(policy.inviteBy, calendar.addWorkingDays(startsOn, policy.leads.invite))
    moveAsWritten(turn, 'invite', {
      now: talk.inviteDueOn,
      wanted: invite,
      isLater: policy.inviteBy > before.inviteBy,
    })
  }
  if (before.talksTo !== policy.talksTo) {
    const hold = laterOf(policy.talksTo, calendar.addWorkingDays(startsOn, policy.leads.hold))
    moveAsWritten(turn, 'hold', { now: talk.holdOn, wanted: hold, isLater: policy.talksTo > before.talksTo })
  }
}

function movePlanDate(turn: Turn, before: Policy): void {
  const { talk, calendar } = turn
  const { plan, heldOn, policy } = talk
  if (talk.status !== 'held' || plan === null || heldOn === null || plan.agreedOn !== null) return
  if (before.planAgreedWithin === policy.planAgreedWithin) return
  const wanted = calendar.addWorkingDays(heldOn, policy.planAgreedWithin)
  const isLater = policy.planAgreedWithin > before.planAgreedWithin
  const dueOn = movedTo(turn, { now: plan.dueOn, wanted, isLater })
  if (isLater && dueOn === plan.dueOn) return
  plan.turnDueOn = plan.turnDueOn === plan.dueOn ? dueOn : laterOf(dueOn, plan.turnDueOn)
  plan.dueOn = dueOn
  meanAsWritten(talk, 'plan')
}

/** Open ones without a time move; one that is new in the policy is added. */
function moveStatusTalks(turn: Turn, before: Policy): void {
  const { talk, calendar } = turn
  const { heldOn, policy } = talk
  if (heldOn === null || String(before.statusTalks) === String(policy.statusTalks)) return
  for (const statusTalk of talk.statusTalks) {
    const months = policy.statusTalks[statusTalk.number - 1]
    if (statusTalk.status !== 'open' || statusTalk.appointment !== null || months === undefined) continue
    const wanted = calendar.onOrAfter(addMonths(heldOn, months))
    const isLater = months > (before.statusTalks[statusTalk.number - 1] ?? 0)
    moveDueDate(turn, `status/${statusTalk.id}`, movedTo(turn, { now: statusTalk.dueOn, wanted, isLater }))
  }
  planStatusTalks(turn, heldOn)
}

/** What HR moves is meant as written, but for a date that stays where a leave or a pause has moved it (R14.3). */
function moveAsWritten(turn: Turn, key: DueDate, move: Move): void {
  const on = movedTo(turn, move)
  if (move.isLater && on === move.now) return
  moveDueDate(turn, key, on)
  meanAsWritten(turn.talk, key)
}

interface Move {
  readonly now: Day
  /** The date by the new policy alone. */
  readonly wanted: Day
  /** Whether HR moved the policy's date later. */
  readonly isLater: boolean
}

/**
 * A date moved earlier is at least five working days from today, unless it was sooner already (R14.2). One that a leave or
 * a pause has moved beyond what HR moves later stays (R13.2).
 */
function movedTo({ talk, calendar, today }: Turn, { now, wanted, isLater }: Move): Day {
  if (isLater || wanted >= now) return laterOf(now, wanted)
  const earliest = calendar.addWorkingDays(today, talk.policy.leastAfterMove)
  return laterOf(wanted, earlierOf(now, earliest))
}
