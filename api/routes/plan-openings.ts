import { z } from 'zod'
import { lastingOpening, openPlan, planOpenings } from '../../db/plan-openings.ts'
import { planVersions } from '../../db/plans.ts'
import { recordAccess } from '../../db/accesses.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayOpenPlan } from '../../domain/permissions.ts'
import { openUntil } from '../../domain/plan/opening.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { planContent } from '../plan-content.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { instant, text } from '../schemas.ts'
import { partysTalk, type SeenTalk, seenTalk } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const lasting = z.object({ openedAt: instant, untilAt: instant })

export const openThePlan = defineRoute({
  method: 'post',
  path: '/talks/:talkId/plan-openings',
  summary:
    'Opens the plan for a day and a night, for HR with the right to it; both parties are told and read why.',
  params: talkParams,
  body: z.object({ reason: text.min(1).max(2_000), despiteWarnings }),
  response: lasting,
  status: 201,
  remembered: false,
  handle: async (request) => {
    const { db, person, cause, now, params, body } = request
    const { talk } = await talkToOpen(request, params.talkId)
    const already = await lastingOpening(db, talk.id, person.personId, now)
    if (already !== null) return already
    warnBeforeSharing({ reason: body.reason }, body.despiteWarnings)
    const order = { talkId: talk.id, byPersonId: person.personId, reason: body.reason }
    const opening = { ...order, openedAt: now, untilAt: openUntil(now) }
    await openPlan(db, { ...opening, id: derivedId('plan-opening', talk.id, cause.decisionId) })
    return opening
  },
})

export const readOpenedPlan = defineRoute({
  method: 'get',
  path: '/talks/:talkId/opened-plan',
  summary:
    'Shows a plan that was opened, to whoever opened it and while it lasts; each reading stands in the access log.',
  params: talkParams,
  response: z.object({ opening: lasting.nullable(), plan: planContent.nullable() }),
  handle: async (request) => {
    const { db, person, now, params } = request
    const { talk } = await talkToOpen(request, params.talkId)
    const opening = await lastingOpening(db, talk.id, person.personId, now)
    if (opening === null) return { opening, plan: null }
    await recordAccess(db, {
      talkId: talk.id,
      personId: person.personId,
      onBehalfOf: null,
      standing: 'break-glass',
      openingId: opening.id,
      what: 'plan',
      at: now,
    })
    const [newest] = await planVersions(db, talk.id)
    return { opening, plan: newest?.content ?? null }
  },
})

export const listPlanOpenings = defineRoute({
  method: 'get',
  path: '/talks/:talkId/plan-openings',
  summary: 'Lists each time the plan was opened, by whom and why, for its two parties.',
  params: talkParams,
  response: z.array(lasting.extend({ by: z.string().nullable(), reason: z.string() })),
  handle: async (request) => {
    const { talk } = await partysTalk(request, request.params.talkId)
    return planOpenings(request.db, talk.id)
  },
})

export const planOpeningRoutes = [openThePlan, readOpenedPlan, listPlanOpenings]

/** The talk, for whoever may open its plan; for all others it does not exist. */
async function talkToOpen(request: SignedInRequest, talkId: string): Promise<SeenTalk> {
  const seen = await seenTalk(request, talkId)
  if (!mayOpenPlan(request.person, seen.standing, seen.talk.unitId)) throw notFound()
  return seen
}
