/**
 * The process of a bare api: Express and pg, which run the statements of a request as they are, in their order, and send
 * the bytes of its answer. It knows of no session and no permission; the statements that ask for them are among them.
 */
import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import express from 'express'
import pg from 'pg'
import { runStatements, type Statement } from '../statements.ts'
import { renewed, type Renewal } from './renewal.ts'

/** What a person's read and write come to. */
export interface BareRequest {
  readonly statements: readonly Statement[]
  /** What the next request of its kind has other than this one. */
  readonly renewals: readonly Renewal[]
  readonly answer: string
}

export interface BareApiSettings {
  readonly databaseUrl: string
  readonly requests: Readonly<Record<string, BareRequest>>
}

const settings: BareApiSettings = deserialize(readFileSync(process.env.BARE_API ?? ''))
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 10 })
const app = express()
app.disable('x-powered-by')
app.disable('etag')
const counts = new Map<string, number>()

/** Express passes on what the promise is rejected with. */
function answer(req: express.Request, res: express.Response): Promise<void> {
  const key = `${req.method} ${req.path}`
  const asked = settings.requests[key]
  if (asked === undefined)
    throw new Error(`${key} was not heard of: expected one of those that were listened to`)
  const nth = (counts.get(key) ?? 0) + 1
  counts.set(key, nth)
  const statements = renewed(asked.statements, asked.renewals, nth)
  return runStatements(pool, statements).then(() => void res.type('json').send(asked.answer))
}

// A body is read as JSON, as the service does.
app.use(express.json())
app.get('/{*path}', answer)
app.put('/{*path}', answer)
const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
