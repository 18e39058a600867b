import type { Request, Response } from 'express'
import { readCookies } from '../session.ts'

const NAME = 'aarshjul-way'
/** As long as a sign-in link works, and a little more. */
const SECONDS = 15 * 60

/** Keeps the page somebody asked for while they sign in. */
export function rememberWay(res: Response, path: string): void {
  res.append(
    'Set-Cookie',
    `${NAME}=${encodeURIComponent(path)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}`,
  )
}

/** The page to go on to after signing in; home where none was asked for. Takes the cookie away. */
export function wayBack(req: Request, res: Response): string {
  const kept = readCookies(req.headers.cookie)[NAME]
  if (!kept) return '/'
  res.append('Set-Cookie', `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
  return ownPath(decoded(kept))
}

/** A path of this service: never an address that leads out of it. */
export function ownPath(path: string): string {
  const base = 'http://aarshjul.invalid'
  if (!path.startsWith('/') || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  return url.origin === base ? url.pathname + url.search : '/'
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return '/'
  }
}
