import { z } from 'zod'
import { accessesOf } from '../../db/accesses.ts'
import { accessStandings, maySeeSharingAccess } from '../../domain/permissions.ts'
import { id, instant } from '../schemas.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { partysTalk } from '../talk-access.ts'
import { talkView } from '../views/talk-schema.ts'
import { freshTalk } from '../views/talk.ts'

export const talkParams = z.object({ talkId: id })

/** What an act is answered with: the talk as it is then, also when the same request comes again. */
export const answersTalk = {
  response: talkView,
  again: (request: SignedInRequest & { params: { talkId: string } }) =>
    freshTalk(request, request.params.talkId),
}

export const showTalk = defineRoute({
  method: 'get',
  path: '/talks/:talkId',
  summary: 'Shows a talk: what has happened, what comes, who acts next, and what the person can do.',
  params: talkParams,
  response: talkView,
  handle: (request) => freshTalk(request, request.params.talkId),
})

export const listAccesses = defineRoute({
  method: 'get',
  path: '/talks/:talkId/accesses',
  summary: 'Lists who has read what of the talk, and why they could, for its two parties.',
  params: talkParams,
  response: z.array(
    z.object({
      name: z.string(),
      onBehalfOf: z.string().nullable(),
      standing: z.enum(accessStandings).nullable(),
      reason: z.string().nullable(),
      what: z.string(),
      at: instant,
    }),
  ),
  handle: async (request) => {
    const { talk, standing } = await partysTalk(request, request.params.talkId)
    const accesses = await accessesOf(request.db, talk.id)
    return accesses.filter(({ what }) => !what.startsWith('shared-') || maySeeSharingAccess(standing))
  },
})

export const talkRoutes = [showTalk, listAccesses]
