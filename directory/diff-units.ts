import type { UnitChanges } from '../domain/people/changes.ts'
import type { DirectoryUnit } from '../domain/people/directory.ts'
import { findCycles } from './cycles.ts'
import type { BadRow, RowProblemCode, Warning } from './problems.ts'
import { shown } from './problems.ts'
import type { UnitRow, UnitsFile } from './units-file.ts'

/** What HR sees before a file of units is committed. */
export type UnitsPreview = {
  added: readonly UnitView[]
  changed: readonly { before: UnitView; after: UnitView }[]
  bad: readonly BadRow[]
  warnings: readonly Warning[]
  /** Rows that change nothing. */
  unchanged: number
}
type UnitView = Omit<DirectoryUnit, 'id'>

/**
 * Decides what a file of units means for those stored; units that are not in the file stay as they are.
 * @param newId makes the id of a new unit
 */
export function decideUnitsFile(
  file: UnitsFile,
  stored: readonly DirectoryUnit[],
  newId: () => string,
): { preview: UnitsPreview; changes: UnitChanges } {
  const { rows, bad } = hanging(file, stored)
  const byNumber = new Map(stored.map((unit) => [unit.number, unit]))
  const added: DirectoryUnit[] = []
  const changed: { before: DirectoryUnit; after: DirectoryUnit }[] = []
  for (const row of rows) {
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
  const preview = {
    added: added.map(view),
    changed: changed.map(({ before, after }) => ({ before: view(before), after: view(after) })),
    bad,
    warnings: file.warnings,
    unchanged: rows.length - added.length - changed.length,
  }
  return { preview, changes: { added, changed } }
}

function view({ number, name, parent, tr }: DirectoryUnit): UnitView {
  return { number, name, parent, tr }
}

/** Leaving a row out can break another one, so the rows are checked again until nothing more falls. */
function hanging(file: UnitsFile, stored: readonly DirectoryUnit[]): Pick<UnitsFile, 'rows' | 'bad'> {
  const bad = [...file.bad]
  let rows = file.rows
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
