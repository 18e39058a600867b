import { randomBytes } from 'node:crypto'
import type { Request } from 'express'
import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { findToken, noteTokenUsed, type ServiceToken } from '../db/service-tokens.ts'
import { type SignedInPerson, signedInPerson } from '../db/signed-in.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { mayHaveTokens, type TokenScope, type Who } from '../domain/permissions.ts'
import { sha256 } from '../db/sha256.ts'

/** What a token is good for today; 'unfounded' while its maker is not of HR, or gone. */
export const tokenStates = ['valid', 'unfounded', 'expired', 'revoked'] as const
export type TokenState = (typeof tokenStates)[number]

/** @param maker null = has left */
export function tokenState(token: ServiceToken, maker: Who | null, at: Instant): TokenState {
  if (token.revokedAt !== null) return 'revoked'
  if (at >= token.expiresAt) return 'expired'
  return maker !== null && mayHaveTokens(maker) ? 'valid' : 'unfounded'
}

/** A new token as its program shows it, told once; the table keeps only its hash. */
export function newSecret(): { secret: string; tokenHash: string } {
  const secret = PREFIX + randomBytes(32).toString('base64url')
  return { secret, tokenHash: sha256(secret) }
}

/** So that whoever finds one, such as a scanner of repositories, knows what it is. */
const PREFIX = 'aarshjul_'

/** What the request shows as its token, good or not; null where it shows none. */
export function bearerToken(req: Request): string | null {
  const [, shown] = /^bearer\b *(.*)$/i.exec(req.get('authorization') ?? '') ?? []
  return shown ?? null
}

interface Deps {
  readonly db: Db
  readonly realTime: Clock
  readonly localTime: (at: Instant) => { on: Day }
}

/** For whom a program acts, with what it was given; null where its token is not valid. */
export async function bearerOf(
  { db, realTime, localTime }: Deps,
  shown: string,
  today: Day,
): Promise<{ tokenId: string; scopes: readonly TokenScope[]; person: SignedInPerson } | null> {
  const token = await findToken(db, sha256(shown))
  if (token === null) return null
  const maker = await signedInPerson(db, token.personId, today)
  const at = await realTime.now()
  if (maker === null || tokenState(token, maker, at) !== 'valid') return null
  const { on } = localTime(at)
  if (token.lastUsedOn !== on) await noteTokenUsed(db, token.id, on)
  return { tokenId: token.id, scopes: token.scopes, person: { ...maker, isProgram: true } }
}
