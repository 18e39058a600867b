import { type Day, laterOf } from '../calendar/day.ts'
import type { DueDate, TalkState } from './talk.ts'
import { leaveOn, type Turn } from './turn.ts'

/** The open due dates of a talk that leave and pause may move. */
export function openDueDates(talk: TalkState): { key: DueDate; on: Day }[] {
  const dates: { key: DueDate; on: Day }[] = []
  if (talk.outcome === null || talk.outcome === 'postponed') {
    if (talk.startsOn !== null) {
      dates.push({ key: 'invite', on: talk.inviteDueOn }, { key: 'hold', on: talk.holdOn })
    }
    if (talk.confirmDueOn !== null) dates.push({ key: 'confirm', on: talk.confirmDueOn })
  }
  if (talk.status === 'held' && talk.plan !== null) dates.push({ key: 'plan', on: talk.plan.dueOn })
  for (const filing of talk.filings) {
    if (filing.by === 'leader' && filing.status !== 'filed')
      dates.push({ key: `filing/${filing.versionId}`, on: filing.dueOn })
  }
  for (const statusTalk of talk.statusTalks) {
    if (statusTalk.status === 'open') dates.push({ key: `status/${statusTalk.id}`, on: statusTalk.dueOn })
  }
  for (const action of talk.actions) {
    if (action.status === 'open') dates.push({ key: `action/${action.id}`, on: action.dueOn })
  }
  return dates
}

export function moveDueDate(talk: TalkState, key: DueDate, on: Day): void {
  if (key === 'invite') talk.inviteDueOn = on
  else if (key === 'hold') talk.holdOn = on
  else if (key === 'confirm') talk.confirmDueOn = on
  else if (key === 'plan') movePlan(talk, on)
  else {
    const [kind, id] = key.split('/')
    if (kind === 'filing') for (const filing of talk.filings) if (filing.versionId === id) filing.dueOn = on
    if (kind === 'status')
      for (const statusTalk of talk.statusTalks) if (statusTalk.id === id) statusTalk.dueOn = on
    if (kind === 'action') for (const action of talk.actions) if (action.id === id) action.dueOn = on
  }
}

/**
 * A leave that has begun moves a due date only if too little time is left: to the n-th working day after its
 * last day, n = what was left when it began, at least 5, at most the lead of R13.3 (R13.2). While its end is
 * unknown the dates wait, and `leaveOn` keeps every step back.
 */
export function countLeave(turn: Turn): void {
  const { talk, calendar, today } = turn
  const { policy } = talk
  for (const leave of talk.leaves) {
    if (leave.from > today) continue
    if (leave.left === null) {
      const dayBefore = calendar.addWorkingDays(leave.from, -1)
      leave.left = {}
      for (const due of openDueDates(talk))
        leave.left[due.key] = calendar.workingDaysBetween(dayBefore, due.on)
    }
    if (leave.to === null) continue
    for (const due of openDueDates(talk)) {
      const left = leave.left[due.key]
      if (left === undefined) continue
      const most =
        due.key === 'invite'
          ? policy.leads.invite
          : due.key === 'hold'
            ? policy.leads.hold
            : Number.POSITIVE_INFINITY
      const n = Math.min(Math.max(left, policy.leastAfterLeave), Math.max(most, policy.leastAfterLeave))
      moveDueDate(talk, due.key, laterOf(due.on, calendar.addWorkingDays(leave.to, n)))
    }
  }
}

/**
 * Resuming moves each open due date not before the pause's first day by the working days paused, a day that is
 * also leave counting once; actions' dates and status talks stay, and so do dates HR set meanwhile (R14.3).
 */
export function countPause(turn: Turn, pausedOn: Day): void {
  const { talk, calendar, today } = turn
  let days = 0
  for (let on = calendar.onOrAfter(pausedOn); on < today; on = calendar.addWorkingDays(on, 1)) {
    if (leaveOn(talk, on) === null) days++
  }
  if (days === 0) return
  for (const due of openDueDates(talk)) {
    if (due.on < pausedOn || talk.meantAsWritten.includes(due.key)) continue
    if (due.key.startsWith('action/') || due.key.startsWith('status/')) continue
    moveDueDate(talk, due.key, calendar.addWorkingDays(due.on, days))
  }
}

function movePlan(talk: TalkState, on: Day): void {
  if (talk.plan === null) return
  if (talk.plan.turnDueOn < on) talk.plan.turnDueOn = on
  talk.plan.dueOn = on
}
