import { type Cell, type CountedRecord, publishable } from './suppression.ts'

/** What is kept of a group that was shown: what came and what went since it was shown before. */
export interface ShownStep extends Cell {
  gone: readonly CountedRecord[]
}

/** What may be shown about groups: each group's records, and what is to be kept of it. */
export interface Shown {
  /** By the cell's key; a key that is missing has no figures at all. */
  records: ReadonlyMap<string, readonly CountedRecord[]>
  /** What is shown for the first time, for what is out is out. */
  fresh: ShownStep[]
}

/**
 * The records that figures about each group may be counted from (R10.1). A group that has changed too little since it
 * was last shown is shown as it was then; a group that was never shown and is too small is not shown.
 * @param steps what was shown before, oldest first. A group as it stood divides people just as its steps do: whoever
 *   knows two of its states knows the difference.
 */
export function shownGroups(cells: readonly Cell[], minimum: number, steps: readonly ShownStep[]): Shown {
  const published = steps.flatMap(({ key, records, gone }) => [
    { key, records },
    { key, records: gone },
  ])
  const keys = publishable(cells, minimum, published)
  const before = lastShown(steps)
  const records = new Map<string, readonly CountedRecord[]>()
  const fresh: ShownStep[] = []
  for (const cell of cells) {
    const last = before.get(cell.key)
    if (keys.has(cell.key)) {
      records.set(cell.key, cell.records)
      const step = stepFrom(last ?? [], cell)
      if (last === undefined || step.records.length + step.gone.length > 0) fresh.push(step)
    } else if (last !== undefined) records.set(cell.key, last)
  }
  return { records, fresh }
}

/** Each group as it was last shown, by key. */
function lastShown(steps: readonly ShownStep[]): Map<string, readonly CountedRecord[]> {
  const shown = new Map<string, Map<string, CountedRecord>>()
  for (const { key, records, gone } of steps) {
    const group = shown.get(key) ?? new Map<string, CountedRecord>()
    shown.set(key, group)
    for (const record of gone) group.delete(record.id)
    for (const record of records) group.set(record.id, record)
  }
  return new Map([...shown].map(([key, group]) => [key, [...group.values()]]))
}

function stepFrom(last: readonly CountedRecord[], { key, records }: Cell): ShownStep {
  const [before, now] = [last, records].map((list) => new Set(list.map(({ id }) => id)))
  return {
    key,
    records: records.filter(({ id }) => !before?.has(id)),
    gone: last.filter(({ id }) => !now?.has(id)),
  }
}
