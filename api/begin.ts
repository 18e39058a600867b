import type { Request, Response } from 'express'
import { teamsAnsweredFor } from '../db/people.ts'
import { signedInPerson } from '../db/signed-in.ts'
import type { AppContext } from './context.ts'
import { languageOf } from './language.ts'
import { signedOut } from './problem.ts'
import type { OpenRequest, SignedInRequest } from './request.ts'
import { personOfSession, readCookies } from './session.ts'

/** A request of somebody with a session, before what they sent is read. */
export type SignedInBegun = Omit<SignedInRequest, 'cause'>

/** Who asks, in which language, at what time: the beginning of every request, of programs and of pages. */
export function createBegin(context: AppContext) {
  const anybody = async (req: Request): Promise<OpenRequest> => {
    const now = await context.clock.now()
    const today = context.localTime(now).on
    const language = languageOf(req, context.config.defaultLanguage)
    return { ...context, log: req.log, language, now, today }
  }
  return {
    anybody,
    /** Throws the 401 of somebody without a session. */
    signedIn: async (req: Request, res: Response): Promise<SignedInBegun> => {
      const open = await anybody(req)
      const personId = await personOfSession(context, readCookies(req.headers.cookie))
      const person = personId === null ? null : await signedInPerson(context.db, personId, open.today)
      if (person === null) throw signedOut()
      res.locals.language = person.language
      const idempotencyKey = req.get('idempotency-key')?.trim() || null
      let teams: Promise<readonly string[]> | null = null
      return {
        ...open,
        person,
        language: person.language,
        idempotencyKey,
        teams: () => (teams ??= teamsAnsweredFor(context.db, person.personId, open.today)),
      }
    },
  }
}
