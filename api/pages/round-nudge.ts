import { z } from 'zod'
import { roundNudgePage } from '../../web/pages/round-nudge.tsx'
import { roundParams } from '../round-schemas.ts'
import { listNudges, sendNudge } from '../routes/nudges.ts'
import { listRoundTalks } from '../routes/overview.ts'
import { ask, defineForm, definePage } from './page.ts'
import { runRound } from './round-request.ts'

const writing = definePage({
  path: '/rounds/:roundId/nudges/new',
  params: roundParams,
  /** `talkId`: to the employee of that talk; `late`: leaders with something late are ticked. */
  query: z.object({ talkId: z.string().optional(), late: z.string().optional() }),
  show: async (request) => {
    const { frame, params, query } = request
    const round = await runRound(request)
    const [talks, nudges] = await Promise.all([
      ask(request, listRoundTalks, { params }),
      ask(request, listNudges, { params }),
    ])
    const leaders = leadersOf(talks)
    const employee = talks.find(({ talkId }) => talkId === query.talkId)
    const names = new Map([
      ...talks.map(({ talkId, name }) => [talkId, name] as const),
      ...leaders.map(({ leaderId, name }) => [leaderId, name] as const),
    ])
    return roundNudgePage(frame, {
      round: { ...round, isWatcher: true },
      leaders,
      chosen: query.late ? leaders.flatMap(({ leaderId, late }) => (late > 0 ? leaderId : [])) : [],
      employee: employee ?? null,
      nudges: nudges.map((one) => ({ ...one, name: names.get(one.talkId ?? one.leaderId ?? '') ?? null })),
    })
  },
})

const sending = defineForm({
  path: '/rounds/:roundId/nudges/new',
  page: writing,
  params: roundParams,
  pageQuery: (entered) => (entered.has('talkIds') ? { talkId: entered.text('talkIds') } : {}),
  does: async (request) => {
    const { params, entered } = request
    const body = {
      leaderIds: [...entered.all('leaderIds')],
      talkIds: [...entered.all('talkIds')],
      text: entered.text('text'),
    }
    await ask(request, sendNudge, { params, body })
    return { to: `/rounds/${params.roundId}`, notice: 'nudge-sent' }
  },
})

export const roundNudgePages = [writing]
export const roundNudgeForms = [sending]

interface LedTalk {
  readonly status: string
  readonly leaderId: string | null
  readonly leaderName: string | null
  readonly late: readonly string[]
}

/** Whoever leads somebody with a talk, with how many of them are late; the most late first. */
function leadersOf(talks: readonly LedTalk[]) {
  const led = talks.filter(({ status }) => !['exempt', 'left', 'stopped'].includes(status))
  const groups = Map.groupBy(led, ({ leaderId }) => leaderId)
  const leaders = [...groups].flatMap(([leaderId, own]) =>
    leaderId === null
      ? []
      : {
          leaderId,
          name: own[0]?.leaderName ?? '',
          late: own.filter((talk) => talk.late.length > 0).length,
          all: own.length,
        },
  )
  return leaders.sort((a, b) => b.late - a.late || a.name.localeCompare(b.name, 'da'))
}
