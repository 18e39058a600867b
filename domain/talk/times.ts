import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/day.ts'
import type { Policy } from '../policy/policy.ts'
import { isStanding, presentFrom } from './standing.ts'
import type { AppointmentState, Party, StatusTalkState, TalkState } from './talk.ts'
import { tell, type Turn } from './turn.ts'

/** A time as the leader offers it, for the talk or for a status talk: both are invited alike (R9.1). */
export interface OfferedTime {
  appointmentId: string
  startsAt: Instant
  endsAt: Instant
}

/** What has a time: the talk itself, or one of its status talks. */
export type Timed = Pick<StatusTalkState, 'appointment' | 'calendarSequence'>

/** Gives the talk or status talk its time, or another one: the same calendar event, one number later (R4.2). */
export function setTime(
  turn: Turn,
  timed: Timed,
  subject: string,
  offered: OfferedTime,
  picked: boolean,
): void {
  const before = timed.appointment
  if (before !== null) turn.effects.push({ type: 'appointment-ended', subject, appointmentId: before.id })
  timed.calendarSequence += 1
  const appointment = appointmentOf(turn, offered, timed.calendarSequence, picked)
  timed.appointment = appointment
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

/** Takes a time away; unless it has begun, its calendar event is cancelled for the parties named. Whether it stood. */
export function takeTime(turn: Turn, timed: Timed, subject: string, to: Party[]): boolean {
  const { appointment } = timed
  if (appointment === null) return false
  timed.appointment = null
  turn.effects.push({ type: 'appointment-ended', subject, appointmentId: appointment.id })
  if (appointment.startsAt > turn.at) {
    timed.calendarSequence += 1
    const sequence = timed.calendarSequence
    turn.effects.push({
      type: 'calendar',
      method: 'cancel',
      subject,
      appointmentId: appointment.id,
      sequence,
      to,
    })
  }
  return isStanding(appointment)
}

/** Acceptance makes a time stand, whatever the notice. */
export function acceptTime(turn: Turn, timed: Timed, subject: string): void {
  if (timed.appointment === null) return
  timed.appointment.accepted = true
  timed.appointment.otherTimeAsked = false
  tell(turn, 'time-accepted', 'leader', subject)
}

/** "Another time, please" leaves the time as it is until the leader moves it; said again it tells nothing new. */
export function askOtherTime(turn: Turn, timed: Timed, subject: string): void {
  if (timed.appointment === null || timed.appointment.otherTimeAsked) return
  timed.appointment.otherTimeAsked = true
  tell(turn, 'other-time-asked', 'leader', subject)
}

/** When an unanswered time at short notice is withdrawn; null when it stands. */
export function withdrawalAt(
  appointment: AppointmentState | null,
  talk: TalkState,
  calendar: Calendar,
): Instant | null {
  if (appointment === null || isStanding(appointment)) return null
  return lastAnswerAt(appointment.startsAt, talk, talk.policy, calendar)
}

/**
 * Until when a time at short notice may be answered: noon on the last working day before it (R4.2). Who is on leave then
 * has not been told of it (R13.2) and could not answer, so it is not withdrawn from under them: they have until noon on
 * their first day back, at most until the time itself begins.
 */
export function lastAnswerAt(
  startsAt: Instant,
  talk: Pick<TalkState, 'leaves'>,
  { answerBy }: Pick<Policy, 'answerBy'>,
  calendar: Calendar,
): Instant {
  const lastDay = calendar.addWorkingDays(calendar.dayOf(startsAt), -1)
  const present = presentFrom(talk, lastDay)
  if (present === null) return startsAt
  return Math.min(calendar.instantOf(calendar.onOrAfter(present), answerBy), startsAt)
}

/**
 * Notice = working days after the day of the invitation up to and including the talk's (R4.2). Who is on leave is told
 * of it on the first day back (R13.2), and notice counts from then.
 */
export function isNoticeKept({ talk, calendar, today }: Turn, startsAt: Instant): boolean {
  const toldOn = presentFrom(talk, today)
  if (toldOn === null) return false
  return calendar.workingDaysBetween(toldOn, calendar.dayOf(startsAt)) >= talk.policy.noticeDays
}

function appointmentOf(
  turn: Turn,
  { appointmentId, startsAt, endsAt }: OfferedTime,
  sequence: number,
  accepted: boolean,
): AppointmentState {
  return {
    id: appointmentId,
    startsAt,
    endsAt,
    on: turn.calendar.dayOf(startsAt),
    invitedOn: turn.today,
    sequence,
    noticeKept: isNoticeKept(turn, startsAt),
    accepted,
    otherTimeAsked: false,
  }
}
