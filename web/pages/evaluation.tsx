import { Form, Radios, Submit } from '../components/form.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { evaluationPageTexts } from '../texts/evaluation.ts'

export interface EvaluationView {
  readonly talkId: string
  readonly isHeld: boolean
  readonly hasAnswered: boolean
  readonly scale: {
    readonly least: number
    readonly most: number
    readonly leastLabel: string
    readonly mostLabel: string
  }
  readonly anonymous: string
  /** Of fewer answers than these no totals are shown. */
  readonly minimumGroup: number
  readonly questions: readonly { readonly id: string; readonly text: string }[]
}

/** The employee's few questions about the talk, under the promise that nobody sees who answered what (R6.2). */
export function evaluationPage(frame: Frame, view: EvaluationView): string {
  const texts = evaluationPageTexts[frame.language]
  const { talkId, isHeld, hasAnswered } = view
  return renderPage({
    frame,
    section: 'home',
    title: texts.title,
    back: { href: `/talks/${talkId}`, text: texts.toTalk },
    children: hasAnswered ? (
      <section class="panel next">
        <h2>{texts.answered}</h2>
        <p>{texts.answeredHint}</p>
      </section>
    ) : isHeld ? (
      <Questions frame={frame} view={view} />
    ) : (
      <p class="panel">{texts.notYet}</p>
    ),
  })
}

function Questions({ frame, view }: { frame: Frame; view: EvaluationView }) {
  const texts = evaluationPageTexts[frame.language]
  const { talkId, anonymous, minimumGroup, questions, scale } = view
  return (
    <>
      <section class="panel next">
        <h2>{texts.promise}</h2>
        <p>{anonymous}</p>
        <ul>
          {texts.howKept(minimumGroup).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{texts.voluntary}</p>
      </section>
      <Form frame={frame} action={`/talks/${talkId}/evaluation`}>
        {questions.map(({ id, text }) => (
          <div class="panel scale" key={id}>
            <Radios name={`answers.${id}`} label={text} required options={placesOn(scale)} />
          </div>
        ))}
        <Submit>{texts.send}</Submit>
      </Form>
    </>
  )
}

function placesOn({ least, most, leastLabel, mostLabel }: EvaluationView['scale']) {
  return Array.from({ length: most - least + 1 }, (_none, index) => {
    const place = least + index
    const meaning = place === least ? leastLabel : place === most ? mostLabel : ''
    return { value: String(place), label: meaning ? `${place} (${meaning})` : String(place) }
  })
}
