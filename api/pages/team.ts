import { z } from 'zod'
import { teamPage } from '../../web/pages/team.tsx'
import { teamFilters } from '../../web/texts/team.ts'
import { listPrintedMails } from '../routes/mails.ts'
import { showTeam } from '../routes/team.ts'
import { ask, definePage } from './page.ts'

const team = definePage({
  path: '/team',
  query: z.object({ show: z.enum(teamFilters).default('all') }),
  show: async (request) => {
    const [{ teams }, letters] = await Promise.all([ask(request, showTeam), ask(request, listPrintedMails)])
    return teamPage(request.frame, teams, request.query.show, letters.length)
  },
})

export const teamPages = [team]
