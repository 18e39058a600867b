import type { MaterialQuestion } from './material.ts'

/** Answers by question id: a text, a place on a scale, or the chosen options. */
export type SheetAnswers = Readonly<Record<string, string | number | readonly string[]>>

/** A question with its answer, both as people read them. */
interface ReadAnswer {
  readonly id: string
  /** Null where the material no longer asks it. */
  readonly question: string | null
  readonly answer: string
}

/** Every question that was answered, in the material's order; after them answers to questions it no longer asks. */
export function readAnswers(questions: readonly MaterialQuestion[], answers: SheetAnswers): ReadAnswer[] {
  const known = new Set(questions.map(({ id }) => id))
  const others = Object.keys(answers).filter((id) => !known.has(id))
  return [
    ...questions.map((question) => ({
      id: question.id,
      question: question.text,
      answer: answerText(question, answers[question.id]),
    })),
    ...others.map((id) => ({ id, question: null, answer: [answers[id] ?? []].flat().join(', ') })),
  ].filter(({ answer }) => answer.trim() !== '')
}

function answerText(question: MaterialQuestion, answer: SheetAnswers[string] | undefined): string {
  const all = [answer ?? []].flat().filter((one) => String(one).trim() !== '')
  if (all.length === 0) return ''
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
