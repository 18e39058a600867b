/**
 * The api under load: employees who look at their talk, and who save their preparation sheet, each with a session, the
 * permissions and the audit as always. Beside it a bare Express that runs the same statements on the same kind of pool and
 * sends the same bytes, on a copy of the database. Each in a process of its own, in turn. First as fast as it goes, then
 * both at 70 % of what the service does, with requests that come when they come.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { WorkflowClient } from '@temporalio/client'
import { pino } from 'pino'
import { createApp } from '../api/app.ts'
import { sha256 } from '../db/sha256.ts'
import { createContext } from '../api/context.ts'
import { SESSION_COOKIE } from '../api/session.ts'
import { connectEngine } from '../api/temporal.ts'
import { toConfig } from '../config/config.ts'
import { type Db, openApiDb } from '../db/client.ts'
import { insertSession } from '../db/sessions.ts'
import { HOUR } from '../domain/calendar/day.ts'
import { compiled } from '../scripts/infrastructure/project.ts'
import type { BareApiSettings, BareRequest } from './bare/api.ts'
import { renewalsOf } from './bare/renewal.ts'
import { writeInstallation } from './installation.ts'
import { type Asked, closedLoop, openLoop } from './load.ts'
import { median, percentile } from './numbers.ts'
import { openInstallation, TEMPORAL_KEYS } from './processes.ts'
import type { BenchServers } from './servers.ts'
import { type StatementWatch, watchStatements } from './statements.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, type Row } from './table.ts'

const TALKS = { small: 1_000, full: 10_000 } as const
/** Who asks; as many talks, so that nobody waits for another's row. */
const PEOPLE = 60
const CALLERS = 16
const SLICES = 3
const SECONDS = { small: { fastest: 4, steady: 8 }, full: { fastest: 15, steady: 40 } } as const
const LOAD = 0.7

export const apiLoad: Subject = { name: 'api', measure }

type Kind = 'read' | 'write'

async function measure(bench: Bench): Promise<Row[]> {
  const servers = await bench.servers()
  const installation = await openInstallation(servers, 'api_load')
  const { db, url } = installation
  await writeInstallation(db, bench.isFull ? TALKS.full : TALKS.small)
  const people = await signEverybodyIn(db)
  await db.$disconnect()
  // A copy of the same rows; nobody may be connected while it is made.
  await servers.postgres.ensureDatabase('api_load_bare', 'api_load')
  const bare = await startBareApi(servers, people)
  try {
    await installation.startApi()
    const rows: Row[] = []
    for (const kind of ['read', 'write'] as const) {
      rows.push(...(await compare(bench, kind, callsTo(url, people, kind), callsTo(bare.url, people, kind))))
    }
    return rows
  } finally {
    bare.stop()
    await installation.stop()
  }
}

async function compare({ isFull, say }: Bench, kind: Kind, ours: Calls, bare: Calls): Promise<Row[]> {
  const { fastest, steady } = isFull ? SECONDS.full : SECONDS.small
  // The first compile the functions and fill the pools.
  for (const calls of [ours, bare]) await closedLoop(calls.next, CALLERS, 2)
  const rates = { ours: [] as number[], bare: [] as number[] }
  for (let i = 0; i < SLICES; i++) {
    rates.ours.push(await closedLoop(ours.next, CALLERS, fastest))
    rates.bare.push(await closedLoop(bare.next, CALLERS, fastest))
  }
  const [most, bareMost] = [median(rates.ours), median(rates.bare)]
  say(`api ${kind}: ${most.toFixed(0)}/s, bare ${bareMost.toFixed(0)}/s`)
  const rate = LOAD * most
  const delays = { ours: [] as number[], bare: [] as number[] }
  for (let i = 0; i < SLICES; i++) {
    delays.ours.push(...(await openLoop(ours.next, rate, steady)))
    delays.bare.push(...(await openLoop(bare.next, rate, steady)))
  }
  for (const { failed } of [ours, bare])
    if (failed() > 0) throw new Error(`${failed()} of api ${kind} were refused`)
  const [p99, bareP99] = [percentile(delays.ours, 0.99), percentile(delays.bare, 0.99)]
  const [p50, bareP50] = [median(delays.ours), median(delays.bare)]
  say(`api ${kind}: p99 ${ms(p99)}, bare ${ms(bareP99)}`)
  return [
    {
      what: `api, ${kind}: most requests`,
      measured: `${most.toFixed(0)}/s`,
      baseline: `${bareMost.toFixed(0)}/s`,
      ratio: most / bareMost,
      reach: '≥ 0.85',
      isReached: most >= 0.85 * bareMost,
    },
    {
      what: `api, ${kind}: p99 at ${rate.toFixed(0)}/s, 70 % of that`,
      measured: `${ms(p99)} (half within ${ms(p50)})`,
      baseline: `${ms(bareP99)} (half within ${ms(bareP50)})`,
      ratio: p99 / bareP99,
      reach: '≤ 1.3',
      isReached: p99 <= 1.3 * bareP99,
    },
  ]
}

/** An employee with a session, and their talk. */
interface Employee {
  readonly talkId: string
  readonly cookie: string
}

async function signEverybodyIn(db: Db): Promise<Employee[]> {
  const talks = await db.talk.findMany({
    take: PEOPLE,
    orderBy: { id: 'asc' },
    select: { id: true, employment: { select: { personId: true } } },
  })
  return Promise.all(
    talks.map(async ({ id: talkId, employment: { personId } }, n) => {
      const token = `bench-${n}-${talkId}`
      const at = Date.now()
      await insertSession(db, {
        idHash: sha256(token),
        personId,
        device: '',
        provider: null,
        providerSubject: null,
        providerSession: null,
        isStrong: false,
        roles: [],
        beganAt: at,
        expiresAt: at + 10 * HOUR,
      })
      return { talkId, cookie: `${SESSION_COOKIE}=${token}` }
    }),
  )
}

interface Calls {
  /** The next request, of somebody who is not waiting for an answer. */
  readonly next: () => Asked | null
  readonly failed: () => number
}

/** Everybody saves over what they saved last. */
function callsTo(url: string, people: readonly Employee[], kind: Kind): Calls {
  let failed = 0
  const free = people.map((person) => ({ ...person, version: 0 }))
  return {
    failed: () => failed,
    next: () => {
      const person = free.shift()
      if (person === undefined) return null
      const { talkId, cookie, version } = person
      const { method, path, body } = kind === 'read' ? readOf(talkId) : writeOf(talkId, version)
      const done = (isOk: boolean) => {
        if (isOk) person.version++
        else failed++
        free.push(person)
      }
      return { url: url + path, method, headers: headersOf(cookie), body, done }
    },
  }
}

function headersOf(cookie: string): Record<string, string> {
  return { cookie, 'content-type': 'application/json', 'accept-encoding': 'identity' }
}

function readOf(talkId: string) {
  return { method: 'GET' as const, path: `/api/v1/talks/${talkId}`, body: null }
}

const ANSWER =
  'Jeg vil gerne tale om, hvordan jeg bliver bedre til at lede møder, og hvad jeg skal bruge til det. '

function writeOf(talkId: string, version: number) {
  const content = { notes: ANSWER.repeat(6) }
  return {
    method: 'PUT' as const,
    path: `/api/v1/talks/${talkId}/sheets/mine`,
    body: JSON.stringify({ version, content }),
  }
}

async function startBareApi(
  servers: BenchServers,
  people: readonly Employee[],
): Promise<{ url: string; stop: () => void }> {
  const databaseUrl = servers.postgres.urlOf('api_load_bare')
  const settings: BareApiSettings = { databaseUrl, requests: await listenTo(servers, databaseUrl, people) }
  const file = join(servers.folder, 'bare-api.bin')
  writeFileSync(file, serialize(settings))
  const child = fork(compiled('bench/bare/api.js'), { env: { ...process.env, BARE_API: file } })
  const [{ port }] = (await once(child, 'message')) as [AddressInfo]
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill('SIGTERM') }
}

/** What everybody's read and write send to the database, and are answered: heard from the service itself. */
async function listenTo(
  servers: BenchServers,
  databaseUrl: string,
  people: readonly Employee[],
): Promise<Record<string, BareRequest>> {
  const watch = watchStatements()
  const db = openApiDb(databaseUrl, 2)
  const config = toConfig({
    MODE: 'test',
    PUBLIC_URL: 'http://127.0.0.1',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_KEYS,
  })
  const connection = connectEngine(config)
  const client = new WorkflowClient({ connection })
  const server = createServer(
    createApp(createContext({ config, db, client, log: pino({ level: 'silent' }) })),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const requests: Record<string, BareRequest> = {}
  for (const { talkId, cookie } of people) {
    const read = readOf(talkId)
    requests[`GET ${read.path}`] = await twice(url, cookie, watch, [read, read])
    await ask(url, cookie, writeOf(talkId, 0))
    const { path } = writeOf(talkId, 1)
    requests[`PUT ${path}`] = await twice(url, cookie, watch, [writeOf(talkId, 1), writeOf(talkId, 2)])
  }
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await db.$disconnect()
  await connection.close()
  watch.stop()
  return requests
}

type Sent = ReturnType<typeof readOf> | ReturnType<typeof writeOf>

async function twice(
  url: string,
  cookie: string,
  watch: StatementWatch,
  [first, second]: readonly [Sent, Sent],
): Promise<BareRequest> {
  watch.begin()
  await ask(url, cookie, first)
  const before = watch.end()
  watch.begin()
  const answer = await ask(url, cookie, second)
  const statements = watch.end()
  return { statements, renewals: renewalsOf(before, statements), answer }
}

async function ask(url: string, cookie: string, { method, path, body }: Sent): Promise<string> {
  const answer = await fetch(url + path, { method, headers: headersOf(cookie), body })
  const text = await answer.text()
  if (answer.status !== 200)
    throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`)
  return text
}
