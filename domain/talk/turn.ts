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

/**
 * The calendar of these facts, compiled once. A state read back from the table brings new facts that say the same
 * as the last ones, so they are known by what they say.
 */
export function compiled(facts: CalendarFacts): Calendar {
  const known = calendars.get(facts)
  if (known !== undefined) return known
  const words = JSON.stringify(facts)
  let calendar = saying.get(words)
  if (calendar === undefined) {
    calendar = createCalendar(facts)
    if (saying.size >= MOST_KEPT) saying.clear()
    saying.set(words, calendar)
  }
  calendars.set(facts, calendar)
  return calendar
}

const calendars = new WeakMap<CalendarFacts, Calendar>()
const saying = new Map<string, Calendar>()
/** One for each unit with closing days of its own; more are compiled again when their turn comes. */
const MOST_KEPT = 50

/** After policy or unit have brought other closing days: the rest of the turn counts with these. */
export function adoptCalendar(turn: Turn, facts: CalendarFacts): void {
  turn.talk.calendar = facts
  turn.calendar = compiled(facts)
}

/** The instant at which this talk's steps fall on a day: 05:00–05:45 by default, spread over talks (design §5). */
export function stepInstant(talk: TalkState, calendar: Calendar, on: Day): Instant {
  const { from, to } = talk.policy.stepWindow
  return calendar.instantOf(on, from + spread(talk.talkId, Math.max(1, to - from)))
}

/** Tells a role something once; told again with a new occurrence. */
export function tell(
  turn: Turn,
  obligation: InformationKind,
  audience: NoticeAudience,
  subject?: string,
  dueOn: Day | null = null,
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
    dueOn,
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
    extras: state.extras.map((extra) => ({
      ...extra,
      appointment: extra.appointment && { ...extra.appointment },
    })),
    actions: state.actions.map((action) => ({ ...action })),
    leaves: state.leaves.map((leave) => ({
      ...leave,
      left: leave.left && { ...leave.left },
      moved: { ...leave.moved },
    })),
    meantAsWritten: [...state.meantAsWritten],
    heldFacts: [...state.heldFacts],
    obligations: [...state.obligations],
    occurrences: { ...state.occurrences },
    processed: [...state.processed],
  }
}
