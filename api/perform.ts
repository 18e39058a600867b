import { z } from 'zod'
import { answeredRequest, type KeyedRequest, rememberAnswer } from '../db/answered-requests.ts'
import { noteRequest } from '../db/audit.ts'
import { sha256 } from '../db/sha256.ts'
import type { SignedInBegun } from './begin.ts'
import { causeOf } from './cause.ts'
import { readInput } from './input.ts'
import { keyReused } from './problem.ts'
import type { OpenRequest } from './request.ts'
import type { Route, RouteRequest } from './route.ts'

/** Who asks, before anything of what they sent is read. */
export type Begun = OpenRequest | SignedInBegun

/** What was sent, as it came. */
export interface Incoming {
  /** 'POST /api/v1/talks/…': the same person, address and key are the same request. */
  readonly address: string
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  /** Empty where the route takes no file. */
  readonly file: Uint8Array
  readonly cookies: Readonly<Record<string, string>>
  readonly setHeader: (name: string, value: string) => void
}

/**
 * Reads what was sent, and does it once: a request that was answered under its key is answered again without being
 * done. The answer is as on the wire. Throws Problem.
 */
export async function perform(route: Route, begun: Begun, incoming: Incoming): Promise<unknown> {
  const request = readRequest(route, begun, incoming)
  const keyed: KeyedRequest | null =
    route.remembered && request.idempotencyKey !== null
      ? { ...request.cause, route: incoming.address, key: request.idempotencyKey }
      : null
  const stored = keyed && (await answeredRequest(request.db, keyed))
  if (stored && stored.requestHash !== request.cause.requestHash) throw keyReused()
  if (stored) return route.again ? onTheWire(route, await route.again(request)) : stored.body
  const body = onTheWire(route, await route.handle(request))
  if (route.noted) await noteChange(request, incoming.address)
  if (keyed !== null) {
    const kept = { status: route.status, body: route.again ? null : body }
    await rememberAnswer(request.db, keyed, kept, await request.realTime.now())
  }
  return body
}

/** That something was changed, and by whom, in the chain of the talk or round, else of the person who asked (R15.2). */
async function noteChange(request: RouteRequest, address: string): Promise<void> {
  const { db, cause, person, acting, tokenId, now, params } = request
  const { talkId = null, roundId = null } = (params ?? {}) as { talkId?: string; roundId?: string }
  await noteRequest(db, cause.decisionId, {
    subject: talkId ?? roundId ?? person.personId,
    talkId,
    event: tokenId === null ? `request/${address}` : `request/${address} service-token/${tokenId}`,
    at: now,
    byPersonId: person.personId,
    onBehalfOf: acting.onBehalfOf,
  })
}

/** The request with every part read by the route's schemas; throws a 422 that names each wrong place. */
export function readRequest(route: Route, begun: Begun, incoming: Incoming): RouteRequest {
  const { address, params, query, body, file, cookies, setHeader } = incoming
  const { language } = begun
  const sent = {
    params: route.params && readInput(route.params, params, 'params', language),
    query: route.query && readInput(route.query, query, 'query', language),
    body: route.body && readInput(route.body, body ?? {}, 'body', language),
  }
  const hashed = { query, body: route.takesFile ? sha256(file) : (body ?? null) }
  const cause =
    'person' in begun
      ? causeOf(begun.person.personId, address, begun.idempotencyKey, hashed)
      : causeOf('', address, null, hashed)
  const whoever = begun as SignedInBegun
  return { ...whoever, ...sent, file, cause, acting: { onBehalfOf: null }, cookies, setHeader }
}

/** The schema drops every member that it does not name. */
function onTheWire(route: Route, result: unknown): unknown {
  return route.response === null ? result : z.encode(route.response, result)
}
