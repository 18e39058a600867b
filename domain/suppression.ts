/** One thing that is counted (a talk's themes, an evaluation, a status), and the person it is about. */
export interface CountedRecord {
  id: string
  /** Opaque; for anonymous records, where nobody knows the person, the record's own id. */
  person: string
}

/** A group somebody wants figures about: a unit, a round, a span of dates, or any mix of them. */
export interface Cell {
  key: string
  records: readonly CountedRecord[]
}

/**
 * The keys of the cells whose figures may be shown, so that nobody can work out figures about fewer than
 * `minimum` people (R10.1): neither from one cell nor by adding and subtracting any of those shown, now or
 * before. `published` are the cells shown earlier about the same kind of records; what is out is out.
 * Cells are taken in the order given: put the figures that matter most first.
 *
 * Why this is safe: the shown cells divide the records into blocks, two records being in one block when
 * no shown cell holds only one of them. Whatever is computed from figures about cells gives all records
 * of a block the same weight, so it is a figure about whole blocks, and every block a cell cuts off keeps
 * at least `minimum` people. Comparing cells two by two would not do: teams of 6, 5 and 4 in a department
 * of 15 differ pairwise by 5 or more, yet the department less the two larger teams is the team of 4.
 */
export function publishable(
  cells: readonly Cell[],
  minimum: number,
  published: readonly Cell[] = [],
): Set<string> {
  const blocks: Blocks = new Map()
  for (const cell of published) divide(blocks, cutOf(blocks, cell))
  const keys = new Set<string>()
  for (const cell of cells) {
    const cut = cutOf(blocks, cell)
    if (people(cell.records) < minimum || cut.some((block) => people(block) < minimum)) continue
    divide(blocks, cut)
    keys.add(cell.key)
  }
  return keys
}

/** Each record that some shown cell holds, by id, with its block; all records of a block share one array. */
type Block = CountedRecord[]
type Blocks = Map<string, Block>

/** The blocks that a cell makes once it is shown too. */
function cutOf(blocks: Blocks, cell: Cell): Block[] {
  const inCell = new Set(cell.records.map((record) => record.id))
  const fresh = cell.records.filter((record) => !blocks.has(record.id))
  const touched = new Set(
    cell.records.map((record) => blocks.get(record.id)).filter((block) => block !== undefined),
  )
  const cut = fresh.length > 0 ? [fresh] : []
  for (const block of touched) {
    const inside = block.filter((record) => inCell.has(record.id))
    if (inside.length < block.length)
      cut.push(
        inside,
        block.filter((record) => !inCell.has(record.id)),
      )
  }
  return cut
}

function divide(blocks: Blocks, cut: readonly Block[]): void {
  for (const block of cut) for (const record of block) blocks.set(record.id, block)
}

function people(records: readonly CountedRecord[]): number {
  return new Set(records.map((record) => record.person)).size
}
