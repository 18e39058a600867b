import type { Db } from '../db/client.ts'
import { MINUTE } from '../domain/calendar/day.ts'
import { type Ended, finish } from './finish.ts'

/** Writes down what became of mails, as many at a time as have come back meanwhile. */
export interface Results {
  /** Resolves at once, or, where the table lags behind the mail server, when there is room again. */
  add(ended: Ended): Promise<void>
  /** When everything is written; fails where something could not be, which is kept and written with the next. */
  settled(): Promise<void>
}

/** So few may have gone without being written down: where all dies with them, they end as unknown. */
const MOST_UNWRITTEN = 10

/** Milliseconds; then the leases are over, and whatever could not be written counts as unknown. */
const KEPT_FOR = 5 * MINUTE

export function createResults(db: Db): Results {
  let waiting: (Ended & { since: number })[] = []
  let writing: Promise<void> | null = null

  function write(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.filter(({ since }) => performance.now() - since < KEPT_FOR)
      waiting = []
      await finish(db, group).catch((error: unknown) => {
        waiting = [...group, ...waiting]
        throw error
      })
    }
  }

  return {
    async add(ended) {
      waiting.push({ ...ended, since: performance.now() })
      const written = write()
      if (waiting.length >= MOST_UNWRITTEN) await written
      // Whoever waits next hears of it.
      else written.catch(() => undefined)
    },
    settled: write,
  }
}
