import type { Instant } from '../calendar/day.ts'
import { cancelAppointment } from './appointments.ts'
import { countLeave } from './due-dates.ts'
import { applyFact } from './facts.ts'
import { leave } from './outcomes.ts'
import { settleObligations, stands } from './obligations.ts'
import { stepInstant, tell, type Turn } from './turn.ts'
import type { TalkState } from './talk.ts'

/**
 * Brings a talk up to the turn's instant: what the passing of time alone changes. Every event does this
 * first, so an act that arrives before an overdue timer meets the same state as one that arrives after it.
 */
export function settle(turn: Turn): void {
  const { talk } = turn
  applyHeldFacts(turn)
  if (talk.lastDay !== null && talk.lastDay < turn.today) leave(turn)
  if (talk.status === 'left') return
  countLeave(turn)
  if (talk.pausedOn === null) {
    withdrawUnanswered(turn)
    endAppointments(turn)
    orient(turn)
  }
  settleObligations(turn)
}

/** When time alone next changes something beside a ladder step; null when nothing is pending. */
export function nextSettlementAt(talk: TalkState, calendar: Turn['calendar']): Instant | null {
  const instants: (Instant | null)[] = talk.heldFacts.map((fact) =>
    stepInstant(talk, calendar, fact.effectiveOn),
  )
  if (talk.lastDay !== null && talk.status !== 'left') {
    instants.push(stepInstant(talk, calendar, calendar.addWorkingDays(talk.lastDay, 1)))
  }
  if (talk.status !== 'left') {
    for (const planned of talk.leaves) {
      if (planned.left === null && planned.to !== null)
        instants.push(stepInstant(talk, calendar, planned.from))
    }
    if (talk.pausedOn === null) {
      instants.push(withdrawalAt(talk, calendar))
      if (stands(talk) && talk.status === 'arranged') instants.push(talk.appointment?.endsAt ?? null)
      for (const statusTalk of talk.statusTalks) {
        if (statusTalk.status === 'open' && !isOwedAgain(talk, statusTalk.id)) {
          instants.push(statusTalk.appointment?.endsAt ?? null)
        }
      }
      if (talk.orientationOwed && talk.startsOn !== null)
        instants.push(stepInstant(talk, calendar, talk.startsOn))
    }
  }
  return instants.reduce<Instant | null>(
    (first, at) => (at !== null && (first === null || at < first) ? at : first),
    null,
  )
}

/** The instant an unanswered time at short notice is withdrawn: noon on the last working day before it (R4.2). */
export function withdrawalAt(talk: TalkState, calendar: Turn['calendar']): Instant | null {
  if (talk.appointment === null || stands(talk)) return null
  return calendar.instantOf(calendar.addWorkingDays(talk.appointment.on, -1), talk.policy.answerBy)
}

function applyHeldFacts(turn: Turn): void {
  const { talk } = turn
  const due = talk.heldFacts.filter((fact) => fact.effectiveOn <= turn.today)
  if (due.length === 0) return
  talk.heldFacts = talk.heldFacts.filter((fact) => fact.effectiveOn > turn.today)
  for (const fact of due) applyFact(turn, fact.event)
}

function withdrawUnanswered(turn: Turn): void {
  const at = withdrawalAt(turn.talk, turn.calendar)
  if (at === null || turn.at < at) return
  cancelAppointment(turn, ['employee', 'leader'])
  tell(turn, 'time-withdrawn', 'leader')
}

function endAppointments(turn: Turn): void {
  const { talk, calendar } = turn
  if (talk.status === 'arranged' && talk.appointment !== null && talk.appointment.endsAt <= turn.at) {
    talk.status = 'to-confirm'
    talk.confirmDueOn = calendar.addWorkingDays(talk.appointment.on, talk.policy.confirmHeldWithin)
  }
  for (const statusTalk of talk.statusTalks) {
    const appointment = statusTalk.appointment
    if (statusTalk.status !== 'open' || appointment === null || appointment.endsAt > turn.at) continue
    const asked = calendar.addWorkingDays(appointment.on, talk.policy.confirmHeldWithin)
    if (statusTalk.dueOn < asked) statusTalk.dueOn = asked
  }
}

/** Once a status talk's time has ended it is owed again, until its holding is registered. */
function isOwedAgain(talk: TalkState, statusTalkId: string): boolean {
  return talk.obligations.some((open) => open.obligation === 'status-talk' && open.subject === statusTalkId)
}

/** Those who start after everybody was oriented are oriented on their own first day (R13.3). */
function orient(turn: Turn): void {
  const { talk } = turn
  if (!talk.orientationOwed || talk.startsOn === null || talk.outcome === 'exempt') return
  if (turn.at < stepInstant(talk, turn.calendar, talk.startsOn)) return
  talk.orientationOwed = false
  tell(turn, 'orientation', 'employee')
}
