import { findColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import type { UnitField } from './fields.ts'
import { unitFields } from './fields.ts'
import { setDuplicatesAside } from './duplicates.ts'
import type { FileLimits, GridRow } from './grid.ts'
import { DEFAULT_LIMITS } from './grid.ts'
import type { BadRow, Warning } from './problems.ts'
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
 * Reads a file of units: every record is a row or a bad row with all its reasons.
 * @throws DirectoryFileError when the file as a whole cannot be read
 */
export async function readUnitsFile(
  bytes: Uint8Array,
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
  const warnings = unknownColumns(grid.header, columns.unknown)
  return { columns: [...columns.at.keys()], ...setDuplicatesAside(rows, bad, 'unitNumber'), warnings }
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
