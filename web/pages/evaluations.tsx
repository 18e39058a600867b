import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { evaluationPackTexts } from '../texts/evaluation-pack.ts'

export interface EvaluationLine {
  readonly id: string
  readonly name: string
  readonly status: RoundStatus
  readonly evaluationDiscussedOn: Day | null
  readonly policy: { readonly talksTo: Day; readonly evaluationBy: Day }
}

/** The rounds with whether the works council has discussed each, newest first. */
export function evaluationsPage(frame: Frame, rounds: readonly EvaluationLine[]): string {
  const texts = evaluationPackTexts[frame.language].list
  return renderPage({
    frame,
    section: 'evaluation',
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children:
      rounds.length === 0 ? (
        <p class="panel">{texts.none}</p>
      ) : (
        <table class="list cards">
          <thead>
            <tr>
              <th scope="col">{texts.round}</th>
              <th scope="col">{texts.dueOn}</th>
              <th scope="col">{texts.state}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.id}>
                <th scope="row">
                  <a href={`/rounds/${round.id}/evaluation`}>{round.name}</a>
                </th>
                <td data-label={texts.dueOn}>{dayText(frame, round.policy.evaluationBy)}</td>
                <td data-label={texts.state}>
                  <State frame={frame} round={round} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ),
  })
}

function State({ frame, round }: { frame: Frame; round: EvaluationLine }) {
  const texts = evaluationPackTexts[frame.language].list
  const { evaluationDiscussedOn, policy } = round
  if (evaluationDiscussedOn)
    return <span class="mark mark-good">{texts.discussed(dayText(frame, evaluationDiscussedOn))}</span>
  if (frame.today <= policy.talksTo)
    return <span class="muted">{texts.notYet(dayText(frame, policy.talksTo))}</span>
  return frame.today > policy.evaluationBy ? (
    <span class="mark mark-late">{texts.late}</span>
  ) : (
    <span class="mark mark-wait">{texts.waits}</span>
  )
}
