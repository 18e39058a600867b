import { z } from 'zod'

/** How one variable is read: the form a complaint names, and a parser that answers undefined for anything else. */
export type Form<T> = {
  readonly expected: string
  readonly parse: (text: string) => T | undefined
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Form<T> {
  return { expected: allowed.join(', '), parse: (text) => allowed.find((value) => value === text) }
}

export function wholeNumber(from: number, to: number): Form<number> {
  return {
    expected: `a whole number from ${from} to ${to}`,
    parse: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      return value >= from && value <= to ? value : undefined
    },
  }
}

export const port = wholeNumber(1, 65_535)

export const anyText: Form<string> = { expected: 'a text', parse: (text) => text }

/** As the changes tell them. */
export const names: Form<readonly string[]> = {
  expected: 'names such as wait-for-room, several separated by commas',
  parse: (text) => {
    const named = text.split(',').map((name) => name.trim())
    return named.every((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) ? named : undefined
  },
}

/** An absolute http or https address, answered with scheme and host in small letters and without a trailing slash. */
export const webAddress: Form<string> = {
  expected: 'an address such as https://mus.example.dk',
  parse: (text) => {
    const url = parseUrl(text)
    return url && /^https?:$/.test(url.protocol) ? url.href.replace(/\/+$/, '') : undefined
  },
}

export const databaseAddress: Form<string> = {
  expected: 'an address such as postgresql://user:password@host:5432/aarshjul',
  parse: (text) => {
    const url = parseUrl(text)
    return url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? text : undefined
  },
}

export const hostAndPort: Form<string> = {
  expected: 'host:port, such as 127.0.0.1:7233',
  parse: (text) => {
    const [, portText] = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+):(\d{1,5})$/i.exec(text) ?? []
    return portText && port.parse(portText) !== undefined ? text : undefined
  },
}

export type Mailbox = { readonly name: string; readonly address: string }

export const mailbox: Form<Mailbox> = {
  expected: 'an address such as mus@example.dk or Årshjulet <mus@example.dk>',
  parse: (text) => {
    const [, name, inAngles] = /^"?([^"<>]*?)"?\s*<([^<>]+)>$/.exec(text) ?? []
    const address = inAngles ?? text
    return /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address) ? { name: name ?? '', address } : undefined
  },
}

export type SmtpAddress = {
  readonly host: string
  readonly port: number | undefined
  readonly secure: 'tls' | undefined
  readonly user: string | undefined
  readonly password: string | undefined
}

export const smtpAddress: Form<SmtpAddress> = {
  expected: 'an address such as smtp://user:password@host:587 or smtps://host',
  parse: (text) => {
    const url = parseUrl(text)
    if (!url?.hostname || !/^smtps?:$/.test(url.protocol)) return undefined
    return {
      host: url.hostname,
      port: url.port ? Number(url.port) : undefined,
      secure: url.protocol === 'smtps:' ? 'tls' : undefined,
      user: url.username ? decodeURIComponent(url.username) : undefined,
      password: url.password ? decodeURIComponent(url.password) : undefined,
    }
  },
}

export type PayloadKey = { readonly id: string; readonly bytes: Uint8Array }

/** The first encrypts; the others only read what was encrypted before. */
export const payloadKeys: Form<readonly PayloadKey[]> = {
  expected: 'id:key, or several separated by commas; each key 32 bytes in base64 (openssl rand -base64 32)',
  parse: (text) => {
    const keys = text.split(',').map((one) => payloadKey(one.trim()))
    const ids = new Set(keys.map((key) => key?.id))
    return ids.size === keys.length && keys.every((key) => key !== null) ? keys : undefined
  },
}

function payloadKey(text: string): PayloadKey | null {
  const [, id = '', base64 = ''] = /^([a-z0-9][a-z0-9.-]*):([A-Za-z0-9+/]{43}=)$/.exec(text) ?? []
  return id === '' ? null : { id, bytes: Buffer.from(base64, 'base64') }
}

/** One of the workplace's sign-in services, by OpenID Connect. */
export type SignInProvider = {
  /** A short word for addresses, such as 'entra'. */
  readonly id: string
  /** As people know it: 'Log ind med …'. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** What the claim holds of the person: an employee number or a mail address. */
  readonly matchBy: 'number' | 'mail'
  readonly claim: string
  /** The provider checks every address itself and does not say so of each (`email_verified`). */
  readonly checksMails: boolean
  /** Values of `acr` and `amr` that mean more than one factor. */
  readonly acr: readonly string[]
  readonly amr: readonly string[]
}

/** Microsoft's addresses for the people of any tenant, whose own administrators choose what is said of them. */
export function isOfManyTenants(issuer: string): boolean {
  const { hostname, pathname } = new URL(issuer)
  return /microsoftonline/i.test(hostname) && /^\/(common|organizations|consumers)(\/|$)/i.test(pathname)
}

/** @param isProduction then the issuers are reached over https alone */
export function signInProviders(isProduction: boolean): Form<readonly SignInProvider[]> {
  const issuer = z.url(isProduction ? { protocol: /^https$/ } : { protocol: /^https?$/ })
  const text = z.string().trim().min(1)
  const provider = z
    .strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: text,
      issuer,
      clientId: text,
      clientSecret: text,
      scope: text.default('openid profile email'),
      matchBy: z.enum(['number', 'mail']),
      claim: text.optional(),
      checksMails: z.boolean().default(false),
      acr: z.array(text).default([]),
      amr: z.array(text).default(['mfa']),
    })
    .transform(({ claim, ...rest }) => ({
      ...rest,
      claim: claim ?? (rest.matchBy === 'mail' ? 'email' : 'employee_number'),
    }))
  const providers = z.array(provider).min(1)
  return {
    expected:
      'JSON such as [{"id":"work","name":"Example Kommune","issuer":"https://login.example.dk","clientId":"…","clientSecret":"…","matchBy":"number"}], each id once',
    parse: (json) => {
      const read = providers.safeParse(parseJson(json))
      const isEachOnce = new Set(read.data?.map(({ id }) => id)).size === read.data?.length
      return read.success && isEachOnce ? read.data : undefined
    },
  }
}

export const zone: Form<string> = {
  expected: 'an IANA time zone such as Europe/Copenhagen',
  parse: (text) => {
    if (!/^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)*$/.test(text)) return undefined
    try {
      new Intl.DateTimeFormat('en', { timeZone: text })
      return text
    } catch {
      return undefined
    }
  },
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
