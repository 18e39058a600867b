import { z } from 'zod'
import { insertOffer, offerOf } from '../../db/follow-up.ts'
import { mayOffer } from '../../domain/permissions.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import { type ExtraKind, extraKinds, offerKinds } from '../../domain/talk/talk.ts'
import { appointmentFile } from '../appointment-file.ts'
import { setExtraAppointment, timeBody } from '../appointment.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day } from '../schemas.ts'
import { act, mustTake, partysTalk, talkToAct, talkWhere } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

const shared = { params: talkParams.extend({ kind: z.enum(extraKinds) }), ...answersTalk }

export const answerOffer = defineRoute({
  ...shared,
  method: 'put',
  path: '/talks/:talkId/offers/:kind/answer',
  summary: 'The employee answers an offer: yes or no; never forced.',
  body: z.object({ answer: z.enum(['yes', 'no']) }),
  handle: async (request) => {
    const { talkId, kind: offered } = request.params
    const { seen, offerId } = await offerToAct(request, 'answer-offer')
    const accepted = request.body.answer === 'yes'
    await act(request, seen, { type: 'answer-offer', offerId, kind: offered, accepted })
    return freshTalk(request, talkId)
  },
})

export const cancelExtraTime = defineRoute({
  ...shared,
  method: 'delete',
  path: '/talks/:talkId/offers/:kind/appointment',
  summary: 'Cancels the time of an extra talk; either of the two may.',
  handle: async (request) => {
    const { seen, offerId } = await offerToAct(request, 'cancel-extra-appointment')
    await act(request, seen, { type: 'cancel-extra-appointment', offerId })
    return freshTalk(request, request.params.talkId)
  },
})

/** Offers of a senior or leader-talent talk, and the extra appointment that a yes, or a long leave, leads to (R4.5, R13.2). */
export const makeOffer = defineRoute({
  method: 'post',
  path: '/talks/:talkId/offers',
  summary: 'Registers that the employee is offered a senior talk or a leader-talent talk.',
  params: talkParams,
  body: z.object({ kind: z.enum(offerKinds) }),
  ...answersTalk,
  handle: async (request) => {
    const seen = await talkWhere(request, request.params.talkId, mayOffer)
    mustTake(request, seen, 'make-offer')
    const { talk } = seen
    await insertOffer(request.db, { talk, kind: request.body.kind, at: request.now })
    return freshTalk(request, talk.id)
  },
})

export const setExtraTime = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/offers/:kind/appointment',
  summary: 'Invites the employee to the extra talk of an accepted offer, or moves its time.',
  body: timeBody,
  handle: async (request) => {
    const { seen, offerId } = await offerToAct(request, 'set-extra-appointment')
    await setExtraAppointment(request, seen, offerId, request.body)
    return freshTalk(request, request.params.talkId)
  },
})

export const reportExtraHeld = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/offers/:kind/outcome',
  summary: 'Registers an extra talk as held.',
  body: z.object({ on: day }),
  handle: async (request) => {
    const { seen, offerId } = await offerToAct(request, 'report-extra-held')
    await act(request, seen, { type: 'report-extra-held', offerId, on: request.body.on })
    return freshTalk(request, request.params.talkId)
  },
})

const extraCalendarEntry = defineRoute({
  method: 'get',
  path: '/talks/:talkId/offers/:kind/appointment/calendar',
  summary: 'Gives the time of an extra talk as a file for a calendar.',
  params: shared.params,
  givesFile: 'text/calendar',
  handle: async (request) => {
    const { talkId, kind } = request.params
    await partysTalk(request, talkId)
    const talk = await freshTalk(request, talkId)
    const offer = talk.content?.offers.find((one) => one.kind === kind)
    if (offer === undefined) throw notFound()
    return appointmentFile(request, talk, {
      about: 'extra',
      kind,
      subject: offer.id,
      time: offer.appointment,
    })
  },
})

export const offerRoutes = [
  extraCalendarEntry,
  makeOffer,
  answerOffer,
  setExtraTime,
  cancelExtraTime,
  reportExtraHeld,
]

async function offerToAct(
  request: SignedInRequest & { params: { talkId: string; kind: ExtraKind } },
  type: TalkAct['type'],
) {
  const seen = await talkToAct(request, request.params.talkId, type)
  const offerId = await offerOf(request.db, seen.talk.id, request.params.kind)
  if (offerId === null) throw notFound()
  return { seen, offerId }
}
