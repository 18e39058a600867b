import { z } from 'zod'
import {
  addClosing,
  nameTr,
  readClosings,
  readUnits,
  removeClosing,
  tellNewClosings,
} from '../../db/units.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayManagePeople, unitsWithARole } from '../../domain/permissions.ts'
import { wrongField } from '../field-problems.ts'
import { inTreeOrder } from '../overview.ts'
import { notFound } from '../problem.ts'
import { tellRunningRounds } from '../reactions.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { created, day, id, line } from '../schemas.ts'
import { closing, unit } from '../unit-schemas.ts'

const unitParams = z.object({ unitId: id })

export const listUnits = defineRoute({
  method: 'get',
  path: '/units',
  scope: 'people',
  summary: 'Lists the units that the person holds a role for, each after the one above it.',
  response: z.array(unit.extend({ depth: z.number() })),
  handle: async ({ db, person }) => {
    const ids = new Set(unitsWithARole(person))
    const units = await readUnits(db, [...ids])
    const tops = units.filter(({ parentId }) => parentId === null || !ids.has(parentId))
    return tops.flatMap((top) =>
      inTreeOrder(units, top.id).map(({ unit: found, depth }) => ({ ...found, depth })),
    )
  },
})

export const nameUnionRep = defineRoute({
  method: 'patch',
  path: '/units/:unitId',
  summary: 'Names the union representative of a unit; an empty name takes it away.',
  params: unitParams,
  body: z.strictObject({ trName: line }),
  response: unit,
  handle: async (request) => {
    const { db, params, body } = request
    mustManage(request, params.unitId)
    await nameTr(db, params.unitId, body.trName)
    const [changed] = await readUnits(db, [params.unitId])
    if (changed === undefined) throw notFound()
    return changed
  },
})

export const listClosings = defineRoute({
  method: 'get',
  path: '/units/:unitId/closings',
  summary: "Lists a unit's own closing days.",
  params: unitParams,
  response: z.array(closing),
  handle: async (request) => {
    mustManage(request, request.params.unitId)
    return readClosings(request.db, request.params.unitId)
  },
})

export const addClosingDays = defineRoute({
  method: 'post',
  path: '/units/:unitId/closings',
  summary: 'Adds closing days to a unit and all below it; running talks count their working days anew.',
  params: unitParams,
  body: z.strictObject({ from: day, to: day }),
  response: created,
  status: 201,
  handle: async (request) => {
    const { db, params, body, cause } = request
    mustManage(request, params.unitId)
    if (body.to < body.from) throw wrongField('body.to', body.to, 'ends-before-it-begins', request.language)
    const closingId = derivedId('closing', cause.decisionId)
    await addClosing(db, { id: closingId, unitId: params.unitId, ...body })
    await tell(request, params.unitId)
    return { id: closingId }
  },
})

export const removeClosingDays = defineRoute({
  method: 'delete',
  path: '/units/:unitId/closings/:closingId',
  summary: 'Takes closing days of a unit away; running talks count their working days anew.',
  params: unitParams.extend({ closingId: id }),
  handle: async (request) => {
    const { db, params } = request
    mustManage(request, params.unitId)
    if (!(await removeClosing(db, params.unitId, params.closingId))) throw notFound()
    await tell(request, params.unitId)
  },
})

export const unitRoutes = [listUnits, nameUnionRep, listClosings, addClosingDays, removeClosingDays]

function mustManage({ person }: SignedInRequest, unitId: string): void {
  if (!mayManagePeople(person, unitId)) throw notFound()
}

/** Running talks of the unit learn of it at once, not only in the morning. */
async function tell(request: SignedInRequest, unitId: string): Promise<void> {
  const { db, cause, today, now } = request
  await tellNewClosings(db, unitId, cause.decisionId, today, now)
  await tellRunningRounds(request, `closings-${derivedId('morning', cause.decisionId)}`)
}
