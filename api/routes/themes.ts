import { z } from 'zod'
import { replaceThemes, themesOf } from '../../db/follow-up.ts'
import { mayTagThemes } from '../../domain/permissions.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { talkWhere } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const themes = z.object({ themes: z.array(z.string()) })

export const showThemes = defineRoute({
  method: 'get',
  path: '/talks/:talkId/themes',
  summary:
    'Lists the themes that the person has tagged the talk with as its leader; others meet them counted.',
  params: talkParams,
  response: themes,
  handle: (request) => themesNow(request, request.params.talkId),
})

export const tagThemes = defineRoute({
  method: 'put',
  path: '/talks/:talkId/themes',
  summary: 'Tags the held talk with themes for the common feedback to the team.',
  params: talkParams,
  body: z.object({
    themes: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(8),
    despiteWarnings,
  }),
  response: themes,
  handle: async (request) => {
    const { db, params, body, person } = request
    const { talk } = await talkWhere(request, params.talkId, mayTagThemes)
    if (talk.state.heldOn === null) throw notHeld()
    const before = await themesOf(db, talk.id, person.personId)
    warnBeforeSharing({ themes: body.themes }, body.despiteWarnings, { themes: before })
    await replaceThemes(db, talk, person.personId, [...new Set(body.themes)])
    return { themes: await themesOf(db, talk.id, person.personId) }
  },
  again: (request) => themesNow(request, request.params.talkId),
})

export const themeRoutes = [showThemes, tagThemes]

async function themesNow(request: SignedInRequest, talkId: string): Promise<z.output<typeof themes>> {
  const { talk } = await talkWhere(request, talkId, mayTagThemes)
  return { themes: await themesOf(request.db, talk.id, request.person.personId) }
}

function notHeld() {
  return refused('not-held-yet', {
    da: 'Temaer kan sættes på, når samtalen er holdt.',
    en: 'Themes can be tagged once the talk was held.',
  })
}
