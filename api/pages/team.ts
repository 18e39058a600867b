import { z } from 'zod'
import { teamPage } from '../../web/pages/team.tsx'
import { teamFilters } from '../../web/texts/team.ts'
import { showTeam } from '../routes/team.ts'
import { ask, definePage } from './page.ts'

const team = definePage({
  path: '/team',
  query: z.object({ show: z.enum(teamFilters).default('all') }),
  show: async (request) => {
    const { teams } = await ask(request, showTeam)
    return teamPage(request.frame, teams, request.query.show)
  },
})

export const teamPages = [team]
