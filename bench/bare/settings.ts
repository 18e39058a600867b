/** What a bare worker is told by whoever starts it. */
export interface BareWorkerSettings {
  readonly temporalAddress: string
  readonly namespace: string
  readonly taskQueue: string
  /** A file with the bundled workflows. */
  readonly bundle: string
  readonly databaseUrl: string
  /** Where its mails go; null = it sends none. */
  readonly smtpPort: number | null
}

/** What one bare workflow is to do. */
export interface BareInput {
  readonly id: string
  /** When it has something to do; null = never. */
  readonly dueAt: number | null
  /** The row it writes, as large as a talk's. */
  readonly row: string
}

export const bareQueryName = 'bare'
