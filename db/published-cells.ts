import type { Instant } from '../domain/calendar/day.ts'
import { shownGroups } from '../domain/published.ts'
import type { Cell, CountedRecord } from '../domain/suppression.ts'
import type { Db } from './client.ts'

/** What figures are about: the same kind of record is hidden and shown together. */
export type FigureKind = 'themes' | 'evaluations' | 'reasons' | 'coverage'

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
    const rows = await tx.publishedCell.findMany({
      where: { roundId, kind },
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    })
    const published = rows.map(({ key, records }) => ({
      key,
      records: records as unknown as CountedRecord[],
    }))
    const shown = shownGroups(cells, minimum, published)
    await tx.publishedCell.createMany({
      data: shown.fresh.map(({ key, records }) => ({
        roundId,
        kind,
        key,
        records: records.map(({ id, person }) => ({ id, person })),
        publishedAt: new Date(at),
      })),
    })
    return shown.records
  })
}
