import type { Request, Response } from 'express'
import { peopleWithEmail, personWithNumber } from '../db/sessions.ts'
import type { Day } from '../domain/calendar/day.ts'
import { MINUTE } from '../domain/calendar/day.ts'
import type { SignInProvider } from '../config/config.ts'
import type { AppContext } from './context.ts'
import { type Cookies, cookieOf, readCookie, setCookie } from './cookies.ts'
import { nameOfError } from './errors.ts'
import { type Departure, ProviderAwayError } from './provider.ts'
import { beginSession, type Newcomer } from './session.ts'

const NAME = 'aarshjul-departure'
/** To sign in at a workplace takes a minute or two. */
const KEPT = 15 * MINUTE

/** Why somebody who comes back from the provider is not let in. */
export type ArrivalRefusal = 'failed' | 'unknown-person' | 'too-weak'

/** Sends the browser to the provider; false where there is no such provider. */
export async function departTo(context: AppContext, id: string, res: Response): Promise<boolean> {
  const way = await context.providers.depart(id)
  if (way === null) return false
  const kept = Buffer.from(JSON.stringify(way.departure)).toString('base64url')
  setCookie(res, cookieOf(context.config, NAME, kept, KEPT / 1000))
  res.redirect(303, way.to)
  return true
}

/** Begins the session of whoever comes back from the provider; what the browser kept serves once. Throws ProviderAwayError. */
export async function arriveFrom(
  context: AppContext,
  id: string,
  req: Request,
  res: Response,
  newcomer: Newcomer,
): Promise<{ cookie: string } | ArrivalRefusal> {
  const { config, providers } = context
  const departure = readDeparture(context, newcomer.cookies)
  setCookie(res, cookieOf(config, NAME, '', 0))
  const provider = config.signIn.providers.find((one) => one.id === id)
  if (provider === undefined || departure === null || departure.provider !== id) return 'failed'
  const arrival = await providers.arrive(provider, departure, req.originalUrl).catch((error: unknown) => {
    if (error instanceof ProviderAwayError) throw error
    // What the provider said may name people: its code alone is told.
    req.log.warn({ provider: id, ...nameOfError(error) }, 'sign-in at the provider failed')
    return 'failed' as const
  })
  if (arrival === 'failed') return arrival
  const personId = arrival && (await personOf(context, provider, arrival.value, newcomer.today))
  if (arrival === null || personId === null) return 'unknown-person'
  const cookie = await beginSession(context, personId, newcomer, {
    provider: id,
    isStrong: arrival.isStrong,
    there: arrival.there,
  })
  return cookie === 'left' ? 'unknown-person' : cookie
}

function readDeparture({ config }: AppContext, cookies: Cookies): Departure | null {
  const kept = readCookie(config, cookies, NAME)
  if (kept === null) return null
  try {
    const departure = JSON.parse(Buffer.from(kept, 'base64url').toString()) as Partial<Departure> | null
    const { provider, state, nonce, verifier } = departure ?? {}
    return provider && state && nonce && verifier ? { provider, state, nonce, verifier } : null
  } catch {
    return null
  }
}

/** The person whom the claim names, where it names exactly one who has not left; not by an address or number that is new. */
async function personOf(
  { db, clock }: AppContext,
  { matchBy }: SignInProvider,
  value: string,
  today: Day,
): Promise<string | null> {
  const when = { today, now: await clock.now() }
  if (matchBy === 'number') return personWithNumber(db, value, when)
  const people = await peopleWithEmail(db, value.toLowerCase(), when)
  return people.length === 1 ? (people[0] ?? null) : null
}
