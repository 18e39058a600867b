import { readFileSync } from 'node:fs'
import * as forms from './forms.ts'
import type { Reading } from './reading.ts'

/** TLS to Temporal as its clients take it; false: none, true: with what the machine trusts. */
export type TemporalTls =
  | boolean
  | {
      readonly serverRootCACertificate?: Uint8Array
      /** How this program shows who it is. */
      readonly clientCertPair?: { readonly crt: Uint8Array; readonly key: Uint8Array }
    }

/**
 * Complains where a database on another machine would be reached without TLS, or with TLS that believes anybody,
 * unless the setting says that this is meant.
 */
export function checkDatabaseTls(reading: Reading, databaseUrl: string | null): void {
  const isRequired = reading.optional('DATABASE_TLS', onOrOff, 'on') === 'on'
  if (!isRequired || !databaseUrl || isThisMachine(hostOf(databaseUrl))) return
  const mode = new URL(databaseUrl).searchParams.get('sslmode')
  if (mode === 'verify-full' || mode === 'verify-ca') return
  reading.complain(
    'DATABASE_URL',
    'an address that ends in ?sslmode=verify-full because it is of another machine, or DATABASE_TLS=off where the network between is yours alone',
  )
}

/** TLS to a Temporal server; on by itself where the server is another machine. */
export function readTemporalTls(reading: Reading, temporalAddress: string | null): TemporalTls {
  const isNear = temporalAddress === null || isThisMachine(temporalAddress.replace(/:\d+$/, ''))
  const isOn = reading.optional('TEMPORAL_TLS', onOrOff, isNear ? 'off' : 'on') === 'on'
  const ca = reading.optional('TEMPORAL_TLS_CA', certificateFile, null)
  const crt = reading.optional('TEMPORAL_TLS_CERT', certificateFile, null)
  const key = reading.optional('TEMPORAL_TLS_KEY', certificateFile, null)
  if (reading.has('TEMPORAL_TLS_CERT') && !reading.has('TEMPORAL_TLS_KEY'))
    reading.complainMissing('TEMPORAL_TLS_KEY', { expected: 'the file with the key of TEMPORAL_TLS_CERT' })
  if (!isOn) {
    if (ca ?? crt ?? key) reading.complain('TEMPORAL_TLS', 'on while certificates for it are given')
    return false
  }
  if (!ca && !crt) return true
  return {
    ...(ca && { serverRootCACertificate: ca }),
    ...(crt && key && { clientCertPair: { crt, key } }),
  }
}

const onOrOff = forms.oneOf('on', 'off')

const certificateFile: forms.Form<Uint8Array> = {
  expected: 'a file in PEM form that can be read here',
  parse: (path) => {
    try {
      const content = readFileSync(path)
      return content.includes('-----BEGIN ') ? content : undefined
    } catch {
      return undefined
    }
  },
}

/** Empty for a socket in the file system. */
function hostOf(databaseUrl: string): string {
  const { hostname, searchParams } = new URL(databaseUrl)
  return searchParams.get('host') ?? hostname
}

/** Whether nobody beyond this machine is meant. */
export function isThisMachine(host: string): boolean {
  return host === '' || host.startsWith('/') || /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}
