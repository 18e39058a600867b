import { planDraftPage } from '../../web/pages/plan-draft.tsx'
import { mayDraft, planPaths } from '../../web/plan-view.ts'
import type { WrittenPlan } from '../../web/plan-changes.ts'
import type { z } from 'zod'
import { type DraftContent, type proposedContent, saysTheSame } from '../plan-content.ts'
import { notFound } from '../problem.ts'
import { keepPlanDraft, proposePlan, showPlan, showSinceLast } from '../routes/plans.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { ask, defineForm, definePage, type Done, type FormRequest, readFields } from './page.ts'
import {
  type EnteredPlan,
  enteredPlan,
  merged,
  type RowPart,
  rowParts,
  trainingNames,
  withoutBlanks,
  withoutRow,
  withRoom,
  withRow,
} from './plan-fields.ts'

const nothing: EnteredPlan = {
  goals: [],
  actions: [],
  notDoing: [],
  plannedTraining: [],
  completedTraining: [],
}

const planDraft = definePage({
  path: '/talks/:talkId/plan/draft',
  params: talkParams,
  show: async (request) => {
    const { params, frame, problem } = request
    const [talk, { draft }, sinceLast] = await Promise.all([
      ask(request, showTalk, { params }),
      ask(request, showPlan, { params }),
      ask(request, showSinceLast, { params }),
    ])
    if (!mayDraft(talk) && frame.sent === null) throw notFound()
    const typed = frame.sent && enteredPlan(readFields(frame.sent.entered))
    const seen = Number(frame.sent?.entered.version ?? 0)
    const isConflict = problem?.code === 'changed-meanwhile'
    // What was typed may have been saved on the way to a refusal; then a save goes on from there.
    const isKept = typed !== null && draft !== null && saysTheSame(draft.content, typed as DraftContent)
    const isSeen = typed === null || isConflict || isKept
    return planDraftPage(frame, {
      talk,
      draft,
      written: withRoom(typed ?? draft?.content ?? nothing) as WrittenPlan,
      version: isSeen ? (draft?.version ?? 0) : seen,
      isConflict,
      sinceLast,
    })
  },
})

const draftForm = defineForm({
  path: '/talks/:talkId/plan/draft',
  page: planDraft,
  params: talkParams,
  names: trainingNames,
  does: (request) => {
    const [what, part, place] = request.entered.text('do').split('.')
    const row = rowParts.find((candidate) => candidate === part)
    if (what === 'add' && row) return add(request, row)
    if (what === 'remove' && row) return remove(request, row, Number(place))
    if (what === 'merge') return merge(request)
    if (what === 'propose') return propose(request)
    return save(request)
  },
})

type DraftRequest = FormRequest<{ talkId: string }>

async function save(request: DraftRequest): Promise<Done> {
  const version = await keep(request, enteredPlan(request.entered))
  return { to: planPaths(request.params.talkId).draft, notice: 'draft-saved', fields: { version } }
}

/** What was typed is saved first, so that a row more or less loses nothing of it. */
async function add(request: DraftRequest, part: RowPart): Promise<Done> {
  const entered = enteredPlan(request.entered)
  const version = await keep(request, entered)
  await keep(request, withRow(entered, part), version)
  return { to: `${planPaths(request.params.talkId).draft}#${part}-${entered[part].length}` }
}

async function remove(request: DraftRequest, part: RowPart, place: number): Promise<Done> {
  const entered = enteredPlan(request.entered)
  const version = await keep(request, entered)
  await keep(request, withoutRow(entered, part, place), version)
  return { to: `${planPaths(request.params.talkId).draft}#${part}` }
}

/** Over the version that was shown beside one's own. */
async function merge(request: DraftRequest): Promise<Done> {
  const { params, entered } = request
  const { draft } = await ask(request, showPlan, { params })
  await keep(request, merged(enteredPlan(entered), draft?.content ?? nothing))
  return { to: planPaths(params.talkId).draft, notice: 'draft-saved' }
}

async function propose(request: DraftRequest): Promise<Done> {
  const { params, entered, despiteWarnings } = request
  const written = enteredPlan(entered)
  await keep(request, written)
  await withoutBlanks(written, (content) =>
    ask(request, proposePlan, {
      params,
      body: { content: content as z.input<typeof proposedContent>, despiteWarnings },
    }),
  )
  return { to: planPaths(params.talkId).plan, notice: 'plan-proposed' }
}

async function keep(request: DraftRequest, content: EnteredPlan, over?: number): Promise<number> {
  const { params, entered } = request
  const version = over ?? Number(entered.text('version'))
  return (await ask(request, keepPlanDraft, { params, body: { version, content } })).version
}

export const planDraftPages = [planDraft]
export const planDraftForms = [draftForm]
