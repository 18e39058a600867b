import type { Request, Response } from 'express'
import { teamsAnsweredFor } from '../db/people.ts'
import type { AppContext } from './context.ts'
import { readCookies } from './cookies.ts'
import { languageOf } from './language.ts'
import { signedOut } from './problem.ts'
import type { OpenRequest, SignedInRequest } from './request.ts'
import { type Newcomer, signedInBy } from './session.ts'

/** A request of somebody with a session, before what they sent is read. */
export type SignedInBegun = Omit<SignedInRequest, 'cause'>

/** Who asks, in which language, at what time: the beginning of every request, of programs and of pages. */
export function createBegin(context: AppContext) {
  const anybody = async (req: Request): Promise<OpenRequest> => {
    const now = await context.clock.now()
    const today = context.localTime(now).on
    const language = languageOf(req, context.config)
    return { ...context, log: req.log, language, now, today, userAgent: req.get('user-agent') ?? '' }
  }
  return {
    anybody,
    /** Somebody who asks to be signed in. */
    newcomer: async (req: Request): Promise<Newcomer> => ({
      ...(await anybody(req)),
      cookies: readCookies(req.headers.cookie),
    }),
    /** Throws the 401 of somebody without a session. */
    signedIn: async (req: Request, res: Response): Promise<SignedInBegun> => {
      const open = await anybody(req)
      const signedIn = await signedInBy(context, readCookies(req.headers.cookie), open.today)
      if (signedIn === null) throw signedOut()
      const { person, session } = signedIn
      res.locals.language = person.language
      const idempotencyKey = req.get('idempotency-key')?.trim() || null
      let teams: Promise<readonly string[]> | null = null
      return {
        ...open,
        person,
        session,
        language: person.language,
        idempotencyKey,
        teams: () => (teams ??= teamsAnsweredFor(context.db, person.personId, open.today)),
      }
    },
  }
}
