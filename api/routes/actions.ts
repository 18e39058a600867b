import { z } from 'zod'
import { talkOfAction } from '../../db/follow-up.ts'
import { mayReportAction } from '../../domain/permissions.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id } from '../schemas.ts'
import { act, partysTalkToAct } from '../talk-access.ts'
import { talkView } from '../views/talk-schema.ts'
import { freshTalk } from '../views/talk.ts'

export const reportAction = defineRoute({
  method: 'post',
  path: '/actions/:actionId/report',
  summary: 'The owner reports on an action: done, a new date, cannot be done, or has no effect.',
  params: z.object({ actionId: id }),
  body: z.discriminatedUnion('report', [
    z.object({ report: z.enum(['done', 'cannot', 'no-effect']) }),
    z.object({ report: z.literal('new-date'), dueOn: day }),
  ]),
  response: talkView,
  again: async (request) => freshTalk(request, await talkWith(request, request.params.actionId)),
  handle: async (request) => {
    const { actionId } = request.params
    const talkId = await talkWith(request, actionId)
    const seen = await partysTalkToAct(request, talkId, 'report-action')
    const action = seen.talk.state.actions.find((candidate) => candidate.id === actionId)
    if (action !== undefined && !mayReportAction(seen.standing, action.owner)) throw notFound()
    const { body } = request
    const dueOn = body.report === 'new-date' ? body.dueOn : null
    await act(request, seen, { type: 'report-action', actionId, report: body.report, dueOn })
    return freshTalk(request, talkId)
  },
})

export const actionRoutes = [reportAction]

/** The talk that reminds about the action now (R9.3). */
async function talkWith({ db }: SignedInRequest, actionId: string): Promise<string> {
  const talkId = await talkOfAction(db, actionId)
  if (talkId === null) throw notFound()
  return talkId
}
