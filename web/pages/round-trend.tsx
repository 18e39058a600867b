import { Filter } from '../components/filter.tsx'
import { type UnitLine, UnitChoice } from '../components/unit-choice.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { countText, percentText } from '../figures.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { evaluationPackTexts } from '../texts/evaluation-pack.ts'
import { roundWords } from '../texts/rounds.ts'

export interface RoundTrendView {
  readonly round: RoundReach & { readonly name: string; readonly policy: { readonly minimumGroup: number } }
  readonly units: readonly UnitLine[]
  readonly unitId: string
  readonly years: readonly TrendLine[]
}

interface TrendLine {
  readonly roundId: string
  readonly name: string
  readonly year: number
  readonly figures: {
    readonly expected: number | null
    readonly held: number | null
    readonly coverage: number | null
    readonly heldInTime: number | null
    readonly agreed: number | null
  } | null
}

/** A unit's coverage over the years, one line for each round it was in (R14.4). */
export function roundTrendPage(frame: Frame, view: RoundTrendView): string {
  const texts = evaluationPackTexts[frame.language]
  const { round, units, unitId, years } = view
  const unit = units.find(({ id }) => id === unitId)
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: texts.trend.title,
    lead: <p>{texts.trend.lead(unit?.name ?? round.name)}</p>,
    children: (
      <>
        <RoundNav frame={frame} round={round} at="trend" />
        {units.length > 1 && <Choice frame={frame} view={view} />}
        {years.length === 0 ? (
          <p class="panel">{texts.trend.none}</p>
        ) : (
          <TrendTable frame={frame} years={years} />
        )}
        {years.some(({ figures }) => figures === null) && (
          <p class="muted">{texts.hiddenWhy(round.policy.minimumGroup)}</p>
        )}
      </>
    ),
  })
}

function Choice({ frame, view: { round, units, unitId } }: { frame: Frame; view: RoundTrendView }) {
  const texts = evaluationPackTexts[frame.language].trend
  return (
    <Filter action={`/rounds/${round.id}/trend`} name={texts.unit} button={texts.show}>
      <UnitChoice units={units} chosen={unitId} label={texts.unit} />
    </Filter>
  )
}

function TrendTable({ frame, years }: { frame: Frame; years: readonly TrendLine[] }) {
  const { columns, trend, hidden } = evaluationPackTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{trend.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{trend.round}</th>
          <th scope="col">{trend.year}</th>
          {figureNames.map((name) => (
            <th key={name} scope="col" class="number">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map(({ roundId, name, year, figures }) => (
          <tr key={roundId}>
            <th scope="row">
              <a href={`/rounds/${roundId}`}>{name}</a>
            </th>
            <td data-label={trend.year}>{year}</td>
            {figures === null ? (
              <td class="muted" colSpan={figureNames.length}>
                {hidden}
              </td>
            ) : (
              figureNames.map((column) => (
                <td key={column} class="number" data-label={columns[column]}>
                  {cellsOf(frame, figures)[column]}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const figureNames = ['expected', 'held', 'coverage', 'inTime', 'agreed'] as const

function cellsOf(frame: Frame, figures: NonNullable<TrendLine['figures']>) {
  const { hidden } = evaluationPackTexts[frame.language]
  const { expected, held, coverage, heldInTime, agreed } = figures
  return {
    expected: countText(expected, hidden),
    held: countText(held, hidden),
    coverage: percentText(frame, coverage),
    inTime: countText(heldInTime, hidden),
    agreed: countText(agreed, hidden),
  }
}
