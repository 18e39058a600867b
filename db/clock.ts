import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** The one source of "now" for api, sender and activities (design: time is injected). */
export interface Clock {
  now(): Promise<Instant> | Instant
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** The clock of tests and the demo: the row that only the player moves. Throws where nobody has set it. */
export function tableClock(db: Tx): Clock {
  return {
    async now() {
      const row = await db.virtualClock.findUnique({ where: { id: 1 } })
      if (row === null) throw new Error('virtual_clock has no row: expected one with id 1, set by the player')
      return row.at.getTime()
    },
  }
}
