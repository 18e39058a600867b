import type { Day, Instant } from '../calendar/day.ts'
import { refuse } from './refusals.ts'
import { isStanding } from './standing.ts'
import type { AppointmentState, ExtraKind, TalkState } from './talk.ts'
import { withdrawalAt } from './times.ts'
import { compiled } from './turn.ts'

export const askKinds = ['answer-time', 'pick-time', 'answer-offer', 'evaluate', 'answer-wish'] as const
export type AskKind = (typeof askKinds)[number]

/** What somebody is asked for and no ladder knows: the other waits for it, or a time falls away without it. */
export interface Asked {
  readonly ask: AskKind
  readonly about: 'talk' | 'status-talk' | ExtraKind
  /** The talk, the status talk or the offer. */
  readonly subject: string
  /** The time it is about; of free times the first. */
  readonly startsAt: Instant | null
  /** When the time falls away unless it is answered. */
  readonly answerBy: Instant | null
  /** The day by which it matters; null where there is no hurry. */
  readonly on: Day | null
}

/** What stands in the table beside the talk's state. */
export interface BesideTalk {
  /** The first time of the leader's that is free to pick. */
  readonly firstFreeAt: Instant | null
  /** Without an answer yet. */
  readonly offers: readonly { readonly id: string; readonly kind: ExtraKind }[]
  readonly hasEvaluated: boolean
}

/** What the employee is asked for. */
export function askedOfEmployee(state: TalkState, beside: BesideTalk, at: Instant): Asked[] {
  return [
    ...times(state).flatMap((time) => answerTo(state, time, at)),
    ...pickTime(state, beside, at),
    ...beside.offers.flatMap((offer) => answerOffer(state, offer, at)),
    ...(state.heldOn !== null && !beside.hasEvaluated ? [plain(state, 'evaluate')] : []),
  ]
}

/** What the leader is asked for beside what they owe: another time (R4.2, R9.1). */
export function askedOfLeader(state: TalkState, at: Instant): Asked[] {
  return times(state)
    .filter(({ appointment }) => appointment.otherTimeAsked && appointment.startsAt > at)
    .map(({ about, subject, appointment }) => ({
      ...plain(state, 'answer-wish'),
      about,
      subject,
      startsAt: appointment.startsAt,
      on: appointment.on,
    }))
}

interface Time {
  readonly about: 'talk' | 'status-talk'
  readonly subject: string
  readonly appointment: AppointmentState
}

/** Times that are answered: the talk's until it is held, and those of its status talks. */
function times(state: TalkState): Time[] {
  const own = state.heldOn === null && state.appointment !== null ? [state.appointment] : []
  return [
    ...own.map((appointment) => ({ about: 'talk' as const, subject: state.talkId, appointment })),
    ...state.statusTalks.flatMap(({ id, status, appointment }) =>
      status === 'open' && appointment !== null
        ? [{ about: 'status-talk' as const, subject: id, appointment }]
        : [],
    ),
  ]
}

function answerTo(state: TalkState, { about, subject, appointment }: Time, at: Instant): Asked[] {
  if (appointment.accepted || appointment.otherTimeAsked) return []
  const ofStatusTalk = about === 'status-talk' ? { statusTalkId: subject } : {}
  if (refuse(state, { type: 'accept-appointment', ...ofStatusTalk }, at) !== null) return []
  const calendar = compiled(state.calendar)
  const answerBy = withdrawalAt(appointment, state, calendar)
  const { startsAt } = appointment
  const on = answerBy === null ? null : calendar.dayOf(answerBy)
  return [{ ...plain(state, 'answer-time'), about, subject, startsAt, answerBy, on }]
}

function pickTime(state: TalkState, { firstFreeAt }: BesideTalk, at: Instant): Asked[] {
  if (firstFreeAt === null || state.heldOn !== null || isStanding(state.appointment)) return []
  const time = { appointmentId: '', startsAt: firstFreeAt, endsAt: firstFreeAt + 1, picked: true }
  if (refuse(state, { type: 'set-appointment', ...time }, at) !== null) return []
  const on = compiled(state.calendar).dayOf(firstFreeAt)
  return [{ ...plain(state, 'pick-time'), startsAt: firstFreeAt, on }]
}

function answerOffer(state: TalkState, { id, kind }: BesideTalk['offers'][number], at: Instant): Asked[] {
  const answer = { type: 'answer-offer', offerId: id, kind, accepted: true } as const
  if (refuse(state, answer, at) !== null) return []
  return [{ ...plain(state, 'answer-offer'), about: kind, subject: id }]
}

function plain(state: TalkState, ask: AskKind): Asked {
  return { ask, about: 'talk', subject: state.talkId, startsAt: null, answerBy: null, on: null }
}
