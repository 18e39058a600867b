import { type Calendar, createCalendar, type CalendarFacts } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import { spread } from '../derived-id.ts'
import type { InformationKind, NoticeAudience, TalkEffect } from './effects.ts'
import type { TalkState } from './talk.ts'

/** One turn of a talk's rules: a draft of the state that may be written to, and what shall be done. */
export interface Turn {
  talk: TalkState
  calendar: Calendar
  at: Instant
  today: Day
  effects: TalkEffect[]
}

/** Begins a turn on a copy; policy and calendar facts are never written to and are shared. */
export function beginTurn(state: TalkState, at: Instant): Turn {
  const calendar = compiled(state.calendar)
  return { talk: draftOf(state), calendar, at, today: calendar.dayOf(at), effects: [] }
}

/** The calendar of these facts, compiled once for as long as the facts live. */
export function compiled(facts: CalendarFacts): Calendar {
  const known = calendars.get(facts)
  if (known !== undefined) return known
  const calendar = createCalendar(facts)
  calendars.set(facts, calendar)
  return calendar
}

const calendars = new WeakMap<CalendarFacts, Calendar>()

/** The instant at which this talk's steps fall on a day: 05:00–05:45 by default, spread over talks (design §5). */
export function stepInstant(talk: TalkState, calendar: Calendar, on: Day): Instant {
  const { from, to } = talk.policy.stepWindow
  return calendar.instantOf(on, from + spread(talk.talkId, Math.max(1, to - from)))
}

/** Whether the person is on leave on a day (R13.2: from its first day through its last). */
export function leaveOn(talk: TalkState, on: Day): { from: Day; to: Day | null } | null {
  return talk.leaves.find((leave) => leave.from <= on && (leave.to === null || on <= leave.to)) ?? null
}

/** Tells a role something once; told again with a new occurrence. */
export function tell(
  turn: Turn,
  obligation: InformationKind,
  audience: NoticeAudience,
  subject?: string,
): void {
  const about = subject ?? turn.talk.talkId
  const key = `${obligation}/${about}/${audience}`
  const occurrence = (turn.talk.occurrences[key] ?? 0) + 1
  turn.talk.occurrences[key] = occurrence
  turn.effects.push({
    type: 'notice',
    subject: about,
    obligation,
    occurrence,
    step: 'told',
    audience,
    dueOn: null,
    reminder: false,
    position: 0,
    distance: 0,
    whileOpen: false,
  })
}

function draftOf(state: TalkState): TalkState {
  return {
    ...state,
    appointment: state.appointment && { ...state.appointment },
    ready: { ...state.ready },
    plan: state.plan && {
      ...state.plan,
      current: state.plan.current && {
        ...state.plan.current,
        approvedBy: [...state.plan.current.approvedBy],
      },
    },
    filings: state.filings.map((filing) => ({ ...filing })),
    statusTalks: state.statusTalks.map((talk) => ({
      ...talk,
      appointment: talk.appointment && { ...talk.appointment },
    })),
    actions: state.actions.map((action) => ({ ...action })),
    leaves: state.leaves.map((leave) => ({ ...leave })),
    meantAsWritten: [...state.meantAsWritten],
    heldFacts: [...state.heldFacts],
    obligations: [...state.obligations],
    occurrences: { ...state.occurrences },
    processed: [...state.processed],
  }
}
