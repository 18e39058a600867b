import { z } from 'zod'
import { isHrAnywhere } from '../../domain/permissions.ts'
import { PEOPLE_AT_ONCE, peoplePage } from '../../web/pages/people.tsx'
import { notFound } from '../problem.ts'
import { listImports } from '../routes/imports.ts'
import { listPeople } from '../routes/people.ts'
import { id } from '../schemas.ts'
import { employmentChangeForms, employmentChangePages } from './employment-changes.ts'
import { employmentDeputyForms, employmentDeputyPages } from './employment-deputies.ts'
import { hrUnits } from './hr-units.ts'
import { importForms, importPages } from './imports.ts'
import { joinerForms, joinerPages } from './joiner.ts'
import { ask, definePage, type Form } from './page.ts'
import { personForms, personPages } from './person.ts'
import { orNull } from './round-request.ts'

const tick = z.string().optional()

const people = definePage({
  path: '/people',
  query: z.object({
    search: z.string().trim().max(200).catch(''),
    unitId: id.or(z.literal('')).catch(''),
    withoutLeader: tick,
    withoutMail: tick,
    alsoLeft: tick,
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
  show: async (request) => {
    const { frame, person, query } = request
    if (!isHrAnywhere(person)) throw notFound()
    const { search, unitId } = query
    const isTicked = (name: 'withoutLeader' | 'withoutMail' | 'alsoLeft') => query[name] === 'true'
    const asked = {
      ...(search && { search }),
      ...(unitId && { unitId }),
      withoutLeader: String(isTicked('withoutLeader')),
      withoutMail: String(isTicked('withoutMail')),
      alsoLeft: String(isTicked('alsoLeft')),
      page: query.page,
      pageSize: PEOPLE_AT_ONCE,
    }
    const [found, units, imports] = await Promise.all([
      ask(request, listPeople, { query: asked }),
      hrUnits(request),
      orNull(ask(request, listImports)),
    ])
    const chosen = {
      search,
      unitId,
      withoutLeader: isTicked('withoutLeader'),
      withoutMail: isTicked('withoutMail'),
      alsoLeft: isTicked('alsoLeft'),
    }
    return peoplePage(frame, { ...found, units, chosen, isImporter: imports !== null })
  },
})

export const peoplePages = [
  people,
  ...joinerPages,
  ...importPages,
  ...personPages,
  ...employmentChangePages,
  ...employmentDeputyPages,
]

export const peopleForms: readonly Form[] = [
  ...joinerForms,
  ...importForms,
  ...personForms,
  ...employmentChangeForms,
  ...employmentDeputyForms,
]
