import { z } from 'zod'
import {
  insertToken,
  listTokens,
  replaceSecret,
  revokeToken,
  type ServiceToken,
  tokenById,
} from '../../db/service-tokens.ts'
import { signedInPerson } from '../../db/signed-in.ts'
import { topUnits } from '../../db/units.ts'
import { DAY } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import {
  mayGovernTokens,
  mayHaveTokens,
  mayRevokeToken,
  tokenScopes,
  type Who,
} from '../../domain/permissions.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant, line } from '../schemas.ts'
import { newSecret, tokenState, tokenStates } from '../service-token.ts'

const scopes = z.array(z.enum(tokenScopes))

const serviceToken = z.object({
  id,
  name: z.string(),
  personName: z.string().meta({ description: 'Its maker, for whom it acts' }),
  isOwn: z.boolean(),
  scopes,
  state: z.enum(tokenStates).meta({ description: '`unfounded` while its maker is not of HR, or has left' }),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  lastUsedOn: day.nullable(),
})

export const listServiceTokens = defineRoute({
  method: 'get',
  path: '/service-tokens',
  summary:
    "Lists the person's service tokens, and everybody's to an administrator of everything, newest first.",
  response: z.array(serviceToken),
  handle: async (request) => {
    const { db, person } = request
    const isForAll = mayGovernTokens(person, await topUnits(db))
    if (!isForAll && !mayHaveTokens(person)) throw notFound()
    const tokens = await listTokens(db, isForAll ? 'everybody' : { personId: person.personId })
    return shown(request, tokens)
  },
})

export const makeServiceToken = defineRoute({
  method: 'post',
  path: '/service-tokens',
  summary: 'Makes a service token for an HR system; this answer alone holds the token itself.',
  body: z.strictObject({
    name: line.min(1).meta({ description: 'What it is for' }),
    scopes: scopes.min(1),
    days: z.int().min(1).max(365).default(90).meta({ description: 'How long it is valid' }),
  }),
  response: z.object({ id, token: z.string(), expiresAt: instant }),
  status: 201,
  handle: async (request) => {
    const { db, body, person, now, realTime } = request
    if (!mayHaveTokens(person)) throw notFound()
    const { secret, tokenHash } = newSecret()
    const createdAt = await realTime.now()
    const expiresAt = createdAt + body.days * DAY
    const { name } = body
    const made = {
      id: tokenIdOf(request),
      personId: person.personId,
      name,
      scopes: tokenScopes.filter((scope) => body.scopes.includes(scope)),
      tokenHash,
      createdAt,
      expiresAt,
    }
    const isNew = await db.$transaction((tx) => insertToken(tx, made, now))
    return isNew ? { id: made.id, token: secret, expiresAt } : tellAgain(request)
  },
  again: (request) => tellAgain(request),
})

export const revokeServiceToken = defineRoute({
  method: 'delete',
  path: '/service-tokens/:tokenId',
  summary: 'Revokes a service token: from now on it is good for nothing.',
  params: z.object({ tokenId: id }),
  handle: async (request) => {
    const { db, params, person, now, realTime } = request
    const token = await tokenById(db, params.tokenId)
    if (token === null || !mayRevokeToken(person, token, await topUnits(db))) throw notFound()
    const order = { id: token.id, revokedAt: await realTime.now(), byPersonId: person.personId, at: now }
    await db.$transaction((tx) => revokeToken(tx, order))
  },
})

export const serviceTokenRoutes = [listServiceTokens, makeServiceToken, revokeServiceToken]

function tokenIdOf({ cause }: SignedInRequest): string {
  return derivedId('service-token', cause.decisionId)
}

/** The secret is kept nowhere: whoever lost the first answer gets another one, until a program has used it. */
async function tellAgain(request: SignedInRequest) {
  const { db } = request
  const { secret, tokenHash } = newSecret()
  const token = await tokenById(db, tokenIdOf(request))
  if (token === null || !(await replaceSecret(db, token.id, tokenHash))) throw toldAlready()
  return { id: token.id, token: secret, expiresAt: token.expiresAt }
}

function toldAlready() {
  return refused('service-token-told', {
    da: 'Adgangsnøglen er lavet og vises ikke igen. Kald den tilbage, og lav en ny, hvis den er blevet væk.',
    en: 'The service token is made and is not shown again. Revoke it and make a new one if it is lost.',
  })
}

/** Each with what it is good for today. */
async function shown({ db, person, today, realTime }: SignedInRequest, tokens: readonly ServiceToken[]) {
  const at = await realTime.now()
  const makers = new Map<string, Who | null>()
  for (const { personId } of tokens)
    if (!makers.has(personId)) makers.set(personId, await signedInPerson(db, personId, today))
  return tokens.map((token) => ({
    ...token,
    isOwn: token.personId === person.personId,
    scopes: [...token.scopes],
    state: tokenState(token, makers.get(token.personId) ?? null, at),
  }))
}
