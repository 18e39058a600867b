import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { consumeSignInLink } from '../db/sessions.ts'
import { sha256 } from './cause.ts'
import { beginSession } from './session.ts'

/** Uses a link up and answers the cookie of a new session; null where the link cannot be used. */
export async function signInWithToken(
  deps: { db: Db; realTime: Clock; config: { publicUrl: string } },
  token: string,
): Promise<string | null> {
  const personId = await consumeSignInLink(deps.db, sha256(token), await deps.realTime.now())
  return personId === null ? null : beginSession(deps, personId)
}
