import { evaluationTexts } from '../../domain/evaluation/questions.ts'
import { countText, percentText } from '../figures.ts'
import type { Frame } from '../frame.ts'
import { evaluationPackTexts } from '../texts/evaluation-pack.ts'

export interface PackRow {
  readonly unit: { readonly id: string; readonly name: string }
  readonly depth: number
  readonly figures: PackFigures | null
  readonly actions: { readonly due: number; readonly answered: number } | null
  readonly evaluations: PackEvaluations | null
  readonly themes: readonly { readonly theme: string; readonly talks: number }[] | null
}

interface PackFigures {
  readonly expected: number | null
  readonly held: number | null
  readonly coverage: number | null
  readonly heldInTime: number | null
  readonly agreed: number | null
  readonly agreedInTime: number | null
  readonly statusTalksDue: number | null
  readonly statusTalksDone: number | null
}

interface PackEvaluations {
  readonly answers: number
  readonly questions: readonly {
    readonly id: keyof (typeof evaluationTexts)['da']['questions']
    readonly average: number | null
    readonly chosen: readonly number[]
  }[]
}

/** Coverage, timeliness and follow-up, one line for each unit with all below it. */
export function PackFiguresTable({ frame, rows }: { frame: Frame; rows: readonly PackRow[] }) {
  const { columns } = evaluationPackTexts[frame.language]
  const top = rows[0]?.depth ?? 0
  const names = Object.entries(columns).filter(([name]) => name !== 'unit')
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{columns.unit}</th>
          {names.map(([name, label]) => (
            <th key={name} scope="col" class="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit.id}>
            <th scope="row" class={`depth-${Math.min(5, row.depth - top)}`}>
              {row.unit.name}
            </th>
            <Cells frame={frame} row={row} width={names.length} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cells({ frame, row: { figures, actions }, width }: { frame: Frame; row: PackRow; width: number }) {
  const texts = evaluationPackTexts[frame.language]
  const { columns } = texts
  if (figures === null)
    return (
      <td class="muted" colSpan={width}>
        {texts.hidden}
      </td>
    )
  const count = (value: number | null) => countText(value, texts.hidden)
  const doneOf = (done: number | null, due: number | null) =>
    done === null || due === null ? texts.hidden : texts.ofDue(done, due)
  const cells: [string, string][] = [
    [columns.expected, count(figures.expected)],
    [columns.held, count(figures.held)],
    [columns.coverage, percentText(frame, figures.coverage)],
    [columns.inTime, count(figures.heldInTime)],
    [columns.agreed, count(figures.agreed)],
    [columns.agreedInTime, count(figures.agreedInTime)],
    [columns.statusTalks, doneOf(figures.statusTalksDone, figures.statusTalksDue)],
    [columns.actions, doneOf(actions?.answered ?? null, actions?.due ?? null)],
  ]
  return (
    <>
      {cells.map(([label, value]) => (
        <td key={label} class="number" data-label={label}>
          {value}
        </td>
      ))}
    </>
  )
}

/** What employees answered, question by question: how often each place of the scale was chosen. */
export function PackAnswers({ frame, evaluations }: { frame: Frame; evaluations: PackEvaluations }) {
  const texts = evaluationPackTexts[frame.language]
  const { questions, leastLabel, mostLabel } = evaluationTexts[frame.language]
  const places = evaluations.questions[0]?.chosen.map((_count, index) => index + 1) ?? []
  return (
    <>
      <p>{texts.answersOf(evaluations.answers)}</p>
      <table class="list cards">
        <thead>
          <tr>
            <td />
            {places.map((place) => (
              <th key={place} scope="col" class="number">
                {place}
                {place === 1 && <span class="sr-only"> ({leastLabel})</span>}
                {place === places.length && <span class="sr-only"> ({mostLabel})</span>}
              </th>
            ))}
            <th scope="col" class="number">
              {texts.average}
            </th>
          </tr>
        </thead>
        <tbody>
          {evaluations.questions.map(({ id, average, chosen }) => (
            <tr key={id}>
              <th scope="row">{questions[id]}</th>
              {chosen.map((count, index) => (
                <td key={places[index]} class="number" data-label={String(index + 1)}>
                  {count}
                </td>
              ))}
              <td class="number" data-label={texts.average}>
                <strong>{averageText(frame, average)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function averageText(frame: Frame, average: number | null): string {
  if (average === null) return '–'
  const text = average.toFixed(1)
  return frame.language === 'da' ? text.replace('.', ',') : text
}
