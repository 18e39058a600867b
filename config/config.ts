import { resolve } from 'node:path'
import { checkDatabaseTls, isThisMachine, readTemporalTls, type TemporalTls } from './connections.ts'
import type { Env } from './env.ts'
import type { Mailbox, PayloadKey, SignInProvider } from './forms.ts'
import * as forms from './forms.ts'
import { Reading } from './reading.ts'

export type { SignInProvider } from './forms.ts'

export type Mode = 'embedded' | 'production' | 'test' | 'demo'

export type SmtpServer = {
  readonly host: string
  readonly port: number
  /** tls: from the first byte; starttls: required before anything is said; none: only outside production. */
  readonly secure: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: string | null
  /** How many mails may be on their way to the server at once. */
  readonly maxConnections: number
}

export type SessionLimits = {
  /** However much it is used. */
  readonly hours: number
  readonly idleMinutes: number
}

/** The settings of an installation, checked. Ports are TCP ports; null means "not wanted". */
export type Settings = {
  readonly mode: Mode
  readonly host: string
  /** 0 = any free port. */
  readonly port: number
  /** The address people use, without a trailing slash; every link in a mail begins with it. */
  readonly publicUrl: string
  /** How many proxies stand in front; the addresses that they tell are believed. */
  readonly trustedProxies: number
  /** Absolute path of the folder with everything the embedded mode keeps. */
  readonly dataFolder: string
  /** Where it is noted who was erased, by opaque id, outside the database. */
  readonly erasuresFolder: string
  readonly temporalNamespace: string
  readonly temporalTls: TemporalTls
  readonly taskQueue: string
  /** Changes of the workflows that none begins with yet (docs/operations.md, upgrading). */
  readonly heldPatches: readonly string[]
  readonly mail: {
    readonly from: Mailbox
    /** Where undeliverable mail goes (the envelope's sender). */
    readonly bounceAddress: string
    readonly sink:
      | { readonly kind: 'outbox'; readonly folder: string }
      | { readonly kind: 'smtp'; readonly server: SmtpServer }
  }
  readonly journal:
    | { readonly gateway: 'folder'; readonly folder: string }
    | { readonly gateway: 'manual' }
    | { readonly gateway: 'off' }
  /** Free text such as a KLE number, and who may open plans in the personnel file; '' for none (R8.1). */
  readonly filedUnder: { readonly classification: string; readonly accessGroup: string }
  /** IANA name. */
  readonly zone: string
  /** The language of a person whose own is not known. */
  readonly defaultLanguage: 'da' | 'en'
  readonly talkName: 'MUS' | 'PUS' | 'PU-samtale' | 'medarbejdersamtale'
  readonly employerName: string
  /** The employer's own notice on personal data, in place of the service's page. */
  readonly gdprNoticeUrl: string | null
  /** The data protection officer, as the notice names them. */
  readonly dataProtectionContact: string | null
  /** The accessibility statement that public employers owe (WCAG). */
  readonly accessibilityStatementUrl: string | null
  readonly signIn: {
    /** Whether people may sign in by mailed link: nobody, all but those whose roles ask for more, or everybody. */
    readonly links: 'off' | 'employees' | 'everybody'
    readonly providers: readonly SignInProvider[]
  }
  /** How long somebody stays signed in: those with a role reach more, and are asked again sooner. */
  readonly sessions: { readonly ofOthers: SessionLimits; readonly ofRoles: SessionLimits }
  readonly apiMetricsPort: number | null
  readonly workerMetricsPort: number | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** system: the machine's; table: a row that only a test's or the demo's player moves. */
  readonly clock: 'system' | 'table'
}

/** What a running api or worker needs. */
export type Config = Settings & {
  readonly databaseUrl: string
  readonly temporalAddress: string
  /** With which everything is encrypted that enters Temporal: the first encrypts, all decrypt. */
  readonly temporalKeys: readonly PayloadKey[]
}

/** What the supervisor needs; null means that it starts its own. */
export type StartConfig = Settings & {
  readonly databaseUrl: string | null
  readonly temporalAddress: string | null
  readonly temporalKeys: readonly PayloadKey[] | null
  /** Path of a Temporal program that the installation brings itself. */
  readonly temporalCli: string | null
  readonly temporalMetricsPort: number | null
}

/** The settings of an api or worker process; throws ConfigError. */
export function toConfig(env: Env): Config {
  const reading = new Reading(env)
  const databaseUrl = reading.required('DATABASE_URL', forms.databaseAddress, '')
  checkDatabaseTls(reading, databaseUrl)
  const temporalAddress = reading.required('TEMPORAL_ADDRESS', forms.hostAndPort, '')
  const temporalKeys = reading.required('TEMPORAL_KEYS', forms.payloadKeys, [])
  const settings = readSettings(reading, temporalAddress)
  reading.refuseIfComplained()
  return { ...settings, databaseUrl, temporalAddress, temporalKeys }
}

/** The address of the database, for a program that needs nothing else; throws ConfigError. */
export function toDatabaseUrl(env: Env): string {
  const reading = new Reading(env)
  const databaseUrl = reading.required('DATABASE_URL', forms.databaseAddress, '')
  checkDatabaseTls(reading, databaseUrl)
  reading.refuseIfComplained()
  return databaseUrl
}

/** The settings of the supervisor (`npm start`), which may start PostgreSQL and Temporal itself; throws ConfigError. */
export function toStartConfig(env: Env): StartConfig {
  const reading = new Reading(env)
  const databaseUrl = reading.optional('DATABASE_URL', forms.databaseAddress, null)
  checkDatabaseTls(reading, databaseUrl)
  const temporalAddress = reading.optional('TEMPORAL_ADDRESS', forms.hostAndPort, null)
  const settings = readSettings(reading, temporalAddress)
  const temporalKeys = reading.optional('TEMPORAL_KEYS', forms.payloadKeys, null)
  const temporalCli = reading.optional('TEMPORAL_CLI', forms.anyText, null)
  const temporalMetricsPort = reading.optional('TEMPORAL_METRICS_PORT', forms.port, null)
  if (settings.mode === 'production') {
    if (!databaseUrl) reading.complainMissing('DATABASE_URL', forms.databaseAddress)
    if (!temporalAddress) reading.complainMissing('TEMPORAL_ADDRESS', forms.hostAndPort)
    if (!temporalKeys) reading.complainMissing('TEMPORAL_KEYS', forms.payloadKeys)
  }
  reading.refuseIfComplained()
  return { ...settings, databaseUrl, temporalAddress, temporalKeys, temporalCli, temporalMetricsPort }
}

function readSettings(reading: Reading, temporalAddress: string | null): Settings {
  const mode = reading.optional('MODE', forms.oneOf('embedded', 'production', 'test', 'demo'), 'embedded')
  const isProduction = mode === 'production'
  const dataFolder = resolve(reading.optional('DATA_FOLDER', forms.anyText, '.data'))
  const port = reading.optional('PORT', forms.wholeNumber(0, 65_535), 3000)
  return {
    mode,
    host: readHost(reading, isProduction),
    port,
    publicUrl: readPublicUrl(reading, isProduction, port),
    trustedProxies: readTrustedProxies(reading, isProduction),
    dataFolder,
    erasuresFolder: resolve(
      reading.optional('ERASURES_FOLDER', forms.anyText, resolve(dataFolder, 'erasures')),
    ),
    temporalNamespace: reading.optional('TEMPORAL_NAMESPACE', forms.anyText, 'default'),
    temporalTls: readTemporalTls(reading, temporalAddress),
    taskQueue: reading.optional('TASK_QUEUE', forms.anyText, 'aarshjul'),
    heldPatches: reading.optional('HELD_PATCHES', forms.names, []),
    mail: readMail(reading, isProduction, dataFolder),
    journal: readJournal(reading, isProduction, dataFolder),
    filedUnder: {
      classification: reading.optional('JOURNAL_CLASSIFICATION', forms.anyText, ''),
      accessGroup: reading.optional('JOURNAL_ACCESS_GROUP', forms.anyText, ''),
    },
    zone: reading.optional('ZONE', forms.zone, 'Europe/Copenhagen'),
    defaultLanguage: reading.optional('DEFAULT_LANGUAGE', forms.oneOf('da', 'en'), 'da'),
    talkName: reading.optional(
      'TALK_NAME',
      forms.oneOf('MUS', 'PUS', 'PU-samtale', 'medarbejdersamtale'),
      'MUS',
    ),
    employerName: isProduction
      ? reading.required('EMPLOYER_NAME', forms.anyText, '')
      : reading.optional('EMPLOYER_NAME', forms.anyText, 'Solbakke Kommune'),
    gdprNoticeUrl: reading.optional('GDPR_NOTICE_URL', forms.webAddress, null),
    dataProtectionContact: reading.optional('DATA_PROTECTION_CONTACT', forms.anyText, null),
    accessibilityStatementUrl: reading.optional('ACCESSIBILITY_STATEMENT_URL', forms.webAddress, null),
    signIn: readSignIn(reading, isProduction),
    sessions: readSessions(reading),
    apiMetricsPort: reading.optional('API_METRICS_PORT', forms.port, null),
    workerMetricsPort: reading.optional('WORKER_METRICS_PORT', forms.port, null),
    logLevel: reading.optional('LOG_LEVEL', logLevels, 'info'),
    clock: readClock(reading, mode),
  }
}

const logLevels = forms.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')

/** Outside production anybody may sign in as anybody and read the mails: that is for this machine alone. */
function readHost(reading: Reading, isProduction: boolean): string {
  const host = reading.optional('HOST', forms.anyText, isProduction ? '0.0.0.0' : '127.0.0.1')
  const isForAll = reading.optional('OPEN_TO_NETWORK', forms.oneOf('yes', 'no'), 'no') === 'yes'
  if (!isProduction && !isForAll && !isThisMachine(host))
    reading.complain(
      'HOST',
      '127.0.0.1 unless MODE is production, because whoever reaches it can sign in as anybody; OPEN_TO_NETWORK=yes where that is meant',
    )
  return host
}

function readPublicUrl(reading: Reading, isProduction: boolean, port: number): string {
  if (!isProduction) return reading.optional('PUBLIC_URL', forms.webAddress, `http://localhost:${port}`)
  const url = reading.required('PUBLIC_URL', forms.webAddress, '')
  if (url.startsWith('http:')) {
    reading.complain(
      'PUBLIC_URL',
      'an https address when MODE is production, because sign-in travels over it',
    )
  }
  return url
}

/** The service itself speaks no TLS: in production somebody in front of it must. */
function readTrustedProxies(reading: Reading, isProduction: boolean): number {
  if (isProduction) return reading.required('TRUSTED_PROXIES', forms.wholeNumber(1, 5), 0)
  return reading.optional('TRUSTED_PROXIES', forms.wholeNumber(0, 5), 0)
}

function readMail(reading: Reading, isProduction: boolean, dataFolder: string): Settings['mail'] {
  const from = isProduction
    ? reading.required('MAIL_FROM', forms.mailbox, { name: '', address: '' })
    : reading.optional('MAIL_FROM', forms.mailbox, { name: '', address: 'mus@solbakke.example' })
  const bounce = reading.optional('MAIL_BOUNCE', forms.mailbox, from)
  const hasServer = reading.has('SMTP_URL') || reading.has('SMTP_HOST')
  const sink = reading.optional(
    'MAIL_SINK',
    forms.oneOf('outbox', 'smtp'),
    hasServer || isProduction ? 'smtp' : 'outbox',
  )
  if (isProduction && sink === 'outbox') {
    reading.complain('MAIL_SINK', 'smtp when MODE is production, because nobody reads the outbox folder')
  }
  return {
    from: { name: from.name || 'Årshjulet', address: from.address },
    bounceAddress: bounce.address,
    sink:
      sink === 'outbox'
        ? { kind: 'outbox', folder: resolve(dataFolder, 'outbox') }
        : { kind: 'smtp', server: readSmtpServer(reading, isProduction) },
  }
}

function readSmtpServer(reading: Reading, isProduction: boolean): SmtpServer {
  const url = reading.optional('SMTP_URL', forms.smtpAddress, null)
  const named = reading.optional('SMTP_HOST', forms.anyText, null)
  if (reading.has('SMTP_URL') && named)
    reading.complain('SMTP_HOST', 'nothing while SMTP_URL is set: give one of the two')
  if (!reading.has('SMTP_URL') && !named) {
    reading.complainMissing('SMTP_HOST', {
      expected: 'the mail server, or SMTP_URL, because MAIL_SINK is smtp',
    })
  }
  const secureForm = forms.oneOf('tls', 'starttls', 'none')
  const secure = reading.optional('SMTP_SECURE', secureForm, url?.secure ?? 'starttls')
  if (isProduction && secure === 'none') {
    reading.complain('SMTP_SECURE', 'tls or starttls when MODE is production')
  }
  const user = reading.optional('SMTP_USER', forms.anyText, url?.user ?? null)
  const password = reading.optional('SMTP_PASSWORD', forms.anyText, url?.password ?? null)
  if (user && !password) reading.complainMissing('SMTP_PASSWORD', { expected: 'the password of SMTP_USER' })
  return {
    host: url?.host ?? named ?? '',
    port: reading.optional('SMTP_PORT', forms.port, url?.port ?? (secure === 'tls' ? 465 : 587)),
    secure,
    user,
    password,
    maxConnections: reading.optional('SMTP_MAX_CONNECTIONS', forms.wholeNumber(1, 100), 2),
  }
}

function readJournal(reading: Reading, isProduction: boolean, dataFolder: string): Settings['journal'] {
  const gateways = forms.oneOf('folder', 'manual', 'off')
  const gateway = isProduction
    ? reading.required('JOURNAL', gateways, 'off')
    : reading.optional('JOURNAL', gateways, 'folder')
  if (gateway !== 'folder') return { gateway }
  const folder = isProduction
    ? reading.required('JOURNAL_FOLDER', forms.anyText, '')
    : reading.optional('JOURNAL_FOLDER', forms.anyText, resolve(dataFolder, 'personnel-file'))
  return { gateway, folder: resolve(folder) }
}

function readSignIn(reading: Reading, isProduction: boolean): Settings['signIn'] {
  const form = forms.signInProviders(isProduction)
  const providers = isProduction
    ? reading.required('OIDC_PROVIDERS', form, [])
    : reading.optional('OIDC_PROVIDERS', form, [])
  for (const { issuer } of providers)
    if (forms.isOfManyTenants(issuer))
      reading.complain(
        'OIDC_PROVIDERS',
        'for each provider the issuer of your own tenant, such as https://login.microsoftonline.com/<tenant id>/v2.0, because at one of many tenants anybody’s tenant says who its people are',
      )
  const ways = forms.oneOf('off', 'employees', 'everybody')
  const links = reading.optional('SIGN_IN_LINKS', ways, isProduction ? 'off' : 'everybody')
  if (isProduction && links === 'everybody') {
    reading.complain(
      'SIGN_IN_LINKS',
      'off or employees when MODE is production, because HR and administrators sign in with more than one factor',
    )
  }
  return { links, providers }
}

/** A working day, and an hour away from the desk. */
function readSessions(reading: Reading): Settings['sessions'] {
  const hours = forms.wholeNumber(1, 24)
  const minutes = forms.wholeNumber(5, 1440)
  return {
    ofOthers: {
      hours: reading.optional('SESSION_HOURS', hours, 12),
      idleMinutes: reading.optional('SESSION_IDLE_MINUTES', minutes, 120),
    },
    ofRoles: {
      hours: reading.optional('ROLE_SESSION_HOURS', hours, 10),
      idleMinutes: reading.optional('ROLE_SESSION_IDLE_MINUTES', minutes, 60),
    },
  }
}

function readClock(reading: Reading, mode: Mode): Settings['clock'] {
  const clock = reading.optional('CLOCK', forms.oneOf('system', 'table'), 'system')
  if (clock === 'table' && mode !== 'test' && mode !== 'demo') {
    reading.complain('CLOCK', 'system unless MODE is test or demo, because nobody would move the clock')
  }
  return clock
}
