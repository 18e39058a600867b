import { randomBytes } from 'node:crypto'
import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { endSession, insertSession, sessionPerson } from '../db/sessions.ts'
import { HOUR } from '../domain/calendar/day.ts'
import { sha256 } from './cause.ts'

/** A working day; then the person signs in again. */
const SESSION_LENGTH = 12 * HOUR

interface Deps {
  readonly db: Db
  readonly realTime: Clock
  readonly config: { readonly publicUrl: string }
}

/** Begins a session and answers its cookie. The table keeps only the token's hash. */
export async function beginSession({ db, realTime, config }: Deps, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const at = await realTime.now()
  await insertSession(db, { idHash: sha256(token), personId, at, expiresAt: at + SESSION_LENGTH })
  return cookieOf(config.publicUrl, token, SESSION_LENGTH / 1000)
}

/** Ends the session of the request, if any, and answers the cookie that takes it from the browser. */
export async function signOut(
  { db, config }: Deps,
  cookies: Readonly<Record<string, string>>,
): Promise<string> {
  const token = cookies[cookieName(config.publicUrl)]
  if (token) await endSession(db, sha256(token))
  return cookieOf(config.publicUrl, '', 0)
}

/** The signed-in person's id; null without a session that still runs. */
export async function personOfSession(
  { db, realTime, config }: Deps,
  cookies: Readonly<Record<string, string>>,
): Promise<string | null> {
  const token = cookies[cookieName(config.publicUrl)]
  return token ? sessionPerson(db, sha256(token), await realTime.now()) : null
}

/** The cookies of a request; a damaged one is as good as none. */
export function readCookies(header: string | undefined): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}

/** `__Host-`: browsers then refuse the cookie from anybody else on the domain. */
export function cookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-aarshjul' : 'aarshjul'
}

function cookieOf(publicUrl: string, value: string, seconds: number): string {
  const secure = isSecure(publicUrl) ? '; Secure' : ''
  return `${cookieName(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}
