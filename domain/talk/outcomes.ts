import { addMonths, type Day } from '../calendar/day.ts'
import { derivedId } from '../derived-id.ts'
import type { ExemptReason } from '../eligibility.ts'
import { cancelAppointment, cancelStatusAppointment, reopenInvite } from './appointments.ts'
import { beginClock, postponeTo } from './start.ts'
import type { NotHeldReason } from './talk.ts'
import { tell, type Turn } from './turn.ts'

/** The talk was held: its plan is due, its status talks are set, the employee is asked what they thought of it. */
export function hold(turn: Turn, on: Day): void {
  const { talk, calendar } = turn
  if (talk.appointment !== null && talk.appointment.startsAt > turn.at)
    cancelAppointment(turn, ['employee', 'leader'])
  const dueOn = calendar.addWorkingDays(on, talk.policy.planAgreedWithin)
  Object.assign(talk, {
    status: 'held',
    outcome: 'held',
    outcomeReason: null,
    heldOn: on,
    confirmDueOn: null,
  })
  talk.contradictedOn = null
  talk.plan ??= { dueOn, turnDueOn: dueOn, current: null, missing: 'leader', agreedOn: null }
  talk.statusTalks = talk.policy.statusTalks.map((months, index) => ({
    id: derivedId(talk.talkId, 'status-talk', index + 1),
    number: index + 1,
    dueOn: calendar.onOrAfter(addMonths(on, months)),
    status: 'open',
    appointment: null,
    calendarSequence: -1,
    agreedAwayBy: [],
  }))
  for (const statusTalk of talk.statusTalks) turn.effects.push({ type: 'status-talk-changed', statusTalk })
  tell(turn, 'evaluate-talk', 'employee')
}

/** The employee says it was not held: the leader is asked again, then the ladder climbs (R6.1). */
export function contradictHeld(turn: Turn): void {
  const { talk, calendar, today } = turn
  Object.assign(talk, {
    status: 'to-confirm',
    outcome: null,
    heldOn: null,
    contradictedOn: today,
    statusTalks: [],
  })
  talk.confirmDueOn = calendar.addWorkingDays(today, talk.policy.confirmHeldWithin)
  turn.effects.push({ type: 'status-talks-withdrawn' })
  tell(turn, 'held-contradicted', 'leader')
}

/** Not held: until the hold date the leader owes a new time; after it *hold* goes on until HR decides (R6.1). */
export function reportNotHeld(turn: Turn): void {
  cancelAppointment(turn, [])
  if (turn.today <= turn.talk.holdOn) reopenInvite(turn)
}

/** HR postpones to a date, or until the person returns (R1.5): accounted for in this round, and still alive. */
export function postpone(turn: Turn, until: Day | null): void {
  cancelAppointment(turn, ['employee', 'leader'])
  postponeTo(turn, until)
}

export function exempt(turn: Turn, reason: ExemptReason): void {
  cancelAppointment(turn, ['employee', 'leader'])
  Object.assign(turn.talk, { status: 'exempt', outcome: 'exempt', outcomeReason: reason })
}

export function setNotHeld(turn: Turn, reason: NotHeldReason): void {
  cancelAppointment(turn, ['employee', 'leader'])
  Object.assign(turn.talk, { status: 'not-held', outcome: 'not-held', outcomeReason: reason })
}

/** HR stops the round: everyone unfinished ends as "round stopped"; what was held goes on (R1.3). */
export function stop(turn: Turn): void {
  const { talk } = turn
  if (talk.outcome !== null && talk.outcome !== 'postponed') return
  cancelAppointment(turn, ['employee', 'leader'])
  Object.assign(talk, { status: 'stopped', outcome: 'stopped' })
}

/** The last day employed has passed: all stops but the filing of what was agreed (R13.2). */
export function leave(turn: Turn): void {
  const { talk } = turn
  if (talk.status === 'left') return
  cancelAppointment(turn, ['leader'])
  for (const statusTalk of talk.statusTalks) cancelStatusAppointment(turn, statusTalk, ['leader'])
  talk.statusBeforeLeaving = talk.status
  talk.status = 'left'
  talk.outcome ??= 'left'
  if (talk.outcome === 'postponed') talk.outcome = 'left'
}

/** A withdrawn resignation or exemption reopens the talk (R13.2): the clock starts again today. */
export function reopen(turn: Turn): void {
  const { talk, today } = turn
  Object.assign(talk, { status: 'awaiting', outcome: null, outcomeReason: null })
  beginClock(turn, today)
}
