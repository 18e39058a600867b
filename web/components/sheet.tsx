import type { MaterialContent, MaterialQuestion } from '../../domain/material/material.ts'
import type { Frame } from '../frame.ts'
import { preparationTexts } from '../texts/preparation.ts'
import { Checkboxes, Radios, TextField } from './form.tsx'
import { WrittenText } from './material.tsx'

/** Answers by question id: a text, a place on a scale, or the chosen options. */
export type SheetAnswers = Readonly<Record<string, string | number | readonly string[]>>

export type SheetForm = Pick<MaterialContent, 'title' | 'intro' | 'sections'>

/** The input of a question; the api names the place so. */
export function answerName(questionId: string): string {
  return `content.${questionId}`
}

/** The questions with room to answer, in the three phases of preparation (R5.2). */
export function SheetFields({
  frame,
  form,
  answers,
}: {
  frame: Frame
  form: SheetForm
  answers: SheetAnswers
}) {
  const texts = preparationTexts[frame.language]
  return (
    <>
      {form.sections.map((section, index) => (
        <section class="panel" key={section.heading}>
          {section.phase && begins(form, index) && <p class="muted">{texts.phases[section.phase]}</p>}
          <h2>{section.heading}</h2>
          <WrittenText text={section.text} />
          {section.questions.map((question) => (
            <QuestionField key={question.id} question={question} answer={answers[question.id]} />
          ))}
        </section>
      ))}
    </>
  )
}

/** A phase is named where it begins. */
function begins({ sections }: SheetForm, index: number): boolean {
  return sections[index]?.phase !== sections[index - 1]?.phase
}

function QuestionField({
  question,
  answer,
}: {
  question: MaterialQuestion
  answer: SheetAnswers[string] | undefined
}) {
  const { id, text, help } = question
  const shared = { name: answerName(id), label: text, ...(help && { hint: help }) }
  if (question.form === 'text')
    return <TextField {...shared} rows={4} maxLength={10_000} value={[answer ?? ''].flat().join('\n')} />
  if (question.form === 'scale')
    return (
      <div class="scale">
        <Radios {...shared} value={String(answer ?? '')} options={placesOf(question)} />
      </div>
    )
  const options = question.options.map(({ id: value, label }) => ({ value, label }))
  const chosen = [answer ?? []].flat().map(String)
  return question.several ? (
    <Checkboxes {...shared} options={options} values={chosen} />
  ) : (
    <Radios {...shared} options={options} value={chosen[0] ?? ''} />
  )
}

type Scale = Extract<MaterialQuestion, { form: 'scale' }>

/** The ends of a scale say what they mean. */
function placesOf({ least, most, leastLabel, mostLabel }: Scale) {
  return Array.from({ length: most - least + 1 }, (_none, index) => {
    const place = least + index
    const meaning = place === least ? leastLabel : place === most ? mostLabel : ''
    return { value: String(place), label: meaning ? `${place} (${meaning})` : String(place) }
  })
}

/** A sheet to read: every question that was answered, with its answer. */
export function SheetReading({
  frame,
  form,
  answers,
}: {
  frame: Frame
  form: SheetForm | null
  answers: SheetAnswers
}) {
  const texts = preparationTexts[frame.language]
  const questions = (form?.sections ?? []).flatMap((section) => section.questions)
  const answered = questions.filter(({ id }) => hasAnswer(answers[id]))
  const known = new Set(questions.map(({ id }) => id))
  const others = Object.entries(answers).filter(([id, answer]) => !known.has(id) && hasAnswer(answer))
  if (answered.length + others.length === 0) return <p class="muted">{texts.nothingWritten}</p>
  return (
    <dl>
      {answered.map((question) => (
        <div key={question.id} class="answer">
          <dt>{question.text}</dt>
          <dd class="written">{answerText(question, answers[question.id])}</dd>
        </div>
      ))}
      {others.map(([id, answer]) => (
        <div key={id} class="answer">
          <dt>{id}</dt>
          <dd class="written">{[answer].flat().join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

function hasAnswer(answer: SheetAnswers[string] | undefined): boolean {
  return answer !== undefined && [answer].flat().some((one) => String(one).trim() !== '')
}

function answerText(question: MaterialQuestion, answer: SheetAnswers[string] | undefined): string {
  const all = [answer ?? []].flat()
  if (question.form === 'choice')
    return all
      .map((chosen) => question.options.find(({ id }) => id === chosen)?.label ?? String(chosen))
      .join(', ')
  if (question.form === 'scale') {
    const { least, most, leastLabel, mostLabel } = question
    return `${all.join()} (${least} = ${leastLabel}, ${most} = ${mostLabel})`
  }
  return all.join('\n')
}
