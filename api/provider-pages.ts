import { type Request, type Response, Router } from 'express'
import { isDatabaseAway } from '../db/away.ts'
import { notLetInPage, tryAgainPage } from '../web/pages/sign-in.tsx'
import { createBegin } from './begin.ts'
import type { AppContext } from './context.ts'
import { setCookie } from './cookies.ts'
import { nameOfError } from './errors.ts'
import { openFrame } from './pages/frame.ts'
import { sendPage } from './pages/send-page.ts'
import { wayBack } from './pages/way-back.ts'
import { notFound, notNow, type Problem } from './problem.ts'
import { ProviderAwayError } from './provider.ts'
import { arriveFrom, departTo } from './provider-sign-in.ts'
import type { SignInLimits } from './sign-in-limits.ts'

/** The way to the workplace's own sign-in, and back. */
export function createProviderPages(context: AppContext, limits: SignInLimits): Router {
  const router = Router()
  const pages = pagesOf(context)
  router.get('/sign-in/with/:provider', ...limits.using, pages.depart)
  router.get('/sign-in/with/:provider/return', ...limits.using, pages.arrive)
  return router
}

function pagesOf(context: AppContext) {
  const { newcomer } = createBegin(context)
  /**
   * What either does; or says that the provider does not answer, or the database. What the browser brought back serves once:
   * the way on leads to where signing in begins.
   */
  const unlessAway =
    (does: (req: Request, res: Response) => Promise<void>) =>
    async (req: Request, res: Response): Promise<void> => {
      try {
        await does(req, res)
      } catch (error) {
        const away = awayOf(error)
        if (away === null) throw error
        const { status, code, sentences, cause = error } = away
        req.log.error(
          { provider: String(req.params.provider), code, ...nameOfError(cause) },
          'sign-in failed',
        )
        const frame = await openFrame(context, req)
        sendPage(res, status, tryAgainPage(frame, sentences[frame.language]))
      }
    }
  return {
    depart: unlessAway(async (req, res) => {
      if (!(await departTo(context, String(req.params.provider), res))) throw notFound()
    }),
    arrive: unlessAway(async (req, res) => {
      const answer = await arriveFrom(context, String(req.params.provider), req, res, await newcomer(req))
      if (typeof answer === 'string') {
        req.log.warn({ way: String(req.params.provider), reason: answer }, 'sign-in refused')
        sendPage(res, 403, notLetInPage(await openFrame(context, req), answer))
        return
      }
      setCookie(res, answer.cookie)
      res.redirect(303, wayBack(context.config, req, res))
    }),
  }
}

function awayOf(error: unknown): Problem | null {
  if (error instanceof ProviderAwayError) return error
  return isDatabaseAway(error) ? notNow() : null
}
