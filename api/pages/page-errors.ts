import type { NextFunction, Request, Response } from 'express'
import { isDatabaseAway } from '../../db/away.ts'
import type { Frame } from '../../web/frame.ts'
import { errorPage } from '../../web/pages/error.tsx'
import type { AppContext } from '../context.ts'
import { nameOfError, problemOf } from '../errors.ts'
import { frameWithoutDatabase } from './given-back.ts'
import { sendPage } from './send-page.ts'
import { frameForAnybody } from './whoever.ts'

/** What a browser is told where something is not there, or went wrong; programs get problem documents. */
export function answerPageErrors(context: AppContext) {
  return async (error: unknown, req: Request, res: Response, next: NextFunction) => {
    const isForPeople = !req.path.startsWith('/api/') && req.get('accept')?.includes('text/html')
    if (res.headersSent || !isForPeople) {
      next(error)
      return
    }
    const problem = problemOf(error, context.config.defaultLanguage)
    if (problem.status >= 500) req.log.error({ code: problem.code, ...nameOfError(error) }, 'page failed')
    const frame = await frameFor(context, req, res, error)
    sendPage(res, problem.status, errorPage(frame, problem.sentences[frame.language], problem))
  }
}

/** With the name of whoever is signed in; without, where the database is away, be it only by now. */
async function frameFor(context: AppContext, req: Request, res: Response, error: unknown): Promise<Frame> {
  if (isDatabaseAway(error)) return frameWithoutDatabase(context, req, res)
  try {
    return await frameForAnybody(context, req, res)
  } catch (reason) {
    if (!isDatabaseAway(reason)) throw reason
    return frameWithoutDatabase(context, req, res)
  }
}
