import { DAY, HOUR, MINUTE } from './day.ts'
import type { Instant } from './day.ts'
import type { ZoneFacts } from './zone.ts'

/**
 * The clock changes of an IANA zone from one year through another, as data. Asks Intl, whose answers
 * change with the machine's zone data: activities and the api call it, a workflow is handed the result.
 * Throws RangeError on a zone that is not known.
 */
export function zoneOffsets(zone: string, fromYear: number, toYear: number): ZoneFacts {
  const minutesAt = offsetReader(zone)
  // A day more at each end: the years meant are local ones.
  const start = Date.UTC(fromYear, 0, 1) - DAY
  const end = Date.UTC(toYear + 1, 0, 1) + DAY
  const offsets = [{ fromAt: start, minutes: minutesAt(start) }]
  let current = minutesAt(start)
  // No zone changes its clocks twice within half a day, so no change hides between two looks.
  for (let at = start; at < end; at += 12 * HOUR) {
    const minutes = minutesAt(at + 12 * HOUR)
    if (minutes === current) continue
    offsets.push({ fromAt: changeBetween(at, at + 12 * HOUR, minutesAt), minutes })
    current = minutes
  }
  return { name: zone, offsets }
}

/** The first minute after `before` at which the offset is no longer the one of `before`. */
function changeBetween(before: Instant, after: Instant, minutesAt: (at: Instant) => number): Instant {
  const old = minutesAt(before)
  let low = before
  let high = after
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (minutesAt(middle) === old) low = middle
    else high = middle
  }
  return high
}

function offsetReader(zone: string): (at: Instant) => number {
  const format = formatFor(zone)
  return (at) => {
    const shown = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(format.format(at))
    if (shown === null) throw new RangeError(`zone is '${zone}': expected an offset such as GMT+01:00 for it`)
    const minutes = Number(shown[2] ?? 0) * 60 + Number(shown[3] ?? 0)
    return shown[1] === '-' ? -minutes : minutes
  }
}

function formatFor(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch (cause) {
    throw new RangeError(`zone is '${zone}': expected an IANA name such as Europe/Copenhagen`, { cause })
  }
}
