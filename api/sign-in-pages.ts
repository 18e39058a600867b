import express, { type Request, type Response, Router } from 'express'
import { setLanguage } from '../db/signed-in.ts'
import { openSignInLink } from '../db/sessions.ts'
import {
  codePage,
  confirmSignInPage,
  linkGonePage,
  linkSentPage,
  signedOutPage,
  signInPage,
} from '../web/pages/sign-in.tsx'
import { askingBrowser, nonceOf } from './asking-browser.ts'
import { createBegin } from './begin.ts'
import { sha256 } from '../db/sha256.ts'
import type { AppContext } from './context.ts'
import { readCookies, setCookie } from './cookies.ts'
import { rememberLanguage } from './language.ts'
import { openFrame } from './pages/frame.ts'
import { sendPage } from './pages/send-page.ts'
import { ownPath, wayBack } from './pages/way-back.ts'
import { notFound } from './problem.ts'
import { createProviderPages } from './provider-pages.ts'
import { signedInBy, signOut } from './session.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { mailSignInLink } from './sign-in-links.ts'
import { signInWithLink } from './sign-in.ts'

/** Signing in and out, and choosing a language, as pages that work without JavaScript. */
export function createSignInPages(context: AppContext, limits: SignInLimits): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '10kb' })
  const pages = pagesOf(context)
  router.get('/sign-in', pages.askForLink)
  router.post('/sign-in', ...limits.asking, form, pages.mailLink)
  router.use(createProviderPages(context, limits))
  router.get('/sign-in/:token', pages.openLink)
  router.post('/sign-in/:token', ...limits.using, form, pages.useLink)
  router.post('/sign-out', pages.signOut)
  router.post('/language', form, pages.chooseLanguage)
  return router
}

function pagesOf(context: AppContext) {
  const frameOf = (req: Request) => openFrame(context, req)
  const { links, providers } = context.config.signIn
  const ways = { hasLinks: links !== 'off', providers }
  const newcomerOf = createBegin(context).newcomer
  return {
    askForLink: async (req: Request, res: Response) =>
      sendPage(res, 200, signInPage(await frameOf(req), ways)),
    mailLink: async (req: Request, res: Response) => {
      if (!ways.hasLinks) throw notFound()
      const { email } = (req.body ?? {}) as { email?: unknown }
      const { nonce, code, cookie } = askingBrowser(context.config, readCookies(req.headers.cookie))
      if (typeof email === 'string') mailSignInLink(context, email, nonce)
      setCookie(res, cookie)
      sendPage(res, 202, linkSentPage(await frameOf(req), code))
    },
    openLink: async (req: Request, res: Response) => {
      const tokenHash = sha256(String(req.params.token))
      const link = await openSignInLink(context.db, tokenHash, await context.realTime.now())
      const frame = await frameOf(req)
      if (link === null) return sendPage(res, 410, linkGonePage(frame))
      const nonce = nonceOf(context.config, readCookies(req.headers.cookie))
      const isElsewhere = link.browserHash !== null && (nonce === null || sha256(nonce) !== link.browserHash)
      sendPage(res, 200, isElsewhere ? codePage(frame, false) : confirmSignInPage(frame))
    },
    useLink: async (req: Request, res: Response) => {
      const { code } = (req.body ?? {}) as { code?: unknown }
      const use = { token: String(req.params.token), code: typeof code === 'string' ? code : '' }
      const answer = await signInWithLink({ ...context, log: req.log }, use, await newcomerOf(req))
      if (answer === 'link-gone') return sendPage(res, 410, linkGonePage(await frameOf(req)))
      if (answer === 'code-needed') return sendPage(res, 403, codePage(await frameOf(req), true))
      setCookie(res, answer.cookie)
      res.redirect(303, wayBack(context.config, req, res))
    },
    signOut: async (req: Request, res: Response) => {
      const { cookies, today } = await newcomerOf(req)
      const signedIn = await signedInBy(context, cookies, today)
      const provider = signedIn?.session.provider ?? null
      setCookie(res, await signOut(context, cookies))
      const alsoAt = provider === null ? null : await context.providers.signOutAt(provider)
      sendPage(res, 200, signedOutPage(await frameOf(req), alsoAt))
    },
    chooseLanguage: async (req: Request, res: Response) => {
      const { language, back } = (req.body ?? {}) as { language?: unknown; back?: unknown }
      const chosen = language === 'en' ? 'en' : 'da'
      rememberLanguage(context.config, res, chosen)
      const { cookies, today } = await newcomerOf(req)
      const signedIn = await signedInBy(context, cookies, today)
      if (signedIn !== null) await setLanguage(context.db, signedIn.person.personId, chosen)
      res.redirect(303, typeof back === 'string' ? ownPath(back) : '/')
    },
  }
}
