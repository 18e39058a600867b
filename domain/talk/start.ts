import { type Day, laterOf } from '../calendar/day.ts'
import { tell, type Turn } from './turn.ts'

/**
 * The person's clock starts on S (R13.3): a due date earlier than S plus its own lead becomes S plus that lead;
 * if *hold* then passes talksTo by more than twenty working days the talk is postponed to S, and HR is told.
 */
export function beginClock(turn: Turn, startsOn: Day): void {
  const { talk, calendar } = turn
  const { policy } = talk
  const hold = laterOf(policy.talksTo, calendar.addWorkingDays(startsOn, policy.leads.hold))
  if (hold > calendar.addWorkingDays(policy.talksTo, policy.holdAfterTalksTo)) {
    postponeFrom(turn, startsOn)
    tell(turn, 'talk-postponed', 'hr')
    return
  }
  talk.startsOn = startsOn
  talk.inviteDueOn = laterOf(policy.inviteBy, calendar.addWorkingDays(startsOn, policy.leads.invite))
  talk.holdOn = hold
}

/** The person is on a leave without a known end: the talk waits for their return (R13.3). */
export function waitForReturn(turn: Turn): void {
  postponeTo(turn, null)
  tell(turn, 'talk-postponed', 'hr')
}

/** Postponed by HR: *invite* is due on the day named, *hold* as much later as its lead is longer (R1.5). */
export function postponeTo(turn: Turn, until: Day | null): void {
  const { talk, calendar } = turn
  Object.assign(talk, { status: 'postponed', outcome: 'postponed', outcomeReason: null })
  if (until === null) {
    talk.startsOn = null
    return
  }
  talk.startsOn ??= turn.today
  talk.inviteDueOn = calendar.onOrAfter(until)
  talk.holdOn = calendar.addWorkingDays(talk.inviteDueOn, talk.policy.leads.hold - talk.policy.leads.invite)
}

function postponeFrom(turn: Turn, startsOn: Day): void {
  const { talk, calendar } = turn
  Object.assign(talk, { status: 'postponed', outcome: 'postponed', outcomeReason: null, startsOn })
  talk.inviteDueOn = calendar.addWorkingDays(startsOn, talk.policy.leads.invite)
  talk.holdOn = calendar.addWorkingDays(startsOn, talk.policy.leads.hold)
}
