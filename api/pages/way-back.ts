import type { Request, Response } from 'express'
import type { Config } from '../../config/config.ts'
import { cookieOf, readCookie, readCookies, setCookie } from '../cookies.ts'

const NAME = 'aarshjul-way'
/** As long as a sign-in link works, and a little more. */
const SECONDS = 15 * 60

/** Keeps the page somebody asked for while they sign in. */
export function rememberWay(config: Config, res: Response, path: string): void {
  setCookie(res, cookieOf(config, NAME, encodeURIComponent(path), SECONDS))
}

/** The page to go on to after signing in; home where none was asked for. Takes the cookie away. */
export function wayBack(config: Config, req: Request, res: Response): string {
  const kept = readCookie(config, readCookies(req.headers.cookie), NAME)
  if (kept === null) return '/'
  setCookie(res, cookieOf(config, NAME, '', 0))
  return ownPath(decoded(kept))
}

/** A path of this service: never an address that leads out of it. */
export function ownPath(path: string): string {
  const base = 'http://aarshjul.invalid'
  if (!path.startsWith('/') || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  // '/x/..//evil.example' becomes a path that browsers read as another host's.
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return '/'
  }
}
