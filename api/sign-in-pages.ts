import express, { type Request, type Response, Router } from 'express'
import { isSignInLinkOpen } from '../db/sessions.ts'
import { pageStyle } from '../web/page.tsx'
import {
  askForLinkPage,
  confirmSignInPage,
  linkGonePage,
  linkSentPage,
  signedInPage,
  signedOutPage,
} from '../web/pages/sign-in.tsx'
import { sha256 } from './cause.ts'
import type { AppContext } from './context.ts'
import { languageAsked } from './errors.ts'
import { personOfSession, readCookies, signOut } from './session.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { mailSignInLink } from './sign-in-links.ts'
import { signInWithToken } from './sign-in.ts'

/** Signing in and out as pages that work without JavaScript. */
export function createSignInPages(context: AppContext, limits: SignInLimits): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '10kb' })
  const languageOf = (req: Request) =>
    languageAsked(req.headers['accept-language'], context.config.defaultLanguage)

  router.get('/assets/page.css', (_req, res) => void res.type('css').send(pageStyle))
  router.get('/', async (req, res) => {
    const personId = await personOfSession(context, readCookies(req.headers.cookie))
    if (personId === null) res.redirect(303, '/sign-in')
    else sendPage(res, 200, signedInPage(languageOf(req)))
  })
  router.get('/sign-in', (req, res) => sendPage(res, 200, askForLinkPage(languageOf(req))))
  router.post('/sign-in', limits.asking, form, async (req, res) => {
    const { email } = (req.body ?? {}) as { email?: unknown }
    if (typeof email === 'string') await mailSignInLink(context, email)
    sendPage(res, 202, linkSentPage(languageOf(req)))
  })
  router.get('/sign-in/:token', async (req, res) => {
    const isOpen = await isSignInLinkOpen(context.db, sha256(req.params.token), await context.realTime.now())
    if (isOpen) sendPage(res, 200, confirmSignInPage(languageOf(req)))
    else sendPage(res, 410, linkGonePage(languageOf(req)))
  })
  router.post('/sign-in/:token', limits.using, async (req, res) => {
    const cookie = await signInWithToken(context, String(req.params.token))
    if (cookie === null) sendPage(res, 410, linkGonePage(languageOf(req)))
    else res.append('Set-Cookie', cookie).redirect(303, '/')
  })
  router.post('/sign-out', async (req, res) => {
    res.append('Set-Cookie', await signOut(context, readCookies(req.headers.cookie)))
    sendPage(res, 200, signedOutPage(languageOf(req)))
  })
  return router
}

function sendPage(res: Response, status: number, html: string): void {
  res.status(status).set('Cache-Control', 'no-store').type('html').send(html)
}
