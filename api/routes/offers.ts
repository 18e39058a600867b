import { z } from 'zod'
import { answerOffer, insertOffer } from '../../db/follow-up.ts'
import { mayAnswerOffer, mayOffer } from '../../domain/permissions.ts'
import { notFound } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { talkWhere } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

const kind = z.enum(['senior', 'leader-talent'])

export const offerRoutes = [
  defineRoute({
    method: 'post',
    path: '/talks/:talkId/offers',
    summary: 'Registers that the employee is offered a senior talk or a leader-talent talk.',
    params: talkParams,
    body: z.object({ kind }),
    ...answersTalk,
    handle: async (request) => {
      const { talk } = await talkWhere(request, request.params.talkId, mayOffer)
      await insertOffer(request.db, { talkId: talk.id, kind: request.body.kind, at: request.now })
      return freshTalk(request, talk.id)
    },
  }),
  defineRoute({
    method: 'put',
    path: '/talks/:talkId/offers/:kind/answer',
    summary: 'The employee answers an offer: yes or no; never forced.',
    params: talkParams.extend({ kind }),
    body: z.object({ answer: z.enum(['yes', 'no']) }),
    ...answersTalk,
    handle: async (request) => {
      const { talk } = await talkWhere(request, request.params.talkId, mayAnswerOffer)
      const offer = { talkId: talk.id, kind: request.params.kind, at: request.now }
      if ((await answerOffer(request.db, offer, request.body.answer)) === 0) throw notFound()
      return freshTalk(request, talk.id)
    },
  }),
]
