import { z } from 'zod'
import { materialNames } from '../../domain/material/material.ts'
import { materialPage } from '../../web/pages/material.tsx'
import { orientationPage } from '../../web/pages/orientation.tsx'
import { notFound } from '../problem.ts'
import { showOrientation } from '../routes/local-orientation.ts'
import { listTalkMaterials } from '../routes/materials.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { ask, definePage } from './page.ts'

const orientation = definePage({
  path: '/talks/:talkId/orientation',
  params: talkParams,
  show: async (request) => {
    const { params, frame } = request
    const shown = await ask(request, showOrientation, { params })
    const { appointment, dates, standing } = await ask(request, showTalk, { params })
    const isInvited = appointment !== null || dates.heldOn !== null
    const inviteDueOn = isInvited ? null : dates.inviteDueOn
    return orientationPage(frame, {
      ...shown,
      talkId: params.talkId,
      onBehalfOf: standing.onBehalfOf,
      inviteDueOn,
    })
  },
})

const material = definePage({
  path: '/talks/:talkId/materials/:name',
  params: talkParams.extend({ name: z.enum(materialNames) }),
  query: z.object({ start: z.coerce.number().int().min(0).optional().catch(undefined) }),
  show: async (request) => {
    const { params, query, frame } = request
    const { talkId, name } = params
    const materials = await ask(request, listTalkMaterials, { params: { talkId } })
    const found = materials.find((one) => one.material === name)
    if (found === undefined) throw notFound()
    const { standing } = await ask(request, showTalk, { params: { talkId } })
    const others = materials.map((one) => one.material).filter((other) => other !== name && isRead(other))
    return materialPage(frame, {
      talkId,
      onBehalfOf: standing.onBehalfOf,
      name,
      content: found.content,
      others,
      start: query.start ?? null,
    })
  },
})

/** Others have pages of their own, where they are written. */
function isRead(name: (typeof materialNames)[number]): boolean {
  return !['orientation', 'preparation-sheet', 'leader-preparation'].includes(name)
}

export const materialPages = [orientation, material]
