import { addDays, type Day, type Instant, MINUTE, weekday } from '../calendar/day.ts'

/** When somebody has time for talks, as they choose it themselves. Times are minutes after local midnight. */
export interface Hours {
  /** First and last day. */
  readonly from: Day
  readonly to: Day
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
  readonly begin: number
  readonly end: number
  /** How long each talk is, and the least time between two. */
  readonly minutes: number
  readonly pause: number
}

/** A time that is taken, or can be. */
export interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface FreeTime extends Span {
  readonly on: Day
}

/** The days that were chosen, weekends and all. */
export function daysOf({ from, to, weekdays }: Hours): Day[] {
  const days: Day[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (weekdays.includes(weekday(on))) days.push(on)
  }
  return days
}

/** Every time in the hours of these days that is not past and clashes with nothing, pauses kept; earliest first. */
export function freeTimes(
  days: readonly Day[],
  hours: Hours,
  instantOf: (on: Day, minutes: number) => Instant,
  busy: readonly Span[],
  at: Instant,
): FreeTime[] {
  const times: FreeTime[] = []
  const pause = hours.pause * MINUTE
  for (const on of days) {
    for (let begin = hours.begin; begin + hours.minutes <= hours.end; ) {
      const startsAt = instantOf(on, begin)
      const endsAt = startsAt + hours.minutes * MINUTE
      const clash = busy.find((taken) => startsAt < taken.endsAt + pause && taken.startsAt < endsAt + pause)
      if (clash !== undefined) begin += minutesUntil(clash.endsAt + pause, startsAt)
      else {
        if (startsAt > at) times.push({ on, startsAt, endsAt })
        begin += hours.minutes + hours.pause
      }
    }
  }
  return times
}

/** Talks begin at times that are easy to say. */
const STEP = 5

/** Whole steps from one instant until another is reached; at least one. */
function minutesUntil(reached: Instant, from: Instant): number {
  return Math.max(1, Math.ceil((reached - from) / (STEP * MINUTE))) * STEP
}
