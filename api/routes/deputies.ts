import { z } from 'zod'
import { deputiesOf, endDeputy, nameDeputy } from '../../db/deputies.ts'
import { leadsWithin } from '../../db/leaderships.ts'
import { employmentLine } from '../../db/people-list.ts'
import { readUnits } from '../../db/units.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayBeNamedDeputy, mayNameDeputy, unitsAsHr } from '../../domain/permissions.ts'
import { wrongField } from '../field-problems.ts'
import { notNamed } from '../naming-refusals.ts'
import { deputy } from '../people-schemas.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { created, day, id } from '../schemas.ts'

export const showDeputies = defineRoute({
  method: 'get',
  path: '/deputies',
  summary: "Lists the person's deputies, for whom they are one, and those of the units they are HR of.",
  response: z.array(deputy),
  handle: async ({ db, person, today }) =>
    deputiesOf(db, { employmentIds: person.employmentIds, unitIds: unitsAsHr(person) }, today),
})

export const addDeputy = defineRoute({
  method: 'post',
  path: '/deputies',
  summary: 'Names who acts for a leader from a day through another; open matters too.',
  body: z.strictObject({ leaderId: id, deputyId: id, from: day, to: day }),
  response: created,
  status: 201,
  handle: async (request) => {
    const { db, body, cause, person, now, today, language } = request
    const leader = await anyEmployment(request, body.leaderId)
    if (leader === null || !mayNameDeputy(person, leader)) throw notFound()
    const acting = await anyEmployment(request, body.deputyId)
    if (acting === null) throw wrongField('body.deputyId', body.deputyId, 'unknown-employment', language)
    if (acting.personId === leader.personId)
      throw wrongField('body.deputyId', body.deputyId, 'own-deputy', language)
    if (!mayBeNamedDeputy(person, leader, acting)) throw notNamed('deputy-names-itself')
    if (body.to < body.from) throw wrongField('body.to', body.to, 'ends-before-it-begins', language)
    if (body.to < today) throw wrongField('body.to', body.to, 'in-the-past', language)
    if (!(await leadsWithin(db, body.leaderId, body.from, body.to))) throw leadsNobody()
    const deputyId = derivedId('deputy', cause.decisionId)
    const order = { ...body, id: deputyId, byPersonId: person.personId, at: now }
    await db.$transaction((tx) => nameDeputy(tx, order))
    return { id: deputyId }
  },
})

export const removeDeputy = defineRoute({
  method: 'delete',
  path: '/deputies/:deputyId',
  summary: 'Ends a deputy today; what they did stays.',
  params: z.object({ deputyId: id }),
  handle: async (request) => {
    const { db, params, person, today, now } = request
    const row = await db.deputy.findUnique({ where: { id: params.deputyId } })
    const leader = row && (await anyEmployment(request, row.leaderId))
    if (!leader || !mayNameDeputy(person, leader)) throw notFound()
    const order = { id: params.deputyId, today, byPersonId: person.personId, at: now }
    if (!(await db.$transaction((tx) => endDeputy(tx, order)))) throw notFound()
  },
})

export const deputyRoutes = [showDeputies, addDeputy, removeDeputy]

async function anyEmployment({ db, today }: SignedInRequest, employmentId: string) {
  const units = await readUnits(db)
  return employmentLine(
    db,
    employmentId,
    units.map((unit) => unit.id),
    today,
  )
}

function leadsNobody() {
  return refused('leads-nobody', {
    da: 'Der er ingen at være stedfortræder for: ingen medarbejder har den leder i perioden. Vælg en anden periode eller en anden leder.',
    en: 'There is nobody to act for: no employee has that leader in the period. Choose another period or another leader.',
  })
}
