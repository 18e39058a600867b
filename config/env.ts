/** Every environment variable the service knows, in the order the operations guide lists them. */
export const envNames = [
  'MODE',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DATA_FOLDER',
  'ERASURES_FOLDER',
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_KEYS',
  'TEMPORAL_CLI',
  'TASK_QUEUE',
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

/** The raw texts of the environment; a variable that is absent or blank is not in it. */
export type Env = { readonly [name in EnvName]?: string }

/** The one place that reads the environment of the process. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const env: { [name in EnvName]?: string } = {}
  for (const name of envNames) {
    const value = source[name]?.trim()
    if (value) env[name] = value
  }
  return env
}
