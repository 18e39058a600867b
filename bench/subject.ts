import type { BenchServers } from './servers.ts'
import type { Row } from './table.ts'

/** What a subject is measured with. */
export interface Bench {
  /** The sizes of a large municipality, for which a small machine takes hours; else sizes that take minutes. */
  readonly isFull: boolean
  /** Started when first asked for: not every subject needs servers. */
  servers(): Promise<BenchServers>
  /** A line about what is under way. */
  readonly say: (line: string) => void
}

/** One file of this folder: what it measures, as lines of the table. */
export interface Subject {
  readonly name: string
  measure(bench: Bench): Promise<Row[]>
}
