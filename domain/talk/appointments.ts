import { earlierOf, type Instant, laterOf } from '../calendar/day.ts'
import type { AppointmentState, Party, StatusTalkState } from './talk.ts'
import { stands } from './obligations.ts'
import { tell, type Turn } from './turn.ts'

interface OfferedTime {
  appointmentId: string
  startsAt: Instant
  endsAt: Instant
}

/** The leader sets or moves the talk's time, or the employee picks a published slot (R4.2). */
export function setAppointment(turn: Turn, offered: OfferedTime, picked: boolean): void {
  const { talk } = turn
  const before = talk.appointment
  if (before !== null) {
    turn.effects.push({ type: 'appointment-ended', subject: talk.talkId, appointmentId: before.id })
  }
  talk.calendarSequence += 1
  talk.appointment = appointmentOf(turn, offered, talk.calendarSequence, picked)
  talk.confirmDueOn = null
  talk.status = stands(talk) ? 'arranged' : 'invited'
  announce(turn, talk.talkId, talk.appointment)
}

/** Acceptance makes a time stand, whatever the notice. */
export function acceptAppointment(turn: Turn): void {
  const { talk } = turn
  if (talk.appointment === null) return
  talk.appointment.accepted = true
  talk.appointment.otherTimeAsked = false
  talk.status = 'arranged'
  tell(turn, 'time-accepted', 'leader')
}

/** Takes the talk's time away; the same calendar event is cancelled for the parties named. */
export function cancelAppointment(turn: Turn, to: Party[]): void {
  const { talk } = turn
  if (talk.appointment === null) return
  talk.calendarSequence += 1
  retract(turn, talk.talkId, talk.appointment, talk.calendarSequence, to)
  talk.appointment = null
  talk.confirmDueOn = null
  if (['invited', 'arranged', 'to-confirm'].includes(talk.status)) {
    talk.status = talk.outcome === 'postponed' ? 'postponed' : 'awaiting'
  }
}

/** *Invite* is due again five working days later, not before inviteBy, not after the hold date (R6.1). */
export function reopenInvite(turn: Turn): void {
  const { talk, calendar, today } = turn
  const again = calendar.addWorkingDays(today, talk.policy.reinviteWithin)
  talk.inviteDueOn = earlierOf(laterOf(talk.inviteDueOn, again), talk.holdOn)
}

export function setStatusAppointment(turn: Turn, statusTalk: StatusTalkState, offered: OfferedTime): void {
  const before = statusTalk.appointment
  if (before !== null) {
    turn.effects.push({ type: 'appointment-ended', subject: statusTalk.id, appointmentId: before.id })
  }
  statusTalk.calendarSequence += 1
  statusTalk.appointment = appointmentOf(turn, offered, statusTalk.calendarSequence, false)
  announce(turn, statusTalk.id, statusTalk.appointment)
}

export function cancelStatusAppointment(turn: Turn, statusTalk: StatusTalkState, to: Party[]): void {
  if (statusTalk.appointment === null) return
  statusTalk.calendarSequence += 1
  retract(turn, statusTalk.id, statusTalk.appointment, statusTalk.calendarSequence, to)
  statusTalk.appointment = null
}

/** Cancels every time that has not begun and that `hits` names; a leave or leaving date does this at once (R13.2). */
export function cancelTimes(turn: Turn, hits: (appointment: AppointmentState) => boolean, to: Party[]): void {
  const { talk } = turn
  const isHit = (appointment: AppointmentState | null) =>
    appointment !== null && appointment.startsAt > turn.at && hits(appointment)
  if (isHit(talk.appointment)) {
    cancelAppointment(turn, to)
    reopenInvite(turn)
  }
  for (const statusTalk of talk.statusTalks) {
    if (isHit(statusTalk.appointment)) cancelStatusAppointment(turn, statusTalk, to)
  }
}

function appointmentOf(
  turn: Turn,
  offered: OfferedTime,
  sequence: number,
  accepted: boolean,
): AppointmentState {
  const on = turn.calendar.dayOf(offered.startsAt)
  const notice = turn.calendar.workingDaysBetween(turn.today, on)
  return {
    id: offered.appointmentId,
    startsAt: offered.startsAt,
    endsAt: offered.endsAt,
    on,
    invitedOn: turn.today,
    sequence,
    noticeKept: notice >= turn.talk.policy.noticeDays,
    accepted,
    otherTimeAsked: false,
  }
}

function announce(turn: Turn, subject: string, appointment: AppointmentState): void {
  turn.effects.push({ type: 'appointment-current', subject, appointment })
  turn.effects.push({
    type: 'calendar',
    method: 'request',
    subject,
    appointmentId: appointment.id,
    sequence: appointment.sequence,
    to: ['employee', 'leader'],
  })
}

function retract(
  turn: Turn,
  subject: string,
  appointment: AppointmentState,
  sequence: number,
  to: Party[],
): void {
  turn.effects.push({ type: 'appointment-ended', subject, appointmentId: appointment.id })
  turn.effects.push({
    type: 'calendar',
    method: 'cancel',
    subject,
    appointmentId: appointment.id,
    sequence,
    to,
  })
}
