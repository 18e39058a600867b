import { z } from 'zod'
import { deputiesPage } from '../../web/pages/deputies.tsx'
import { addDeputy, removeDeputy, showDeputies } from '../routes/deputies.ts'
import { searchColleagues } from '../routes/shares.ts'
import { showTeam } from '../routes/team.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage } from './page.ts'

const deputies = definePage({
  path: '/team/deputies',
  query: z.object({ search: z.string().max(200).default('') }),
  show: async (request) => {
    const { frame, person, query } = request
    const search = query.search.trim()
    const [named, { teams }, found] = await Promise.all([
      ask(request, showDeputies),
      ask(request, showTeam),
      search.length < SHORTEST ? [] : ask(request, searchColleagues, { query: { search } }),
    ])
    const own = teams.filter(({ leaderId }) => person.employmentIds.includes(leaderId))
    return deputiesPage(frame, {
      mine: named.filter(({ leaderId }) => person.employmentIds.includes(leaderId)),
      forOthers: named.filter(({ deputyId }) => person.employmentIds.includes(deputyId)),
      search,
      found,
      jobs: [
        ...new Map(own.map(({ leaderId, round }) => [leaderId, { leaderId, name: round.name }])).values(),
      ],
    })
  },
})

/** Fewer letters would find everybody. */
const SHORTEST = 2

/** A search changes nothing: its answer has an address of its own. */
const search = defineForm({
  path: '/team/deputies/search',
  page: deputies,
  does: async (request) => {
    const words = request.entered.text('search')
    await ask(request, searchColleagues, { query: { search: words } })
    return { to: `/team/deputies?${new URLSearchParams({ search: words })}` }
  },
})

const naming = defineForm({
  path: '/team/deputies',
  page: deputies,
  pageQuery: (entered) => ({ search: entered.text('search') }),
  does: async (request) => {
    const { entered } = request
    await ask(request, addDeputy, {
      body: {
        leaderId: entered.text('leaderId'),
        deputyId: entered.text('deputyId'),
        from: enteredDay(entered.text('from')),
        to: enteredDay(entered.text('to')),
      },
    })
    return { to: '/team/deputies', notice: 'deputy-named' }
  },
})

const ending = defineForm({
  path: '/team/deputies/:deputyId/end',
  page: deputies,
  params: z.object({ deputyId: id }),
  does: async (request) => {
    await ask(request, removeDeputy, { params: request.params })
    return { to: '/team/deputies', notice: 'deputy-ended' }
  },
})

export const deputyPages = [deputies]
export const deputyForms = [search, naming, ending]
