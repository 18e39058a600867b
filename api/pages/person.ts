import { z } from 'zod'
import { joiningPage } from '../../web/pages/joining.tsx'
import { personPage } from '../../web/pages/person.tsx'
import { notFound } from '../problem.ts'
import { joinPersons, showJoining } from '../routes/joinings.ts'
import { showPerson } from '../routes/person.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'

const person = definePage({
  path: '/people/:personId',
  params: z.object({ personId: id }),
  show: async (request) => {
    const { employments, mayBe } = await ask(request, showPerson, { params: request.params })
    const [first, ...others] = employments
    if (first === undefined) throw notFound()
    return personPage(request.frame, { employments: [first, ...others], mayBe })
  },
})

const joiningParams = z.object({ personId: id, withPersonId: id })

const joining = definePage({
  path: '/people/:personId/joining/:withPersonId',
  params: joiningParams,
  show: async (request) => {
    const { frame, params } = request
    return joiningPage(frame, { ...params, ...(await ask(request, showJoining, { params })) })
  },
})

const join = defineForm({
  path: '/people/:personId/joining/:withPersonId',
  page: joining,
  params: joiningParams,
  does: async (request) => {
    const { personId, withPersonId } = request.params
    await ask(request, joinPersons, { params: { personId }, body: { withPersonId } })
    return { to: `/people/${personId}`, notice: 'employments-joined' }
  },
})

export const personPages = [person, joining]
export const personForms = [join]
