import { addDays, type Day, earlierOf } from '../calendar/day.ts'
import type { Policy } from '../policy/policy.ts'
import { cancelTimes } from './appointments.ts'
import { moveDueDate, openDueDates } from './due-dates.ts'
import { restartClock } from './start.ts'
import type { DueDate, LeaveState } from './talk.ts'
import type { Turn } from './turn.ts'

/** A leave is announced, or its days are others. A time within it is cancelled now, whenever it begins (R13.2). */
export function setLeave(turn: Turn, id: string, from: Day, to: Day | null): void {
  const { talk, today } = turn
  const known = talk.leaves.find((leave) => leave.id === id)
  const isOver = to !== null && to < today
  if (known !== undefined && isOver && known.to !== null && known.to < today) return
  const leave: LeaveState = known ?? { id, from, to, left: null, moved: {}, reopened: false }
  giveBack(turn, leave)
  Object.assign(leave, { from, to, ...(!isOver && { returned: false }) })
  // A fact dated in the past acts from the day it is known: a leave nobody knew of moves nothing once it is over,
  // and one that is known to have ended earlier ended yesterday.
  if (from > today) leave.left = null
  else if (isOver && leave.left === null) leave.left = {}
  else if (isOver) leave.to = addDays(today, -1)
  talk.leaves = [...talk.leaves.filter((other) => other !== leave), leave].sort(byFrom)
  const within = (on: Day) => on >= from && (to === null || on <= to)
  const tookTime = cancelTimes(turn, within, today >= from ? ['leader'] : ['employee', 'leader'])
  leave.reopened ||= tookTime
  if (leave.from <= today) countLeave(turn, leave)
  restartClock(turn)
}

/** The leave will not be taken, or was broken off; one that is over is not recalled. */
export function removeLeave(turn: Turn, id: string): void {
  const { talk, today } = turn
  const leave = talk.leaves.find((known) => known.id === id)
  if (leave === undefined || (leave.to !== null && leave.to < today)) return
  giveBack(turn, leave)
  if (leave.from < today) {
    leave.to = addDays(today, -1)
    countLeave(turn, leave)
  } else talk.leaves = talk.leaves.filter((other) => other !== leave)
  restartClock(turn)
}

/** Counts the leaves that have begun: their dates move as soon as their end is known. */
export function countLeaves(turn: Turn): void {
  for (const leave of turn.talk.leaves) {
    const isCounted = leave.left !== null && leave.to !== null && leave.to < turn.today
    if (leave.from <= turn.today && !isCounted) countLeave(turn, leave)
  }
}

/**
 * A leave moves a due date only if too little time is left: to the n-th working day after its last day, n = what
 * was left when it began, at least 5, at most the lead of R13.3 (R13.2). While its end is unknown the dates wait.
 */
function countLeave(turn: Turn, leave: LeaveState): void {
  const { talk, calendar } = turn
  const left = noteWhatIsLeft(turn, leave)
  if (leave.to === null) return
  // *Invite* is never due after the hold date, so that one moves first.
  const dates = openDueDates(talk).sort((a, b) => Number(b.key === 'hold') - Number(a.key === 'hold'))
  for (const { key, on } of dates) {
    const n = left[key]
    if (n === undefined) continue
    const back = calendar.addWorkingDays(leave.to, daysAfter(talk.policy, key, n, leave.reopened))
    const moved = key === 'invite' ? earlierOf(back, talk.holdOn) : back
    if (moved <= on) continue
    leave.moved[key] = { from: leave.moved[key]?.from ?? on, to: moved }
    moveDueDate(turn, key, moved)
  }
}

/** What was left of each date on the leave's first day; of a date that arose within the leave, on that day. */
function noteWhatIsLeft({ talk, calendar, today }: Turn, leave: LeaveState): NonNullable<LeaveState['left']> {
  const isRunning = leave.to === null || today <= leave.to
  const since = leave.left === null ? leave.from : today
  const left = leave.left ?? {}
  if (leave.left === null || isRunning) {
    for (const { key, on } of openDueDates(talk))
      left[key] ??= Math.max(0, calendar.workingDaysBetween(addDays(since, -1), on))
  }
  leave.left = left
  return left
}

function daysAfter(policy: Policy, key: DueDate, left: number, isReopened: boolean): number {
  const { leads, leastAfterLeave } = policy
  if (key === 'invite' && isReopened) return leads.invite
  const most = key === 'invite' ? leads.invite : key === 'hold' ? leads.hold : Number.POSITIVE_INFINITY
  return Math.max(Math.min(left, most), leastAfterLeave)
}

/** The dates the leave has moved go back to where they were, unless something else has moved them since. */
function giveBack(turn: Turn, leave: LeaveState): void {
  for (const { key, on } of openDueDates(turn.talk)) {
    const moved = leave.moved[key]
    if (moved !== undefined && moved.to === on) moveDueDate(turn, key, moved.from)
  }
  leave.moved = {}
}

function byFrom(a: LeaveState, b: LeaveState): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0
}
