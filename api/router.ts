import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { answeredRequest, type KeyedRequest, rememberAnswer } from '../db/answered-requests.ts'
import { signedInPerson } from '../db/signed-in.ts'
import { causeOf, sha256 } from './cause.ts'
import type { AppContext } from './context.ts'
import { languageAsked } from './errors.ts'
import { readInput } from './input.ts'
import { keyReused, signedOut } from './problem.ts'
import type { OpenRequest, SignedInRequest } from './request.ts'
import type { FileAnswer, Route, RouteRequest } from './route.ts'
import { personOfSession, readCookies } from './session.ts'

/** A people file of a large municipality is about a megabyte. */
const LARGEST_FILE = '20mb'
/** A long plan is about fifty kilobytes. */
const LARGEST_JSON = '512kb'

/** The routes as an express router, to be mounted at /api/v1. */
export function createRouter(context: AppContext, routes: readonly Route[]): Router {
  const router = Router()
  const readers = {
    file: express.raw({ type: () => true, limit: LARGEST_FILE }),
    json: express.json({ limit: LARGEST_JSON, type: ['application/json', 'application/*+json'] }),
  }
  for (const route of routes) {
    const admit = async (req: Request, res: Response, next: NextFunction) => {
      res.locals.request = await requestOf(context, route, req, res)
      next()
    }
    const answerRequest = (req: Request, res: Response) => answer(route, req, res)
    // Nobody's body is read before we know who sends it.
    router[route.method](route.path, admit, route.takesFile ? readers.file : readers.json, answerRequest)
  }
  return router
}

/** Who asks, in which language, at what time. */
async function requestOf(
  context: AppContext,
  route: Route,
  req: Request,
  res: Response,
): Promise<OpenRequest | Omit<SignedInRequest, 'cause'>> {
  const now = await context.clock.now()
  const today = context.localTime(now).on
  const language = languageAsked(req.headers['accept-language'], context.config.defaultLanguage)
  const open: OpenRequest = { ...context, log: req.log, language, now, today }
  if (!route.signedIn) return open
  const personId = await personOfSession(context, readCookies(req.headers.cookie))
  const person = personId === null ? null : await signedInPerson(context.db, personId, today)
  if (person === null) throw signedOut()
  res.locals.language = person.language
  const idempotencyKey = req.get('idempotency-key')?.trim() || null
  return { ...open, person, language: person.language, idempotencyKey }
}

async function answer(route: Route, req: Request, res: Response): Promise<void> {
  const begun = res.locals.request as Omit<RouteRequest, 'cause'>
  const { language } = begun
  const address = `${req.method} ${req.baseUrl}${req.path}`
  const file = route.takesFile && Buffer.isBuffer(req.body) ? req.body : new Uint8Array()
  const sent = {
    params: route.params && readInput(route.params, req.params, 'params', language),
    query: route.query && readInput(route.query, req.query, 'query', language),
    body: route.body && readInput(route.body, req.body ?? {}, 'body', language),
  }
  const hashed = { query: req.query, body: route.takesFile ? sha256(file) : (req.body ?? null) }
  const cause = route.signedIn
    ? causeOf(begun.person.personId, address, begun.idempotencyKey, hashed)
    : causeOf('', address, null, hashed)
  const request: RouteRequest = {
    ...begun,
    ...sent,
    file,
    cause,
    cookies: readCookies(req.headers.cookie),
    setHeader: (name, value) => void res.append(name, value),
  }
  const keyed: KeyedRequest | null =
    route.remembered && begun.idempotencyKey !== null
      ? { ...cause, route: address, key: begun.idempotencyKey }
      : null
  const stored = keyed && (await answeredRequest(request.db, keyed))
  if (stored && stored.requestHash !== cause.requestHash) throw keyReused()
  if (stored) {
    send(res, route, route.again ? onTheWire(route, await route.again(request)) : stored.body)
    return
  }
  const body = onTheWire(route, await route.handle(request))
  if (keyed !== null) {
    const kept = { status: route.status, body: route.again ? null : body }
    await rememberAnswer(request.db, keyed, kept, await request.realTime.now())
  }
  send(res, route, body)
}

/** The schema drops every member that it does not name. */
function onTheWire(route: Route, result: unknown): unknown {
  return route.response === null ? result : z.encode(route.response, result)
}

function send(res: Response, route: Route, body: unknown): void {
  // What one person may see must not be kept for the next one at the same browser.
  res.status(route.status).set('Cache-Control', 'no-store')
  if (route.givesFile !== null) {
    const { contentType, fileName, bytes } = body as FileAnswer
    res.attachment(fileName).type(contentType).send(Buffer.from(bytes))
  } else if (route.response === null) {
    res.end()
  } else {
    res.json(body)
  }
}
