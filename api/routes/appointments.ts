import { z } from 'zod'
import { writeWish } from '../../db/appointments.ts'
import { compiled } from '../../domain/talk/turn.ts'
import { nameOfError, problemOf } from '../errors.ts'
import { appointmentFile } from '../appointment-file.ts'
import { type EnteredTime, setAppointment, timeBody, wishBody } from '../appointment.ts'
import { warnBeforeSharing } from '../guard.ts'
import { Problem } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id } from '../schemas.ts'
import { act, partysTalk, talkToAct } from '../talk-access.ts'
import { timeWarning, warningsAbout } from '../time-warnings.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

type Warnings = ReturnType<typeof warningsAbout>

export const acceptTime = defineRoute({
  method: 'post',
  path: '/talks/:talkId/appointment/acceptance',
  summary: 'Accepts the time.',
  params: talkParams,
  ...answersTalk,
  handle: async (request) => {
    const { talkId } = request.params
    await act(request, await talkToAct(request, talkId, 'accept-appointment'), {
      type: 'accept-appointment',
    })
    return freshTalk(request, talkId)
  },
})

export const askForOtherTime = defineRoute({
  method: 'post',
  path: '/talks/:talkId/appointment/other-time',
  summary: 'Asks for another time; the one there is stands until the leader moves it.',
  params: talkParams,
  body: wishBody,
  ...answersTalk,
  handle: async (request) => {
    const { talkId } = request.params
    const { wish, despiteWarnings } = request.body
    const seen = await talkToAct(request, talkId, 'ask-other-time')
    warnBeforeSharing({ wish }, despiteWarnings)
    await act(request, seen, { type: 'ask-other-time' })
    await writeWish(request.db, talkId, wish)
    return freshTalk(request, talkId)
  },
})

export const reportNotInvited = defineRoute({
  method: 'post',
  path: '/talks/:talkId/not-invited',
  summary: 'Says "I have not been invited": tells the leader, or speeds up the ladder.',
  params: talkParams,
  ...answersTalk,
  handle: async (request) => {
    const { talkId } = request.params
    await act(request, await talkToAct(request, talkId, 'report-not-invited'), {
      type: 'report-not-invited',
    })
    return freshTalk(request, talkId)
  },
})

const calendarEntry = defineRoute({
  method: 'get',
  path: '/talks/:talkId/appointment/calendar',
  summary: 'Gives the time as a file for a calendar.',
  params: talkParams,
  givesFile: 'text/calendar',
  handle: async (request) => {
    const { talkId } = request.params
    await partysTalk(request, talkId)
    const talk = await freshTalk(request, talkId)
    const { appointment: time, round } = talk
    return appointmentFile(request, talk, { about: 'talk', kind: round.kind, subject: talkId, time })
  },
})

export const setTime = defineRoute({
  method: 'post',
  path: '/talks/:talkId/appointment',
  summary: 'Invites the employee to a time, or moves the time there is.',
  params: talkParams,
  body: timeBody,
  ...answersTalk,
  handle: async (request) => {
    await invite(request, request.params.talkId, request.body)
    return freshTalk(request, request.params.talkId)
  },
})

export const setManyTimes = defineRoute({
  method: 'post',
  path: '/appointments',
  summary: 'Invites many at once; every talk is answered by itself.',
  body: z.object({
    appointments: z
      .array(timeBody.extend({ talkId: id }))
      .min(1)
      .max(200)
      .refine((all) => new Set(all.map(({ talkId }) => talkId)).size === all.length, {
        error: 'each talk once',
      }),
  }),
  response: z.object({
    results: z.array(
      z.object({
        talkId: id,
        invited: z.boolean(),
        problem: z.object({ status: z.int(), code: z.string(), sentence: z.string() }).nullable(),
        /** Of a time that was set: such as a Sunday, or hours outside 7–18. */
        warnings: z.array(timeWarning),
      }),
    ),
  }),
  // What was not confirmed is tried again under the same key.
  remembered: false,
  handle: async (request) => ({ results: await inviteMany(request, request.body.appointments) }),
})

export const cancelTime = defineRoute({
  method: 'delete',
  path: '/talks/:talkId/appointment',
  summary: 'Cancels the time there is.',
  params: talkParams,
  ...answersTalk,
  handle: async (request) => {
    const { talkId } = request.params
    await act(request, await talkToAct(request, talkId, 'cancel-appointment'), {
      type: 'cancel-appointment',
    })
    return freshTalk(request, talkId)
  },
})

export const appointmentRoutes = [
  setTime,
  setManyTimes,
  cancelTime,
  calendarEntry,
  acceptTime,
  askForOtherTime,
  reportNotInvited,
]

/** Answers what to look at once more about the time, which is set all the same. */
async function invite(request: SignedInRequest, talkId: string, time: EnteredTime): Promise<Warnings> {
  const seen = await talkToAct(request, talkId, 'set-appointment')
  const set = await setAppointment(request, seen, time)
  return warningsAbout(set, compiled(seen.talk.state.calendar), request.language)
}

/** Temporal takes some at once; all at once would only queue there. */
const AT_ONCE = 5

async function inviteMany(
  request: SignedInRequest,
  appointments: readonly (EnteredTime & { talkId: string })[],
) {
  const results: {
    talkId: string
    invited: boolean
    problem: ReturnType<typeof answerOf> | null
    warnings: Warnings
  }[] = []
  const one = async ({ talkId, ...time }: (typeof appointments)[number]) => {
    try {
      const warnings = await invite(request, talkId, time)
      return { talkId, invited: true, problem: null, warnings }
    } catch (error) {
      return { talkId, invited: false, problem: answerOf(error, request), warnings: [] }
    }
  }
  for (let first = 0; first < appointments.length; first += AT_ONCE) {
    results.push(...(await Promise.all(appointments.slice(first, first + AT_ONCE).map(one))))
  }
  return results
}

function answerOf(error: unknown, { language, log }: SignedInRequest) {
  // One talk's fault must not hide what became of the others.
  if (!(error instanceof Problem)) log.error(nameOfError(error), 'inviting one of many failed')
  const { status, code, sentences } = problemOf(error, language)
  return { status, code, sentence: sentences[language] }
}
