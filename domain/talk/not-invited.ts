import type { Day } from '../calendar/day.ts'
import type { TalkState } from './talk.ts'
import { compiled } from './turn.ts'

/**
 * Whether "I have not been invited" speeds the leader's ladder up: from the day *invite* is due, or near the hold date;
 * before, the leader is told and no more (R4.4). Once the hold date has passed its own ladder runs for everybody.
 */
export function isInvitationHastened(
  talk: Pick<TalkState, 'calendar' | 'policy' | 'inviteDueOn' | 'holdOn'>,
  today: Day,
): boolean {
  const near = compiled(talk.calendar).addWorkingDays(talk.holdOn, -talk.policy.notInvited.beforeTalksTo)
  return today >= near || today >= talk.inviteDueOn
}
