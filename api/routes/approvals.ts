import { z } from 'zod'
import {
  insertPlanComment,
  insertPlanVersion,
  notAgreedVersion,
  type PlanCommentRow,
  planVersions,
  versionContent,
  writeStatement,
} from '../../db/plans.ts'
import type { Tx } from '../../db/client.ts'
import { lockTalk } from '../../db/record-talk.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { isAwaitingStatements } from '../../domain/talk/filing.ts'
import { refuse } from '../../domain/talk/refusals.ts'
import { sha256 } from '../../db/sha256.ts'
import { canonicalJson } from '../cause.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { refused } from '../problem.ts'
import { refusalSentences } from '../refusal-sentences.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id, text } from '../schemas.ts'
import { act, type PartysTalk, partysTalkToAct } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

export const versionParams = talkParams.extend({ versionId: id })

export const approvePlan = defineRoute({
  method: 'post',
  path: '/talks/:talkId/plan-versions/:versionId/approval',
  summary: 'Approves a version, named by the hash of what was read.',
  params: versionParams,
  body: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), despiteWarnings }),
  ...answersTalk,
  handle: async (request) => {
    const { talkId, versionId } = request.params
    const { hash, despiteWarnings: despite } = request.body
    const seen = await partysTalkToAct(request, talkId, 'approve-plan')
    // Approved, it is filed.
    warnBeforeSharing(await versionContent(request.db, talkId, versionId), despite)
    await act(request, seen, { type: 'approve-plan', party: seen.party, versionId, hash })
    return freshTalk(request, talkId)
  },
})

export const returnPlan = defineRoute({
  method: 'post',
  path: '/talks/:talkId/plan-versions/:versionId/return',
  summary: 'Returns a version to its author with a comment.',
  params: versionParams,
  body: z.object({ comment: text.min(1), despiteWarnings }),
  ...answersTalk,
  handle: async (request) => {
    const { params, body, now, person, cause } = request
    const seen = await partysTalkToAct(request, params.talkId, 'return-plan')
    warnBeforeSharing({ comment: body.comment }, body.despiteWarnings)
    await act(request, seen, { type: 'return-plan', party: seen.party, versionId: params.versionId })
    await insertPlanComment(request.db, {
      id: derivedId('plan-comment', cause.decisionId),
      planVersionId: params.versionId,
      kind: 'returned',
      party: seen.party,
      text: body.comment,
      byPersonId: person.personId,
      onBehalfOf: seen.standing.onBehalfOf,
      at: now,
    })
    return freshTalk(request, params.talkId)
  },
})

export const endPlanNotAgreed = defineRoute({
  method: 'post',
  path: '/talks/:talkId/plan/not-agreed',
  summary: 'Ends the drafting as not agreed; both may write a statement.',
  params: talkParams,
  body: z.object({ statement: text.default(''), despiteWarnings }),
  ...answersTalk,
  handle: async (request) => {
    const { statement, despiteWarnings: despite } = request.body
    const seen = await partysTalkToAct(request, request.params.talkId, 'end-plan-not-agreed')
    const { plan, policy, journaling } = seen.talk.state
    const willBeFiled = policy.fileNotAgreed && journaling !== 'off'
    const filed = willBeFiled ? await filedWith(request, seen, plan?.current?.id) : {}
    warnBeforeSharing({ statement, ...filed }, despite)
    await act(request, seen, { type: 'end-plan-not-agreed', party: seen.party, stated: statement !== '' })
    if (statement !== '') await request.db.$transaction(async (tx) => state(tx, request, seen, statement))
    return freshTalk(request, seen.talk.id)
  },
})

export const writePlanStatement = defineRoute({
  method: 'put',
  path: '/talks/:talkId/plan/statement',
  summary: "Writes the person's own statement on a plan that was not agreed.",
  params: talkParams,
  body: z.object({ statement: text.min(1), despiteWarnings }),
  handle: async (request) => {
    const { statement, despiteWarnings: despite } = request.body
    const { db, cause, now } = request
    const seen = await partysTalkToAct(request, request.params.talkId, 'write-statement')
    const wanted = { type: 'write-statement', party: seen.party } as const
    const toFile = seen.talk.state.filings.findLast(isAwaitingStatements)
    warnBeforeSharing({ statement, ...(await filedWith(request, seen, toFile?.versionId)) }, despite)
    // Written before the rules hear of it, which then file it; while the talk's row is held nothing begins to be filed.
    await db.$transaction(async (tx) => {
      const recorded = (await lockTalk(tx, seen.talk.id))?.snapshot ?? seen.talk.state
      if (recorded.processed.includes(cause.decisionId)) return
      const refusal = refuse(recorded, wanted, now)
      if (refusal !== null) throw refused(refusal.code, refusalSentences(refusal.code))
      await state(tx, request, seen, statement)
    })
    await act(request, seen, wanted)
  },
})

export const approvalRoutes = [approvePlan, returnPlan, endPlanNotAgreed, writePlanStatement]

/** What goes into the personnel file beside the statement that is being written: the version, and the other's statement. */
async function filedWith(
  { db }: SignedInRequest,
  { talk, party }: PartysTalk,
  versionId: string | undefined,
): Promise<object> {
  const version = (await planVersions(db, talk.id)).find(({ id: candidate }) => candidate === versionId)
  if (version === undefined) return {}
  const isOthers = (comment: PlanCommentRow) => comment.kind === 'statement' && comment.party !== party
  return { version: version.content, othersStatement: version.comments.find(isOthers)?.text ?? '' }
}

async function state(
  tx: Tx,
  { person, now }: SignedInRequest,
  { talk, party, standing }: PartysTalk,
  statement: string,
): Promise<void> {
  const planVersionId = (await notAgreedVersion(tx, talk.id)) ?? (await emptyVersion(tx, talk.id, now))
  const writer = { byPersonId: person.personId, onBehalfOf: standing.onBehalfOf }
  await writeStatement(tx, { planVersionId, party, text: statement, ...writer, at: now })
}

/** Where drafting ended before anything was proposed, the statements stand on an empty version. */
async function emptyVersion(tx: Tx, talkId: string, now: Instant): Promise<string> {
  const versionId = derivedId('plan-version', talkId, 'not-agreed')
  const content = { goals: [], actions: [], notDoing: [], plannedTraining: [], completedTraining: [] }
  await insertPlanVersion(tx, {
    id: versionId,
    talkId,
    content,
    hash: sha256(canonicalJson(content)),
    byPersonId: null,
    onBehalfOf: null,
    createdAt: now,
    ended: true,
  })
  return versionId
}
