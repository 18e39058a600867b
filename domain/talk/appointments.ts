import { earlierOf, laterOf } from '../calendar/day.ts'
import { dropExtraTimes } from './extras.ts'
import { hasPassed, isStanding, restingStatus } from './standing.ts'
import { dropStatusTime } from './status-talks.ts'
import type { AppointmentState, Party } from './talk.ts'
import { acceptTime, type OfferedTime, setTime, takeTime } from './times.ts'
import type { Turn } from './turn.ts'

/** The leader sets or moves the talk's time, or the employee picks a published slot (R4.2). */
export function setAppointment(turn: Turn, offered: OfferedTime, picked: boolean): void {
  const { talk } = turn
  const stood = isStanding(talk.appointment)
  setTime(turn, talk, talk.talkId, offered, picked)
  talk.confirmDueOn = null
  talk.status = isStanding(talk.appointment) ? 'arranged' : 'invited'
  // A time that stood is gone, and the new one does not stand yet.
  if (stood && talk.status === 'invited') reopenInvite(turn)
}

export function acceptAppointment(turn: Turn): void {
  acceptTime(turn, turn.talk, turn.talk.talkId)
  turn.talk.status = 'arranged'
}

/** The leader calls the time off: if it stood, *invite* is open again (R6.1). */
export function callOffAppointment(turn: Turn): void {
  if (dropAppointment(turn, ['employee', 'leader'])) reopenInvite(turn)
}

/** Takes the talk's time away, whoever then owes what. Whether it stood. */
export function dropAppointment(turn: Turn, to: Party[]): boolean {
  const { talk } = turn
  const stood = takeTime(turn, talk, talk.talkId, to)
  talk.confirmDueOn = null
  if (['invited', 'arranged', 'to-confirm'].includes(talk.status)) talk.status = restingStatus(talk)
  return stood
}

/**
 * *Invite* is due again five working days later, not before inviteBy, not after the hold date; after that *hold*
 * goes on until HR decides (R6.1).
 */
export function reopenInvite(turn: Turn): void {
  const { talk, calendar, today } = turn
  if (hasPassed(turn, talk.holdOn)) return
  const again = calendar.addWorkingDays(today, talk.policy.reinviteWithin)
  talk.inviteDueOn = earlierOf(laterOf(talk.inviteDueOn, again), talk.holdOn)
}

/**
 * Cancels every time to come on the days that `hits` names; a leave or a leaving date does this at once (R13.2).
 * Whether the talk's own time was a standing one.
 */
export function cancelTimes(turn: Turn, hits: (on: AppointmentState['on']) => boolean, to: Party[]): boolean {
  const { talk } = turn
  const isHit = (time: AppointmentState | null) => time !== null && time.startsAt > turn.at && hits(time.on)
  for (const statusTalk of talk.statusTalks) {
    if (statusTalk.status === 'open' && isHit(statusTalk.appointment)) dropStatusTime(turn, statusTalk, to)
  }
  dropExtraTimes(turn, hits, to)
  const stood = isHit(talk.appointment) && dropAppointment(turn, to)
  if (stood) reopenInvite(turn)
  return stood
}
