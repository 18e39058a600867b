import { createHash } from 'node:crypto'
import type { Instant } from '../domain/calendar/day.ts'
import type { Db, Tx } from './client.ts'

/** A night's seal: the hash of every head that had moved since the one before. */
export interface AuditSeal {
  readonly number: number
  readonly at: Instant
  readonly headsHash: string
  readonly previousHash: string
  readonly hash: string
}

/** By which a seal is known outside the database: its hash follows from all before it. */
export type SealMark = Pick<AuditSeal, 'number' | 'hash'>

export interface SealedHead {
  readonly subject: string
  readonly seq: number
  readonly hash: string
}

/** Writes down where every chain that has grown ends now; null where none has. */
export async function sealAudit(db: Db, at: Instant): Promise<AuditSeal | null> {
  return db.$transaction(
    async (tx) => {
      // One sealer at a time; nobody else waits for it.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('audit_seal'))`
      const last = await newestSeal(tx)
      const number = (last?.number ?? 0) + 1
      const moved = await tx.$executeRaw`
        INSERT INTO audit_sealed_head (subject, seal, seq, hash)
        SELECT h.subject, ${number}::int, h.seq, h.hash FROM audit_head h
        LEFT JOIN LATERAL (SELECT seq FROM audit_sealed_head s WHERE s.subject = h.subject ORDER BY seal DESC LIMIT 1) s ON true
        WHERE h.seq > coalesce(s.seq, 0)`
      if (moved === 0) return null
      const headsHash = hashOfHeads(await headsOfSeal(tx, number))
      const previousHash = last?.hash ?? ''
      const seal = { number, at, headsHash, previousHash }
      const hash = hashOfSeal(seal)
      await tx.auditSeal.create({ data: { ...seal, at: new Date(at), hash } })
      return { ...seal, hash }
    },
    { timeout: 10 * 60_000 },
  )
}

/** Null where nothing was sealed yet. */
export function newestSeal(tx: Tx): Promise<SealMark | null> {
  return tx.auditSeal.findFirst({ orderBy: { number: 'desc' }, select: { number: true, hash: true } })
}

export function headsOfSeal(tx: Tx, seal: number): Promise<SealedHead[]> {
  return tx.auditSealedHead.findMany({
    where: { seal },
    select: { subject: true, seq: true, hash: true },
    orderBy: { subject: 'asc' },
  })
}

export function hashOfHeads(heads: readonly SealedHead[]): string {
  const hash = createHash('sha256')
  for (const { subject, seq, hash: head } of heads) hash.update(`${subject} ${seq} ${head}\n`)
  return hash.digest('hex')
}

export function hashOfSeal({ number, at, headsHash, previousHash }: Omit<AuditSeal, 'hash'>): string {
  return createHash('sha256').update(`${number} ${at} ${headsHash} ${previousHash}`).digest('hex')
}
