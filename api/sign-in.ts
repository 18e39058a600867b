import { consumeSignInLink, forgetExpired } from '../db/sessions.ts'
import { codeHash, nonceOf } from './asking-browser.ts'
import { sha256 } from '../db/sha256.ts'
import type { AppContext } from './context.ts'
import { beginSession, type Newcomer, type Proof } from './session.ts'

/** What was sent to sign in with: a link's token, and the code where another browser asked for the link. */
export interface LinkUse {
  readonly token: string
  readonly code: string
}

/** Why a link lets nobody in. */
export type LinkRefusal = 'link-gone' | 'code-needed'

/** Uses a link up and answers the cookie of a new session; the log says that somebody was not let in, and why. */
export async function signInWithLink(
  deps: Pick<AppContext, 'db' | 'realTime' | 'config' | 'log'>,
  { token, code }: LinkUse,
  newcomer: Newcomer,
): Promise<{ cookie: string } | LinkRefusal> {
  const at = await deps.realTime.now()
  const nonce = nonceOf(deps.config, newcomer.cookies)
  const used = await consumeSignInLink(
    deps.db,
    {
      tokenHash: sha256(token),
      browserHash: nonce && sha256(nonce),
      codeHash: code === '' ? null : codeHash(token, code),
    },
    at,
  )
  const refuse = (refusal: LinkRefusal, reason: string = refusal): LinkRefusal => {
    deps.log.warn({ way: 'link', reason }, 'sign-in refused')
    return refusal
  }
  if (used === 'wrong') return refuse('code-needed')
  if (used === null) return refuse('link-gone')
  // Often enough to keep the tables small, seldom enough to cost nothing.
  await forgetExpired(deps.db, at)
  const begun = await beginSession(deps, used.personId, newcomer, byLink)
  return typeof begun === 'string' ? refuse('link-gone', begun) : begun
}

const byLink: Proof = { provider: null, isStrong: false, there: { subject: null, session: null } }
