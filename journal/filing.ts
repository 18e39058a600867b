import type {
  Filed,
  FilingOutcome,
  JournalEntry,
  JournalGateway,
  JournalMetadata,
  LookUpOutcome,
  NotFiled,
} from './gateway.ts'

/** What `previous` is when a try began and its end was never stored: a crash, a lost answer. */
export const interrupted: FilingOutcome = { kind: 'unknown', reason: 'interrupted' }

/**
 * One try at filing one plan version; it never throws. `previous` is the last try's outcome, null before the
 * first. Store `interrupted` before a try and the outcome after it.
 *
 * Exactly one record per plan version (R8.2): after any earlier try the key is looked up first, and where
 * that is not possible nothing is tried, so the earlier outcome stands. A gateway's *done* counts once the
 * record is seen.
 */
export async function filePlan(
  gateway: JournalGateway,
  entry: JournalEntry,
  previous: FilingOutcome | null,
  signal: AbortSignal,
): Promise<FilingOutcome> {
  if (previous?.kind === 'done') return previous
  if (gateway.filedBy !== 'service') return tryToFile(gateway, entry, signal)
  if (previous !== null) {
    const seen = await tryToLookUp(gateway, entry.metadata, signal)
    if (seen.kind === 'found') return recordSeen(seen, entry.metadata)
    if (seen.kind === 'unavailable') return previous
  }
  const outcome = await tryToFile(gateway, entry, signal)
  return outcome.kind === 'done' ? confirm(gateway, entry.metadata, outcome, signal) : outcome
}

async function confirm(
  gateway: JournalGateway,
  metadata: JournalMetadata,
  claimed: Filed,
  signal: AbortSignal,
): Promise<FilingOutcome> {
  const seen = await tryToLookUp(gateway, metadata, signal)
  if (seen.kind !== 'found') return { kind: 'unknown', reason: 'unconfirmed' }
  const record = recordSeen(seen, metadata)
  if (record.kind !== 'done') return record
  return {
    kind: 'done',
    receipt: claimed.receipt || record.receipt,
    caseReference: claimed.caseReference || record.caseReference,
  }
}

function recordSeen(seen: LookUpOutcome & { kind: 'found' }, metadata: JournalMetadata): Filed | NotFiled {
  if (seen.contentHash !== metadata.contentHash) return { kind: 'not-done', reason: 'other-content' }
  return { kind: 'done', receipt: seen.receipt, caseReference: seen.caseReference }
}

/** An error says nothing about what the other side did before it. */
async function tryToFile(
  gateway: JournalGateway,
  entry: JournalEntry,
  signal: AbortSignal,
): Promise<FilingOutcome> {
  try {
    return await withinTime(gateway.file(entry, signal), signal)
  } catch {
    return { kind: 'unknown', reason: signal.aborted ? 'timed-out' : 'broke-off' }
  }
}

async function tryToLookUp(
  gateway: JournalGateway,
  metadata: JournalMetadata,
  signal: AbortSignal,
): Promise<LookUpOutcome> {
  try {
    return await withinTime(gateway.lookUp(metadata.key, signal), signal)
  } catch {
    return { kind: 'unavailable' }
  }
}

/** A gateway that ignores the signal is left behind. */
function withinTime<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const { promise: outOfTime, reject } = Promise.withResolvers<never>()
  const giveUp = (): void => reject(signal.reason)
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  return Promise.race([answer, outOfTime]).finally(() => signal.removeEventListener('abort', giveUp))
}
