import { type Cell, publishable, type CountedRecord } from './suppression.ts'

/** What may be shown about groups: each group's records, and the groups that are shown for the first time. */
export interface Shown {
  /** By the cell's key; a key that is missing has no figures at all. */
  records: ReadonlyMap<string, readonly CountedRecord[]>
  /** To be kept, for what is out is out. */
  fresh: Cell[]
}

/**
 * The records that figures about each group may be counted from (R10.1). A group that has changed too little since it
 * was last shown is shown as it was then; a group that was never shown and is too small is not shown.
 * @param published the groups shown before, oldest first
 */
export function shownGroups(cells: readonly Cell[], minimum: number, published: readonly Cell[]): Shown {
  const keys = publishable(cells, minimum, published)
  const before = new Map(published.map((cell) => [cell.key, cell]))
  const records = new Map<string, readonly CountedRecord[]>()
  const fresh: Cell[] = []
  for (const cell of cells) {
    const last = before.get(cell.key)
    if (keys.has(cell.key)) {
      records.set(cell.key, cell.records)
      if (last === undefined || !hasSameRecords(last, cell)) fresh.push(cell)
    } else if (last !== undefined) records.set(cell.key, last.records)
  }
  return { records, fresh }
}

function hasSameRecords(a: Cell, b: Cell): boolean {
  const ids = new Set(a.records.map((record) => record.id))
  return ids.size === b.records.length && b.records.every((record) => ids.has(record.id))
}
