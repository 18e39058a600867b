import type { Field } from './fields.ts'
import type { BadRow, Problem } from './problems.ts'
import { shown } from './problems.ts'

const MOST_NAMED = 3

/**
 * A number that stands twice names nobody: none of its records can be used, and each names the others' lines.
 * @returns the rows whose number is theirs alone, and all bad rows by line
 */
export function setDuplicatesAside<Row extends { line: number; number: string }>(
  rows: readonly Row[],
  bad: readonly BadRow[],
  field: Field,
): { rows: Row[]; bad: BadRow[] } {
  const linesOf = new Map<string, number[]>()
  for (const { number, line } of [...rows, ...bad].sort((a, b) => a.line - b.line)) {
    if (number === null) continue
    const lines = linesOf.get(number)
    if (lines === undefined) linesOf.set(number, [line])
    else lines.push(line)
  }
  const problemOf = ({ number, line }: { number: string | null; line: number }): Problem[] => {
    const lines = number === null ? [] : (linesOf.get(number) ?? [])
    if (number === null || lines.length < 2) return []
    return [{ line, field, code: 'duplicate-number', value: shown(number), other: listed(lines, line) }]
  }
  const alone = (row: Row) => linesOf.get(row.number)?.length === 1
  const twice = rows.filter((row) => !alone(row))
  return {
    rows: rows.filter(alone),
    bad: [
      ...twice.map((row) => ({ line: row.line, number: row.number, problems: problemOf(row) })),
      ...bad.map((row) => ({ ...row, problems: [...row.problems, ...problemOf(row)] })),
    ].sort((a, b) => a.line - b.line),
  }
}

/** The first few of many but one, for a sentence. */
export function listed<T extends string | number>(values: readonly T[], except: T): string {
  const others = values.slice(0, MOST_NAMED + 2).filter((value) => value !== except)
  const named = others.slice(0, MOST_NAMED).join(', ')
  return others.length > MOST_NAMED ? `${named}, …` : named
}
