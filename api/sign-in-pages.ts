import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { isSignInLinkOpen } from '../db/sessions.ts'
import { pageStyle } from '../web/page.tsx'
import {
  askForLinkPage,
  confirmSignInPage,
  linkGonePage,
  linkSentPage,
  pageLaterPage,
  signedInPage,
  signedOutPage,
} from '../web/pages/sign-in.tsx'
import { sha256 } from './cause.ts'
import type { AppContext } from './context.ts'
import { hasDevMails } from './dev-mails.ts'
import { languageAsked } from './errors.ts'
import { personOfSession, readCookies, signOut } from './session.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { mailSignInLink } from './sign-in-links.ts'
import { signInWithToken } from './sign-in.ts'

/** Signing in and out as pages that work without JavaScript. */
export function createSignInPages(context: AppContext, limits: SignInLimits): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '10kb' })
  const pages = pagesOf(context)
  router.get('/assets/page.css', (_req, res) => void res.type('css').send(pageStyle))
  router.get('/', pages.home)
  router.get('/sign-in', pages.askForLink)
  router.post('/sign-in', limits.asking, form, pages.mailLink)
  router.get('/sign-in/:token', pages.openLink)
  router.post('/sign-in/:token', limits.using, pages.useLink)
  router.post('/sign-out', pages.signOut)
  return router
}

/** A browser that follows a link of a mail is told that its page comes later; programs get a problem document. */
export function createPagesToCome(context: AppContext): Router {
  const pages = {
    toCome: async (req: Request, res: Response, next: NextFunction) => {
      if (req.path.startsWith('/api/') || !req.get('accept')?.includes('text/html')) {
        next()
        return
      }
      const personId = await personOfSession(context, readCookies(req.headers.cookie))
      const language = languageAsked(req.headers['accept-language'], context.config.defaultLanguage)
      sendPage(res, 404, pageLaterPage(language, personId !== null))
    },
  }
  return Router().get('/{*path}', pages.toCome)
}

function pagesOf(context: AppContext) {
  const languageOf = (req: Request) =>
    languageAsked(req.headers['accept-language'], context.config.defaultLanguage)
  return {
    home: async (req: Request, res: Response) => {
      const personId = await personOfSession(context, readCookies(req.headers.cookie))
      if (personId === null) res.redirect(303, '/sign-in')
      else sendPage(res, 200, signedInPage(languageOf(req), hasDevMails(context.config)))
    },
    askForLink: (req: Request, res: Response) => sendPage(res, 200, askForLinkPage(languageOf(req))),
    mailLink: async (req: Request, res: Response) => {
      const { email } = (req.body ?? {}) as { email?: unknown }
      if (typeof email === 'string') await mailSignInLink(context, email)
      sendPage(res, 202, linkSentPage(languageOf(req)))
    },
    openLink: async (req: Request, res: Response) => {
      const tokenHash = sha256(String(req.params.token))
      const isOpen = await isSignInLinkOpen(context.db, tokenHash, await context.realTime.now())
      if (isOpen) sendPage(res, 200, confirmSignInPage(languageOf(req)))
      else sendPage(res, 410, linkGonePage(languageOf(req)))
    },
    useLink: async (req: Request, res: Response) => {
      const cookie = await signInWithToken(context, String(req.params.token))
      if (cookie === null) sendPage(res, 410, linkGonePage(languageOf(req)))
      else res.append('Set-Cookie', cookie).redirect(303, '/')
    },
    signOut: async (req: Request, res: Response) => {
      res.append('Set-Cookie', await signOut(context, readCookies(req.headers.cookie)))
      sendPage(res, 200, signedOutPage(languageOf(req)))
    },
  }
}

function sendPage(res: Response, status: number, html: string): void {
  res.status(status).set('Cache-Control', 'no-store').type('html').send(html)
}
