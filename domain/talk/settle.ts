import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/day.ts'
import { dropAppointment } from './appointments.ts'
import { forgetPastExtras } from './extras.ts'
import { applyFact } from './facts.ts'
import { countLeaves } from './leave.ts'
import { standsStill } from './filing.ts'
import { settleObligations } from './obligations.ts'
import { exemptWithoutLeader, leaveEmployment, takeOver } from './outcomes.ts'
import { endStatements } from './plan.ts'
import { offerReturnTalk, returnTalksAt } from './return-talk.ts'
import { isBeforeTalk, isStanding, leaveOn, tellableFrom } from './standing.ts'
import { askWhetherHeld, dropStatusTime } from './status-talks.ts'
import type { TalkState } from './talk.ts'
import { withdrawalAt } from './times.ts'
import { stepInstant, tell, type Turn } from './turn.ts'

/**
 * Brings a talk up to the turn's instant: what the passing of time alone changes. Every event does this
 * first, so an act that arrives before an overdue timer meets the same state as one that arrives after it.
 */
export function settle(turn: Turn): void {
  const { talk } = turn
  applyHeldFacts(turn)
  if (talk.lastDay !== null && talk.lastDay < turn.today) leaveEmployment(turn)
  forgetPastExtras(turn)
  if (talk.status !== 'left') {
    countLeaves(turn)
    if (talk.pausedOn === null) withdrawUnanswered(turn)
    endAppointments(turn)
    takeOver(turn)
    exemptWithoutLeader(turn)
    if (talk.pausedOn === null) {
      orient(turn)
      offerReturnTalk(turn)
    }
  }
  endStatements(turn)
  settleObligations(turn)
}

/** When time alone next changes something beside a ladder step; null when nothing is pending. */
export function nextSettlementAt(talk: TalkState, calendar: Calendar): Instant | null {
  const step = (on: Parameters<typeof stepInstant>[2]) => stepInstant(talk, calendar, on)
  const instants: (Instant | null)[] = talk.heldFacts.map((fact) => step(fact.effectiveOn))
  // The leader comes to owe the filing then; the gateway is tried by itself.
  for (const filing of talk.filings)
    if (filing.by === 'leader' && filing.statements && !standsStill(talk, filing))
      instants.push(step(calendar.addWorkingDays(filing.statements.until, 1)))
  if (talk.status !== 'left') {
    if (talk.lastDay !== null) instants.push(step(calendar.addWorkingDays(talk.lastDay, 1)))
    // Of a leave without a known end nothing is counted before the end is known.
    for (const planned of talk.leaves)
      if (planned.left === null && planned.to !== null) instants.push(step(planned.from))
    instants.push(...appointmentEnds(talk))
    if (talk.pausedOn === null)
      instants.push(
        ...withdrawals(talk, calendar),
        orientationAt(talk, calendar),
        holdPassesAt(talk, calendar),
        ...returnTalksAt(talk, calendar),
      )
  }
  return firstOf(instants)
}

/** The earliest of some instants; null when there is none. */
export function firstOf(instants: (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (first, at) => (at !== null && (first === null || at < first) ? at : first),
    null,
  )
}

function applyHeldFacts(turn: Turn): void {
  const { talk } = turn
  const due = talk.heldFacts.filter((fact) => fact.effectiveOn <= turn.today)
  if (due.length === 0) return
  talk.heldFacts = talk.heldFacts.filter((fact) => fact.effectiveOn > turn.today)
  for (const fact of due) applyFact(turn, fact.event)
}

/** A time at short notice that nobody answered in time is withdrawn (R4.2). */
function withdrawUnanswered(turn: Turn): void {
  const { talk, calendar, at } = turn
  const both = ['employee', 'leader'] as const
  const own = talk.status === 'invited' ? withdrawalAt(talk.appointment, talk, calendar) : null
  if (own !== null && own <= at) {
    dropAppointment(turn, [...both])
    tell(turn, 'time-withdrawn', 'leader')
  }
  for (const statusTalk of talk.statusTalks) {
    const withdrawn = withdrawalAt(statusTalk.appointment, talk, calendar)
    if (statusTalk.status !== 'open' || withdrawn === null || withdrawn > at) continue
    dropStatusTime(turn, statusTalk, [...both])
    tell(turn, 'time-withdrawn', 'leader', statusTalk.id)
  }
}

function withdrawals(talk: TalkState, calendar: Calendar): (Instant | null)[] {
  const open = talk.statusTalks.filter((statusTalk) => statusTalk.status === 'open')
  const times = open.map((statusTalk) => statusTalk.appointment)
  if (talk.status === 'invited') times.push(talk.appointment)
  return times.map((time) => withdrawalAt(time, talk, calendar))
}

/** From the talk's end its leader is to say whether it was held, by the first working day after it (§2). */
function endAppointments(turn: Turn): void {
  const { talk, calendar } = turn
  if (talk.status === 'arranged' && talk.appointment !== null && talk.appointment.endsAt <= turn.at) {
    talk.status = 'to-confirm'
    talk.confirmDueOn = calendar.addWorkingDays(talk.appointment.on, talk.policy.confirmHeldWithin)
  }
  askWhetherHeld(turn)
}

function appointmentEnds(talk: TalkState): (Instant | null)[] {
  const ends = talk.status === 'arranged' ? [talk.appointment?.endsAt ?? null] : []
  if (talk.roundClosed) ends.push(...talk.extras.map(({ appointment }) => appointment?.endsAt ?? null))
  for (const { id, status, appointment } of talk.statusTalks) {
    // Once its time has ended it is owed, until its holding is registered.
    const isOwed = talk.obligations.some((open) => open.obligation === 'status-talk' && open.subject === id)
    if (status === 'open' && isStanding(appointment) && !isOwed) ends.push(appointment?.endsAt ?? null)
  }
  return ends
}

/** Those who start after everybody was oriented are oriented on their own first day (R13.3). */
function orient(turn: Turn): void {
  const { talk } = turn
  const at = orientationAt(talk, turn.calendar)
  if (at === null || turn.at < at || leaveOn(talk, turn.today) !== null) return
  talk.orientationOwed = false
  tell(turn, 'orientation', 'employee')
}

function orientationAt(talk: TalkState, calendar: Calendar): Instant | null {
  if (!talk.orientationOwed || talk.startsOn === null || !isBeforeTalk(talk)) return null
  const on = tellableFrom(talk, talk.startsOn)
  return on && stepInstant(talk, calendar, on)
}

/** The morning on which *hold* takes over from *invite* (§2). */
function holdPassesAt(talk: TalkState, calendar: Calendar): Instant | null {
  if (!talk.obligations.some((open) => open.obligation === 'invite')) return null
  const due = calendar.onOrAfter(talk.holdOn)
  const after = calendar.addWorkingDays(due, 1)
  const waits = talk.leaves.some((leave) => leave.to === null && leave.from <= after)
  return waits ? null : stepInstant(talk, calendar, after)
}
