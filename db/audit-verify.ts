import type { Instant } from '../domain/calendar/day.ts'
import { hashOfHeads, hashOfSeal, headsOfSeal, type SealMark } from './audit-seal.ts'
import type { Db, Tx } from './client.ts'
import { sha256 } from './sha256.ts'

/** A place where the audit is not as it was written. `seq` is the place in the chain of `subject`. */
export type AuditFault =
  /** An entry's content does not give its hash. */
  | { readonly what: 'changed'; readonly subject: string; readonly seq: number }
  /** Entries that were between two others, or first, are gone. */
  | { readonly what: 'missing'; readonly subject: string; readonly from: number; readonly to: number }
  /** An entry does not follow the one before it: moved, exchanged or put in. */
  | { readonly what: 'unlinked'; readonly subject: string; readonly seq: number }
  /** The chain ends before its head, or before what was sealed. */
  | { readonly what: 'cut-off'; readonly subject: string; readonly after: number; readonly expected: number }
  /** The chain is whole in itself, and not the one that was sealed. */
  | { readonly what: 'rewritten'; readonly subject: string; readonly seq: number; readonly seal: number }
  | { readonly what: 'seal-changed' | 'seal-missing'; readonly seal: number }
  /** The seals are whole in themselves, and not those that are known from outside. */
  | { readonly what: 'seal-exchanged'; readonly seal: number }
  /** The column by which an entry is found beside its chain names another talk. */
  | { readonly what: 'misplaced'; readonly subject: string; readonly seq: number }

export interface AuditReport {
  readonly entries: number
  readonly chains: number
  readonly seals: number
  readonly newestSeal: { readonly number: number; readonly at: Instant; readonly hash: string } | null
  /** Entries since the newest seal: they rest on the database's rights alone. */
  readonly unsealed: number
  readonly faults: readonly AuditFault[]
}

/**
 * Reads every entry, head and seal as they stand at one moment, and compares them. `progress` is called now and then.
 * @param known seals that are known from outside the database
 */
export async function verifyAudit(
  db: Db,
  known: readonly SealMark[] = [],
  progress: () => void = () => {},
): Promise<AuditReport> {
  return db.$transaction(
    async (tx) => {
      const faults: AuditFault[] = []
      const heads = await expectedHeads(tx)
      const { seals, newestSeal } = await verifySeals(tx, known, heads, faults, progress)
      const { entries, ends } = await verifyEntries(tx, heads, faults, progress)
      let unsealed = 0
      for (const [subject, { seq, sealed }] of heads) {
        const after = ends.get(subject) ?? 0
        const expected = Math.max(seq, ...sealed.map((head) => head.seq))
        if (after < expected) faults.push({ what: 'cut-off', subject, after, expected })
        unsealed += Math.max(0, after - Math.max(0, ...sealed.map((head) => head.seq)))
      }
      return { entries, chains: ends.size, seals, newestSeal, unsealed, faults }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60 * 60_000 },
  )
}

/** What is known of a chain beside its entries. */
interface ExpectedHead {
  seq: number
  readonly sealed: { readonly seal: number; readonly seq: number; readonly hash: string }[]
}

async function expectedHeads(tx: Tx): Promise<Map<string, ExpectedHead>> {
  const rows = await tx.auditHead.findMany({ select: { subject: true, seq: true } })
  return new Map(rows.map(({ subject, seq }) => [subject, { seq, sealed: [] }]))
}

/** Seal by seal, and notes in `heads` what each has sealed. */
async function verifySeals(
  tx: Tx,
  known: readonly SealMark[],
  heads: Map<string, ExpectedHead>,
  faults: AuditFault[],
  progress: () => void,
): Promise<Pick<AuditReport, 'seals' | 'newestSeal'>> {
  const rows = await tx.auditSeal.findMany({ orderBy: { number: 'asc' } })
  const [{ newest } = { newest: 0 }] = await tx.$queryRaw<{ newest: number }[]>`
    SELECT coalesce(max(seal), 0)::int AS newest FROM audit_sealed_head`
  const byNumber = new Map(rows.map((row) => [row.number, { ...row, at: row.at.getTime() }]))
  const last = Math.max(newest, ...byNumber.keys(), ...known.map(({ number }) => number), 0)
  let previousHash = ''
  for (let number = 1; number <= last; number++) {
    progress()
    const sealed = await headsOfSeal(tx, number)
    for (const { subject, seq, hash } of sealed) {
      const head = heads.get(subject) ?? { seq: 0, sealed: [] }
      head.sealed.push({ seal: number, seq, hash })
      heads.set(subject, head)
    }
    const seal = byNumber.get(number)
    if (seal === undefined) {
      faults.push({ what: 'seal-missing', seal: number })
      continue
    }
    const isLinked = seal.previousHash === previousHash || !byNumber.has(number - 1)
    const isWhole = hashOfHeads(sealed) === seal.headsHash && hashOfSeal(seal) === seal.hash
    if (!isWhole || !(number === 1 ? seal.previousHash === '' : isLinked))
      faults.push({ what: 'seal-changed', seal: number })
    else if (known.some((mark) => mark.number === number && mark.hash !== seal.hash))
      faults.push({ what: 'seal-exchanged', seal: number })
    previousHash = seal.hash
  }
  const final = rows.at(-1)
  const newestSeal = final ? { number: final.number, at: final.at.getTime(), hash: final.hash } : null
  return { seals: rows.length, newestSeal }
}

/** An entry as text, which is what was hashed. */
interface EntryRow {
  readonly subject: string
  readonly talkId: string | null
  readonly seq: number
  readonly previousHash: string
  readonly hash: string
  readonly decisionId: string
  readonly version: number
  readonly event: string
  readonly at: bigint
  readonly byPersonId: string | null
  readonly onBehalfOf: string | null
  readonly requestHash: string | null
  readonly answer: string | null
}

const PAGE = 5_000

async function verifyEntries(
  tx: Tx,
  heads: ReadonlyMap<string, ExpectedHead>,
  faults: AuditFault[],
  progress: () => void,
): Promise<{ entries: number; ends: Map<string, number> }> {
  const ends = new Map<string, number>()
  let entries = 0
  let before: EntryRow | null = null
  for (;;) {
    progress()
    const page: EntryRow[] = await pageAfter(tx, before)
    for (const entry of page) {
      const previous: EntryRow | null = before?.subject === entry.subject ? before : null
      verifyEntry(entry, previous, faults)
      for (const { seal, seq, hash } of heads.get(entry.subject)?.sealed ?? [])
        if (seq === entry.seq && hash !== entry.hash)
          faults.push({ what: 'rewritten', subject: entry.subject, seq, seal })
      ends.set(entry.subject, entry.seq)
      before = entry
    }
    entries += page.length
    if (page.length < PAGE) return { entries, ends }
  }
}

function verifyEntry(entry: EntryRow, previous: EntryRow | null, faults: AuditFault[]): void {
  const { subject, seq } = entry
  const expected = (previous?.seq ?? 0) + 1
  if (seq > expected) faults.push({ what: 'missing', subject, from: expected, to: seq - 1 })
  else if (seq < expected || entry.previousHash !== (previous?.hash ?? ''))
    faults.push({ what: 'unlinked', subject, seq })
  if (hashOfEntry(entry) !== entry.hash) faults.push({ what: 'changed', subject, seq })
  if (entry.talkId !== null && entry.talkId !== subject) faults.push({ what: 'misplaced', subject, seq })
}

function pageAfter(tx: Tx, before: EntryRow | null): Promise<EntryRow[]> {
  const { subject, seq } = before ?? { subject: '00000000-0000-0000-0000-000000000000', seq: -1 }
  return tx.$queryRaw<EntryRow[]>`
    SELECT subject::text, talk_id::text AS "talkId", seq, previous_hash AS "previousHash", hash, decision_id AS "decisionId", version, event,
      (extract(epoch FROM at) * 1000)::bigint AS at, by_person_id::text AS "byPersonId",
      on_behalf_of::text AS "onBehalfOf", request_hash AS "requestHash", answer::text AS answer
    FROM audit_entry WHERE (subject, seq) > (${subject}::uuid, ${seq}::int) ORDER BY audit_entry.subject, seq LIMIT ${PAGE}`
}

/** As the table's own function `audit_hash` makes it. */
function hashOfEntry(entry: EntryRow): string {
  const { subject, seq, previousHash, decisionId, version, event } = entry
  const { at, byPersonId, onBehalfOf, requestHash, answer } = entry
  const who = [byPersonId, onBehalfOf, requestHash, answer]
  const values = [subject, seq, previousHash, decisionId, version, event, Number(at), ...who]
  const text = `[${values.map((value) => JSON.stringify(value)).join(', ')}]`
  return sha256(text)
}
