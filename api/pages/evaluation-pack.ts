import { z } from 'zod'
import { maySeeAggregates, followsRounds } from '../../domain/permissions.ts'
import { evaluationPackPage } from '../../web/pages/evaluation-pack.tsx'
import { evaluationsPage } from '../../web/pages/evaluations.tsx'
import { roundTrendPage } from '../../web/pages/round-trend.tsx'
import { notFound } from '../problem.ts'
import { roundParams } from '../round-schemas.ts'
import { showTrend } from '../routes/overview.ts'
import { listRounds } from '../routes/rounds.ts'
import { recordDiscussion, showPack } from '../routes/works-council.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage } from './page.ts'
import { followedRound, isWatcher, unitsOfRound } from './round-request.ts'

const evaluations = definePage({
  path: '/evaluations',
  show: async (request) => {
    const { frame, person } = request
    if (!followsRounds(person)) throw notFound()
    const rounds = await ask(request, listRounds)
    return evaluationsPage(
      frame,
      rounds.filter(({ status }) => status !== 'draft' && status !== 'stopped'),
    )
  },
})

const pack = definePage({
  path: '/rounds/:roundId/evaluation',
  params: roundParams,
  show: async (request) => {
    const { frame, params, person } = request
    const round = await followedRound(request)
    const found = await ask(request, showPack, { params })
    const isOpen = round.status !== 'draft' && round.status !== 'stopped'
    return evaluationPackPage(frame, {
      ...found,
      round: { ...round, isWatcher: await isWatcher(request) },
      mayRecord: isOpen && maySeeAggregates(person, round.unitId),
    })
  },
})

const discussion = defineForm({
  path: '/rounds/:roundId/evaluation',
  page: pack,
  params: roundParams,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, recordDiscussion, { params, body: { on: enteredDay(entered.text('on')) } })
    return { to: `/rounds/${params.roundId}/evaluation`, notice: 'discussion-recorded' }
  },
})

const trend = definePage({
  path: '/rounds/:roundId/trend',
  params: roundParams,
  query: z.object({ unitId: id.optional().catch(undefined) }),
  show: async (request) => {
    const { frame, query, person } = request
    const round = await followedRound(request)
    const units = (await unitsOfRound(request, round.unitId)).filter((unit) =>
      maySeeAggregates(person, unit.id),
    )
    const unitId = query.unitId ?? units[0]?.id
    if (unitId === undefined) throw notFound()
    const [years, watches] = await Promise.all([
      ask(request, showTrend, { params: { unitId }, query: { kind: round.kind } }),
      isWatcher(request),
    ])
    return roundTrendPage(frame, { round: { ...round, isWatcher: watches }, units, unitId, years })
  },
})

export const evaluationPackPages = [evaluations, pack, trend]
export const evaluationPackForms = [discussion]
