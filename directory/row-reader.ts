import type { Columns } from './columns.ts'
import type { Field } from './fields.ts'
import type { FileLimits, GridRow } from './grid.ts'
import type { Problem, RowProblemCode, Warning } from './problems.ts'
import { shown } from './problems.ts'
import type { Reader } from './values.ts'

/** Reads the cells of one record by field and gathers everything that is wrong with it. */
export type RowReader<F extends Field> = {
  readonly line: number
  readonly problems: readonly Problem[]
  /** The cell's value; null where it is blank, wrong (then there is a problem) or has no column. */
  read<T>(field: F, reader: Reader<T>): T | null
  /** As `read`, but a blank cell is a problem too. */
  need<T>(field: F, reader: Reader<T>, code?: RowProblemCode): T | null
  /** Notes a problem that only several fields together show. */
  refuse(field: F, code: RowProblemCode): void
}

export function createRowReader<F extends Field>(
  row: GridRow,
  columns: Columns<F>,
  limits: FileLimits,
): RowReader<F> {
  const problems: Problem[] = []
  const cellOf = (field: F) => row.cells[columns.at.get(field) ?? -1] ?? ''
  const misshapen = isMisshapen(row, columns.count)
  if (misshapen) {
    problems.push({ line: row.line, field: null, code: 'wrong-cell-count', value: String(row.cells.length) })
  }
  // What the cells of a misshapen record seem to say is no help to anybody.
  const refuse = (field: F, code: RowProblemCode, value: string) => {
    if (!misshapen) problems.push({ line: row.line, field, code, value: shown(value) })
  }

  function read<T>(field: F, reader: Reader<T>): T | null {
    const cell = cellOf(field)
    if (cell === '') return null
    const outcome = cell.length > limits.cell ? { code: 'too-long' as const } : reader(cell)
    if ('value' in outcome) return outcome.value
    refuse(field, outcome.code, cell)
    return null
  }

  return {
    line: row.line,
    problems,
    read,
    need(field, reader, code = 'missing-value') {
      const before = problems.length
      const value = read(field, reader)
      if (value === null && problems.length === before) refuse(field, code, '')
      return value
    },
    refuse: (field, code) => refuse(field, code, cellOf(field)),
  }
}

/** One warning for each header that means nothing, so that a misspelt column is not lost in silence. */
export function unknownColumns(header: GridRow, names: readonly string[]): Warning[] {
  return names.map((name) => ({
    line: header.line,
    field: null,
    code: 'unknown-column' as const,
    value: shown(name),
  }))
}

/**
 * A record with too few cells is a torn one, and one with values beyond the last column has shifted: either
 * would be read as if values had been removed. Blank cells at the end are harmless.
 */
function isMisshapen(row: GridRow, count: number): boolean {
  return row.cells.length < count || row.cells.slice(count).some((cell) => cell.trim() !== '')
}
