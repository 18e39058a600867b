import { addDays, type Day, daysBetween, earlierOf, weekday } from '../calendar/day.ts'

/** How far a group's talks had come at the end of one week. */
export interface CoverageWeek {
  /** The week's Sunday, or the last day counted. */
  on: Day
  /** Talks held by the end of that day. */
  held: number
  /** The share of the talks that would be held if they were spread evenly over the window, 0–1. */
  planned: number
}

/** How many of a group's talks were held week by week, from the window's first week through `until`. */
export function coverageByWeek(
  heldOn: readonly Day[],
  window: { talksFrom: Day; talksTo: Day },
  until: Day,
): CoverageWeek[] {
  return weekEnds(window.talksFrom, until).map((on) => ({
    on,
    held: heldOn.filter((day) => day <= on).length,
    planned: plannedOn(on, window),
  }))
}

/**
 * The same for readers who may not see each talk's day: the days on which more were shown to be held, and where that
 * stands. Weeks counted anew each day would tell who had theirs when (R10.1).
 */
export function coverageByStep(
  steps: readonly { on: Day; held: number }[],
  window: { talksFrom: Day; talksTo: Day },
  until: Day,
): CoverageWeek[] {
  const last = steps.at(-1)
  if (last === undefined) return []
  const heldOn = new Map([...steps, { on: until, held: last.held }].map(({ on, held }) => [on, held]))
  return [...heldOn]
    .filter(([on]) => on >= window.talksFrom)
    .map(([on, held]) => ({ on, held, planned: plannedOn(on, window) }))
}

/** Evenly from nothing on the day before the window to all on its last day. */
export function plannedOn(on: Day, { talksFrom, talksTo }: { talksFrom: Day; talksTo: Day }): number {
  const before = addDays(talksFrom, -1)
  const share = daysBetween(before, on) / daysBetween(before, talksTo)
  return Math.min(1, Math.max(0, share))
}

function weekEnds(from: Day, until: Day): Day[] {
  const ends: Day[] = []
  for (let on = sundayOf(from); addDays(on, -6) <= until; on = addDays(on, 7)) ends.push(earlierOf(on, until))
  return ends
}

function sundayOf(day: Day): Day {
  return addDays(day, 7 - weekday(day))
}
