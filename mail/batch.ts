/** How many mails are claimed together: as many as go while what they were judged by is fresh. */
export interface Batch {
  size(): number
  /** @param begun how many of those claimed went before it was too late for the others */
  went(begun: number, claimed: number): void
  /** One of them could not be composed: to find it they are claimed one by one. */
  failed(): void
}

/** Milliseconds of real time after which a mail that was judged is judged again before it goes. */
export const FRESH_FOR = 1_000

/** Whoever is killed leaves as many of unknown fate, for each mail that may be on its way. */
const MOST = 32

/**
 * Begins with few, for nobody knows how fast the mail server is; twice as many as long as all of them go.
 * @param connections of the transport
 */
export function createBatch(connections: number): Batch {
  let size = Math.min(MOST, 8 * connections)
  return {
    size: () => size,
    went(begun, claimed) {
      if (begun < claimed) size = Math.max(1, begun)
      else if (claimed === size) size = Math.min(MOST, 2 * size)
    },
    failed() {
      size = 1
    },
  }
}
