/**
 * What became of a decision that was to be recorded.
 * - `recorded`: written; the row has this version now.
 * - `known`: this cause was recorded before; nothing is written, the row's snapshot and the stored answer come back.
 * - `ahead`: another decision was recorded that the engine forgot in a crash; it takes the snapshot and decides anew.
 * - `behind`: the row is older than the engine, or gone (a restored database); it waits for `npm run reconcile`.
 */
export type Recorded<State> =
  | { outcome: 'recorded'; version: number }
  | { outcome: 'known'; version: number; snapshot: State; answer: unknown }
  | { outcome: 'ahead'; version: number; snapshot: State }
  | { outcome: 'behind'; version: number }

/**
 * Compares the locked row with the version that the decision was made on. Null = they agree and the decision may be
 * written. A row that is behind counts first: its snapshot is older than what the engine knows.
 */
export function comparison<State>(
  row: { version: number; snapshot: State },
  expectedVersion: number,
  known: { answer: unknown } | null,
): Exclude<Recorded<State>, { outcome: 'recorded' }> | null {
  const { version, snapshot } = row
  if (version < expectedVersion) return { outcome: 'behind', version }
  if (known !== null) return { outcome: 'known', version, snapshot, answer: known.answer }
  return version > expectedVersion ? { outcome: 'ahead', version, snapshot } : null
}

/** What a decision names was never written, or is not what it was said to be: nothing to try again for. */
export class MissingDocumentError extends Error {
  readonly code = 'missing-document'
  constructor(document: 'appointment' | 'plan version', id: string) {
    super(`${document} ${id} is not in the table as named: expected it written before the rules are asked`)
    this.name = 'MissingDocumentError'
  }
}
