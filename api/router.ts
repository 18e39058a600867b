import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { createBegin } from './begin.ts'
import type { AppContext } from './context.ts'
import { readCookies } from './cookies.ts'
import { type Begun, perform } from './perform.ts'
import type { FileAnswer, Route } from './route.ts'

/** A people file of a large municipality is about a megabyte. */
const LARGEST_FILE = '20mb'
/** A long plan is about fifty kilobytes. */
const LARGEST_JSON = '512kb'

/** The routes as an express router, to be mounted at /api/v1. */
export function createRouter(context: AppContext, routes: readonly Route[]): Router {
  const router = Router()
  const begin = createBegin(context)
  const readers = {
    file: express.raw({ type: () => true, limit: LARGEST_FILE }),
    json: express.json({ limit: LARGEST_JSON, type: ['application/json', 'application/*+json'] }),
  }
  for (const route of routes) {
    const admit = async (req: Request, res: Response, next: NextFunction) => {
      res.locals.request = route.signedIn
        ? await begin.caller(req, res, route.scope)
        : await begin.anybody(req)
      next()
    }
    const answerRequest = (req: Request, res: Response) => answer(route, req, res)
    // Nobody's body is read before we know who sends it.
    router[route.method](route.path, admit, route.takesFile ? readers.file : readers.json, answerRequest)
  }
  return router
}

async function answer(route: Route, req: Request, res: Response): Promise<void> {
  const body = await perform(route, res.locals.request as Begun, {
    address: `${req.method} ${req.baseUrl}${req.path}`,
    params: req.params,
    query: req.query,
    body: route.takesFile ? null : req.body,
    file: route.takesFile && Buffer.isBuffer(req.body) ? req.body : new Uint8Array(),
    cookies: readCookies(req.headers.cookie),
    setHeader: (name, value) => void res.append(name, value),
  })
  send(res, route, body)
}

function send(res: Response, route: Route, body: unknown): void {
  res.status(route.status)
  if (route.givesFile !== null) {
    const { contentType, fileName, bytes } = body as FileAnswer
    res.attachment(fileName).type(contentType).send(Buffer.from(bytes))
  } else if (route.response === null) {
    res.end()
  } else {
    res.json(body)
  }
}
