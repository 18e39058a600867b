import pg from 'pg'

/** What the pg driver was told to send. */
export interface Statement {
  /** By which it is prepared; undefined where it is not. */
  readonly name?: string | undefined
  readonly text: string
  readonly values: unknown[]
}

/** Sees every statement that the pg driver sends in this process. */
export function watchStatements() {
  const { prototype } = pg.Client
  const query = prototype.query
  let seen: Statement[] | null = null
  prototype.query = function watched(this: pg.Client, ...args: never[]) {
    const [first, second] = args as unknown as [
      string | { name?: string; text?: string; values?: unknown[] },
      unknown,
    ]
    const text = typeof first === 'string' ? first : first?.text
    const values = typeof first === 'string' ? (Array.isArray(second) ? second : []) : (first?.values ?? [])
    const name = typeof first === 'string' ? undefined : first?.name
    if (text && seen) seen.push({ name, text, values })
    return Reflect.apply(query, this, args) as never
  }
  return {
    begin: () => {
      seen = []
    },
    end: (): Statement[] => {
      const all = seen ?? []
      seen = null
      return all
    },
    stop: () => {
      prototype.query = query
    },
  }
}

export type StatementWatch = ReturnType<typeof watchStatements>

/** Runs statements one after another on a connection of its own, prepared where they were. */
export async function runStatements(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    client.release()
  }
}
