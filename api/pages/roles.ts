import { z } from 'zod'
import { topUnits } from '../../db/units.ts'
import {
  administersAnywhere,
  type GrantedRole,
  mayGovernTokens,
  unitsToAdminister,
} from '../../domain/permissions.ts'
import { rolesPage } from '../../web/pages/roles.tsx'
import { notFound } from '../problem.ts'
import { grantRole, listRoleGrants, takeRole } from '../routes/role-grants.ts'
import { listUnits } from '../routes/units.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { findEmployments } from './find-employments.ts'
import { ask, defineForm, definePage } from './page.ts'

const roles = definePage({
  path: '/roles',
  query: z.object({ search: z.string().trim().max(200).catch('') }),
  show: async (request) => {
    const { frame, db, person, query, today } = request
    if (!administersAnywhere(person)) throw notFound()
    const { search } = query
    const [all, grants, found] = await Promise.all([
      ask(request, listUnits),
      ask(request, listRoleGrants),
      findEmployments(request, search),
    ])
    const own = new Set(unitsToAdminister(person))
    const units = all.filter((unit) => own.has(unit.id))
    const hrOf = new Set(
      grants.flatMap(({ role, unitId, from }) => (role === 'hr' && from <= today ? unitId : [])),
    )
    // Below the top, a unit without HR of its own falls to the one above it.
    const tops = units.filter(({ parentId }) => parentId === null)
    return rolesPage(frame, {
      units,
      grants,
      withoutHr: tops.flatMap((unit) => (hrOf.has(unit.id) ? [] : unit.name)),
      governsTokens: mayGovernTokens(person, await topUnits(db)),
      search,
      found: [...new Map(found.map((one) => [one.personId, one])).values()],
    })
  },
})

const giving = defineForm({
  path: '/roles',
  page: roles,
  pageQuery: (entered) => ({ search: entered.text('search') }),
  does: async (request) => {
    const { entered } = request
    await ask(request, grantRole, {
      body: {
        personId: entered.text('personId'),
        role: entered.text('role') as GrantedRole,
        unitId: entered.text('unitId'),
        from: enteredDay(entered.text('from')),
        to: enteredDay(entered.text('to')) || null,
      },
    })
    return { to: '/roles', notice: 'role-given' }
  },
})

const ending = defineForm({
  path: '/roles/:roleGrantId/end',
  page: roles,
  params: z.object({ roleGrantId: id }),
  does: async (request) => {
    const { params, person } = request
    const grants = await ask(request, listRoleGrants)
    await ask(request, takeRole, { params })
    const ended = grants.find((grant) => grant.id === params.roleGrantId)
    const isOwn = ended?.personId === person.personId && ended.role === 'administrator'
    return { to: isOwn ? '/' : '/roles', notice: 'role-ended' }
  },
})

export const rolePages = [roles]
export const roleForms = [giving, ending]
