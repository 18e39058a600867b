import { z } from 'zod'
import { recordAccess } from '../../db/accesses.ts'
import { materialsOfTalk } from '../../db/materials.ts'
import {
  findColleagues,
  personEmployedIn,
  readShare,
  share,
  type Share,
  sharedActions,
  sharedBy,
  takeBackShare,
} from '../../db/shares.ts'
import { sheetsOf } from '../../db/sheets.ts'
import type { Day } from '../../domain/calendar/day.ts'
import { mayReadShare, mayShareWithColleague, mayTakeShareBack } from '../../domain/permissions.ts'
import { isFollowUpDay } from '../../domain/plan/follow-up.ts'
import { wrongField } from '../field-problems.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { material } from '../material-schemas.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { created, day, id, line } from '../schemas.ts'
import { shareLine, sheetContent } from '../share-schemas.ts'
import { talkWhere } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const MOST_FOUND = 20

export const shareParams = z.object({ shareId: id })

const wish = z.discriminatedUnion('what', [
  z.object({ what: z.literal('sheet'), withEmploymentId: id, despiteWarnings }),
  z.object({
    what: z.literal('actions'),
    withEmploymentId: id,
    actionIds: z.array(id).min(1).max(30),
    /** When the two will follow up together; left out, they agree on no day. */
    followUpOn: day.nullable().default(null),
    despiteWarnings,
  }),
])

export const searchColleagues = defineRoute({
  method: 'get',
  path: '/colleagues',
  summary: 'Finds colleagues by a part of their name, to share something with.',
  query: z.object({ search: line.min(2) }),
  response: z.array(z.object({ employmentId: id, name: z.string(), title: z.string(), unit: z.string() })),
  handle: ({ db, person, query, today }) =>
    findColleagues(db, { personId: person.personId, search: query.search, limit: MOST_FOUND }, today),
})

export const shareWithColleague = defineRoute({
  method: 'post',
  path: '/talks/:talkId/shares',
  summary: 'The employee shares their preparation sheet, or chosen actions, with a colleague.',
  params: talkParams,
  body: wish,
  response: created,
  status: 201,
  handle: async (request) => {
    const { talk } = await talkWhere(request, request.params.talkId, mayShareWithColleague)
    const { body } = request
    await mustBeColleague(request, body.withEmploymentId)
    const actionIds = body.what === 'actions' ? [...new Set(body.actionIds)] : []
    const followUpOn = body.what === 'actions' ? body.followUpOn : null
    if (followUpOn !== null && !isFollowUpDay(followUpOn, request.today))
      throw pastFollowUp(request, followUpOn)
    const own = talk.state.actions.filter(({ owner }) => owner === 'employee').map((action) => action.id)
    if (!actionIds.every((actionId) => own.includes(actionId))) throw notFound()
    const content =
      body.what === 'sheet' ? await ownSheet(request, talk.id) : await textsOf(request, actionIds)
    warnBeforeSharing(content, body.despiteWarnings)
    const { what, withEmploymentId } = body
    const order = { talkId: talk.id, withEmploymentId, what, actionIds, followUpOn, at: request.now }
    return { id: await request.db.$transaction((tx) => share(tx, order)) }
  },
})

export const listOwnShares = defineRoute({
  method: 'get',
  path: '/me/shares',
  summary: 'Lists what the person shares with colleagues.',
  response: z.array(shareLine.extend({ talkId: id })),
  handle: ({ db, person, today }) => sharedBy(db, person.personId, today),
})

export const showShare = defineRoute({
  method: 'get',
  path: '/shares/:shareId',
  summary: 'Shows what a colleague has shared: that, and nothing else of their talk.',
  params: shareParams,
  response: shareLine.extend({
    /** The questions that the sheet answers; null for actions. */
    form: material.shape.content.omit({ files: true }).nullable(),
    sheet: sheetContent.nullable(),
    actions: z.array(
      z.object({
        id,
        what: z.string(),
        dueOn: day,
        status: z.enum(['open', 'done', 'cannot', 'no-effect', 'dropped']),
      }),
    ),
  }),
  handle: async (request) => {
    const found = await readShare(request.db, request.params.shareId, request.today)
    if (found === null || !mayReadShare(request.person.personId, found)) throw notFound()
    await noteReading(request, found)
    return { ...found, ...(await contentOf(request, found)) }
  },
})

export const takeShareBack = defineRoute({
  method: 'delete',
  path: '/shares/:shareId',
  summary: 'The employee takes back what they shared.',
  params: shareParams,
  handle: async (request) => {
    const found = await readShare(request.db, request.params.shareId, request.today)
    if (found === null || !mayTakeShareBack(request.person.personId, found)) throw notFound()
    await takeBackShare(request.db, found.id)
  },
})

export const shareRoutes = [searchColleagues, shareWithColleague, listOwnShares, showShare, takeShareBack]

function pastFollowUp({ language }: SignedInRequest, on: Day) {
  return wrongField('body.followUpOn', on, 'in-the-past', language)
}

async function mustBeColleague(
  { db, person, today, language }: SignedInRequest,
  employmentId: string,
): Promise<void> {
  const personId = await personEmployedIn(db, employmentId, today)
  if (personId === null || personId === person.personId)
    throw wrongField('body.withEmploymentId', employmentId, 'not-a-colleague', language)
}

/** The employee reads of it in the talk's access log (R15.2); their own reading is no news. */
async function noteReading({ db, person, now }: SignedInRequest, found: Share): Promise<void> {
  if (found.employeePersonId === person.personId) return
  const { talkId, what } = found
  await recordAccess(db, {
    talkId,
    personId: person.personId,
    onBehalfOf: null,
    standing: 'colleague',
    openingId: null,
    what: `shared-${what}`,
    at: now,
  })
}

async function contentOf(request: SignedInRequest, { id: shareId, talkId, what, employeePersonId }: Share) {
  if (what === 'actions') {
    return { form: null, sheet: null, actions: await sharedActions(request.db, shareId) }
  }
  const materials = await materialsOfTalk(request.db, talkId, request.language)
  const form = materials.find((candidate) => candidate.material === 'preparation-sheet')?.content ?? null
  return { form, sheet: await sheetBy(request, talkId, employeePersonId), actions: [] }
}

function ownSheet(request: SignedInRequest, talkId: string) {
  return sheetBy(request, talkId, request.person.personId)
}

/** What the employee has written so far; empty where they have not begun. */
async function sheetBy({ db }: SignedInRequest, talkId: string, authorPersonId: string) {
  const sheet = (await sheetsOf(db, talkId)).find(
    (row) => row.author === 'employee' && row.authorPersonId === authorPersonId,
  )
  return (sheet?.content ?? {}) as z.output<typeof sheetContent>
}

async function textsOf({ db }: SignedInRequest, actionIds: readonly string[]): Promise<string[]> {
  const rows = await db.action.findMany({ where: { id: { in: [...actionIds] } }, select: { what: true } })
  return rows.map(({ what }) => what)
}
