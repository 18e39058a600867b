import { z } from 'zod'
import { endRole, giveRole, otherAdministrators, roleGrantsOf, unitOfGrant } from '../../db/role-grants.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { grantedRoles, mayGrantRoles, unitsToAdminister } from '../../domain/permissions.ts'
import { wrongField } from '../field-problems.ts'
import { notFound, refused } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { created, day, id } from '../schemas.ts'

const role = z.enum(grantedRoles)
const roleGrant = z.object({
  id,
  personId: id,
  personName: z.string(),
  role,
  unitId: id,
  unitName: z.string(),
  from: day,
  to: day.nullable(),
})

export const listRoleGrants = defineRoute({
  method: 'get',
  path: '/role-grants',
  summary: 'Lists who holds which role in the units that the person administers.',
  response: z.array(roleGrant),
  handle: async ({ db, person, today }) => roleGrantsOf(db, unitsToAdminister(person), today),
})

export const grantRole = defineRoute({
  method: 'post',
  path: '/role-grants',
  summary: 'Gives somebody a role for a unit and all below it.',
  body: z.strictObject({
    personId: id,
    role,
    unitId: id,
    from: day.optional().meta({ description: 'Today unless said' }),
    to: day.nullable().default(null),
  }),
  response: created,
  status: 201,
  handle: async (request) => {
    const { db, body, person, cause, now, today, language } = request
    if (!mayGrantRoles(person, body.unitId)) throw notFound()
    const from = body.from ?? today
    if (from < today) throw wrongField('body.from', from, 'in-the-past', language)
    if (body.to !== null && body.to < from)
      throw wrongField('body.to', body.to, 'ends-before-it-begins', language)
    if ((await db.person.count({ where: { id: body.personId } })) === 0)
      throw wrongField('body.personId', body.personId, 'unknown-person', language)
    const grantId = derivedId('role-grant', cause.decisionId)
    const order = { ...body, id: grantId, from, byPersonId: person.personId, at: now }
    await db.$transaction((tx) => giveRole(tx, order))
    return { id: grantId }
  },
})

export const takeRole = defineRoute({
  method: 'delete',
  path: '/role-grants/:roleGrantId',
  summary: 'Takes a role away from today on.',
  params: z.object({ roleGrantId: id }),
  handle: async (request) => {
    const { db, params, person, today, now } = request
    const unitId = await unitOfGrant(db, params.roleGrantId)
    if (unitId === null || !mayGrantRoles(person, unitId)) throw notFound()
    await db.$transaction(async (tx) => {
      const grant = await tx.roleGrant.findUniqueOrThrow({ where: { id: params.roleGrantId } })
      const isLast =
        grant.role === 'administrator' && (await otherAdministrators(tx, unitId, grant.id, today)) === 0
      if (isLast) throw lastAdministrator()
      await endRole(tx, { id: grant.id, today, byPersonId: person.personId, at: now })
    })
  },
})

export const roleGrantRoutes = [listRoleGrants, grantRole, takeRole]

/** Nobody could give a role any more. */
function lastAdministrator() {
  return refused('last-administrator', {
    da: 'Der er ingen anden administrator. Udpeg en ny, før du fjerner den sidste.',
    en: 'There is no other administrator. Name a new one before you remove the last.',
  })
}
