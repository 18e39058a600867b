import { z } from 'zod'
import { hasEvaluated, storeEvaluation } from '../../db/follow-up.ts'
import { evaluationQuestionIds, evaluationScale, evaluationTexts } from '../../domain/evaluation/questions.ts'
import { mayEvaluate } from '../../domain/permissions.ts'
import { refused } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { talkWhere } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const place = z.int().min(evaluationScale.least).max(evaluationScale.most)

export const showEvaluation = defineRoute({
  method: 'get',
  path: '/talks/:talkId/evaluation',
  summary: 'Shows the questions about the talk, and whether the employee has answered; never what.',
  params: talkParams,
  response: z.object({
    hasAnswered: z.boolean(),
    scale: z.object({
      least: z.int(),
      most: z.int(),
      leastLabel: z.string(),
      mostLabel: z.string(),
    }),
    anonymous: z.string(),
    /** Of fewer answers than these no totals are shown (R10.2). */
    minimumGroup: z.int(),
    questions: z.array(z.object({ id: z.enum(evaluationQuestionIds), text: z.string() })),
  }),
  handle: async (request) => {
    const { talk } = await talkWhere(request, request.params.talkId, mayEvaluate)
    const { questions, leastLabel, mostLabel, anonymous } = evaluationTexts[request.language]
    return {
      hasAnswered: await hasEvaluated(request.db, talk.id),
      scale: { ...evaluationScale, leastLabel, mostLabel },
      anonymous,
      minimumGroup: talk.state.policy.minimumGroup,
      questions: evaluationQuestionIds.map((id) => ({ id, text: questions[id] })),
    }
  },
})

export const answerEvaluation = defineRoute({
  method: 'post',
  path: '/talks/:talkId/evaluation',
  summary: 'Evaluates the talk, anonymously and once.',
  params: talkParams,
  body: z.object({ answers: z.record(z.enum(evaluationQuestionIds), place) }),
  response: z.object({ hasAnswered: z.literal(true) }),
  // A kept hash of so few possible answers would tell them.
  remembered: false,
  // Who answered when, beside an answer of the same day, would tell whose it is.
  noted: false,
  handle: async (request) => {
    const { talk } = await talkWhere(request, request.params.talkId, mayEvaluate)
    if (talk.state.heldOn === null || talk.unitId === null) throw notHeld()
    const stored = await storeEvaluation(request.db, talk.id, {
      roundId: talk.roundId,
      unitId: talk.unitId,
      month: request.today.slice(0, 7),
      answers: request.body.answers,
    })
    if (!stored) throw answered()
    return { hasAnswered: true as const }
  },
})

export const evaluationRoutes = [showEvaluation, answerEvaluation]

function notHeld() {
  return refused('not-held-yet', {
    da: 'Samtalen kan evalueres, når den er holdt.',
    en: 'The talk can be evaluated once it was held.',
  })
}

function answered() {
  return refused('already-evaluated', {
    da: 'Du har allerede svaret. Svarene er anonyme og kan derfor ikke rettes.',
    en: 'You have already answered. The answers are anonymous and so cannot be changed.',
  })
}
