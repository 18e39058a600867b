import { findCycles } from './cycles.ts'
import type { Directory } from '../domain/people/directory.ts'
import { settled } from '../domain/people/directory.ts'
import type { PeopleFile, PersonRow } from './people-file.ts'
import type { BadRow, Problem, RowProblemCode, Warning } from './problems.ts'
import { shown } from './problems.ts'
import { checkMails } from './same-person.ts'

/** A file's rows held against each other and against what is stored. */
export type CheckedPeople = {
  columns: PeopleFile['columns']
  rows: readonly PersonRow[]
  /** Numbers whose leader's own row is left out: their line stays as it is until that row is right. */
  leaderLeftOut: ReadonlySet<string>
  bad: readonly BadRow[]
  warnings: readonly Warning[]
}

/**
 * Sorts out rows that name an unknown unit or leader, close a leader circle or claim another's mail address
 * (R13.1). A row that falls can break another one, so the rows are checked until none falls: what is left can
 * be stored as it stands, whatever the order of the file.
 */
export function checkPeople(file: PeopleFile, directory: Directory): CheckedPeople {
  const named = new Set([...file.rows, ...file.bad].flatMap(({ number }) => number ?? []))
  const bad = [...file.bad]
  let rows = file.rows
  for (;;) {
    const mails = checkMails(rows, directory)
    const fallen = rows.flatMap((row) => {
      const clash = mails.clashes.get(row)
      return badRow(row, [...placeProblems(row, named, directory), ...(clash === undefined ? [] : [clash])])
    })
    // A circle is sought among rows that are right in themselves: a wrong row's leader would only mislead.
    if (fallen.length === 0) fallen.push(...circlingRows(rows, file, directory))
    if (fallen.length === 0) return usable(file, rows, bad, mails.warnings, directory)
    bad.push(...fallen)
    const lines = new Set(fallen.map(({ line }) => line))
    rows = rows.filter(({ line }) => !lines.has(line))
  }
}

/** @param named every number that has a record in the file, usable or not */
function placeProblems(row: PersonRow, named: ReadonlySet<string>, directory: Directory): Problem[] {
  const problems: Problem[] = []
  if (!directory.units.has(row.unit)) problems.push(problem(row, 'unit', 'unknown-unit'))
  if (row.leader !== null && !named.has(row.leader) && !directory.employments.has(row.leader)) {
    problems.push(problem(row, 'leader', 'unknown-leader'))
  }
  return problems
}

function circlingRows(rows: readonly PersonRow[], file: PeopleFile, directory: Directory): BadRow[] {
  if (!file.columns.includes('leader')) return []
  const above = new Map<string, string | null>()
  for (const { number, leaders } of directory.employments.values()) above.set(number, settled(leaders))
  const numbers = new Set(rows.map(({ number }) => number))
  const isKnown = (number: string) => numbers.has(number) || directory.employments.has(number)
  for (const { number, leader } of rows) if (leader === null || isKnown(leader)) above.set(number, leader)
  const circling = findCycles(above)
  return rows
    .filter(({ number }) => circling.has(number))
    .flatMap((row) => badRow(row, [problem(row, 'leader', 'leader-cycle')]))
}

function usable(
  file: PeopleFile,
  rows: readonly PersonRow[],
  bad: readonly BadRow[],
  mailWarnings: readonly Warning[],
  directory: Directory,
): CheckedPeople {
  const numbers = new Set(rows.map(({ number }) => number))
  const isKnown = (number: string | null) =>
    number === null || numbers.has(number) || directory.employments.has(number)
  const leaderless = rows.filter(({ leader }) => !isKnown(leader))
  const lines = new Set(rows.map(({ line }) => line))
  const warnings = [
    ...file.warnings.filter(({ code, line }) => code === 'unknown-column' || lines.has(line)),
    ...mailWarnings,
    ...leaderless.map((row) => ({
      ...problem(row, 'leader', 'unknown-leader'),
      code: 'leader-left-out' as const,
    })),
  ]
  return {
    columns: file.columns,
    rows,
    leaderLeftOut: new Set(leaderless.map(({ number }) => number)),
    bad: bad.toSorted((a, b) => a.line - b.line),
    warnings: warnings.toSorted((a, b) => a.line - b.line),
  }
}

function badRow({ line, number }: PersonRow, problems: readonly Problem[]): BadRow[] {
  return problems.length === 0 ? [] : [{ line, number, problems }]
}

function problem(row: PersonRow, field: 'unit' | 'leader', code: RowProblemCode): Problem {
  return { line: row.line, field, code, value: shown(row[field] ?? '') }
}
