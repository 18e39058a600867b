import express, { type Request, type Response, Router } from 'express'
import { setLanguage } from '../db/signed-in.ts'
import { isSignInLinkOpen } from '../db/sessions.ts'
import {
  askForLinkPage,
  confirmSignInPage,
  linkGonePage,
  linkSentPage,
  signedOutPage,
} from '../web/pages/sign-in.tsx'
import { sha256 } from './cause.ts'
import type { AppContext } from './context.ts'
import { rememberLanguage } from './language.ts'
import { openFrame } from './pages/frame.ts'
import { sendPage } from './pages/router.ts'
import { ownPath, wayBack } from './pages/way-back.ts'
import { personOfSession, readCookies, signOut } from './session.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { mailSignInLink } from './sign-in-links.ts'
import { signInWithToken } from './sign-in.ts'

/** Signing in and out, and choosing a language, as pages that work without JavaScript. */
export function createSignInPages(context: AppContext, limits: SignInLimits): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '10kb' })
  const pages = pagesOf(context)
  router.get('/sign-in', pages.askForLink)
  router.post('/sign-in', limits.asking, form, pages.mailLink)
  router.get('/sign-in/:token', pages.openLink)
  router.post('/sign-in/:token', limits.using, pages.useLink)
  router.post('/sign-out', pages.signOut)
  router.post('/language', form, pages.chooseLanguage)
  return router
}

function pagesOf(context: AppContext) {
  const frameOf = (req: Request) => openFrame(context, req)
  return {
    askForLink: async (req: Request, res: Response) => sendPage(res, 200, askForLinkPage(await frameOf(req))),
    mailLink: async (req: Request, res: Response) => {
      const { email } = (req.body ?? {}) as { email?: unknown }
      if (typeof email === 'string') await mailSignInLink(context, email)
      sendPage(res, 202, linkSentPage(await frameOf(req)))
    },
    openLink: async (req: Request, res: Response) => {
      const tokenHash = sha256(String(req.params.token))
      const isOpen = await isSignInLinkOpen(context.db, tokenHash, await context.realTime.now())
      const frame = await frameOf(req)
      sendPage(res, isOpen ? 200 : 410, isOpen ? confirmSignInPage(frame) : linkGonePage(frame))
    },
    useLink: async (req: Request, res: Response) => {
      const cookie = await signInWithToken(context, String(req.params.token))
      if (cookie === null) sendPage(res, 410, linkGonePage(await frameOf(req)))
      else res.append('Set-Cookie', cookie).redirect(303, wayBack(req, res))
    },
    signOut: async (req: Request, res: Response) => {
      res.append('Set-Cookie', await signOut(context, readCookies(req.headers.cookie)))
      sendPage(res, 200, signedOutPage(await frameOf(req)))
    },
    chooseLanguage: async (req: Request, res: Response) => {
      const { language, back } = (req.body ?? {}) as { language?: unknown; back?: unknown }
      const chosen = language === 'en' ? 'en' : 'da'
      rememberLanguage(res, chosen)
      const personId = await personOfSession(context, readCookies(req.headers.cookie))
      if (personId !== null) await setLanguage(context.db, personId, chosen)
      res.redirect(303, typeof back === 'string' ? ownPath(back) : '/')
    },
  }
}
