import type { Request, Response } from 'express'
import { type AnsweredTeams, teamsAnsweredFor } from '../db/leads-on.ts'
import { nameViewer } from '../db/viewer.ts'
import { isWithinScopes, type TokenScope } from '../domain/permissions.ts'
import type { AppContext } from './context.ts'
import { readCookies } from './cookies.ts'
import { languageOf } from './language.ts'
import { invalidToken, outsideScope, signedOut } from './problem.ts'
import type { OpenRequest, SignedInRequest } from './request.ts'
import { bearerOf, bearerToken } from './service-token.ts'
import { type Newcomer, signedInBy } from './session.ts'

/** A request of somebody with a session, before what they sent is read. */
export type SignedInBegun = Omit<SignedInRequest, 'cause' | 'acting'>

type WhoAsks = Pick<SignedInRequest, 'person' | 'session' | 'tokenId'>

/** Who asks, in which language, at what time: the beginning of every request, of programs and of pages. */
export function createBegin(context: AppContext) {
  const anybody = async (req: Request): Promise<OpenRequest> => {
    const now = await context.clock.now()
    const today = context.localTime(now).on
    const language = languageOf(req, context.config)
    return { ...context, log: req.log, language, now, today, userAgent: req.get('user-agent') ?? '' }
  }
  const begin = (req: Request, res: Response, open: OpenRequest, who: WhoAsks): SignedInBegun => {
    const { person } = who
    nameViewer({ personId: person.personId, on: open.today, at: open.now })
    res.locals.language = person.language
    const idempotencyKey = req.get('idempotency-key')?.trim() || null
    let teams: Promise<AnsweredTeams> | null = null
    return {
      ...open,
      ...who,
      language: person.language,
      idempotencyKey,
      teams: () => (teams ??= teamsAnsweredFor(context.db, person.personId, open.today)),
    }
  }
  /** Throws the 401 of somebody without a session: a program's token is none, whatever cookies come with it. */
  const signedIn = async (req: Request, res: Response): Promise<SignedInBegun> => {
    const open = await anybody(req)
    const cookies = bearerToken(req) === null ? readCookies(req.headers.cookie) : {}
    const found = await signedInBy(context, cookies, open.today)
    if (found === null) throw signedOut()
    return begin(req, res, open, { ...found, tokenId: null })
  }
  return {
    anybody,
    /** Somebody who asks to be signed in. */
    newcomer: async (req: Request): Promise<Newcomer> => ({
      ...(await anybody(req)),
      cookies: readCookies(req.headers.cookie),
    }),
    signedIn,
    /** The same, or a program with a service token of the scope. Throws the 401 or 403 of one without. */
    caller: async (req: Request, res: Response, scope: TokenScope | null): Promise<SignedInBegun> => {
      const shown = bearerToken(req)
      if (shown === null) return signedIn(req, res)
      const open = await anybody(req)
      const found = await bearerOf(context, shown, open.today)
      if (found === null) {
        req.log.warn({ way: 'service-token', reason: 'invalid-token' }, 'sign-in refused')
        res.set('WWW-Authenticate', 'Bearer error="invalid_token"')
        throw invalidToken()
      }
      const { tokenId, scopes, person } = found
      const begun = begin(req, res, open, { person, tokenId, session: null })
      if (isWithinScopes(scopes, scope)) return begun
      res.set('WWW-Authenticate', `Bearer error="insufficient_scope"${scope ? `, scope="${scope}"` : ''}`)
      throw outsideScope(scope)
    },
  }
}
