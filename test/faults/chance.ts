/** Chances that come again with the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `least` through `most`. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  happens(probability: number): boolean
  /** Chances of one's own: what is drawn from them moves nothing here. */
  fork(): Chance
}

/** Mulberry32: small, and the same on every machine. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (from) => {
      const picked = from[between(0, from.length - 1)]
      if (picked === undefined) throw new Error('there is nothing to pick from')
      return picked
    },
    happens: (probability) => next() < probability,
    fork: () => createChance(Math.floor(next() * 2 ** 32)),
  }
}
