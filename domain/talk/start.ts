import { type Day, laterOf } from '../calendar/day.ts'
import { employedLongEnoughOn, rulesWithout } from '../eligibility.ts'
import { isAwaitingTime, leaveOn, presentFrom } from './standing.ts'
import { meanAsWritten } from './pause.ts'
import type { TalkState } from './talk.ts'
import { tell, type Turn } from './turn.ts'

/** The person's clock starts on S, or waits while they are on a leave without a known end (R13.3). */
export function startClock(turn: Turn): void {
  const startsOn = startOf(turn.talk)
  if (startsOn === null) waitForReturn(turn, 'by-start')
  else beginClock(turn, startsOn)
}

/** The first day the rules hold for the person, today at the earliest; a rule that HR has waived for them does not count. */
export function eligibleFrom({ talk, today }: Turn): Day {
  return laterOf(today, employedLongEnoughOn(talk.employedFrom, rulesWithout(talk.policy, talk.waivedReason)))
}

/** A leave or the first day employed is other than it was: as long as S has not passed, it may be another day now. */
export function restartClock(turn: Turn): void {
  const { talk, today } = turn
  const mayStartAnew = isAwaitingTime(talk) || talk.status === 'arranged'
  const hasStarted = talk.startsOn !== null && (talk.startsOn < today || talk.postponed === 'by-hr')
  if (!mayStartAnew || hasStarted) return
  const start = startOf(talk)
  if (start === null) {
    if (talk.startsOn !== null && talk.status !== 'arranged') waitForReturn(turn, 'by-start')
    return
  }
  const startsOn = laterOf(start, today)
  if (startsOn !== talk.startsOn) beginClock(turn, startsOn)
}

/** HR postpones (R1.5): *invite* is due on the day named and *hold* as much later as its lead is longer; null = on return. */
export function postponeUntil(turn: Turn, until: Day | null): void {
  const { talk, calendar, today } = turn
  if (until === null) {
    talk.heldBackFrom = leaveToReturnFrom(talk, today)
    const startsOn = startOf(talk)
    if (startsOn === null) return waitForReturn(turn, 'by-hr')
    markPostponed(talk, 'by-hr')
    return beginClock(turn, startsOn)
  }
  markPostponed(talk, 'by-hr')
  talk.startsOn ??= today
  talk.inviteDueOn = calendar.onOrAfter(until)
  talk.holdOn = calendar.addWorkingDays(talk.inviteDueOn, talk.policy.leads.hold - talk.policy.leads.invite)
  meanAsWritten(talk, 'invite', 'hold')
}

/** A day of the leave that "on return" means: the one that runs, else the next one known; null where there is none. */
export function leaveToReturnFrom(talk: TalkState, today: Day): Day | null {
  const leave = leaveOn(talk, today) ?? talk.leaves.find((planned) => planned.from > today)
  return leave === undefined ? null : laterOf(leave.from, today)
}

/**
 * S: the latest of orientationOn, the first day employed, the first eligible day, the day the talk opened, and the
 * day after a leave on orientationOn or on the first day employed (R13.3); null while that leave has no known end.
 */
function startOf(talk: TalkState): Day | null {
  const { orientationOn } = talk.policy
  const back = presentFrom(talk, talk.heldBackFrom ?? laterOf(orientationOn, talk.employedFrom))
  return back && [orientationOn, talk.employedFrom, talk.clockFrom, back].reduce(laterOf)
}

/**
 * A due date earlier than S plus its own lead becomes S plus that lead; if *hold* then passes talksTo by more than
 * twenty working days the talk is postponed to S, and HR is told (R13.3).
 */
function beginClock(turn: Turn, startsOn: Day): void {
  const { talk, calendar } = turn
  const { policy } = talk
  // The round speaks to everybody at once, early on the day; whose clock begins that day may have come after it. Told by
  // both, a person is still told once: the two notices have one key.
  const isWithAll = startsOn === policy.orientationOn && turn.today < policy.orientationOn
  talk.orientationOwed = !isOriented(turn) && !isWithAll
  talk.startsOn = startsOn
  talk.inviteDueOn = laterOf(policy.inviteBy, calendar.addWorkingDays(startsOn, policy.leads.invite))
  talk.holdOn = laterOf(policy.talksTo, calendar.addWorkingDays(startsOn, policy.leads.hold))
  talk.obligations = talk.obligations.map((open) =>
    open.obligation === 'invite' && !open.sent ? { ...open, arose: startsOn } : open,
  )
  if (!isAwaitingTime(talk) || talk.postponed === 'by-hr') return
  if (talk.holdOn > calendar.addWorkingDays(policy.talksTo, policy.holdAfterTalksTo)) {
    markPostponed(talk, 'by-start')
    tell(turn, 'talk-postponed', 'hr')
  } else if (talk.postponed !== null) {
    Object.assign(talk, { postponed: null, outcome: null })
    if (talk.status === 'postponed') talk.status = 'awaiting'
  }
}

/** By this talk itself, or by the round on orientationOn. */
function isOriented({ talk, today }: Turn): boolean {
  if (talk.occurrences[`orientation/${talk.talkId}/employee`] !== undefined) return true
  return !talk.orientationOwed && talk.startsOn !== null && talk.startsOn <= today
}

function waitForReturn(turn: Turn, by: 'by-start' | 'by-hr'): void {
  const { talk } = turn
  markPostponed(talk, by)
  talk.orientationOwed = !isOriented(turn)
  talk.startsOn = null
  if (by === 'by-start') tell(turn, 'talk-postponed', 'hr')
}

function markPostponed(talk: TalkState, by: 'by-start' | 'by-hr'): void {
  Object.assign(talk, { postponed: by, outcome: 'postponed', outcomeReason: null })
  if (talk.status !== 'invited') talk.status = 'postponed'
}
