import express, { type Request, type Response, Router } from 'express'
import { endByProvider } from '../db/provider-sign-out.ts'
import type { AppContext } from './context.ts'
import { nameOfError } from './errors.ts'
import { notFound } from './problem.ts'
import { NotBelievedError } from './provider.ts'

/**
 * Where a provider says that it has ended somebody's session, in a token that it signs (OpenID Connect Back-Channel Logout
 * 1.0): ours ends with it. Not limited by network address, because all such tokens come from the same one.
 */
export function createProviderSignOut(context: AppContext): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '20kb' })
  const answerProvider = (req: Request, res: Response) => answer(context, req, res)
  router.post('/sign-in/with/:provider/sign-out', form, answerProvider)
  return router
}

async function answer(context: AppContext, req: Request, res: Response): Promise<void> {
  if (await takeLogoutToken(context, req)) res.end()
  else refuse(res)
}

async function takeLogoutToken({ db, providers, realTime }: AppContext, req: Request): Promise<boolean> {
  const provider = String(req.params.provider)
  const { logout_token: token } = (req.body ?? {}) as { logout_token?: unknown }
  const at = await realTime.now()
  const ended = await providers
    .readSignOut(provider, typeof token === 'string' ? token : '', at)
    // What the token says names people: the error's code alone is told. What may be mended by itself is the provider's to try again.
    .catch((error: unknown) => {
      if (!(error instanceof NotBelievedError)) throw error
      req.log.warn({ provider, ...nameOfError(error.cause) }, error.message)
      return 'not-believed' as const
    })
  if (ended === null) throw notFound()
  if (ended === 'not-believed') return false
  const isNew = await endByProvider(db, ended, at)
  if (!isNew) req.log.warn({ provider }, 'a logout token came twice')
  return isNew
}

/** In the words of OAuth (RFC 6749, 5.2), which the provider's programs read. */
function refuse(res: Response): void {
  res.status(400).json({
    error: 'invalid_request',
    error_description:
      'logout_token: expected a logout token of this provider for this client, signed with its published keys, not used before and not older than ten minutes',
  })
}
