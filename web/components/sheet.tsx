import { readAnswers, type SheetAnswers } from '../../domain/material/answers.ts'
import type { MaterialContent, MaterialQuestion } from '../../domain/material/material.ts'
import type { Frame } from '../frame.ts'
import { preparationTexts } from '../texts/preparation.ts'
import { Checkboxes, Radios, TextField } from './form.tsx'
import { WrittenText } from './material.tsx'

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
  const read = readAnswers(questions, answers)
  if (read.length === 0) return <p class="muted">{texts.nothingWritten}</p>
  return (
    <dl>
      {read.map(({ id, question, answer }) => (
        <div key={id} class="answer">
          <dt>{question ?? texts.goneQuestion}</dt>
          <dd class="written">{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
