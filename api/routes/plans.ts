import { z } from 'zod'
import {
  lastAgreedPlan,
  insertPlanVersion,
  knownActionIds,
  openActionsOf,
  planDraft,
  planVersions,
  replacePlanDraft,
  savePlanDraft,
} from '../../db/plans.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { guardWarnings } from '../../domain/plan/guard.ts'
import { sha256 } from '../../db/sha256.ts'
import { canonicalJson } from '../cause.ts'
import { despiteWarnings, guardWarning, warnBeforeSharing } from '../guard.ts'
import {
  type DraftContent,
  draftContent,
  planContent,
  proposedContent,
  saysTheSame,
  withActionIds,
} from '../plan-content.ts'
import { refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant, party } from '../schemas.ts'
import { act, noteAccess, type PartysTalk, partysTalk, partysTalkToAct } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

/** Who wrote or approved, and the leader whose deputy did. */
const byWhom = { by: z.string().nullable(), onBehalfOf: z.string().nullable() }

const draft = z.object({
  content: draftContent,
  version: z.int(),
  ...byWhom,
  updatedAt: instant,
})

const planVersion = z.object({
  id,
  number: z.int(),
  status: z.enum(['current', 'replaced', 'agreed', 'not-agreed']),
  hash: z.string(),
  content: planContent,
  ...byWhom,
  createdAt: instant,
  approvals: z.array(z.object({ party, ...byWhom, at: instant })),
  comments: z.array(
    z.object({
      kind: z.enum(['returned', 'statement']),
      party,
      ...byWhom,
      text: z.string(),
      at: instant,
    }),
  ),
})

export const showPlan = defineRoute({
  method: 'get',
  path: '/talks/:talkId/plan',
  summary: 'Shows the plan: its draft, and every proposed version with approvals and comments.',
  params: talkParams,
  response: z.object({
    /** Null until the first save: then save with version 0. */
    draft: draft.nullable(),
    /** Newest first. */
    versions: z.array(planVersion),
  }),
  handle: async (request) => {
    const seen = await partysTalk(request, request.params.talkId)
    await noteAccess(request, seen, 'plan')
    const { id: talkId } = seen.talk
    return {
      draft: await planDraft<DraftContent>(request.db, talkId),
      versions: (await planVersions(request.db, talkId)).map((version) => ({
        ...version,
        approvals: [...version.approvals],
        comments: [...version.comments],
      })),
    }
  },
})

export const showSinceLast = defineRoute({
  method: 'get',
  path: '/talks/:talkId/since-last',
  summary: "Shows the plan that was agreed last, in an earlier talk, and the employee's open actions.",
  params: talkParams,
  response: z.object({
    plan: planContent.nullable(),
    openActions: z.array(z.object({ id, what: z.string(), owner: party, dueOn: day })),
  }),
  handle: async (request) => {
    const seen = await partysTalk(request, request.params.talkId)
    const plan = await lastAgreedPlan(request.db, seen.talk)
    if (plan !== null) await noteAccess(request, seen, 'previous-plan')
    const openActions = await openActionsOf(request.db, seen.talk.employmentId)
    if (openActions.length > 0 && seen.party === 'leader') await noteAccess(request, seen, 'actions')
    return { plan: plan?.content ?? null, openActions }
  },
})

export const keepPlanDraft = defineRoute({
  method: 'put',
  path: '/talks/:talkId/plan/draft',
  summary: 'Saves the draft over the version the writer saw; a save in between is answered with both.',
  params: talkParams,
  body: z.object({ version: z.int().min(0), content: draftContent }),
  response: z.object({
    version: z.int(),
    /** What does not belong in it: the other reads the draft as it is saved, so that nothing waits for an answer. */
    warnings: z.array(guardWarning),
  }),
  remembered: false,
  handle: async (request) => {
    const seen = await partysTalk(request, request.params.talkId)
    const version = await saveDraft(request, seen, request.body)
    return { version, warnings: guardWarnings(request.body.content) }
  },
})

export const proposePlan = defineRoute({
  method: 'post',
  path: '/talks/:talkId/plan-versions',
  summary: "Proposes a version for both to approve, which is its author's own approval.",
  params: talkParams,
  body: z.object({ content: proposedContent, despiteWarnings }),
  ...answersTalk,
  status: 201,
  handle: async (request) => {
    const seen = await partysTalkToAct(request, request.params.talkId, 'propose-plan')
    warnBeforeSharing(request.body.content, request.body.despiteWarnings)
    await propose(request, seen, request.body.content)
    return freshTalk(request, seen.talk.id)
  },
})

export const planRoutes = [showPlan, showSinceLast, keepPlanDraft, proposePlan]

async function saveDraft(
  request: SignedInRequest,
  seen: PartysTalk,
  { version, content }: { version: number; content: DraftContent },
): Promise<number> {
  const { db, person, now } = request
  const { talk, standing } = seen
  const saved = await savePlanDraft(db, {
    talkId: talk.id,
    content,
    version,
    byPersonId: person.personId,
    onBehalfOf: standing.onBehalfOf,
    at: now,
  })
  if (saved !== null) return saved
  const stored = await planDraft<DraftContent>(db, talk.id)
  // The same words once more, such as a save whose answer was lost: nothing of it is missing.
  if (stored !== null && saysTheSame(stored.content, content)) return stored.version
  if (stored !== null) await noteAccess(request, seen, 'plan')
  throw refused(
    'changed-meanwhile',
    {
      da: 'Udkastet er gemt fra et andet sted i mellemtiden. Vælg, hvad der skal gælde.',
      en: 'The draft was saved from another place meanwhile. Choose which to keep.',
    },
    {
      yours: { version, content },
      stored: stored && { ...stored, updatedAt: new Date(stored.updatedAt).toISOString() },
    },
  )
}

/** The version is written first, never to change; the rules then make it the current one and void approvals. */
async function propose(
  request: SignedInRequest,
  seen: PartysTalk,
  proposed: z.output<typeof proposedContent>,
): Promise<void> {
  const { db, person, now, cause } = request
  const { talk, party: author, standing } = seen
  const versionId = derivedId('plan-version', talk.id, cause.decisionId)
  const content = withActionIds(proposed, versionId, await knownActionIds(db, talk.id))
  const hash = sha256(canonicalJson(content))
  const writer = { byPersonId: person.personId, onBehalfOf: standing.onBehalfOf }
  await insertPlanVersion(db, { id: versionId, talkId: talk.id, content, hash, ...writer, createdAt: now })
  const actions = content.actions.map(({ id: actionId, owner, dueOn }) => ({ id: actionId, owner, dueOn }))
  await act(request, seen, { type: 'propose-plan', party: author, versionId, hash, actions })
  await replacePlanDraft(db, { talkId: talk.id, content, ...writer, at: now })
}
