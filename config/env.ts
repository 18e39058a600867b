import { readFileSync } from 'node:fs'
import { ConfigError } from './config-error.ts'

/** Every environment variable the service knows, in the order the operations guide lists them. */
export const envNames = [
  'MODE',
  'HOST',
  'OPEN_TO_NETWORK',
  'PORT',
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'DATA_FOLDER',
  'ERASURES_FOLDER',
  'DATABASE_URL',
  'DATABASE_TLS',
  'API_DATABASE_PASSWORD',
  'WORKER_DATABASE_PASSWORD',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_TLS',
  'TEMPORAL_TLS_CA',
  'TEMPORAL_TLS_CERT',
  'TEMPORAL_TLS_KEY',
  'TEMPORAL_KEYS',
  'TEMPORAL_CLI',
  'TASK_QUEUE',
  'HELD_PATCHES',
  'MAIL_SINK',
  'MAIL_FROM',
  'MAIL_BOUNCE',
  'SMTP_URL',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_SECURE',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'SMTP_MAX_CONNECTIONS',
  'JOURNAL',
  'JOURNAL_FOLDER',
  'JOURNAL_CLASSIFICATION',
  'JOURNAL_ACCESS_GROUP',
  'ZONE',
  'DEFAULT_LANGUAGE',
  'TALK_NAME',
  'EMPLOYER_NAME',
  'GDPR_NOTICE_URL',
  'DATA_PROTECTION_CONTACT',
  'ACCESSIBILITY_STATEMENT_URL',
  'OIDC_PROVIDERS',
  'SIGN_IN_LINKS',
  'SESSION_HOURS',
  'SESSION_IDLE_MINUTES',
  'ROLE_SESSION_HOURS',
  'ROLE_SESSION_IDLE_MINUTES',
  'API_METRICS_PORT',
  'WORKER_METRICS_PORT',
  'TEMPORAL_METRICS_PORT',
  'LOG_LEVEL',
  'CLOCK',
] as const

export type EnvName = (typeof envNames)[number]

/** Settings that hold a secret, as most databases' addresses do: each may come from a file instead, named by the same name with `_FILE` behind it. */
export const secretNames = [
  'DATABASE_URL',
  'API_DATABASE_PASSWORD',
  'WORKER_DATABASE_PASSWORD',
  'TEMPORAL_KEYS',
  'SMTP_URL',
  'SMTP_PASSWORD',
  'OIDC_PROVIDERS',
] as const satisfies readonly EnvName[]

/** Whether a setting's value must not be repeated. */
export function isSecret(name: EnvName): boolean {
  return secretNames.some((secret) => secret === name)
}

/** The raw texts of the environment; a variable that is absent or blank is not in it. */
export type Env = { readonly [name in EnvName]?: string }

type Source = Readonly<Record<string, string | undefined>>

/** The one place that reads the environment of the process. Throws ConfigError about files that cannot be read. */
export function readEnv(source: Source = process.env): Env {
  const env: { [name in EnvName]?: string } = {}
  for (const name of envNames) {
    const value = source[name]?.trim()
    if (value) env[name] = value
  }
  return { ...env, ...secretsInFiles(source) }
}

function secretsInFiles(source: Source): Env {
  const env: { [name in EnvName]?: string } = {}
  const complaints: string[] = []
  for (const name of secretNames) {
    const file = source[`${name}_FILE`]?.trim()
    if (!file) continue
    const value = readText(file)
    if (source[name]?.trim())
      complaints.push(`${name}_FILE is '${file}': expected nothing while ${name} is set`)
    else if (!value)
      complaints.push(`${name}_FILE is '${file}': expected a file that holds the value of ${name}`)
    else env[name] = value
  }
  if (complaints.length > 0) throw new ConfigError(complaints)
  return env
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}
