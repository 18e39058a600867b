import {
  type EvaluationAnswers,
  type EvaluationQuestionId,
  evaluationQuestionIds,
  evaluationScale,
} from './questions.ts'

/** What a group answered: to each question how often each place of the scale was chosen. */
export interface EvaluationSummary {
  answers: number
  questions: {
    id: EvaluationQuestionId
    /** Null where nobody answered the question. */
    average: number | null
    /** From the least place of the scale to the most. */
    chosen: number[]
  }[]
}

export function evaluationSummary(answers: readonly EvaluationAnswers[]): EvaluationSummary {
  const places = evaluationScale.most - evaluationScale.least + 1
  return {
    answers: answers.length,
    questions: evaluationQuestionIds.map((id) => {
      const values = answers.map((answer) => answer[id]).filter((value) => value !== undefined)
      const chosen = Array.from(
        { length: places },
        (_, place) => values.filter((value) => value === evaluationScale.least + place).length,
      )
      const sum = values.reduce((total, value) => total + value, 0)
      return { id, average: values.length === 0 ? null : sum / values.length, chosen }
    }),
  }
}
