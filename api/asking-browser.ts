import { createHash, randomBytes } from 'node:crypto'
import type { Config } from '../config/config.ts'
import { MINUTE } from '../domain/calendar/day.ts'
import { sha256 } from '../db/sha256.ts'
import { type Cookies, cookieOf, readCookie } from './cookies.ts'

/** How long a link can be used, on real time. */
export const LINK_LENGTH = 10 * MINUTE

const NAME = 'aarshjul-asked'

/** The browser that asks for a link: the link works in it alone, or elsewhere with the code that it shows. */
export interface AskingBrowser {
  /** A secret of the browser's, kept in its cookie. */
  readonly nonce: string
  /** Six digits for whoever opens the mail in another browser. */
  readonly code: string
  readonly cookie: string
}

/** The same browser keeps its secret while it asks again, so that the link it asked for first still works in it. */
export function askingBrowser(config: Config, cookies: Cookies): AskingBrowser {
  const nonce = nonceOf(config, cookies) ?? randomBytes(32).toString('base64url')
  return { nonce, code: codeOf(nonce), cookie: cookieOf(config, NAME, nonce, KEPT / 1000) }
}

/** The secret of the browser that sends a request; null where it has not asked for a link. */
export function nonceOf(config: Config, cookies: Cookies): string | null {
  const nonce = readCookie(config, cookies, NAME)
  return nonce !== null && /^[\w-]{43}$/.test(nonce) ? nonce : null
}

/** What a link's row keeps of the browser. The code is hashed with the token, which no table holds. */
export function browserHashes(token: string, nonce: string): { browserHash: string; codeHash: string } {
  return { browserHash: sha256(nonce), codeHash: codeHash(token, codeOf(nonce)) }
}

/** People write the code with spaces, as it is shown. */
export function codeHash(token: string, code: string): string {
  return sha256(`${token}:${code.replaceAll(/\s/g, '')}`)
}

/** As long as a link works, and a little more. */
const KEPT = LINK_LENGTH + 5 * MINUTE

function codeOf(nonce: string): string {
  const number = createHash('sha256').update(`code:${nonce}`).digest().readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}
