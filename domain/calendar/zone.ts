import { dayOfUtc, HOUR, MINUTE, utcOf } from './day.ts'
import type { Day, Instant } from './day.ts'

/**
 * A time zone as plain data: from each instant on, local clocks are that many minutes ahead of UTC.
 * Sorted by `fromAt`; the first entry covers everything before the second.
 */
export interface ZoneFacts {
  name: string
  offsets: { fromAt: Instant; minutes: number }[]
}

export interface Zone {
  instantOf(on: Day, minutes: number): Instant
  localTime(at: Instant): { on: Day; minutes: number }
}

/**
 * Local time over zone facts. Every local time has exactly one instant (R3.2): where clocks are set back
 * and show it twice, the first; where they are set forward and never show it, the first instant after.
 */
export function createZone(facts: ZoneFacts): Zone {
  const { offsets } = facts
  if (offsets.length === 0) throw new RangeError(`zone '${facts.name}' has no offsets: expected at least one`)
  // The first entry also covers all time before it.
  const starts = offsets.map((offset, i) => (i === 0 ? Number.NEGATIVE_INFINITY : offset.fromAt))

  function indexAt(at: Instant): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  const shiftAt = (index: number) => (offsets[index]?.minutes ?? 0) * MINUTE

  return {
    instantOf(on, minutes) {
      const shown = utcOf(on) + minutes * MINUTE
      for (let i = indexAt(shown - FARTHEST_AHEAD); ; i++) {
        const at = shown - shiftAt(i)
        const end = starts[i + 1]
        // Earlier than this entry's start: the time fell into the gap before it, and the gap ends here.
        if (end === undefined || at < end) return Math.max(at, starts[i] as number)
      }
    },
    localTime(at) {
      const shown = at + shiftAt(indexAt(at))
      const on = dayOfUtc(shown)
      return { on, minutes: Math.floor((shown - utcOf(on)) / MINUTE) }
    },
  }
}

/** No place on earth is more than 14 hours ahead of UTC; a day's margin. */
const FARTHEST_AHEAD = 24 * HOUR
