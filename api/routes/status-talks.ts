import { z } from 'zod'
import { writeWish } from '../../db/appointments.ts'
import { writeStatusTalkNote } from '../../db/follow-up.ts'
import { appointmentFile } from '../appointment-file.ts'
import { setStatusAppointment, timeBody, wishBody } from '../appointment.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { defineRoute } from '../route.ts'
import { day, id, text } from '../schemas.ts'
import { act, partysTalk, partysTalkToAct, talkToAct } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

const shared = { params: talkParams.extend({ statusTalkId: id }), ...answersTalk }

export const acceptStatusTime = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment/acceptance',
  summary: "Accepts a status talk's time.",
  handle: async (request) => {
    const { talkId, statusTalkId } = request.params
    const seen = await talkToAct(request, talkId, 'accept-appointment')
    await act(request, seen, { type: 'accept-appointment', statusTalkId })
    return freshTalk(request, talkId)
  },
})

export const askForOtherStatusTime = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment/other-time',
  summary: 'Asks for another time for a status talk.',
  body: wishBody,
  handle: async (request) => {
    const { talkId, statusTalkId } = request.params
    const seen = await talkToAct(request, talkId, 'ask-other-time')
    const { wish, despiteWarnings: despite } = request.body
    warnBeforeSharing({ wish }, despite)
    await act(request, seen, { type: 'ask-other-time', statusTalkId })
    await writeWish(request.db, statusTalkId, wish)
    return freshTalk(request, talkId)
  },
})

export const agreeStatusTalkAway = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/status-talks/:statusTalkId/agreed-away',
  summary: 'Agrees to do without a status talk; it ends when both have said so.',
  handle: async (request) => {
    const { talkId, statusTalkId } = request.params
    const seen = await partysTalkToAct(request, talkId, 'agree-status-talk-away')
    await act(request, seen, { type: 'agree-status-talk-away', statusTalkId, party: seen.party })
    return freshTalk(request, talkId)
  },
})

export const setStatusTime = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment',
  summary: 'Invites the employee to a status talk, or moves its time.',
  body: timeBody,
  handle: async (request) => {
    const { talkId, statusTalkId } = request.params
    const seen = await talkToAct(request, talkId, 'set-status-appointment')
    await setStatusAppointment(request, seen, statusTalkId, request.body)
    return freshTalk(request, talkId)
  },
})

export const cancelStatusTime = defineRoute({
  ...shared,
  method: 'delete',
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment',
  summary: "Cancels a status talk's time.",
  handle: async (request) => {
    const { talkId, statusTalkId } = request.params
    const seen = await talkToAct(request, talkId, 'cancel-status-appointment')
    await act(request, seen, { type: 'cancel-status-appointment', statusTalkId })
    return freshTalk(request, talkId)
  },
})

export const reportStatusTalkHeld = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/status-talks/:statusTalkId/outcome',
  summary: 'Registers a status talk as held, with a short note.',
  body: z.object({ on: day, note: text.max(2_000).default(''), despiteWarnings }),
  handle: async (request) => {
    const { talkId, statusTalkId } = request.params
    const { on, note, despiteWarnings: despite } = request.body
    const seen = await talkToAct(request, talkId, 'report-status-talk-held')
    warnBeforeSharing({ note }, despite)
    await act(request, seen, { type: 'report-status-talk-held', statusTalkId, on })
    await writeStatusTalkNote(request.db, statusTalkId, { on, note })
    return freshTalk(request, talkId)
  },
})

const statusCalendarEntry = defineRoute({
  method: 'get',
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment/calendar',
  summary: "Gives a status talk's time as a file for a calendar.",
  params: shared.params,
  givesFile: 'text/calendar',
  handle: async (request) => {
    const { talkId, statusTalkId: subject } = request.params
    await partysTalk(request, talkId)
    const talk = await freshTalk(request, talkId)
    const time = talk.statusTalks.find(({ id: one }) => one === subject)?.appointment ?? null
    return appointmentFile(request, talk, { about: 'status-talk', kind: talk.round.kind, subject, time })
  },
})

export const statusTalkRoutes = [
  statusCalendarEntry,
  setStatusTime,
  cancelStatusTime,
  acceptStatusTime,
  askForOtherStatusTime,
  reportStatusTalkHeld,
  agreeStatusTalkAway,
]
