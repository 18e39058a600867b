import { z } from 'zod'
import { employmentsOf, hasJoined, joinPeople, previewJoining } from '../../db/joined-people.ts'
import { employmentToManage } from '../employment-access.ts'
import { joinSentences, notJoined } from '../join-refusals.ts'
import { personLine } from '../people-schemas.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id } from '../schemas.ts'

const personParams = z.object({ personId: id })

/** Two persons that are one human: one sign-in and one digest afterwards, a talk for each employment (R13.1). */
export const showJoining = defineRoute({
  method: 'get',
  path: '/people/:personId/joining/:withPersonId',
  summary: 'Shows what joining a second person to the first would move, and why it cannot be done.',
  params: personParams.extend({ withPersonId: id }),
  response: z.object({
    keeps: z.array(personLine),
    moves: z.array(personLine),
    sheets: z.int().meta({ description: 'Own notes of preparation' }),
    readings: z.int().meta({ description: 'Entries of access logs' }),
    mails: z.int(),
    refused: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  }),
  handle: async (request) => {
    const { personId, withPersonId } = request.params
    const keeps = await linesOf(request, personId)
    const moves = await linesOf(request, withPersonId)
    const ids = { personId, withPersonId, byPersonId: request.person.personId }
    const preview = await previewJoining(request.db, ids, { today: request.today, at: request.now })
    if (preview === null || personId === withPersonId) throw notFound()
    const { sheets, readings, mails, refused: code } = preview
    const refused = code && { code, sentence: joinSentences[code][request.language] }
    return { keeps, moves, sheets, readings, mails, refused }
  },
})

export const joinPersons = defineRoute({
  method: 'post',
  path: '/people/:personId/joining',
  summary: "Makes a second person's employments the first one's; the second person is gone.",
  params: personParams,
  body: z.strictObject({ withPersonId: id }),
  response: z.array(personLine),
  remembered: false,
  handle: async (request) => {
    const { db, person, cause, now, today, params, body } = request
    const { personId } = params
    if (await hasJoined(db, cause.decisionId)) return linesOf(request, personId)
    if (personId === body.withPersonId) throw notFound()
    await linesOf(request, personId)
    await linesOf(request, body.withPersonId)
    const by = { byPersonId: person.personId, decisionId: cause.decisionId, at: now, today }
    const order = { personId, withPersonId: body.withPersonId, ...by }
    const reason = await db.$transaction((tx) => joinPeople(tx, order))
    if (reason !== null) throw notJoined(reason)
    return linesOf(request, personId)
  },
})

export const joiningRoutes = [showJoining, joinPersons]

/** All employments of a person, for HR of every one of them; for all others the person does not exist. */
async function linesOf(request: SignedInRequest, personId: string) {
  const ids = await employmentsOf(request.db, personId)
  if (ids.length === 0) throw notFound()
  return Promise.all(ids.map((employmentId) => employmentToManage(request, employmentId)))
}
