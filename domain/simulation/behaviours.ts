import type { Calendar } from '../calendar/calendar.ts'
import { addDays, type Day, earlierOf, HOUR, type Instant, laterOf, MINUTE } from '../calendar/day.ts'
import { derivedId, spread } from '../derived-id.ts'
import type { TalkAct } from '../talk/events.ts'
import { isBeforeTalk, tellableFrom } from '../talk/standing.ts'
import type { StatusTalkState, TalkState } from '../talk/talk.ts'
import { compiled } from '../talk/turn.ts'
import type { Behaviour, ScriptedEvent } from './simulate-talk.ts'

/** What a dry run may suppose of people (R14.1). */
export const behaviourNames = ['nobody-acts', 'only-talks', 'everyone-on-time'] as const
export type BehaviourName = (typeof behaviourNames)[number]

export const behaviours: Record<BehaviourName, Behaviour> = {
  /** The worst case: every ladder climbs to its end. */
  'nobody-acts': () => null,
  /** Talks are held on time, and nothing comes of them. */
  'only-talks': (state, at) => {
    const people: People = { state, at, calendar: compiled(state.calendar) }
    return isBeforeTalk(state) ? earliest(duesOfTalk(people)) : null
  },
  /**
   * The best case: invited as soon as the talks are near and with full notice, prepared, registered when it is over,
   * the plan agreed within the week, actions done and status talks held before they are due.
   */
  'everyone-on-time': (state, at) => {
    const people: People = { state, at, calendar: compiled(state.calendar) }
    return earliest([...duesOfTalk(people), ...filingDues(people), ...actionDues(people)])
  },
}

interface People {
  state: TalkState
  calendar: Calendar
  at: Instant
}

function duesOfTalk(people: People): (ScriptedEvent | null)[] {
  switch (people.state.status) {
    case 'awaiting':
    case 'postponed':
      return [invite(people)]
    case 'arranged':
      return prepare(people)
    case 'to-confirm':
      return [reportHeld(people)]
    case 'held':
      return [agree(people)]
    default:
      return people.state.statusTalks.map((statusTalk) => holdStatusTalk(people, statusTalk))
  }
}

/** Three working weeks before the talks begin, or when the person's clock starts; postponed, before it is due. */
function invite(people: People): ScriptedEvent | null {
  const { state, calendar } = people
  const { policy, startsOn, holdOn } = state
  if (startsOn === null) return null
  const near = calendar.addWorkingDays(policy.talksFrom, -policy.noticeDays - SLACK)
  const before = state.postponed === null ? startsOn : calendar.addWorkingDays(state.inviteDueOn, -2 * SLACK)
  const invitedOn = dayFrom(people, calendar.onOrAfter([startsOn, near, before].reduce(laterOf)))
  const first = laterOf(calendar.addWorkingDays(invitedOn, policy.noticeDays + 1), policy.talksFrom)
  // Everybody's talks are spread over the window, as in life.
  const days = calendar.workingDaysBetween(first, earlierOf(holdOn, laterOf(policy.talksTo, first))) - SLACK
  const on = tellableFrom(state, calendar.addWorkingDays(first, spread(state.talkId, Math.max(1, days))))
  if (on === null || (state.lastDay !== null && on > state.lastDay)) return null
  const time = timeOn(calendar, calendar.onOrAfter(on), policy.talkMinutes)
  const appointmentId = derivedId(state.talkId, 'appointment', state.calendarSequence)
  return inOffice(people, invitedOn, { type: 'set-appointment', appointmentId, ...time, picked: false })
}

function prepare(people: People): (ScriptedEvent | null)[] {
  const { state, calendar } = people
  if (state.appointment === null) return []
  const on = calendar.addWorkingDays(state.appointment.on, -SLACK - 1)
  return (['employee', 'leader'] as const)
    .filter((party) => !state.ready[party])
    .map((party) => inOffice(people, on, { type: 'mark-ready', party, ready: true }))
}

function reportHeld({ state, at }: People): ScriptedEvent | null {
  const { appointment } = state
  if (appointment === null) return null
  const told = Math.max(at, appointment.endsAt + HOUR)
  return { at: told, event: { type: 'report-held', on: appointment.on } }
}

/** The leader writes the plan on the third day, the employee approves it on the fourth. */
function agree(people: People): ScriptedEvent | null {
  const { state, calendar } = people
  if (state.plan === null || state.heldOn === null) return null
  const { current, missing } = state.plan
  const version = { versionId: derivedId(state.talkId, 'plan'), hash: derivedId(state.talkId, 'hash') }
  if (current === null) {
    const dueOn = addDays(state.heldOn, 90)
    const actions = [{ id: derivedId(state.talkId, 'action'), owner: 'employee' as const, dueOn }]
    const proposed: TalkAct = { type: 'propose-plan', party: 'leader', ...version, actions }
    return inOffice(people, calendar.addWorkingDays(state.heldOn, 3), proposed)
  }
  const approved: TalkAct = {
    type: 'approve-plan',
    party: missing,
    versionId: current.id,
    hash: current.hash,
  }
  return inOffice(people, calendar.addWorkingDays(state.heldOn, 4), approved)
}

function filingDues(people: People): (ScriptedEvent | null)[] {
  const { state, calendar } = people
  return state.filings
    .filter((filing) => filing.by === 'leader' && filing.status !== 'filed')
    .map(({ versionId, dueOn }) =>
      inOffice(people, calendar.addWorkingDays(dueOn, -3), { type: 'journal-by-hand', versionId }),
    )
}

/** Invited with full notice, and held a working week before it is due. */
function holdStatusTalk(people: People, statusTalk: StatusTalkState): ScriptedEvent | null {
  const { state, calendar, at } = people
  const { id: statusTalkId, appointment, dueOn } = statusTalk
  if (statusTalk.status !== 'open') return null
  if (appointment !== null) {
    const told = Math.max(at, appointment.endsAt + HOUR)
    return { at: told, event: { type: 'report-status-talk-held', statusTalkId, on: appointment.on } }
  }
  const { noticeDays, statusTalkMinutes } = state.policy
  const invitedOn = dayFrom(people, calendar.addWorkingDays(dueOn, -noticeDays - 2 * SLACK))
  const on = tellableFrom(state, calendar.addWorkingDays(invitedOn, noticeDays + 1))
  if (on === null) return null
  const time = timeOn(calendar, calendar.onOrAfter(on), statusTalkMinutes)
  const appointmentId = derivedId(statusTalkId, 'appointment', statusTalk.calendarSequence)
  return inOffice(people, invitedOn, {
    type: 'set-status-appointment',
    statusTalkId,
    appointmentId,
    ...time,
  })
}

function actionDues(people: People): (ScriptedEvent | null)[] {
  const { state, calendar } = people
  return state.actions
    .filter((action) => action.status === 'open')
    .map(({ id: actionId, dueOn }) =>
      inOffice(people, calendar.addWorkingDays(dueOn, -SLACK - 1), {
        type: 'report-action',
        actionId,
        report: 'done',
        dueOn: null,
      }),
    )
}

/** Working days: a reminder goes five before, so who is on time is earlier than that. */
const SLACK = 5
const TEN_O_CLOCK = 10 * 60

function inOffice(people: People, on: Day, event: TalkAct): ScriptedEvent {
  return { at: Math.max(people.at, people.calendar.instantOf(on, TEN_O_CLOCK)), event }
}

/** The day itself, or today where that is over. */
function dayFrom({ calendar, at }: People, on: Day): Day {
  return laterOf(on, calendar.dayOf(at))
}

function timeOn(calendar: Calendar, on: Day, minutes: number): { startsAt: Instant; endsAt: Instant } {
  const startsAt = calendar.instantOf(on, TEN_O_CLOCK)
  return { startsAt, endsAt: startsAt + minutes * MINUTE }
}

function earliest(events: (ScriptedEvent | null)[]): ScriptedEvent | null {
  return events.reduce((first, event) => {
    if (first === null || event === null) return first ?? event
    return event.at < first.at ? event : first
  }, null)
}
