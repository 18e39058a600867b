/** One number of the table, beside what the simplest program for the same effect takes in the same run. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly baseline: string
  /** Null where there is nothing to divide. */
  readonly ratio: number | null
  readonly reach: string
  /** Null where the run was too small to tell. */
  readonly isReached: boolean | null
}

const heads = ['what', 'measured', 'baseline', 'ratio', 'reach', 'reached']

/** As a terminal shows it. */
export function asText(rows: readonly Row[]): string {
  const cells = [heads, ...rows.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** As docs/benchmarks.md keeps it. */
export function asMarkdown(rows: readonly Row[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map(cellsOf)]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function cellsOf({ what, measured, baseline, ratio, reach, isReached }: Row): string[] {
  const reached = isReached === null ? 'not told by this size' : isReached ? 'yes' : 'no'
  return [what, measured, baseline, ratio === null ? '–' : ratio.toFixed(2), reach, reached]
}

/** Milliseconds as people read them. */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`
  return `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)} ms`
}

export function perSecond(count: number, milliseconds: number): string {
  return `${((count * 1000) / milliseconds).toFixed(1)}/s`
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
