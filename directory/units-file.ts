import type { UnitChanges } from '../domain/people/changes.ts'
import type { DirectoryUnit } from '../domain/people/directory.ts'
import { findColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import type { UnitField } from './fields.ts'
import { unitFields } from './fields.ts'
import { findCycles } from './cycles.ts'
import { setDuplicatesAside } from './duplicates.ts'
import type { FileLimits, GridRow } from './grid.ts'
import { DEFAULT_LIMITS } from './grid.ts'
import type { BadRow, RowProblemCode, Warning } from './problems.ts'
import { shown } from './problems.ts'
import { readGrid } from './read-grid.ts'
import { createRowReader, unknownColumns } from './row-reader.ts'
import { readName, readNumber, readText } from './values.ts'

export type UnitRow = {
  line: number
  number: string
  name: string
  /** The number of the unit above; null at the top. */
  parent: string | null
  /** The union representative (R4.1); null where the file has no such column. */
  tr: string | null
}

export type UnitsFile = {
  columns: readonly UnitField[]
  rows: readonly UnitRow[]
  bad: readonly BadRow[]
  warnings: readonly Warning[]
}

/**
 * Reads a file of units and checks it against those that are stored: unknown parents, circles, duplicates.
 * @throws DirectoryFileError when the file as a whole cannot be read
 */
export async function readUnitsFile(
  bytes: Uint8Array,
  stored: readonly DirectoryUnit[],
  limits: FileLimits = DEFAULT_LIMITS,
): Promise<UnitsFile> {
  const grid = await readGrid(bytes, limits)
  const columns = findColumns(grid.header, unitFields)
  const rows: UnitRow[] = []
  const bad: BadRow[] = []
  for (const record of grid.rows) {
    const read = readUnit(record, columns, limits)
    if ('problems' in read) bad.push(read)
    else rows.push(read)
  }
  const checked = leaveOutWhatDoesNotHang(rows, bad, stored)
  const warnings = unknownColumns(grid.header, columns.unknown)
  return { columns: [...columns.at.keys()], ...checked, warnings }
}

/** Compares the rows of a file with the stored units. @param newId makes the id of a new unit */
export function diffUnits(
  file: UnitsFile,
  stored: readonly DirectoryUnit[],
  newId: () => string,
): UnitChanges {
  const byNumber = new Map(stored.map((unit) => [unit.number, unit]))
  const added: DirectoryUnit[] = []
  const changed: { before: DirectoryUnit; after: DirectoryUnit }[] = []
  for (const row of file.rows) {
    const before = byNumber.get(row.number)
    const after = {
      id: before?.id ?? newId(),
      number: row.number,
      name: row.name,
      parent: file.columns.includes('parent') ? row.parent : (before?.parent ?? null),
      tr: file.columns.includes('tr') ? (row.tr ?? '') : (before?.tr ?? ''),
    }
    if (before === undefined) added.push(after)
    else if (before.name !== after.name || before.parent !== after.parent || before.tr !== after.tr) {
      changed.push({ before, after })
    }
  }
  return { added, changed, unchanged: file.rows.length - added.length - changed.length }
}

function readUnit(record: GridRow, columns: Columns<UnitField>, limits: FileLimits): UnitRow | BadRow {
  const reader = createRowReader(record, columns, limits)
  const number = reader.need('unitNumber', readNumber)
  const name = reader.need('unitName', readText, 'empty-name')
  const parent = reader.read('parent', readNumber)
  const tr = reader.read('tr', readName)
  if (number !== null && parent === number) reader.refuse('parent', 'self-parent')
  if (number === null || name === null || reader.problems.length > 0) {
    return { line: record.line, number, problems: reader.problems }
  }
  return { line: record.line, number, name, parent, tr }
}

type Checked = Pick<UnitsFile, 'rows' | 'bad'>

/** Leaving a row out can break another one, so the rows are checked again until nothing more falls. */
function leaveOutWhatDoesNotHang(
  readable: readonly UnitRow[],
  unreadable: readonly BadRow[],
  stored: readonly DirectoryUnit[],
): Checked {
  const { rows: unique, bad } = setDuplicatesAside(readable, unreadable, 'unitNumber')
  let rows = unique
  for (;;) {
    const tree = new Map<string, string | null>(stored.map(({ number, parent }) => [number, parent]))
    for (const { number, parent } of rows) tree.set(number, parent)
    const circling = findCycles(tree)
    const fallen = rows.flatMap((row) => {
      const code = unitProblem(row, tree, circling)
      return code === null ? [] : [badRow(row, code)]
    })
    if (fallen.length === 0) return { rows, bad: bad.sort((a, b) => a.line - b.line) }
    bad.push(...fallen)
    const lines = new Set(fallen.map(({ line }) => line))
    rows = rows.filter(({ line }) => !lines.has(line))
  }
}

function unitProblem(
  { number, parent }: UnitRow,
  tree: ReadonlyMap<string, string | null>,
  circling: ReadonlySet<string>,
): RowProblemCode | null {
  if (parent !== null && !tree.has(parent)) return 'unknown-parent'
  return circling.has(number) ? 'parent-cycle' : null
}

function badRow({ line, number, parent }: UnitRow, code: RowProblemCode): BadRow {
  return { line, number, problems: [{ line, field: 'parent', code, value: shown(parent ?? '') }] }
}
