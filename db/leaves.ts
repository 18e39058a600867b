import type { Day } from '../domain/calendar/day.ts'
import type { LeaveRecord } from '../domain/people/changes.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'

/** The leave; null where there is none. */
export async function readLeave(db: Tx, id: string): Promise<LeaveRecord | null> {
  const row = await db.leave.findUnique({ where: { id } })
  return (
    row && { id, employmentId: row.employmentId, from: toDay(row.fromOn), to: row.toOn && toDay(row.toOn) }
  )
}

/** Whether another leave of the employment has a day in common with these. */
export async function overlapsLeave(
  db: Tx,
  { id, employmentId, from, to }: { id: string; employmentId: string; from: Day; to: Day | null },
): Promise<boolean> {
  const count = await db.leave.count({
    where: {
      employmentId,
      id: { not: id },
      OR: [{ toOn: null }, { toOn: { gte: toDate(from) } }],
      ...(to !== null && { fromOn: { lte: toDate(to) } }),
    },
  })
  return count > 0
}
