import type { Day } from '../../domain/calendar/day.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { Alert } from '../components/alert.tsx'
import { DateList } from '../components/date-list.tsx'
import { Form, Submit } from '../components/form.tsx'
import { RoundMark } from '../components/round-mark.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { roundDraftTexts } from '../texts/round-draft.ts'
import { roundTexts } from '../texts/round.ts'
import { roundWords } from '../texts/rounds.ts'

export interface DraftView {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly status: RoundStatus
  readonly pausedOn: Day | null
  readonly orientationText: string
  readonly policy: {
    readonly talksFrom: Day
    readonly talksTo: Day
    readonly leaderKickoffOn: Day
    readonly orientationOn: Day
  }
  readonly dates: readonly { readonly key: PolicyDateKey; readonly on: Day }[]
  readonly talks: number
  readonly exempt: number
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[]
}

/** A draft: the steps before the start, what to look at first, and the start. */
export function roundDraftPage(frame: Frame, round: DraftView): string {
  const texts = roundDraftTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: round.name,
    lead: (
      <p>
        {round.unitName} <RoundMark frame={frame} round={round} />
      </p>
    ),
    children: (
      <>
        <p>{texts.lead}</p>
        {round.warnings.length > 0 && (
          <Alert kind="info" heading={texts.warnings}>
            <ul>
              {round.warnings.map(({ code, sentence }) => (
                <li key={code}>{sentence}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Steps frame={frame} round={round} />
        <section class="panel next">
          <p>
            {texts.startNote(
              dayText(frame, round.policy.leaderKickoffOn),
              dayText(frame, round.policy.orientationOn),
            )}
          </p>
          <Form frame={frame} action={`/rounds/${round.id}/start`}>
            <Submit>{texts.start}</Submit>
          </Form>
        </section>
        <section>
          <h2>{roundTexts[frame.language].dates}</h2>
          <DateList frame={frame} dates={round.dates} />
        </section>
        <details>
          <summary>{texts.delete}</summary>
          <p>{texts.deleteNote}</p>
          <Form frame={frame} action={`/rounds/${round.id}/deletion`}>
            <Submit kind="warning">{texts.deleteNow}</Submit>
          </Form>
        </details>
      </>
    ),
  })
}

function Steps({ frame, round }: { frame: Frame; round: DraftView }) {
  const texts = roundDraftTexts[frame.language]
  const { talksFrom, talksTo } = round.policy
  const steps = [
    {
      path: 'rules',
      name: texts.steps.rules,
      note: texts.rulesNote(dayText(frame, talksFrom), dayText(frame, talksTo)),
    },
    { path: 'roster', name: texts.steps.roster, note: texts.rosterNote(round.talks, round.exempt) },
    { path: 'texts', name: texts.steps.texts, note: texts.textsNote(round.orientationText !== '') },
    { path: 'materials', name: texts.steps.materials, note: texts.materialsNote },
    { path: 'dry-run', name: texts.steps.dryRun, note: texts.dryRunNote },
  ]
  return (
    <ol class="owed plain-list no-max-width">
      {steps.map(({ path, name, note }) => (
        <li key={path}>
          <a href={`/rounds/${round.id}/${path}`}>{name}</a>
          <p>{note}</p>
        </li>
      ))}
    </ol>
  )
}
