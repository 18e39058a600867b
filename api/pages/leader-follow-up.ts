import { z } from 'zod'
import { offerKinds } from '../../domain/talk/talk.ts'
import { makeOffer, reportExtraHeld, setExtraTime } from '../routes/offers.ts'
import { cancelStatusTime, reportStatusTalkHeld, setStatusTime } from '../routes/status-talks.ts'
import { talkParams } from '../routes/talks.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { enteredTime, timeNames } from './entered-time.ts'
import { ask, defineForm } from './page.ts'
import { talk } from './talk.ts'

const offerParams = talkParams.extend({ kind: z.enum(offerKinds) })
const statusParams = talkParams.extend({ statusTalkId: id })

const offer = defineForm({
  path: '/talks/:talkId/offers/:kind',
  page: talk,
  params: offerParams,
  does: async (request) => {
    const { talkId, kind } = request.params
    await ask(request, makeOffer, { params: { talkId }, body: { kind } })
    return { to: `/talks/${talkId}`, notice: 'offer-made' }
  },
})

const extraTime = defineForm({
  path: '/talks/:talkId/offers/:kind/appointment',
  page: talk,
  params: offerParams,
  names: ({ kind }) => timeNames(`-${kind}`),
  does: async (request) => {
    const { params } = request
    await ask(request, setExtraTime, { params, body: enteredTime(request, `-${params.kind}`) })
    return { to: `/talks/${params.talkId}`, notice: 'invited' }
  },
})

const extraHeld = defineForm({
  path: '/talks/:talkId/offers/:kind/outcome',
  page: talk,
  params: offerParams,
  names: ({ kind }) => ({ on: `heldOn-${kind}` }),
  does: async (request) => {
    const { params, entered } = request
    const on = enteredDay(entered.text(`heldOn-${params.kind}`))
    await ask(request, reportExtraHeld, { params, body: { on } })
    return { to: `/talks/${params.talkId}`, notice: 'kept' }
  },
})

const statusTime = defineForm({
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment',
  page: talk,
  params: statusParams,
  names: ({ statusTalkId }) => timeNames(`-${statusTalkId}`),
  does: async (request) => {
    const { params } = request
    await ask(request, setStatusTime, { params, body: enteredTime(request, `-${params.statusTalkId}`) })
    return { to: `/talks/${params.talkId}`, notice: 'invited' }
  },
})

const statusCancellation = defineForm({
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment/cancellation',
  page: talk,
  params: statusParams,
  does: async (request) => {
    const { params } = request
    await ask(request, cancelStatusTime, { params })
    return { to: `/talks/${params.talkId}`, notice: 'time-cancelled' }
  },
})

const statusHeld = defineForm({
  path: '/talks/:talkId/status-talks/:statusTalkId/outcome',
  page: talk,
  params: statusParams,
  names: ({ statusTalkId }) => ({ on: `heldOn-${statusTalkId}`, note: `note-${statusTalkId}` }),
  does: async (request) => {
    const { params, entered } = request
    const { statusTalkId } = params
    const body = {
      on: enteredDay(entered.text(`heldOn-${statusTalkId}`)),
      note: entered.text(`note-${statusTalkId}`),
      despiteWarnings: request.despiteWarnings,
    }
    await ask(request, reportStatusTalkHeld, { params, body })
    return { to: `/talks/${params.talkId}`, notice: 'kept' }
  },
})

export const leaderFollowUpForms = [offer, extraTime, extraHeld, statusTime, statusCancellation, statusHeld]
