import { addDays, type Day, laterOf } from '../calendar/day.ts'
import { compiled, type Turn } from './turn.ts'
import type { AppointmentState, TalkState } from './talk.ts'

/** Whether an appointment is a standing time: notice was kept, or the employee accepted (R4.2). */
export function isStanding(appointment: AppointmentState | null): boolean {
  return appointment !== null && (appointment.noticeKept || appointment.accepted)
}

/** Whether the talk is still to be held: its leader owes a time, or the talk itself. */
export function isAwaitingTime(talk: Pick<TalkState, 'status'>): boolean {
  return ['awaiting', 'invited', 'postponed'].includes(talk.status)
}

/** Whether nothing has come of the talk yet: it is awaited, arranged, or waits to be confirmed. */
export function isBeforeTalk(talk: TalkState): boolean {
  return isAwaitingTime(talk) || talk.status === 'arranged' || talk.status === 'to-confirm'
}

/** What a talk without a time goes back to. */
export function restingStatus(talk: TalkState): 'awaiting' | 'postponed' {
  return talk.postponed === null ? 'awaiting' : 'postponed'
}

/** The leave that holds a day, from its first day through its last (R13.2). */
export function leaveOn(talk: Pick<TalkState, 'leaves'>, on: Day): TalkState['leaves'][number] | null {
  return talk.leaves.find((leave) => leave.from <= on && (leave.to === null || on <= leave.to)) ?? null
}

/** The day itself, or the day after the leaves that hold it; null while their end is unknown. */
export function presentFrom(talk: Pick<TalkState, 'leaves'>, on: Day): Day | null {
  let present = on
  for (let leave = leaveOn(talk, present); leave !== null; leave = leaveOn(talk, present)) {
    if (leave.to === null) return null
    present = addDays(leave.to, 1)
  }
  return present
}

/**
 * The first working day from a day on that no leave holds: nothing about the talk is sent before (R13.2). What was
 * not sent when a leave began, because the clock was late, waits until it is over.
 */
export function tellableFrom(talk: TalkState, on: Day): Day | null {
  const calendar = compiled(talk.calendar)
  const begun = talk.leaves.filter((leave) => leave.left !== null).map((leave) => leave.from)
  for (let day = begun.reduce(laterOf, on); ; ) {
    const present = presentFrom(talk, day)
    if (present === null) return null
    day = calendar.onOrAfter(present)
    if (leaveOn(talk, day) === null) return day
  }
}

/**
 * Whether a due day is over. No date passes during a pause (R14.3), nor during a leave whose end is unknown:
 * when it ends, the date moves to after it (R13.2).
 */
export function hasPassed({ talk, calendar, today }: Turn, on: Day): boolean {
  const due = calendar.onOrAfter(on)
  if (talk.pausedOn !== null && due >= talk.pausedOn) return false
  const leave = leaveOn(talk, today)
  if (leave !== null && leave.to === null && due >= leave.from) return false
  return due < today
}
