import type { Instant } from '../domain/calendar/day.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { endSessionsWithin } from './sessions.ts'
import { sha256 } from './sha256.ts'

/** What a provider calls somebody, and their session there; the tables know either as a hash. */
export interface AtProvider {
  readonly subject: string | null
  readonly session: string | null
}

/** What a provider has ended: one session, or all of a person where it names none. */
export interface SignOutThere extends AtProvider {
  readonly tokenId: string
  /** When the token could be used no longer at the latest. */
  readonly expiresAt: Instant
}

/** A provider's own name for something, of use to nobody who reads the table; the same name of another is another's. */
export function markOf(issuer: string, name: string): string {
  return sha256(`${issuer} ${name}`)
}

/** Ends what began with the session there, once for each of the provider's tokens; false for one that was used before. */
export async function endByProvider(
  db: Db,
  { tokenId, expiresAt, subject, session }: SignOutThere,
  at: Instant,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const used = await tx.$executeRaw`INSERT INTO logout_token (id, expires_at)
      VALUES (${tokenId}, ${new Date(expiresAt)}) ON CONFLICT DO NOTHING`
    if (used === 0) return false
    await endSessionsWithin(tx, isOf({ subject, session }), 'provider-ended', at)
    return true
  })
}

/** A session of which the provider told no name of its own ends with any of its person's. */
function isOf({ subject, session }: AtProvider): Prisma.Sql {
  if (subject === null) return Prisma.sql`provider_session = ${session}`
  if (session === null) return Prisma.sql`provider_subject = ${subject}`
  return Prisma.sql`provider_subject = ${subject} AND coalesce(provider_session, ${session}) = ${session}`
}
