import type { Day } from '../domain/calendar/day.ts'

/** Our name for one plan version in the personnel file; safe as a file name. */
export type JournalKey = string & { readonly brand: 'JournalKey' }

/** The same plan version always has the same key, so that it can be looked up before any retry (R8.2). */
export function journalKey(planVersionId: string): JournalKey {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(planVersionId)) {
    throw new RangeError(`planVersionId is '${planVersionId}': expected a uuid in small letters`)
  }
  return `plan-${planVersionId}` as JournalKey
}

/** What the personnel file is told about a plan version beside the PDF (R8.1). */
export interface JournalMetadata {
  readonly key: JournalKey
  readonly title: string
  /** The day of agreement. */
  readonly on: Day
  /** The employee's case, where known beforehand; else empty, as the next two. */
  readonly caseReference: string
  /** Free text, such as a KLE number. */
  readonly classification: string
  readonly accessGroup: string
  /** SHA-256 of the content both approved, hex. */
  readonly contentHash: string
}

export interface JournalEntry {
  readonly metadata: JournalMetadata
  /** The same bytes at every try. */
  readonly pdf: Uint8Array
}

/**
 * A personnel file. `signal` ends a try that takes too long. A gateway keeps these promises:
 * `file` makes at most one record per key where the other side lets it; `not-done` means that nothing was or
 * will be filed by this try; whatever is not certain is `unknown`. `lookUp` sees every record that an
 * earlier try may have made; where it cannot be sure it says `unavailable`, never `absent`.
 */
export interface JournalGateway {
  /** For the journal entry's row and for HR. */
  readonly name: string
  /** Who files: the service at agreement, the leader by hand, or nobody (R8.2, R8.3). */
  readonly filedBy: 'service' | 'leader' | 'nobody'
  file(entry: JournalEntry, signal: AbortSignal): Promise<FilingOutcome>
  lookUp(key: JournalKey, signal: AbortSignal): Promise<LookUpOutcome>
}

/** How one try ended. Reasons are codes: what people wrote never leaves with them (R15.1). */
export type FilingOutcome = Filed | NotFiled | MaybeFiled

export interface Filed {
  readonly kind: 'done'
  /** What the personnel file answered; shown to both (R8.1). */
  readonly receipt: string
  /** The case it was filed on; empty where the personnel file names none. */
  readonly caseReference: string
}

export interface NotFiled {
  readonly kind: 'not-done'
  readonly reason: NotFiledReason
}

export interface MaybeFiled {
  readonly kind: 'unknown'
  readonly reason: MaybeFiledReason
}

export type NotFiledReason =
  /** The personnel file said no. */
  | 'refused'
  | 'unreachable'
  | 'no-room'
  | 'no-access'
  /** Our key holds another content: HR has to look. */
  | 'other-content'
  /** The leader files it and enters the case number. */
  | 'manual'
  /** Plans are not filed here. */
  | 'off'

export type MaybeFiledReason =
  /** A try began and its end was never stored. */
  | 'interrupted'
  | 'timed-out'
  /** It failed after the personnel file may have taken the plan. */
  | 'broke-off'
  /** The personnel file said done, and the record was not to be seen. */
  | 'unconfirmed'

export type LookUpOutcome =
  | {
      readonly kind: 'found'
      readonly receipt: string
      readonly caseReference: string
      readonly contentHash: string
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable' }
