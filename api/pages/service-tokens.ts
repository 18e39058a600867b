import { z } from 'zod'
import { topUnits } from '../../db/units.ts'
import { mayGovernTokens, mayHaveTokens, type TokenScope } from '../../domain/permissions.ts'
import { serviceTokenMadePage, serviceTokensPage } from '../../web/pages/service-tokens.tsx'
import { listServiceTokens, makeServiceToken, revokeServiceToken } from '../routes/service-tokens.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'

const serviceTokens = definePage({
  path: '/service-tokens',
  show: async (request) => {
    const { frame, db, person } = request
    return serviceTokensPage(frame, {
      tokens: await ask(request, listServiceTokens),
      canMake: mayHaveTokens(person),
      isForAll: mayGovernTokens(person, await topUnits(db)),
    })
  },
})

const making = defineForm({
  path: '/service-tokens',
  page: serviceTokens,
  does: async (request) => {
    const { entered } = request
    const name = entered.text('name')
    const made = await ask(request, makeServiceToken, {
      body: { name, scopes: entered.all('scopes') as TokenScope[], days: Number(entered.text('days')) },
    })
    return { page: (frame) => serviceTokenMadePage(frame, { name, ...made }) }
  },
})

const revoking = defineForm({
  path: '/service-tokens/:tokenId/revocation',
  page: serviceTokens,
  params: z.object({ tokenId: id }),
  does: async (request) => {
    await ask(request, revokeServiceToken, { params: request.params })
    return { to: '/service-tokens', notice: 'service-token-revoked' }
  },
})

export const serviceTokenPages = [serviceTokens]
export const serviceTokenForms = [making, revoking]
