import { condition } from '@temporalio/workflow'

/** One turn at a time, in the order in which they were asked for (design §4). */
export function createTurns() {
  let next = 0
  let current = 0
  return {
    async inTurn<T>(turn: () => Promise<T>): Promise<T> {
      const mine = next++
      if (mine !== current) await condition(() => current === mine)
      try {
        return await turn()
      } finally {
        current++
      }
    },
  }
}
