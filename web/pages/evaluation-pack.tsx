import type { Day } from '../../domain/calendar/day.ts'
import { Form, Submit, TextField } from '../components/form.tsx'
import { PackAnswers, PackFiguresTable, type PackRow } from '../components/pack-tables.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { evaluationPackTexts } from '../texts/evaluation-pack.ts'

export interface EvaluationPackView {
  readonly round: RoundReach & {
    readonly name: string
    readonly status: string
    readonly policy: { readonly talksTo: Day; readonly minimumGroup: number }
  }
  readonly committee: string
  readonly discussedOn: Day | null
  readonly dueOn: Day
  readonly units: readonly PackRow[]
  /** HR and the works council of the round's own unit record the discussion. */
  readonly mayRecord: boolean
}

/** What the works council evaluates a round by: aggregates of groups that are large enough (R10.2). */
export function evaluationPackPage(frame: Frame, view: EvaluationPackView): string {
  const texts = evaluationPackTexts[frame.language]
  const { round, committee, discussedOn, dueOn, units } = view
  const { minimumGroup } = round.policy
  const api = `/api/v1/rounds/${round.id}/evaluation-pack`
  return renderPage({
    frame,
    section: 'evaluation',
    wide: true,
    back: { href: '/evaluations', text: texts.list.title },
    title: texts.title(round.name),
    lead: <p>{texts.lead(committee || texts.committee, dayText(frame, dueOn))}</p>,
    children: (
      <>
        <RoundNav frame={frame} round={round} at="evaluation" />
        {discussedOn && <Discussed frame={frame} view={view} on={discussedOn} />}
        {!discussedOn && view.mayRecord && <Record frame={frame} view={view} />}
        <p class="buttons">
          <a class="button button-secondary" href={`${api}.pdf`} download>
            {texts.pdf}
          </a>
          <a class="button button-secondary" href={`${api}.csv`} download>
            {texts.csv}
          </a>
        </p>
        <h2>{texts.coverage}</h2>
        <PackFiguresTable frame={frame} rows={units} />
        <p class="muted">{texts.hiddenWhy(minimumGroup)}</p>
        <Voices frame={frame} view={view} />
      </>
    ),
  })
}

function Record({ frame, view: { round, dueOn } }: { frame: Frame; view: EvaluationPackView }) {
  const texts = evaluationPackTexts[frame.language].record
  const isOver = frame.today > round.policy.talksTo
  return (
    <section class={`panel${isOver ? ' next' : ''}${frame.today > dueOn ? ' late' : ''}`}>
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <Form frame={frame} action={discussionOf(round)}>
        <TextField name="on" label={texts.on} type="date" required max={frame.today} />
        <Submit kind={isOver ? 'primary' : 'secondary'}>{texts.now}</Submit>
      </Form>
    </section>
  )
}

/** The day that is recorded; entered wrongly, it is entered once more. */
function Discussed({ frame, view, on }: { frame: Frame; view: EvaluationPackView; on: Day }) {
  const texts = evaluationPackTexts[frame.language]
  const action = discussionOf(view.round)
  return (
    <section class="panel">
      <p>{texts.discussedOn(dayText(frame, on))}</p>
      {view.mayRecord && (
        <details open={frame.sent?.action === action}>
          <summary>{texts.record.correct}</summary>
          <Form frame={frame} action={action}>
            <TextField name="on" label={texts.record.on} type="date" required max={frame.today} value={on} />
            <Submit kind="secondary">{texts.record.correctNow}</Submit>
          </Form>
        </details>
      )}
    </section>
  )
}

function discussionOf({ id }: EvaluationPackView['round']): string {
  return `/rounds/${id}/evaluation`
}

/** What employees answered and what was talked about, of the reader's uppermost unit. */
function Voices({ frame, view: { round, units } }: { frame: Frame; view: EvaluationPackView }) {
  const texts = evaluationPackTexts[frame.language]
  const [first] = units
  const { talksTo, minimumGroup } = round.policy
  if (frame.today <= talksTo) return <p class="panel">{texts.notOver(dayText(frame, talksTo))}</p>
  return (
    <>
      <h2>{texts.answers}</h2>
      {first?.evaluations ? (
        <PackAnswers frame={frame} evaluations={first.evaluations} />
      ) : (
        <p class="muted">
          {texts.hidden}. {texts.hiddenWhy(minimumGroup)}
        </p>
      )}
      <h2>{texts.themes}</h2>
      {first?.themes == null && (
        <p class="muted">
          {texts.hidden}. {texts.hiddenWhy(minimumGroup)}
        </p>
      )}
      {first?.themes?.length === 0 && <p>{texts.noThemes}</p>}
      {first?.themes && first.themes.length > 0 && (
        <ul>
          {first.themes.map(({ theme, talks }) => (
            <li key={theme}>{texts.themeLine(theme, talks)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
