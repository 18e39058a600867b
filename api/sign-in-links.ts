import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '../db/client.ts'
import { type Clock, systemClock } from '../db/clock.ts'
import { queueSignInMail } from '../db/outbox.ts'
import { countOpenSignInLinks, insertSignInLink, peopleWithEmail } from '../db/sessions.ts'
import { oneOfEachRole } from '../db/sample-people.ts'
import { type Day, type Instant, MINUTE } from '../domain/calendar/day.ts'
import { sha256 } from './cause.ts'

/** How long a link can be used, on real time. */
export const LINK_LENGTH = 10 * MINUTE
/** Nobody can be flooded with sign-in mails: so many links may be open for one person. */
const MOST_OPEN_LINKS = 5

/** Makes a single-use link for a person and answers its address; the table keeps only the token's hash. */
export async function createSignInLink(
  db: Db,
  personId: string,
  publicUrl: string,
  realTime: Clock = systemClock,
): Promise<string> {
  const { token } = await insertLink(db, personId, await realTime.now())
  return `${publicUrl}/sign-in/${token}`
}

/** For `npm start`: one person of every role, with a fresh link each. */
export async function createSignInLinks(
  db: Db,
  publicUrl: string,
): Promise<readonly { label: string; url: string }[]> {
  const links: { label: string; url: string }[] = []
  for (const { label, personId } of await oneOfEachRole(db)) {
    links.push({ label, url: await createSignInLink(db, personId, publicUrl) })
  }
  return links
}

/**
 * Mails a link to whoever has the address; nothing happens, and nothing tells, where nobody has it or they have left.
 */
export async function mailSignInLink(
  deps: { db: Db; clock: Clock; realTime: Clock; localTime: (at: Instant) => { on: Day } },
  email: string,
): Promise<void> {
  const at = await deps.clock.now()
  const today = deps.localTime(at).on
  const realAt = await deps.realTime.now()
  await deps.db.$transaction(async (tx) => {
    for (const personId of await peopleWithEmail(tx, email.trim().toLowerCase(), today)) {
      if ((await countOpenSignInLinks(tx, personId, realAt)) >= MOST_OPEN_LINKS) continue
      const { token, tokenHash } = await insertLink(tx, personId, realAt)
      await queueSignInMail(tx, { personId, token, tokenHash, at })
    }
  })
}

async function insertLink(
  tx: Tx,
  personId: string,
  at: Instant,
): Promise<{ token: string; tokenHash: string }> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = sha256(token)
  await insertSignInLink(tx, { tokenHash, personId, expiresAt: at + LINK_LENGTH })
  return { token, tokenHash }
}
