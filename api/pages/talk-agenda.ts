import { z } from 'zod'
import type { TopicKind } from '../../db/topics.ts'
import { offerKinds } from '../../domain/talk/talk.ts'
import type { NoticeCode } from '../../web/texts/notices.ts'
import { answerOffer, cancelExtraTime } from '../routes/offers.ts'
import { confirmHeld, contradictHeld } from '../routes/outcome.ts'
import { talkParams } from '../routes/talks.ts'
import { addTopic, removeTopic } from '../routes/topics.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, type Form } from './page.ts'
import { talk } from './talk.ts'

/** What the employee says to the leader beside the talk: a form of its own for each kind. */
function says(kind: TopicKind, path: string, field: string, notice: NoticeCode): Form {
  return defineForm({
    path: `/talks/:talkId/topics${path}`,
    page: talk,
    params: talkParams,
    names: { text: field },
    does: async (request) => {
      const { params, entered, despiteWarnings } = request
      await ask(request, addTopic, { params, body: { kind, text: entered.text(field), despiteWarnings } })
      return { to: `/talks/${params.talkId}`, notice }
    },
  })
}

const topic = says('topic', '', 'text', 'topic-added')
const formDoesNotFit = says('form-does-not-fit', '/form-does-not-fit', 'why', 'form-does-not-fit-said')
const wasHeld = says('was-held', '/was-held', 'heldWhen', 'was-held-said')

const topicRemoval = defineForm({
  path: '/talks/:talkId/topics/:topicId/removal',
  page: talk,
  params: talkParams.extend({ topicId: id }),
  does: async (request) => {
    const { params } = request
    await ask(request, removeTopic, { params })
    return { to: `/talks/${params.talkId}`, notice: 'topic-removed' }
  },
})

const confirmation = defineForm({
  path: '/talks/:talkId/outcome/confirmation',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params } = request
    await ask(request, confirmHeld, { params })
    return { to: `/talks/${params.talkId}`, notice: 'held-confirmed' }
  },
})

const contradiction = defineForm({
  path: '/talks/:talkId/outcome/contradiction',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params } = request
    await ask(request, contradictHeld, { params })
    return { to: `/talks/${params.talkId}`, notice: 'held-contradicted' }
  },
})

const offerParams = talkParams.extend({ kind: z.enum(offerKinds) })

const offerAnswer = defineForm({
  path: '/talks/:talkId/offers/:kind/answer',
  page: talk,
  params: offerParams,
  does: async (request) => {
    const { params, entered } = request
    const answer = entered.text('answer') === 'yes' ? 'yes' : 'no'
    await ask(request, answerOffer, { params, body: { answer } })
    return { to: `/talks/${params.talkId}`, notice: 'offer-answered' }
  },
})

const extraCancellation = defineForm({
  path: '/talks/:talkId/offers/:kind/appointment/cancellation',
  page: talk,
  params: offerParams,
  does: async (request) => {
    const { params } = request
    await ask(request, cancelExtraTime, { params })
    return { to: `/talks/${params.talkId}`, notice: 'extra-time-cancelled' }
  },
})

export const talkAgendaForms = [
  topic,
  formDoesNotFit,
  wasHeld,
  topicRemoval,
  confirmation,
  contradiction,
  offerAnswer,
  extraCancellation,
]
