import type { RequestHandler } from 'express'
import { type Options, rateLimit } from 'express-rate-limit'
import { MINUTE } from '../domain/calendar/day.ts'
import { tooMany } from './problem.ts'

/** How often in ten minutes; beside it, few links may be open for one person at once. */
export interface SignInTries {
  /** One address of the network may ask for links. */
  readonly asking: number
  /** One address of the network may use them. */
  readonly using: number
  /** All together may ask for links, from however many addresses. */
  readonly inAll: number
}

/** An office with one address on the internet signs in on the morning after a digest. */
export const defaultTries: SignInTries = { asking: 60, using: 120, inAll: 2_000 }

export interface SignInLimits {
  readonly asking: readonly RequestHandler[]
  readonly using: readonly RequestHandler[]
}

export function createSignInLimits(tries: SignInTries): SignInLimits {
  const limit = (most: number, more: Partial<Options> = {}) =>
    rateLimit({
      windowMs: 10 * MINUTE,
      limit: most,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_req, _res, next) => next(tooMany()),
      ...more,
    })
  const inAll = limit(tries.inAll, { keyGenerator: () => 'all', standardHeaders: false })
  return { asking: [limit(tries.asking), inAll], using: [limit(tries.using)] }
}
