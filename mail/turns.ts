/** So many at once, the others in the order they came. */
export interface Turns {
  /** Does it when there is room. */
  take<T>(act: () => Promise<T>): Promise<T>
}

export function createTurns(atOnce: number): Turns {
  let free = atOnce
  const waiting: (() => void)[] = []
  return {
    async take(act) {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await act()
      } finally {
        const next = waiting.shift()
        if (next === undefined) free += 1
        else next()
      }
    },
  }
}
