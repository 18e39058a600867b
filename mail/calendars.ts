import type { Tx } from '../db/client.ts'
import { closingsOf } from '../db/closings.ts'
import { type Calendar, createCalendar } from '../domain/calendar/calendar.ts'
import type { Instant } from '../domain/calendar/day.ts'
import { zoneOffsets } from '../domain/calendar/zone-offsets.ts'
import type { ZoneFacts } from '../domain/calendar/zone.ts'
import type { Policy } from '../domain/policy/policy.ts'

/** The working days of units under rounds' rules; each pair is compiled once. */
export interface Calendars {
  of(policy: Pick<Policy, 'closed' | 'quietPeriods'>, unitId: string | undefined): Calendar
}

/** Reads the closing days of these units; a unit that is not known has none of its own. */
export async function readCalendars(
  tx: Tx,
  unitIds: readonly (string | undefined)[],
  zone: ZoneFacts,
): Promise<Calendars> {
  const wanted = [...new Set(unitIds.filter((id) => id !== undefined))]
  const closings = wanted.length === 0 ? new Map() : await closingsOf(tx, wanted)
  const compiled = new Map<string, Calendar>()
  return {
    of({ closed, quietPeriods }, unitId) {
      const key = JSON.stringify([unitId, closed, quietPeriods])
      let calendar = compiled.get(key)
      if (calendar === undefined) {
        calendar = createCalendar({ zone, closed, quietPeriods, closings: closings.get(unitId ?? '') ?? [] })
        compiled.set(key, calendar)
      }
      return calendar
    },
  }
}

/** The zone's clock changes around an instant, far enough for every date a mail can name. */
export function createZoneReader(zoneName: string): (at: Instant) => ZoneFacts {
  const known = new Map<number, ZoneFacts>()
  return (at) => {
    const year = new Date(at).getUTCFullYear()
    let facts = known.get(year)
    if (facts === undefined) {
      facts = zoneOffsets(zoneName, year - 1, year + 3)
      known.set(year, facts)
    }
    return facts
  }
}
