import { addDays, type Day, daysBetween, laterOf, weekOf } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import { percentText } from '../figures.ts'
import type { Frame } from '../frame.ts'
import { roundTexts } from '../texts/round.ts'
import { roundWords } from '../texts/rounds.ts'

export interface CoverageCourse {
  readonly talksFrom: Day
  readonly talksTo: Day
  /** How many are to have a talk. */
  readonly expected: number
  readonly weeks: readonly { readonly on: Day; readonly held: number; readonly planned: number }[]
}

// The drawing's own units; the style sheet makes it as wide as its column.
const width = 440
const height = 240
const left = 46
const right = 14
const top = 12
const bottom = 34

/** Talks held week by week against even progress: a drawing, and the same figures as a table. */
export function CoverageChart({ frame, course }: { frame: Frame; course: CoverageCourse }) {
  const texts = roundTexts[frame.language]
  const last = course.weeks.at(-1)
  if (last === undefined || course.expected === 0) return <p class="muted">{texts.noWeeks}</p>
  const share = last.held / course.expected
  return (
    <figure class="chart">
      <Drawing frame={frame} course={course} />
      <details>
        <summary>{texts.chartTable}</summary>
        <WeekTable frame={frame} course={course} />
      </details>
      <figcaption>
        <span class="chart-key chart-key-held">{texts.chartHeld}</span>{' '}
        <span class="chart-key chart-key-plan">{texts.chartPlan}</span>
        <p>{texts.chartAbout(percentText(frame, share), percentText(frame, last.planned))}</p>
      </figcaption>
    </figure>
  )
}

function Drawing({ frame, course }: { frame: Frame; course: CoverageCourse }) {
  const texts = roundTexts[frame.language]
  const { talksFrom, talksTo, weeks, expected } = course
  const end = weeks.reduce((latest, { on }) => laterOf(latest, on), talksTo)
  const days = Math.max(1, daysBetween(talksFrom, end) + 1)
  // A day's talks are held by its end.
  const x = (on: Day) => round(left + ((daysBetween(talksFrom, on) + 1) / days) * (width - left - right))
  const y = (share: number) => round(top + (1 - Math.min(1, share)) * (height - top - bottom))
  const points = weeks.map(({ on, held }) => `${x(on)},${y(held / expected)}`)
  const planEnd = end === talksTo ? '' : ` ${x(end)},${y(1)}`
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.chart}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line class="chart-grid" x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
          <text class="chart-label" x={left - 6} y={y(share) + 4} text-anchor="end">
            {percentText(frame, share)}
          </text>
        </g>
      ))}
      {labelled(talksFrom, end).map((on) => (
        <text key={on} class="chart-label" x={x(on)} y={height - 12} text-anchor="middle">
          {`${roundWords[frame.language].week} ${weekOf(on)}`}
        </text>
      ))}
      <polyline class="chart-plan" points={`${left},${y(0)} ${x(talksTo)},${y(1)}${planEnd}`} />
      <polyline class="chart-held" points={[`${left},${y(0)}`, ...points].join(' ')} />
      {weeks.map(({ on, held }) => (
        <circle key={on} class="chart-point" cx={x(on)} cy={y(held / expected)} r="3.5" />
      ))}
    </svg>
  )
}

/** At most five weeks carry their number, so that they can be read on a phone; all as far from each other. */
function labelled(from: Day, to: Day): Day[] {
  const weeks = Math.floor((daysBetween(from, to) + 1) / 7)
  const every = Math.max(1, Math.ceil(weeks / 5))
  const count = Math.floor(weeks / every)
  return Array.from({ length: count }, (_, index) => addDays(from, 7 * every * (index + 1) - 1))
}

function WeekTable({ frame, course }: { frame: Frame; course: CoverageCourse }) {
  const texts = roundTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.weekEnding}</th>
          <th scope="col" class="number">
            {texts.chartHeld}
          </th>
          <th scope="col" class="number">
            {texts.columns.coverage}
          </th>
          <th scope="col" class="number">
            {texts.chartPlan}
          </th>
        </tr>
      </thead>
      <tbody>
        {course.weeks.map(({ on, held, planned }) => (
          <tr key={on}>
            <th scope="row">{dayText(frame, on)}</th>
            <td class="number" data-label={texts.chartHeld}>
              {held}
            </td>
            <td class="number" data-label={texts.columns.coverage}>
              {percentText(frame, held / course.expected)}
            </td>
            <td class="number" data-label={texts.chartPlan}>
              {percentText(frame, planned)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
