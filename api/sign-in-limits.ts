import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { MINUTE } from '../domain/calendar/day.ts'
import { tooMany } from './problem.ts'

/** How often one address of the network may ask for links, and use them, in ten minutes. */
export interface SignInTries {
  readonly asking: number
  readonly using: number
}

/** An office with one address on the internet signs in on the morning after a digest. */
export const defaultTries: SignInTries = { asking: 60, using: 120 }

export interface SignInLimits {
  readonly asking: RequestHandler
  readonly using: RequestHandler
}

export function createSignInLimits(tries: SignInTries): SignInLimits {
  const limit = (most: number) =>
    rateLimit({
      windowMs: 10 * MINUTE,
      limit: most,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_req, _res, next) => next(tooMany()),
    })
  return { asking: limit(tries.asking), using: limit(tries.using) }
}
