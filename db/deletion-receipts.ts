import type { Day, Instant } from '../domain/calendar/day.ts'
import type { DeletedKind } from '../domain/retention/retention.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

/** What was deleted on a day: how many of what, and why; never whose and never what it said. */
export interface DeletionReceipt {
  readonly on: Day
  readonly cause: 'retention' | 'erasure'
  readonly kind: DeletedKind
  readonly count: number
}

/** Adds to the day's receipt, in the transaction that deletes: a night that is cut short has a receipt for what it did. */
export async function writeReceipt(tx: Tx, receipt: DeletionReceipt, at: Instant): Promise<void> {
  const { on, cause, kind, count } = receipt
  if (count === 0) return
  await tx.$executeRaw`
    INSERT INTO deletion_receipt (on_day, cause, kind, count, last_at)
    VALUES (${on}::date, ${cause}, ${kind}, ${count}, ${new Date(at)})
    ON CONFLICT (on_day, cause, kind)
    DO UPDATE SET count = deletion_receipt.count + excluded.count, last_at = excluded.last_at`
}

/** The newest receipts first. */
export async function deletionReceipts(db: Tx, limit: number): Promise<DeletionReceipt[]> {
  const rows = await db.deletionReceipt.findMany({
    orderBy: [{ onDay: 'desc' }, { cause: 'asc' }, { kind: 'asc' }],
    take: limit,
  })
  return rows.map(({ onDay, cause, kind, count }) => ({
    on: toDay(onDay),
    cause: cause as DeletionReceipt['cause'],
    kind: kind as DeletedKind,
    count,
  }))
}
