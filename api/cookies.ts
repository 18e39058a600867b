import type { Response } from 'express'

/** Where people come from decides how cookies are kept. */
interface Place {
  readonly publicUrl: string
}

/** Over https `__Host-`: browsers then refuse the cookie from anybody else on the domain. */
export function cookieName({ publicUrl }: Place, name: string): string {
  return isSecure(publicUrl) ? `__Host-${name}` : name
}

/** A cookie as an answer's header says it; gone at once with 0 seconds. */
export function cookieOf(place: Place, name: string, value: string, seconds: number): string {
  const secure = isSecure(place.publicUrl) ? '; Secure' : ''
  return `${cookieName(place, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}

export function setCookie(res: Response, cookie: string): void {
  res.append('Set-Cookie', cookie)
}

/** The cookies of a request, by the name they have here. */
export type Cookies = Readonly<Record<string, string>>

/** A damaged cookie is as good as none. */
export function readCookies(header: string | undefined): Cookies {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}

export function readCookie(place: Place, cookies: Cookies, name: string): string | null {
  return cookies[cookieName(place, name)] || null
}

export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}
