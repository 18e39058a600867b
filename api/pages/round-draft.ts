import { z } from 'zod'
import { behaviourNames } from '../../domain/simulation/behaviours.ts'
import { dryRunPage } from '../../web/pages/dry-run.tsx'
import { roundRosterPage } from '../../web/pages/round-roster.tsx'
import { roundTextsPage } from '../../web/pages/round-texts.tsx'
import { rosterLists } from '../../web/texts/round-roster.ts'
import { roundParams } from '../round-schemas.ts'
import { playDryRun } from '../routes/dry-run.ts'
import { showRoster, startDraft } from '../routes/round-acts.ts'
import { changeRound, deleteRound } from '../routes/rounds.ts'
import { day } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage, type FormFields } from './page.ts'
import { oneRound } from './round.ts'
import { runRound } from './round-request.ts'

const roster = definePage({
  path: '/rounds/:roundId/roster',
  params: roundParams,
  query: z.object({
    list: z.enum(rosterLists).catch('talks'),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
  show: async (request) => {
    const round = await runRound(request)
    const { roster: people, elsewhere } = await ask(request, showRoster, { params: request.params })
    return roundRosterPage(request.frame, { round, roster: people, elsewhere, ...request.query })
  },
})

const dryRun = definePage({
  path: '/rounds/:roundId/dry-run',
  params: roundParams,
  query: z.object({
    behaviour: z.enum(behaviourNames).catch('nobody-acts'),
    on: z.string().optional(),
  }),
  show: async (request) => {
    const { frame, params, query } = request
    const on = day.safeDecode(query.on ?? '').data ?? null
    const round = await runRound(request)
    const asked = { behaviour: query.behaviour, ...(on && { on }) }
    const played = await ask(request, playDryRun, { params, query: asked })
    return dryRunPage(frame, { round, behaviour: query.behaviour, on, ...played })
  },
})

const texts = definePage({
  path: '/rounds/:roundId/texts',
  params: roundParams,
  show: async (request) => roundTextsPage(request.frame, await runRound(request)),
})

const writing = defineForm({
  path: '/rounds/:roundId/texts',
  page: texts,
  params: roundParams,
  does: async (request) => {
    const { params, entered } = request
    const body = {
      name: entered.text('name'),
      focusText: entered.text('focusText'),
      orientationText: entered.text('orientationText'),
      links: linksOf(entered),
      committee: entered.text('committee'),
      guidelinesDiscussedOn: enteredDay(entered.text('guidelinesDiscussedOn')) || null,
      recurs: entered.has('recurs'),
    }
    await ask(request, changeRound, { params, body })
    return { to: `/rounds/${params.roundId}`, notice: 'round-saved' }
  },
})

const start = defineForm({
  path: '/rounds/:roundId/start',
  page: oneRound,
  params: roundParams,
  does: async (request) => {
    const { params } = request
    await ask(request, startDraft, { params })
    return { to: `/rounds/${params.roundId}`, notice: 'round-started' }
  },
})

const deletion = defineForm({
  path: '/rounds/:roundId/deletion',
  page: oneRound,
  params: roundParams,
  does: async (request) => {
    await ask(request, deleteRound, { params: request.params })
    return { to: '/rounds', notice: 'round-deleted' }
  },
})

export const roundDraftPages = [roster, dryRun, texts]
export const roundDraftForms = [writing, start, deletion]

/** The links whose address or text was written, in their order. */
function linksOf(entered: FormFields): { label: string; url: string }[] {
  return Array.from({ length: 20 }, (_, index) => ({
    label: entered.text(`links.${index}.label`) || entered.text(`links.${index}.url`),
    url: entered.text(`links.${index}.url`),
  })).filter(({ url }) => url !== '')
}
