import type { Violation } from './checker.ts'
import type { FaultKind } from './faults.ts'

/** What a round came to. */
export interface Outcome {
  struck: { kind: FaultKind; name: string }[]
  /** Broken promises, or where the end is another than it should be. */
  problems: string[]
  /** What was recovered, and how long it took. */
  drill?: string
}

export function problemsOf(violations: readonly Violation[]): string[] {
  return violations.map(({ promise, what }) => `${promise}: ${what}`)
}

/** Does something and answers how long it took, in seconds of real time as people read them. */
export async function timed(work: () => Promise<unknown>): Promise<string> {
  const begun = performance.now()
  await work()
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
