import type { Calendar } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import { daysOf, type FreeTime, freeTimes, type Hours, type Span } from './free-times.ts'
import { talkMoves } from './moves.ts'
import { leaveOn, presentFrom } from './standing.ts'
import type { TalkState, TalkStatus } from './talk.ts'

/** Why there is no time for somebody in the hours that were chosen. */
export const noTimeReasons = [
  'closed-days',
  'has-left',
  'on-leave',
  'notice-too-short',
  'after-hold-date',
  'no-room',
] as const
export type NoTimeReason = (typeof noTimeReasons)[number]

/** Somebody who is to be invited, and what a time for them must heed. */
export interface Invitee {
  readonly talkId: string
  readonly talk: Pick<TalkState, 'leaves' | 'lastDay' | 'holdOn' | 'policy'>
  readonly calendar: Calendar
  /** Times the employee has already. */
  readonly busy: readonly Span[]
}

export type ProposedTime =
  | { readonly talkId: string; readonly time: Span; readonly reason: null }
  | { readonly talkId: string; readonly time: null; readonly reason: NoTimeReason }

/** Whether a talk has no time and may get one. */
export function canBeInvited({ status, appointment }: Pick<TalkState, 'status' | 'appointment'>): boolean {
  const statuses: readonly TalkStatus[] = talkMoves['set-appointment']
  return appointment === null && statuses.includes(status)
}

/** The first day on which notice is kept for who is invited today (R4.2); null while the end of a leave is unknown. */
export function noticeKeptFrom(
  talk: Pick<TalkState, 'leaves' | 'policy'>,
  calendar: Calendar,
  today: Day,
): Day | null {
  const toldOn = presentFrom(talk, today)
  return toldOn === null ? null : calendar.addWorkingDays(toldOn, talk.policy.noticeDays)
}

/**
 * Lays out times for many in the hours the leader has chosen (R4.2): no clash with times already set, no weekend, holiday
 * or closed day, nobody within leave, after the last day employed or the last day for the talk, and notice kept. Who has
 * the fewest days left comes first. In the order of the invitees; who gets no time, with the reason.
 */
export function proposeTimes(
  invitees: readonly Invitee[],
  hours: Hours,
  busy: readonly Span[],
  at: Instant,
): ProposedTime[] {
  const chosen = daysOf(hours)
  const waiting = invitees.map((invitee) => ({ invitee, days: possibleDays(invitee, chosen, at) }))
  const days = chosen.filter((on) => waiting.some((one) => one.days.has(on)))
  const given = new Map<string, Span>()
  const [first] = invitees
  if (first === undefined) return []
  for (const time of freeTimes(days, hours, first.calendar.instantOf, busy, at)) {
    const next = mostUrgent(
      waiting.filter(({ invitee }) => !given.has(invitee.talkId)),
      time,
    )
    if (next !== null) given.set(next.talkId, { startsAt: time.startsAt, endsAt: time.endsAt })
  }
  return waiting.map(({ invitee, days: possible }) => {
    const { talkId } = invitee
    const time = given.get(talkId) ?? null
    if (time !== null) return { talkId, time, reason: null }
    return { talkId, time, reason: possible.size > 0 ? 'no-room' : mainReason(invitee, chosen, at) }
  })
}

interface Waiting {
  readonly invitee: Invitee
  readonly days: ReadonlySet<Day>
}

/** Of those who can have this time, the one with the earliest last chance; else in the order they came. */
function mostUrgent(waiting: readonly Waiting[], { on, startsAt, endsAt }: FreeTime): Invitee | null {
  let best: Waiting | null = null
  for (const one of waiting) {
    const isBusy = one.invitee.busy.some((taken) => startsAt < taken.endsAt && taken.startsAt < endsAt)
    if (isBusy || !one.days.has(on)) continue
    if (best === null || lastOf(one.days) < lastOf(best.days)) best = one
  }
  return best?.invitee ?? null
}

function lastOf(days: ReadonlySet<Day>): string {
  return [...days].at(-1) ?? ''
}

function possibleDays(invitee: Invitee, chosen: readonly Day[], at: Instant): Set<Day> {
  return new Set(chosen.filter((on) => reasonAgainst(invitee, on, at) === null))
}

function reasonAgainst({ talk, calendar }: Invitee, on: Day, at: Instant): NoTimeReason | null {
  const today = calendar.dayOf(at)
  if (!calendar.isWorkingDay(on)) return 'closed-days'
  if (talk.lastDay !== null && on > talk.lastDay) return 'has-left'
  if (leaveOn(talk, on) !== null) return 'on-leave'
  const earliest = noticeKeptFrom(talk, calendar, today)
  if (earliest === null) return 'on-leave'
  if (on < earliest) return 'notice-too-short'
  // Of a talk that is late already any day is better than none.
  return talk.holdOn >= today && on > talk.holdOn ? 'after-hold-date' : null
}

/** What stands against most of the days; that some of them are closed says little where others are open. */
function mainReason(invitee: Invitee, chosen: readonly Day[], at: Instant): NoTimeReason {
  const reasons = chosen.map((on) => reasonAgainst(invitee, on, at))
  const counts = noTimeReasons
    .filter((reason) => reason !== 'closed-days')
    .map((reason) => ({ reason, count: reasons.filter((one) => one === reason).length }))
    .sort((a, b) => b.count - a.count)
  const [most] = counts
  return most !== undefined && most.count > 0 ? most.reason : 'closed-days'
}
