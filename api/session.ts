import { randomBytes } from 'node:crypto'
import Bowser from 'bowser'
import type { Config } from '../config/config.ts'
import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import type { AtProvider } from '../db/provider-sign-out.ts'
import {
  endSession,
  findSession,
  insertSession,
  noteSeen,
  type Session,
  type SessionEnd,
} from '../db/sessions.ts'
import { type SignedInPerson, signedInPerson } from '../db/signed-in.ts'
import { type Day, HOUR, type Instant, MINUTE } from '../domain/calendar/day.ts'
import { grantedRoles, holds, holdsAny, needsStrongSignIn, type Who } from '../domain/permissions.ts'
import { sha256 } from '../db/sha256.ts'
import { type Cookies, cookieOf, readCookie } from './cookies.ts'

/** Its cookie's name, where people come by plain http. */
export const SESSION_COOKIE = 'aarshjul'

interface Deps {
  readonly db: Db
  readonly realTime: Clock
  readonly config: Pick<Config, 'publicUrl' | 'sessions' | 'signIn'>
}

/** Whoever asks to be signed in, and from what. */
export interface Newcomer {
  readonly cookies: Cookies
  readonly userAgent: string
  readonly today: Day
}

/** How somebody showed who they are. */
export interface Proof {
  /** The workplace's sign-in service; null for a mailed link. */
  readonly provider: string | null
  /** With more than one factor. */
  readonly isStrong: boolean
  /** By which the service may end the session again. */
  readonly there: AtProvider
}

/**
 * Begins a session under a new id and answers its cookie; the browser's session until now ends. The table keeps only
 * the token's hash. 'left' for somebody who has left, 'too-weak' where their roles ask for more than was shown.
 */
export async function beginSession(
  deps: Deps,
  personId: string,
  { cookies, userAgent, today }: Newcomer,
  { provider, isStrong, there }: Proof,
): Promise<{ cookie: string } | 'left' | 'too-weak'> {
  const { db, realTime, config } = deps
  const person = await signedInPerson(db, personId, today)
  if (person === null) return 'left'
  if (isTooWeak(config, isStrong, person)) return 'too-weak'
  await signOut(deps, cookies, 'replaced')
  const token = randomBytes(32).toString('base64url')
  const beganAt = await realTime.now()
  const { longest } = limitsOf(config.sessions, person)
  const roles = grantedRoles.filter((role) => holds(person, role))
  const device = deviceOf(userAgent)
  await insertSession(db, {
    idHash: sha256(token),
    personId,
    device,
    provider,
    isStrong,
    providerSubject: there.subject,
    providerSession: there.session,
    roles,
    beganAt,
    expiresAt: beganAt + longest,
  })
  return { cookie: cookieOf(config, SESSION_COOKIE, token, longest / 1000) }
}

/** Ends the session of the request, if any, and answers the cookie that takes it from the browser. */
export async function signOut(
  { db, config, realTime }: Deps,
  cookies: Cookies,
  why: Extract<SessionEnd, 'signed-out' | 'replaced'> = 'signed-out',
): Promise<string> {
  const token = readCookie(config, cookies, SESSION_COOKIE)
  if (token !== null) await endSession(db, sha256(token), why, await realTime.now())
  return cookieOf(config, SESSION_COOKIE, '', 0)
}

/** Who is signed in by a request's cookies, as of a day; a session that is over is ended on the spot. */
export async function signedInBy(
  deps: Deps,
  cookies: Cookies,
  today: Day,
): Promise<{ session: Session; person: SignedInPerson } | null> {
  const { db, realTime, config } = deps
  const token = readCookie(config, cookies, SESSION_COOKIE)
  const found = token === null ? null : await findSession(db, sha256(token), today)
  if (found === null) return null
  const { session, person } = found
  const at = await realTime.now()
  if (person === null || isOver(session, config, person, at)) {
    await endSession(db, session.idHash, 'over', at)
    return null
  }
  if (at - session.seenAt >= SEEN_WITHIN) await noteSeen(db, session.idHash, at)
  return { session, person }
}

/**
 * Whether nobody can use it any more: too old, too long unused, or its person's roles are not those that it began with.
 * Whoever reaches more from now on shows anew who they are, with as many factors as that takes.
 */
export function isOver(session: Session, config: Deps['config'], who: Who, at: Instant): boolean {
  const { longest, idle } = limitsOf(config.sessions, who)
  const endsAt = Math.min(session.expiresAt, session.beganAt + longest, session.seenAt + idle)
  if (at >= endsAt || isTooWeak(config, session.isStrong, who)) return true
  return grantedRoles.some((role) => holds(who, role) !== session.roles.includes(role))
}

/** Where everybody may sign in by link, nobody is asked for more. */
function isTooWeak({ signIn }: Pick<Config, 'signIn'>, isStrong: boolean, who: Who): boolean {
  return signIn.links !== 'everybody' && !isStrong && needsStrongSignIn(who)
}

/** Use is written down once a minute, not with every click. */
const SEEN_WITHIN = MINUTE

/** Who holds a role reaches more than their own talks: their sessions are shorter. */
function limitsOf(sessions: Config['sessions'], who: Who): { longest: number; idle: number } {
  const { hours, idleMinutes } = holdsAny(who) ? sessions.ofRoles : sessions.ofOthers
  return { longest: hours * HOUR, idle: idleMinutes * MINUTE }
}

/** Enough for its person to know it again, and no more: 'Firefox, Windows'. */
function deviceOf(userAgent: string): string {
  if (userAgent === '') return ''
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(', ')
}
