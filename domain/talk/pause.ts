import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { moveDueDate, openDueDates } from './due-dates.ts'
import type { DueDate, LeaveState, TalkState } from './talk.ts'
import type { Turn } from './turn.ts'

/** From now on nothing is sent but calendar mails and filing, and no date passes (R14.3). */
export function pause({ talk, today }: Turn): void {
  talk.pausedOn ??= today
}

/**
 * `roundTalksTo` is given where the round may not have been paused as long as the talk.
 * Each open due date not before the pause's first day, and talksTo, move by the working days from that day to the
 * day before resuming; dates HR set meanwhile, actions' dates and status talks stay (R14.3).
 */
export function resume(turn: Turn, roundTalksTo?: Day): void {
  const { talk, calendar } = turn
  const { pausedOn } = talk
  if (pausedOn === null) return
  const paused = pausedDays(turn, pausedOn)
  for (const { key, on } of openDueDates(talk)) {
    if (!waits(key) || calendar.onOrAfter(on) < pausedOn || talk.meantAsWritten.includes(key)) continue
    moveBy(turn, key, on, paused)
  }
  const { talksTo } = talk.policy
  if (talksTo >= pausedOn && !talk.meantAsWritten.includes('talks-to'))
    talk.policy = { ...talk.policy, talksTo: laterBy(turn.calendar, talksTo, paused.length) }
  const from = roundTalksTo ?? talk.policy.talksTo
  talk.talksToMoved = from === talk.policy.talksTo ? null : { from, to: talk.policy.talksTo }
  talk.pausedOn = null
  talk.meantAsWritten = []
}

/** A date that a pause has moved: its days count from the working day on which the date falls due. */
export function laterBy(calendar: Calendar, on: Day, days: number): Day {
  return days === 0 ? on : calendar.addWorkingDays(calendar.onOrAfter(on), days)
}

function pausedDays({ calendar, today }: Turn, from: Day): Day[] {
  const days: Day[] = []
  for (let on = calendar.onOrAfter(from); on < today; on = calendar.addWorkingDays(on, 1)) days.push(on)
  return days
}

/** A day that is also leave counts once: not again for a date that the leave has already moved to after it. */
function moveBy(turn: Turn, key: DueDate, on: Day, paused: Day[]): void {
  const movers = turn.talk.leaves.filter((leave) => leave.moved[key]?.to === on)
  const days = paused.filter((day) => !movers.some((leave) => holds(leave, day))).length
  if (days === 0) return
  const moved = laterBy(turn.calendar, on, days)
  for (const leave of movers) {
    const before = leave.moved[key]
    if (before !== undefined)
      leave.moved[key] = { from: laterBy(turn.calendar, before.from, days), to: moved }
  }
  moveDueDate(turn, key, moved)
}

function waits(key: DueDate): boolean {
  return !key.startsWith('action/') && !key.startsWith('status/')
}

function holds(leave: LeaveState, on: Day): boolean {
  return leave.from <= on && (leave.to === null || on <= leave.to)
}

/** A date that HR sets while the talk is paused is meant as written. */
export function meanAsWritten(talk: TalkState, ...dates: TalkState['meantAsWritten']): void {
  if (talk.pausedOn === null) return
  for (const date of dates) if (!talk.meantAsWritten.includes(date)) talk.meantAsWritten.push(date)
}
