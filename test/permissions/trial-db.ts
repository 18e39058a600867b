import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { apiConnection, type Db, openDbOver } from '../../db/client.ts'
import { ViewerClient } from '../../db/viewer.ts'

/** The database as the api has it, in which everything can be tried: what a trial has written is gone when it ends. */
export interface TrialDb {
  readonly db: Db
  /** Runs the work in one transaction, which is then rolled back. One at a time. */
  trial<T>(work: () => Promise<T>): Promise<T>
  /** At the end of a trial: looks at everything there is, whomever it is for. */
  look<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** @param fenced false: the api's own role is not taken, and the database holds nobody back */
export async function openTrialDb(url: string, fenced = true): Promise<TrialDb> {
  const connected = fenced ? apiConnection(url) : { connectionString: url }
  const client: pg.Client = new ViewerClient(connected)
  await client.connect()
  const connection = new OneConnection(client)
  const db = openDbOver(new PrismaPg(connection))
  return {
    db,
    trial: async (work) => {
      await client.query('BEGIN')
      connection.isTrying = true
      try {
        return await work()
      } finally {
        await connection.quiet()
        connection.isTrying = false
        await client.query('ROLLBACK')
      }
    },
    look: async (work) => {
      await client.query('SET LOCAL ROLE NONE')
      return work(db)
    },
    close: async () => {
      await db.$disconnect()
      await client.end()
    },
  }
}

/** Of the event loop, in which whoever has read one answer has asked the next question. */
const IDLE_TURNS = 3

/** What Prisma takes for a pool is one connection: within a trial its transactions become savepoints. */
class OneConnection extends pg.Pool {
  isTrying = false
  readonly #client: pg.Client
  #depth = 0
  #underWay = 0

  constructor(client: pg.Client) {
    super()
    this.#client = client
  }

  override query(...args: never[]): never {
    if (!this.isTrying || isReading(args[0])) return this.#send(args)
    // A refused statement must not end the trial: without a transaction it would stand alone.
    void this.#client.query('SAVEPOINT statement')
    const sent = this.#send(args) as unknown as Promise<unknown>
    return sent.catch(async (error: unknown) => {
      await this.#client.query('ROLLBACK TO SAVEPOINT statement')
      throw error
    }) as never
  }

  override connect(): never {
    const client = this.#client
    const query = (...args: never[]) => this.#send(args.map((arg) => this.#nested(arg)) as never[])
    const connected = { query, on: () => {}, removeListener: () => {}, release: () => {} }
    return Promise.resolve(this.isTrying ? connected : Object.assign(client, { release: () => {} })) as never
  }

  override async end(): Promise<void> {}

  /**
   * Resolves when nothing is asked any more. Of questions that go out together the first refusal is the answer, while
   * the others are still on their way: they belong to the trial too, and would break into the next one.
   */
  async quiet(): Promise<void> {
    for (let idle = 0; idle < IDLE_TURNS; idle++) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#underWay > 0 || this.#depth > 0) idle = -1
    }
  }

  #send(args: never[]): never {
    this.#underWay++
    const sent = this.#client.query(...(args as unknown as [string])) as unknown as Promise<unknown>
    return sent.finally(() => this.#underWay--) as never
  }

  /** The beginning and end of a transaction within the trial's own. */
  #nested(arg: unknown): unknown {
    const text = typeof arg === 'string' ? arg : (arg as { text?: string } | null)?.text
    const other = (sql: string) => (typeof arg === 'string' ? sql : { ...(arg as object), text: sql })
    if (text === 'BEGIN') return other(`SAVEPOINT level_${++this.#depth}`)
    if (text === 'COMMIT') return other(`RELEASE SAVEPOINT level_${this.#depth--}`)
    if (text === 'ROLLBACK') return other(`ROLLBACK TO SAVEPOINT level_${this.#depth--}`)
    return arg
  }
}

function isReading(statement: unknown): boolean {
  return /^\s*SELECT/i.test((statement as { text?: string }).text ?? '')
}
