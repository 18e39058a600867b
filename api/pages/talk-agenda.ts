import { z } from 'zod'
import { offerKinds } from '../../domain/talk/talk.ts'
import { answerOffer, cancelExtraTime } from '../routes/offers.ts'
import { confirmHeld, contradictHeld } from '../routes/outcome.ts'
import { talkParams } from '../routes/talks.ts'
import { addTopic, removeTopic } from '../routes/topics.ts'
import { id } from '../schemas.ts'
import { ask, defineForm } from './page.ts'
import { talk } from './talk.ts'

const topic = defineForm({
  path: '/talks/:talkId/topics',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const body = { kind: 'topic', text: entered.text('text'), despiteWarnings } as const
    await ask(request, addTopic, { params, body })
    return { to: `/talks/${params.talkId}`, notice: 'topic-added' }
  },
})

const formDoesNotFit = defineForm({
  path: '/talks/:talkId/topics/form-does-not-fit',
  page: talk,
  params: talkParams,
  names: { text: 'why' },
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const body = { kind: 'form-does-not-fit', text: entered.text('why'), despiteWarnings } as const
    await ask(request, addTopic, { params, body })
    return { to: `/talks/${params.talkId}`, notice: 'form-does-not-fit-said' }
  },
})

const wasHeld = defineForm({
  path: '/talks/:talkId/topics/was-held',
  page: talk,
  params: talkParams,
  names: { text: 'heldWhen' },
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const body = { kind: 'was-held', text: entered.text('heldWhen'), despiteWarnings } as const
    await ask(request, addTopic, { params, body })
    return { to: `/talks/${params.talkId}`, notice: 'was-held-said' }
  },
})

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
