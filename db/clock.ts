import { type Instant, MINUTE } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** The one source of "now" for api, sender and activities (design: time is injected). */
export interface Clock {
  now(): Promise<Instant> | Instant
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/**
 * The database's clock, the same for api and workers however wrong their machines' own are (R3.3): looked at once a minute,
 * once for all who wait for it, and counted on from there. While the database is away it goes on; throws where it has never
 * been seen.
 */
export function databaseClock(db: Tx): Clock {
  let seen: Seen | null = null
  let nextLook = 0
  let looking: Promise<Seen> | null = null
  const lookAgain = async (last: Seen | null): Promise<Seen> => {
    try {
      const found = await look(db)
      nextLook = found.since + MINUTE
      return found
    } catch (error) {
      if (last === null) throw error
      nextLook = performance.now() + REST
      return last
    } finally {
      looking = null
    }
  }
  return {
    async now() {
      if (seen === null || performance.now() >= nextLook) {
        looking ??= lookAgain(seen)
        seen = await looking
      }
      return seen.at + Math.round(performance.now() - seen.since)
    },
  }
}

/**
 * Milliseconds before a database that did not answer is asked for the time again: longer than a statement waits for a
 * connection, so that nobody waits for the time twice.
 */
const REST = 30_000

/** What the database's clock showed, and what the machine had counted by then, in milliseconds. */
interface Seen {
  readonly at: Instant
  readonly since: number
}

async function look(db: Tx): Promise<Seen> {
  const [row] = await db.$queryRaw<{ at: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at`
  if (row === undefined) throw new Error('the database told no time: expected one row')
  return { at: Math.round(row.at), since: performance.now() }
}

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
