import { type EvaluationAnswers, evaluationQuestionIds } from '../../domain/evaluation/questions.ts'
import { evaluationPage } from '../../web/pages/evaluation.tsx'
import { answerEvaluation, showEvaluation } from '../routes/evaluations.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { ask, defineForm, definePage, type FormFields } from './page.ts'

const evaluation = definePage({
  path: '/talks/:talkId/evaluation',
  params: talkParams,
  show: async (request) => {
    const { params, frame } = request
    const shown = await ask(request, showEvaluation, { params })
    const { dates } = await ask(request, showTalk, { params })
    return evaluationPage(frame, { ...shown, talkId: params.talkId, isHeld: dates.heldOn !== null })
  },
})

const answers = defineForm({
  path: '/talks/:talkId/evaluation',
  page: evaluation,
  params: talkParams,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, answerEvaluation, { params, body: { answers: answersIn(entered) } })
    return { to: `/talks/${params.talkId}/evaluation`, notice: 'evaluated' }
  },
})

/** What was not answered goes on as no place of the scale: the api says what is missing. */
function answersIn(entered: FormFields): EvaluationAnswers {
  const places = evaluationQuestionIds.map((id) => [id, Number(entered.text(`answers.${id}`))] as const)
  return Object.fromEntries(places) as EvaluationAnswers
}

export const evaluationPages = [evaluation]
export const evaluationForms = [answers]
