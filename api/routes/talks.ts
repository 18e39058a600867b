import { z } from 'zod'
import { accessesOf } from '../../db/accesses.ts'
import { id, instant } from '../schemas.ts'
import { defineRoute } from '../route.ts'
import { partysTalk, seenTalk } from '../talk-access.ts'
import { talkView } from '../views/talk-schema.ts'
import { talkViewOf } from '../views/talk.ts'

export const talkParams = z.object({ talkId: id })

export const talkRoutes = [
  defineRoute({
    method: 'get',
    path: '/talks/:talkId',
    summary: 'Shows a talk: what has happened, what comes, who acts next, and what the person can do.',
    params: talkParams,
    response: talkView,
    handle: async (request) => talkViewOf(request, await seenTalk(request, request.params.talkId)),
  }),
  defineRoute({
    method: 'get',
    path: '/talks/:talkId/accesses',
    summary: 'Lists who has read what of the talk, for its two parties.',
    params: talkParams,
    response: z.array(
      z.object({ name: z.string(), onBehalfOf: z.string().nullable(), what: z.string(), at: instant }),
    ),
    handle: async (request) => {
      const { talk } = await partysTalk(request, request.params.talkId)
      return accessesOf(request.db, talk.id)
    },
  }),
]
