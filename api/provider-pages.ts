import { type Request, type Response, Router } from 'express'
import { notLetInPage, providerAwayPage } from '../web/pages/sign-in.tsx'
import { createBegin } from './begin.ts'
import type { AppContext } from './context.ts'
import { setCookie } from './cookies.ts'
import { nameOfError } from './errors.ts'
import { openFrame } from './pages/frame.ts'
import { sendPage } from './pages/router.ts'
import { wayBack } from './pages/way-back.ts'
import { notFound, Problem } from './problem.ts'
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
  return {
    depart: async (req: Request, res: Response): Promise<void> => {
      try {
        if (!(await departTo(context, String(req.params.provider), res))) throw notFound()
      } catch (error) {
        if (error instanceof Problem) throw error
        req.log.error(nameOfError(error), 'the sign-in provider does not answer')
        sendPage(res, 503, providerAwayPage(await openFrame(context, req)))
      }
    },
    arrive: async (req: Request, res: Response): Promise<void> => {
      const answer = await arriveFrom(context, String(req.params.provider), req, res, await newcomer(req))
      if (typeof answer === 'string') {
        req.log.warn({ way: String(req.params.provider), reason: answer }, 'sign-in refused')
        sendPage(res, 403, notLetInPage(await openFrame(context, req), answer))
        return
      }
      setCookie(res, answer.cookie)
      res.redirect(303, wayBack(context.config, req, res))
    },
  }
}
