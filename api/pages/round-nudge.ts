import { z } from 'zod'
import { roundNudgePage } from '../../web/pages/round-nudge.tsx'
import { roundParams } from '../round-schemas.ts'
import { listNudges, sendNudge } from '../routes/nudges.ts'
import { listRoundLeaders } from '../routes/overview.ts'
import { showTalk } from '../routes/talks.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'
import { orNull, runRound } from './round-request.ts'

const writing = definePage({
  path: '/rounds/:roundId/nudges/new',
  params: roundParams,
  /** `talkId`: to the employee of that talk; `late`: leaders with something late are ticked. */
  query: z.object({ talkId: id.optional().catch(undefined), late: z.string().optional() }),
  show: async (request) => {
    const { frame, params, query } = request
    const round = await runRound(request)
    const { talkId } = query
    const [leaders, nudges, talk] = await Promise.all([
      ask(request, listRoundLeaders, { params }),
      ask(request, listNudges, { params }),
      talkId === undefined ? null : orNull(ask(request, showTalk, { params: { talkId } })),
    ])
    const isOfRound = talk?.round.id === params.roundId
    return roundNudgePage(frame, {
      round,
      leaders,
      chosen: query.late ? leaders.flatMap(({ leaderId, late }) => (late > 0 ? leaderId : [])) : [],
      employee: isOfRound ? { talkId: talk.id, name: talk.employee.name } : null,
      nudges,
    })
  },
})

const sending = defineForm({
  path: '/rounds/:roundId/nudges/new',
  page: writing,
  params: roundParams,
  pageQuery: (entered) => (entered.has('talkIds') ? { talkId: entered.text('talkIds') } : {}),
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const body = {
      leaderIds: [...entered.all('leaderIds')],
      talkIds: [...entered.all('talkIds')],
      text: entered.text('text'),
      despiteWarnings,
    }
    await ask(request, sendNudge, { params, body })
    return { to: `/rounds/${params.roundId}`, notice: 'nudge-sent' }
  },
})

export const roundNudgePages = [writing]
export const roundNudgeForms = [sending]
