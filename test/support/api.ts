import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WorkflowClient } from '@temporalio/client'
import type { Express } from 'express'
import { pino } from 'pino'
import { createApp } from '../../api/app.ts'
import { createContext } from '../../api/context.ts'
import { createSignInLink } from '../../api/sign-in-links.ts'
import type { SignInTries } from '../../api/sign-in-limits.ts'
import { connectEngine, type Engine } from '../../api/temporal.ts'
import { type Config, toConfig } from '../../config/config.ts'
import { type Db, openApiDb, openDb } from '../../db/client.ts'
import type { Clock } from '../../db/clock.ts'
import { signInToken } from '../../db/sign-in-token.ts'
import { createDatabase } from './postgres.ts'
import { TEST_KEYS } from './temporal-keys.ts'

/** What one person's browser or program does: it keeps the session's cookie. */
export interface Caller {
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>
  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  put<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  patch<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  delete<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  /** The cookie header, for what no method above does. */
  readonly cookie: string
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

export interface TestApi {
  readonly url: string
  /** Of the database's owner, whom no fence holds back; the app has one of its own. */
  readonly db: Db
  readonly config: Config
  readonly app: Express
  /** Every line the api has logged. */
  readonly logged: string[]
  /** What a Prometheus server would read of the api now. */
  measured(): Promise<string>
  /** A caller who is not signed in. */
  readonly anybody: Caller
  signIn(personId: string): Promise<Caller>
  /** Resolves when work is done that no answer waits for, such as putting a sign-in mail into the outbox. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface TestApiParts {
  clock?: Clock
  realTime?: Clock
  /** Without one the api has an engine that is down. */
  client?: WorkflowClient
  taskQueue?: string
  /** A database that the test brings itself and removes. */
  databaseUrl?: string
  /** In place of clients of its own. */
  db?: Db
  /** In place of the app's own client alone. */
  appDb?: Db
  /** In place of the real engine. */
  engine?: Engine
  /** What listens in place of the app alone. */
  around?: (app: Express) => RequestListener
  env?: Record<string, string>
  tries?: SignInTries
  /** A free one unless told otherwise. */
  port?: number
}

/** The real app, listening on a free port, over a database of its own. */
export async function startApi(parts: TestApiParts = {}): Promise<TestApi> {
  const database = parts.databaseUrl ? null : await createDatabase()
  const databaseUrl = parts.databaseUrl ?? database?.url ?? ''
  const config = toConfig({
    MODE: 'test',
    PUBLIC_URL: 'http://aarshjul.test',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_KEYS: TEST_KEYS,
    ...(parts.taskQueue && { TASK_QUEUE: parts.taskQueue }),
    ...parts.env,
  })
  const db = parts.db ?? openDb(databaseUrl, 5)
  const appDb = parts.appDb ?? parts.db ?? openApiDb(databaseUrl, 5)
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const lazy = parts.client ? null : connectEngine(config)
  const client = parts.client ?? new WorkflowClient(lazy ? { connection: lazy } : {})
  const context = createContext({
    config,
    db: appDb,
    client,
    log,
    ...(parts.clock && { clock: parts.clock }),
    ...(parts.realTime && { realTime: parts.realTime }),
  })
  const app = createApp({ ...context, ...parts.engine }, parts.tries)
  const server = createServer(parts.around?.(app) ?? app)
  const url = await listening(server, parts.port ?? 0)
  return {
    url,
    db,
    config,
    app,
    logged,
    measured: () => context.metrics.text(),
    anybody: callerOf(url, ''),
    signIn: async (personId) => {
      const link = await createSignInLink(db, personId, url, parts.realTime)
      const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      await answer.arrayBuffer()
      return callerOf(url, cookie)
    },
    settled: () => context.background.settled(),
    close: async () => {
      await context.background.settled()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await lazy?.close()
      await db.$disconnect()
      await appDb.$disconnect()
      await database?.drop()
    },
  }
}

/** The token of the link mailed last, to anybody or to one person: it stands in no table. */
export async function mailedToken(
  { db, config }: Pick<TestApi, 'db' | 'config'>,
  personId?: string,
): Promise<string> {
  const { data } = await db.mail.findFirstOrThrow({
    where: { template: 'sign-in', ...(personId && { personId }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  const { linkId } = data as { linkId: string }
  return signInToken(config.temporalKeys[0]?.bytes ?? new Uint8Array(), linkId)
}

async function listening(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function callerOf(url: string, cookie: string): Caller {
  const send = async <T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const answer = await fetch(
      path.startsWith('/api') || path.startsWith('/health') ? url + path : `${url}/api/v1${path}`,
      {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    )
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T }
  }
  return {
    cookie,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body ?? {}, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, body, headers) => send('DELETE', path, body, headers),
  }
}
