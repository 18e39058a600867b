import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { consumeSignInLink, forgetExpired } from '../db/sessions.ts'
import { sha256 } from './cause.ts'
import { beginSession } from './session.ts'

/** Uses a link up and answers the cookie of a new session; null where the link cannot be used. */
export async function signInWithToken(
  deps: { db: Db; realTime: Clock; config: { publicUrl: string } },
  token: string,
): Promise<string | null> {
  const at = await deps.realTime.now()
  const personId = await consumeSignInLink(deps.db, sha256(token), at)
  // Often enough to keep the tables small, seldom enough to cost nothing.
  if (personId !== null) await forgetExpired(deps.db, at)
  return personId === null ? null : beginSession(deps, personId)
}
