import { randomBytes, randomUUID } from 'node:crypto'
import type { Db, Tx } from '../db/client.ts'
import { type Clock, systemClock } from '../db/clock.ts'
import { queueSignInMail } from '../db/outbox.ts'
import { insertSignInLink, makeRoomForLink, peopleWithEmail } from '../db/sessions.ts'
import { signInToken } from '../db/sign-in-token.ts'
import { signedInPerson } from '../db/signed-in.ts'
import { needsStrongSignIn } from '../domain/permissions.ts'
import { oneOfEachRole } from '../db/sample-people.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { browserHashes, LINK_LENGTH } from './asking-browser.ts'
import { sha256 } from '../db/sha256.ts'
import type { AppContext } from './context.ts'

/** Makes a single-use link for a person, for any browser, and answers its address; the table keeps the token's hash. */
export async function createSignInLink(
  db: Db,
  personId: string,
  publicUrl: string,
  realTime: Clock = systemClock,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertLink(db, personId, { token, at: await realTime.now(), nonce: null })
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
 * Mails a link to whoever has the address, for the browser that asks; nothing happens, and nothing tells, where nobody
 * has it, they have left, or it has just become theirs. Nobody waits for it: how long it takes would tell.
 */
export function mailSignInLink(deps: MailDeps, email: string, nonce: string): void {
  deps.background.start('sign-in-link', () => mailLinks(deps, email.trim().toLowerCase(), nonce))
}

type MailDeps = Pick<AppContext, 'db' | 'config' | 'clock' | 'realTime' | 'localTime' | 'background'>

async function mailLinks(deps: MailDeps, email: string, nonce: string): Promise<void> {
  const at = await deps.clock.now()
  const today = deps.localTime(at).on
  const realAt = await deps.realTime.now()
  const [key] = deps.config.temporalKeys
  if (key === undefined) throw new Error('TEMPORAL_KEYS: expected at least one')
  await deps.db.$transaction(async (tx) => {
    for (const personId of await peopleWithEmail(tx, email, { today, now: at })) {
      if (!(await mayUseLinks(deps, tx, personId, today))) continue
      if (!(await makeRoomForLink(tx, { personId, browserHash: sha256(nonce) }, realAt))) continue
      const linkId = randomUUID()
      const token = signInToken(key.bytes, linkId)
      const tokenHash = await insertLink(tx, personId, { token, at: realAt, nonce })
      await queueSignInMail(tx, { personId, email, linkId, tokenHash, at })
    }
  })
}

/** Where links are not for everybody, they are not for those whose roles ask for more. */
async function mayUseLinks({ config }: MailDeps, tx: Tx, personId: string, today: Day): Promise<boolean> {
  if (config.signIn.links === 'everybody') return true
  const person = await signedInPerson(tx, personId, today)
  return person !== null && !needsStrongSignIn(person)
}

/** Answers the token's hash, which is all that the table keeps of it. */
async function insertLink(
  tx: Tx,
  personId: string,
  { token, at, nonce }: { token: string; at: Instant; nonce: string | null },
): Promise<string> {
  const tokenHash = sha256(token)
  const hashes = nonce === null ? { browserHash: null, codeHash: null } : browserHashes(token, nonce)
  await insertSignInLink(tx, { tokenHash, personId, expiresAt: at + LINK_LENGTH, ...hashes })
  return tokenHash
}
