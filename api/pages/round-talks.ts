import { z } from 'zod'
import type { ExemptReason } from '../../domain/eligibility.ts'
import type { NotHeldReason } from '../../domain/talk/talk.ts'
import { roundEscalationsPage } from '../../web/pages/round-escalations.tsx'
import { roundTalkPage } from '../../web/pages/round-talk.tsx'
import { roundTalksPage, TALKS_AT_ONCE } from '../../web/pages/round-talks.tsx'
import type { NoticeCode } from '../../web/texts/notices.ts'
import { notFound } from '../problem.ts'
import { roundParams } from '../round-schemas.ts'
import { listTalkNotices } from '../routes/mails.ts'
import { listEscalations } from '../routes/nudges.ts'
import {
  endAsNotHeld,
  exemptTalk,
  postponeTalk,
  withdrawExemption,
  withdrawNotHeld,
} from '../routes/outcome.ts'
import { listRoundTalks } from '../routes/overview.ts'
import { showTalk } from '../routes/talks.ts'
import { id, talkStatus } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage, type FormRequest } from './page.ts'
import { followedRound, orNull, unitsOfRound } from './round-request.ts'

const talks = definePage({
  path: '/rounds/:roundId/talks',
  params: roundParams,
  query: z.object({
    unitId: id.or(z.literal('')).catch(''),
    status: talkStatus.or(z.literal('')).catch(''),
    late: z.string().optional(),
    unaccounted: z.string().optional(),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
  show: async (request) => {
    const { frame, params, query } = request
    const { unitId, status, page } = query
    const round = await followedRound(request)
    const chosen = { unitId, status, late: query.late === 'true', unaccounted: query.unaccounted === 'true' }
    const asked = {
      ...(unitId && { unitId }),
      ...(status && { status }),
      late: String(chosen.late),
      unaccounted: String(chosen.unaccounted),
      page,
      pageSize: TALKS_AT_ONCE,
    }
    const [found, units] = await Promise.all([
      ask(request, listRoundTalks, { params, query: asked }),
      unitsOfRound(request, round.unitId),
    ])
    return roundTalksPage(frame, {
      round: { ...round, isWatcher: true },
      units,
      chosen,
      ...found,
    })
  },
})

const escalations = definePage({
  path: '/rounds/:roundId/escalations',
  params: roundParams,
  show: async (request) => {
    const round = await followedRound(request)
    const lines = await ask(request, listEscalations, { params: request.params })
    return roundEscalationsPage(request.frame, { round: { ...round, isWatcher: true }, lines })
  },
})

const talkOfRound = z.object({ roundId: id, talkId: id })

const talk = definePage({
  path: '/rounds/:roundId/talks/:talkId',
  params: talkOfRound,
  show: async (request) => {
    const { frame, params } = request
    const { roundId, talkId } = params
    const found = await ask(request, showTalk, { params: { talkId } })
    if (found.round.id !== roundId || !found.standing.isHr) throw notFound()
    const [round, notices] = await Promise.all([
      orNull(followedRound(request)),
      ask(request, listTalkNotices, { params: { talkId } }),
    ])
    return roundTalkPage(frame, { ...found, notices, isRunner: round?.isRunner ?? false })
  },
})

type TalkForm = FormRequest<z.output<typeof talkOfRound>>

const actOn = (
  path: string,
  does: (request: TalkForm) => Promise<unknown>,
  { names = {}, notice = 'talk-outcome-set' }: { names?: Record<string, string>; notice?: NoticeCode } = {},
) =>
  defineForm({
    path: `/rounds/:roundId/talks/:talkId/${path}`,
    page: talk,
    params: talkOfRound,
    names,
    does: async (request) => {
      await does(request)
      const { roundId, talkId } = request.params
      return { to: `/rounds/${roundId}/talks/${talkId}`, notice }
    },
  })

const postponement = actOn('postponement', async (request) => {
  const until = enteredDay(request.entered.text('until')) || null
  await ask(request, postponeTalk, { params: talkOnly(request), body: { until } })
})

const notHeld = actOn(
  'not-held',
  async (request) => {
    const reason = request.entered.text('notHeldReason') as NotHeldReason
    await ask(request, endAsNotHeld, { params: talkOnly(request), body: { reason } })
  },
  { names: { reason: 'notHeldReason' } },
)

const exemption = actOn(
  'exemption',
  async (request) => {
    const reason = request.entered.text('exemptReason') as ExemptReason
    await ask(request, exemptTalk, { params: talkOnly(request), body: { reason } })
  },
  { names: { reason: 'exemptReason' } },
)

const notHeldWithdrawal = actOn(
  'not-held-withdrawal',
  async (request) => {
    await ask(request, withdrawNotHeld, { params: talkOnly(request) })
  },
  { notice: 'not-held-withdrawn' },
)

const withdrawal = actOn(
  'exemption-withdrawal',
  async (request) => {
    await ask(request, withdrawExemption, { params: talkOnly(request) })
  },
  { notice: 'exemption-withdrawn' },
)

function talkOnly({ params }: TalkForm): { talkId: string } {
  return { talkId: params.talkId }
}

export const roundTalkPages = [talks, talk, escalations]
export const roundTalkForms = [postponement, notHeld, notHeldWithdrawal, exemption, withdrawal]
