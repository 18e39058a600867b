import { z } from 'zod'
import { deletionReceipts } from '../../db/deletion-receipts.ts'
import { erasureStanding } from '../../db/erasure.ts'
import { liftHold, personByNumber, placeHold, standingHolds } from '../../db/legal-holds.ts'
import { chooseMonths, retentionMonths } from '../../db/retention-rules.ts'
import { topUnits } from '../../db/units.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayGovernData } from '../../domain/permissions.ts'
import {
  deletedKinds,
  erasureRefusal,
  erasureRefusals,
  isWithinBounds,
  monthBounds,
  retentionKinds,
} from '../../domain/retention/retention.ts'
import { wrongField } from '../field-problems.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { erasureSentences } from '../erasure-sentences.ts'
import { defineRoute } from '../route.ts'
import { created, day, id, instant, line } from '../schemas.ts'

const kind = z.enum(retentionKinds)
const personParams = z.object({ personId: id })

export const showRetention = defineRoute({
  method: 'get',
  path: '/retention',
  summary:
    'Shows how long each kind of document is kept, who is held back from deletion, and what was deleted.',
  response: z.object({
    rules: z.array(z.object({ kind, months: z.int(), least: z.int(), most: z.int() })),
    holds: z.array(z.object({ id, personId: id, name: z.string(), reason: z.string(), placedAt: instant })),
    receipts: z.array(
      z.object({
        on: day,
        cause: z.enum(['retention', 'erasure']),
        kind: z.enum(deletedKinds),
        count: z.int(),
      }),
    ),
  }),
  handle: async (request) => {
    const { db } = await governed(request)
    const months = await retentionMonths(db)
    return {
      rules: retentionKinds.map((name) => ({ kind: name, months: months[name], ...monthBounds[name] })),
      holds: await standingHolds(db),
      receipts: await deletionReceipts(db, 200),
    }
  },
})

export const changeRetention = defineRoute({
  method: 'put',
  path: '/retention/:kind',
  summary: 'Chooses for how many months a kind of document is kept; the next night deletes by it.',
  params: z.object({ kind }),
  body: z.strictObject({ months: z.int() }),
  handle: async (request) => {
    const { db, params, body, person, cause, now, language } = await governed(request)
    if (!isWithinBounds(params.kind, body.months))
      throw wrongField('body.months', String(body.months), 'months-out-of-bounds', language)
    const by = { decisionId: cause.decisionId, byPersonId: person.personId, at: now }
    await chooseMonths(db, { ...params, ...body, ...by })
  },
})

export const placeLegalHold = defineRoute({
  method: 'post',
  path: '/legal-holds',
  summary: 'Holds everything of a person back from deletion, such as during a case.',
  body: z.strictObject({ personId: id, reason: line.min(1) }),
  response: created,
  status: 201,
  handle: async (request) => {
    const { db, body, person, cause, now, language } = await governed(request)
    if ((await db.person.count({ where: { id: body.personId } })) === 0)
      throw wrongField('body.personId', body.personId, 'unknown-person', language)
    const holdId = derivedId('legal-hold', cause.decisionId)
    await placeHold(db, { ...body, id: holdId, byPersonId: person.personId, at: now })
    return { id: holdId }
  },
})

export const liftLegalHold = defineRoute({
  method: 'delete',
  path: '/legal-holds/:holdId',
  summary: 'Lifts a legal hold.',
  params: z.object({ holdId: id }),
  handle: async (request) => {
    const { db, params, person, now } = await governed(request)
    if (!(await liftHold(db, { id: params.holdId, byPersonId: person.personId, at: now }))) throw notFound()
  },
})

export const findPersonToErase = defineRoute({
  method: 'get',
  path: '/erasures',
  summary: 'Finds the person with an employee number, also of somebody who has left.',
  query: z.object({ number: line.min(1) }),
  response: z.object({ personId: id, name: z.string() }),
  handle: async (request) => {
    const { db, query, language } = await governed(request)
    const found = await personByNumber(db, query.number)
    if (found === null) throw wrongField('query.number', query.number, 'unknown-person', language)
    return { personId: found.personId, name: found.name }
  },
})

export const showErasure = defineRoute({
  method: 'get',
  path: '/people/:personId/erasure',
  summary: 'Shows what erasing a person would take, and why it is not possible now.',
  params: personParams,
  response: z.object({
    name: z.string(),
    isErased: z.boolean(),
    refusal: z.object({ code: z.enum(erasureRefusals), sentence: z.string() }).nullable(),
    counts: z.object({
      talks: z.int(),
      sheets: z.int(),
      plans: z.int(),
      mails: z.int(),
      accesses: z.int(),
    }),
  }),
  handle: async (request) => {
    const { standing, code } = await toErase(request, request.params.personId)
    const { name, isErased, counts } = standing
    const refusal = code && { code, sentence: erasureSentences[code][request.language] }
    return { name, isErased, counts, refusal }
  },
})

export const erasePerson = defineRoute({
  method: 'post',
  path: '/people/:personId/erasure',
  summary: 'Erases a person: rows, mails, files and every run of their workflows. It cannot be taken back.',
  params: personParams,
  status: 202,
  response: z.object({ isUnderWay: z.literal(true) }),
  handle: async (request) => {
    const { code } = await toErase(request, request.params.personId)
    if (code !== null) throw refused(code, erasureSentences[code])
    await request.erasures.run(request.params.personId)
    return { isUnderWay: true as const }
  },
})

export const retentionRoutes = [
  showRetention,
  changeRetention,
  placeLegalHold,
  liftLegalHold,
  findPersonToErase,
  showErasure,
  erasePerson,
]

/** What is kept of everybody is for HR and administrators of everything. */
async function governed<R extends Pick<SignedInRequest, 'db' | 'person'>>(request: R): Promise<R> {
  if (!mayGovernData(request.person, await topUnits(request.db))) throw notFound()
  return request
}

async function toErase(request: SignedInRequest, personId: string) {
  const { db, today } = await governed(request)
  const standing = await erasureStanding(db, personId, today)
  if (standing === null) throw notFound()
  return { standing, code: erasureRefusal(standing) }
}
