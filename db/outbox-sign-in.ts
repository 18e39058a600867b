import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** Until when a sign-in link works, on real time; null where it was used, is over or never was. */
export async function openSignInLinkUntil(tx: Tx, tokenHash: string): Promise<Instant | null> {
  const rows = await tx.$queryRaw<{ expires_at: Date }[]>`
    SELECT expires_at FROM sign_in_link WHERE token_hash = ${tokenHash} AND used_at IS NULL AND expires_at > now()`
  return rows[0]?.expires_at.getTime() ?? null
}
