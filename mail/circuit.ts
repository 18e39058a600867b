import { type Instant, MINUTE } from '../domain/calendar/day.ts'

/** One back-off for a mail server that is down: while it lasts nobody knocks, whatever waits (R3.4). */
export interface Circuit {
  /** Null while mails may be tried; else when the next single try is due. */
  closedUntil(now: Instant): Instant | null
  /** The server failed and has not answered since: try one mail, not many. */
  isDoubtful(): boolean
  failed(now: Instant): void
  worked(): void
}

const FIRST = MINUTE / 2
const MOST = 15 * MINUTE

/** Waits half a minute after the first failure, twice as long after each further one, at most a quarter of an hour. */
export function createCircuit(): Circuit {
  let failures = 0
  let until: Instant | null = null
  return {
    closedUntil: (now) => (until !== null && now < until ? until : null),
    isDoubtful: () => failures > 0,
    failed(now) {
      // Several mails that were under way at once fail together: that is one failure.
      if (until !== null && now < until) return
      until = now + Math.min(MOST, FIRST * 2 ** failures)
      failures += 1
    },
    worked() {
      failures = 0
      until = null
    },
  }
}
