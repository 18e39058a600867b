import { z } from 'zod'
import { mayBeNamedDeputy } from '../../domain/permissions.ts'
import { employmentDeputiesPage } from '../../web/pages/employment-deputies.tsx'
import { namingSentences } from '../naming-refusals.ts'
import { employmentParams } from '../people-schemas.ts'
import { addDeputy, removeDeputy, showDeputies } from '../routes/deputies.ts'
import { showEmployment } from '../routes/people.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { findEmployments } from './find-employments.ts'
import { ask, defineForm, definePage } from './page.ts'

const deputies = definePage({
  path: '/employments/:employmentId/deputies',
  params: employmentParams,
  query: z.object({ search: z.string().trim().max(200).catch('') }),
  show: async (request) => {
    const { frame, params, person, query } = request
    const { search } = query
    const employment = await ask(request, showEmployment, { params })
    const [named, found] = await Promise.all([ask(request, showDeputies), findEmployments(request, search)])
    const others = found.filter(({ personId }) => personId !== employment.personId)
    const offered = others.filter((one) => mayBeNamedDeputy(person, employment, one))
    return employmentDeputiesPage(frame, {
      employment,
      deputies: named.filter(({ leaderId }) => leaderId === params.employmentId),
      search,
      found: offered,
      leftOut: offered.length < others.length ? namingSentences['deputy-names-itself'][frame.language] : null,
    })
  },
})

const naming = defineForm({
  path: '/employments/:employmentId/deputies',
  page: deputies,
  params: employmentParams,
  pageQuery: (entered) => ({ search: entered.text('search') }),
  does: async (request) => {
    const { params, entered } = request
    const { employmentId } = params
    await ask(request, addDeputy, {
      body: {
        leaderId: employmentId,
        deputyId: entered.text('deputyId'),
        from: enteredDay(entered.text('from')),
        to: enteredDay(entered.text('to')),
      },
    })
    return { to: `/employments/${employmentId}/deputies`, notice: 'deputy-named' }
  },
})

const ending = defineForm({
  path: '/employments/:employmentId/deputies/:deputyId/end',
  page: deputies,
  params: employmentParams.extend({ deputyId: id }),
  does: async (request) => {
    const { employmentId, deputyId } = request.params
    await ask(request, removeDeputy, { params: { deputyId } })
    return { to: `/employments/${employmentId}/deputies`, notice: 'deputy-ended' }
  },
})

export const employmentDeputyPages = [deputies]
export const employmentDeputyForms = [naming, ending]
