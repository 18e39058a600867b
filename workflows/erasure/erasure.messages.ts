import type { ErasureRefusal } from '../../domain/retention/retention.ts'

/** One erasure of a person at a time; asked again it is done again, which finds nothing left. */
export function erasureWorkflowId(personId: string): string {
  return `erasure/${personId}`
}

export interface ErasureInput {
  readonly personId: string
  /** A restored copy has brought back somebody whom the list of the erased names: nothing is asked again. */
  readonly again: boolean
}

export type ErasureAnswer =
  | { readonly refused: ErasureRefusal | 'unknown-person' }
  | { readonly runs: number; readonly files: number }
