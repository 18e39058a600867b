import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import type { Day, Instant } from '../domain/calendar/day.ts'

/** For whom statements are asked, and when: what the database's own fence goes by (decision 0044). */
export interface Viewer {
  readonly personId: string
  readonly on: Day
  readonly at: Instant
}

const asking = new AsyncLocalStorage<{ viewer: Viewer | null }>()

/** All that comes of the work is asked for whoever `nameViewer` names within it; for nobody until then. */
export function withViewer<T>(work: () => T): T {
  return asking.run({ viewer: null }, work)
}

export function nameViewer(viewer: Viewer): void {
  const asked = asking.getStore()
  if (asked === undefined) throw new Error('nobody asks: expected to be within withViewer')
  asked.viewer = viewer
}

/** A pool whose connections tell the database with every statement for whom it is asked. */
export class ViewerPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: ViewerClient })
  }

  /** As pg's own, but that a statement which waited for a connection is still asked for whoever asked it. */
  override query(...args: never[]): never {
    return this.#queried(args) as never
  }

  async #queried(args: never[]): Promise<unknown> {
    const client = await this.connect()
    let failure: Error | undefined
    // A connection that breaks while it is used must not end the process.
    const onError = (error: Error) => {
      failure = error
    }
    client.on('error', onError)
    try {
      return await Reflect.apply(client.query, client, args)
    } finally {
      client.removeListener('error', onError)
      client.release(failure)
    }
  }
}

/** A connection that tells the database with every statement for whom it is asked. */
export class ViewerClient extends pg.Client {
  override query(...args: never[]): never {
    const [config, second, third] = args as unknown as [Statement, unknown, Callback?]
    const done = typeof second === 'function' ? (second as Callback) : third
    const values = Array.isArray(second) ? second : undefined
    const send = (callback: Callback) => super.query(new ViewedQuery(config, values, callback) as never)
    if (done) return send(done)
    return new Promise((resolve, reject) => {
      send((error, result) => (error ? reject(error) : resolve(result)))
    }) as never
  }
}

type Statement = string | { text: string; values?: unknown[] }
type Callback = (error: Error | null, result?: unknown) => void

/** What of pg's own query this one builds on; its types leave it out. */
interface PgQuery {
  readonly name: string | undefined
  readonly text: string
  hasBeenParsed(connection: Connection): boolean
  prepare(connection: Connection): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
}

interface Connection {
  /** By name; what pg has sent and not heard of yet. */
  readonly submittedNamedStatements: Record<string, string>
  parse(statement: { name: string; text: string; types: number[] }): void
  bind(portal: { portal: string; statement: string; values: string[]; binary: boolean }): void
  execute(portal: { portal: string; rows: number }): void
}

const Query = pg.Query as unknown as new (
  config: object,
  values: unknown[] | undefined,
  callback: Callback,
) => PgQuery

/**
 * One statement, sent in one go with the viewer's name before it: both are one transaction, at the end of which the name
 * is gone, and one round trip. What begins or ends a transaction goes as it is.
 */
class ViewedQuery extends Query {
  readonly #viewer: string | null
  #isNamed: boolean

  constructor(config: Statement, values: unknown[] | undefined, callback: Callback) {
    const statement = typeof config === 'string' ? { text: config } : config
    super({ ...statement, queryMode: 'extended' }, values, callback)
    this.#viewer = isBracket(statement.text) ? null : nameOf(asking.getStore()?.viewer ?? null)
    this.#isNamed = this.#viewer === null
  }

  override prepare(connection: Connection): void {
    if (this.#viewer !== null) {
      this.#parseFirst(connection)
      if (!knowing.has(connection)) connection.parse({ name: NAMING, text: NAMES_VIEWER, types: [] })
      connection.bind({ portal: '', statement: NAMING, values: [this.#viewer], binary: false })
      connection.execute({ portal: '', rows: 0 })
    }
    super.prepare(connection)
  }

  /** pg takes the first answer for its own statement's: a prepared one is known only when it has been read. */
  #parseFirst(connection: Connection): void {
    const { name, text } = this
    if (!name || this.hasBeenParsed(connection)) return
    connection.parse({ name, text, types: [] })
    connection.submittedNamedStatements[name] = text
  }

  override handleDataRow(message: unknown): void {
    if (this.#isNamed) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#isNamed) return super.handleCommandComplete(message, connection)
    knowing.add(connection)
    this.#isNamed = true
  }
}

/** By which each connection keeps the statement that names the viewer, once it has been read. */
const NAMING = 'viewer'
const NAMES_VIEWER = "SELECT set_config('aarshjul.viewer', $1, true)"
const knowing = new WeakSet<Connection>()

/** As the migration of the fence reads it. */
function nameOf(viewer: Viewer | null): string {
  return viewer === null ? '' : `${viewer.personId} ${viewer.on} ${viewer.at}`
}

function isBracket(text: string): boolean {
  return /^(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i.test(text)
}
