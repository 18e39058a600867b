import type { Instant } from '../domain/calendar/day.ts'
import { shownGroups, type ShownStep } from '../domain/published.ts'
import type { Cell, CountedRecord } from '../domain/suppression.ts'
import type { Db, Tx } from './client.ts'

/** What figures are about: the same kind of record is hidden and shown together. */
export type FigureKind = 'themes' | 'evaluations' | 'reasons' | 'counts'

/**
 * The records that figures about each group of a round may be counted from, by the cell's key; a group that is
 * missing has none (R10.1). What is shown for the first time is remembered, since it is out from now on. Two people who
 * look at the same moment wait for each other.
 */
export async function showGroups(
  db: Db,
  about: { roundId: string; kind: FigureKind; minimum: number; at: Instant },
  cells: readonly Cell[],
): Promise<ReadonlyMap<string, readonly CountedRecord[]>> {
  const { roundId, kind, minimum, at } = about
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`figures ${roundId} ${kind}`}))`
    const shown = shownGroups(cells, minimum, await shownBefore(tx, { roundId, kind }))
    await tx.publishedCell.createMany({
      data: shown.fresh.map(({ key, records, gone }) => ({
        roundId,
        kind,
        key,
        publishedAt: new Date(at),
        records: records.map(({ id, person }) => ({ id, person })),
        gone: gone.map(({ id, person }) => ({ id, person })),
      })),
    })
    return shown.records
  })
}

/** How many records a group had each time that it was shown anew, oldest first: what a course over time may tell. */
export async function shownCourse(
  db: Tx,
  about: { roundId: string; kind: FigureKind; key: string },
): Promise<{ at: Instant; count: number }[]> {
  let count = 0
  return (await shownBefore(db, about)).map(({ at, records, gone }) => {
    count += records.length - gone.length
    return { at, count }
  })
}

async function shownBefore(
  tx: Tx,
  where: { roundId: string; kind: FigureKind; key?: string },
): Promise<(ShownStep & { at: Instant })[]> {
  const rows = await tx.publishedCell.findMany({
    where,
    orderBy: [{ publishedAt: 'asc' }, { seq: 'asc' }],
  })
  return rows.map(({ key, records, gone, publishedAt }) => ({
    key,
    records: records as unknown as CountedRecord[],
    gone: gone as unknown as CountedRecord[],
    at: publishedAt.getTime(),
  }))
}
