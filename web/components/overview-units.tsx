import { countText, percentText } from '../figures.ts'
import type { Frame } from '../frame.ts'
import { reasonText } from '../texts/reasons.ts'
import { roundTexts } from '../texts/round.ts'

export interface OverviewUnit {
  readonly unit: { readonly id: string; readonly name: string }
  readonly depth: number
  readonly figures: Figures | null
  readonly reasons: Readonly<Record<string, number>> | null
}

export interface Figures {
  readonly roster: number | null
  readonly expected: number | null
  readonly held: number | null
  readonly coverage: number | null
  readonly arranged: number | null
  readonly exempt: number | null
  readonly postponed: number | null
  readonly unaccounted: number | null
  readonly agreed: number | null
  readonly late: Readonly<Record<string, number | null>>
}

/** How many times something is past its day, whatever is owed; null where all of it is held back. */
export function lateCount(figures: Figures): number | null {
  const counts = Object.values(figures.late)
  const shown = counts.filter((count) => count !== null)
  return shown.length === 0 && counts.length > 0 ? null : shown.reduce((sum, count) => sum + count, 0)
}

export interface OverviewUnitsParts {
  readonly frame: Frame
  readonly roundId: string
  readonly units: readonly OverviewUnit[]
  /** Names lead to the talks of the unit, for those who may see status by name. */
  readonly hasTalks: boolean
}

/** More of them are folded, but the first and those right below it. */
const MOST_UNITS = 8

/** One line for each unit, with all below it. */
export function OverviewUnits(parts: OverviewUnitsParts) {
  const { frame, units } = parts
  const top = units[0]?.depth ?? 0
  const upper = units.filter(({ depth }) => depth <= top + 1)
  if (units.length <= MOST_UNITS || upper.length === units.length) return <UnitTable {...parts} />
  return (
    <>
      <UnitTable {...parts} units={upper} />
      <details>
        <summary>{roundTexts[frame.language].allUnits(units.length)}</summary>
        <UnitTable {...parts} />
      </details>
    </>
  )
}

function UnitTable({ frame, roundId, units, hasTalks }: OverviewUnitsParts) {
  const { columns, unitsCaption } = roundTexts[frame.language]
  const top = units[0]?.depth ?? 0
  return (
    <table class="list cards">
      <caption>{unitsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.unit}</th>
          {figureColumns.map((name) => (
            <th key={name} scope="col" class="number">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(({ unit, depth, figures }) => (
          <tr key={unit.id}>
            <th scope="row" class={`depth-${Math.min(5, depth - top)}`}>
              {hasTalks ? <a href={`/rounds/${roundId}/talks?unitId=${unit.id}`}>{unit.name}</a> : unit.name}
            </th>
            <UnitCells frame={frame} figures={figures} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const figureColumns = [
  'expected',
  'held',
  'coverage',
  'arranged',
  'postponed',
  'exempt',
  'unaccounted',
  'late',
] as const

function UnitCells({ frame, figures }: { frame: Frame; figures: Figures | null }) {
  const { columns, hidden } = roundTexts[frame.language]
  if (figures === null)
    return (
      <td class="muted" colSpan={figureColumns.length}>
        {hidden}
      </td>
    )
  const cells = {
    ...figures,
    coverage: percentText(frame, figures.coverage),
    late: lateCount(figures),
  }
  return (
    <>
      {figureColumns.map((name) => (
        <td
          key={name}
          class={`number${name === 'late' && cells.late ? ' late-number' : ''}${cells[name] === 0 ? ' zero' : ''}`}
          data-label={columns[name]}
        >
          {typeof cells[name] === 'string' ? cells[name] : countText(cells[name], hidden)}
        </td>
      ))}
    </>
  )
}

/** Why people have no talk, most frequent first. */
export function Reasons({
  frame,
  reasons,
  least,
}: {
  frame: Frame
  reasons: Readonly<Record<string, number>> | null
  least: number
}) {
  const texts = roundTexts[frame.language]
  if (reasons === null) return <p class="muted">{texts.reasonsHidden(least)}</p>
  const lines = Object.entries(reasons).sort(([, a], [, b]) => b - a)
  if (lines.length === 0) return <p>{texts.reasonsNone}</p>
  return (
    <dl class="facts facts-numbers">
      {lines.map(([reason, count]) => (
        <>
          <dt>{reasonText(frame.language, reason)}</dt>
          <dd>{count}</dd>
        </>
      ))}
    </dl>
  )
}
