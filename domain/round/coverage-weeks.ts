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

/**
 * How many of a group's talks were held week by week, from the window's first week through `until`. Two lines that lie
 * closer than `leastStep` talks would tell when few people had theirs: the earlier of them is left out (R10.1).
 * @param leastStep 1 for whoever may see each talk's day
 */
export function coverageByWeek(
  heldOn: readonly Day[],
  window: { talksFrom: Day; talksTo: Day },
  until: Day,
  leastStep: number,
): CoverageWeek[] {
  const weeks: CoverageWeek[] = []
  for (const on of weekEnds(window.talksFrom, until).toReversed()) {
    const held = heldOn.filter((day) => day <= on).length
    const later = weeks[0]
    const isTooClose = later !== undefined && later.held !== held && later.held - held < leastStep
    const isTooFew = held > 0 && held < leastStep
    if (!isTooClose && !isTooFew) weeks.unshift({ on, held, planned: plannedOn(on, window) })
  }
  return weeks
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
