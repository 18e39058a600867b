import { setTimeout as sleep } from 'node:timers/promises'

/** What two cores' workers execute in a second; more at once would only hold up everybody else's acts. */
const PER_SECOND = 50

/** Answers when the next piece of bulk work may be begun, so that all of it is spread evenly. */
export function createPace(perSecond = PER_SECOND): () => Promise<void> {
  let next = 0
  return async () => {
    const now = performance.now()
    const wait = next - now
    next = Math.max(next, now) + 1000 / perSecond
    if (wait > 0) await sleep(wait)
  }
}
