import type { Db } from '../db/client.ts'
import { MINUTE } from '../domain/calendar/day.ts'
import { type Ended, finish } from './finish.ts'

/** Writes down what became of mails, together those that come back at about the same time. */
export interface Results {
  /** Resolves at once, or, where as many as may wait do so, when they are written. */
  add(ended: Ended): Promise<void>
  /** When everything is written; fails where something cannot be, which is kept and written with the next. */
  settled(): Promise<void>
}

/** So few may have gone without being written down: where all dies with them, they end as unknown. */
const MOST_UNWRITTEN = 10
/** Milliseconds of real time within which others may come back. */
const GATHERED_FOR = 20
/** Milliseconds of real time; then the leases are over, and what could not be written counts as unknown. */
const KEPT_FOR = 5 * MINUTE

export function createResults(db: Db): Results {
  let unwritten: (Ended & { since: number })[] = []
  let writing: Promise<void> | null = null
  let gathering: NodeJS.Timeout | undefined

  function write(): Promise<void> {
    clearTimeout(gathering)
    gathering = undefined
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }

  async function writeAll(): Promise<void> {
    unwritten = unwritten.filter(({ since }) => performance.now() - since < KEPT_FOR)
    while (unwritten.length > 0) {
      const sent = unwritten.filter(({ result }) => result.outcome === 'sent')
      const group = new Set(sent.length > 0 ? sent : unwritten.slice(0, 1))
      await finish(db, [...group])
      unwritten = unwritten.filter((each) => !group.has(each))
    }
  }

  return {
    async add(ended) {
      unwritten.push({ ...ended, since: performance.now() })
      if (unwritten.length >= MOST_UNWRITTEN) return write()
      // Where it fails, whoever waits next hears of it.
      gathering ??= setTimeout(() => void write().catch(() => undefined), GATHERED_FOR)
    },
    settled: write,
  }
}
