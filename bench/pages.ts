/**
 * How much slower a page is than the least that could answer it: a bare Express handler that runs the same statements
 * in the same order (and so in the same transactions) on the same kind of pool, and sends the same bytes. Asked for in
 * turn, one at a time, so that both meet the same machine; medians. Neither compresses: that costs both alike.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WorkflowClient } from '@temporalio/client'
import express from 'express'
import pg from 'pg'
import { pino } from 'pino'
import { createApp } from '../api/app.ts'
import { createContext } from '../api/context.ts'
import { createSignInLink } from '../api/sign-in-links.ts'
import { connectEngine } from '../api/temporal.ts'
import { toConfig } from '../config/config.ts'
import { openApiDb, openDb } from '../db/client.ts'
import { newTemporalKey } from '../scripts/infrastructure/secrets.ts'
import { type Scale, scales, TEAM, writeInstallation } from './installation.ts'
import { median } from './numbers.ts'
import { runStatements, type Statement, type StatementWatch, watchStatements } from './statements.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, type Row, whole } from './table.ts'

export const pages: Subject = { name: 'pages', measure: measurePages }

const REQUESTS = { small: 40, full: 60 } as const

interface PageLine {
  readonly page: string
  readonly talks: number
  readonly statements: number
  /** Milliseconds, medians of the same run. */
  readonly ours: number
  readonly bare: number
  /** As a browser that takes compressed answers gets it. */
  readonly bytes: number
}

async function measurePages(bench: Bench): Promise<Row[]> {
  const { createDatabase } = await bench.servers()
  const lines: PageLine[] = []
  for (const talks of scales)
    lines.push(...(await benchScale(await createDatabase(`pages_${talks}`), talks, bench)))
  const byPage = Map.groupBy(lines, ({ page }) => page)
  return [...lines.map(rowOf), ...[...byPage].flatMap(([page, own]) => growthOf(page, own))]
}

function rowOf({ page, talks, statements, ours, bare, bytes }: PageLine): Row {
  return {
    what: `page: ${page}, ${whole(talks)} talks`,
    measured: `${ms(ours)}; ${statements} statements, ${whole(bytes)} bytes compressed`,
    baseline: ms(bare),
    ratio: ours / bare,
    reach: '≤ 1.3; ≤ 100 KiB',
    isReached: ours <= 1.3 * bare && bytes <= 100 * 1024,
  }
}

/** From the fewest talks to the most. */
function growthOf(page: string, lines: readonly PageLine[]): Row[] {
  const [least, most] = [lines[0], lines.at(-1)]
  if (!least || !most || least === most) return []
  const growth = (most.ours / least.ours) ** (1 / Math.log10(most.talks / least.talks)) - 1
  return [
    {
      what: `page: ${page}, ten times the talks`,
      measured: `${(growth * 100).toFixed(0)} % slower; ${most.statements - least.statements} more statements`,
      baseline: '–',
      ratio: null,
      reach: '≤ 10 %; 0',
      isReached: growth <= 0.1 && most.statements === least.statements,
    },
  ]
}

async function benchScale(databaseUrl: string, talks: Scale, { isFull, say }: Bench): Promise<PageLine[]> {
  const statements = watchStatements()
  const db = openDb(databaseUrl, 5)
  const appDb = openApiDb(databaseUrl, 5)
  const { leaderId, hrId, roundId, at } = await writeInstallation(db, talks)
  const config = toConfig({
    MODE: 'test',
    PUBLIC_URL: 'http://aarshjul.test',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_KEYS: newTemporalKey('bench'),
  })
  const connection = connectEngine(config)
  const log = pino({ level: 'silent' })
  const clock = { now: async () => at }
  const client = new WorkflowClient({ connection })
  const app = createApp(createContext({ config, db: appDb, client, log, clock }))
  const ours = await listen(createServer(app))
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 5 })
  const cookieOf = async (personId: string) => {
    const link = await createSignInLink(db, personId, ours.url)
    const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const leader = await cookieOf(leaderId)
  const hr = await cookieOf(hrId)
  const asked = [
    { page: `home of a leader of ${TEAM}`, path: '/', cookie: leader },
    { page: `team of ${TEAM}`, path: '/team', cookie: leader },
    { page: 'home of HR', path: '/', cookie: hr },
    { page: 'HR overview of a round', path: `/rounds/${roundId}`, cookie: hr },
  ]
  const lines: PageLine[] = []
  for (const one of asked) {
    const requests = isFull ? REQUESTS.full : REQUESTS.small
    const line = { talks, ...(await measure(one, ours.url, pool, statements, requests)) }
    say(`${line.page}, ${talks} talks: ${ms(line.ours)}, bare ${ms(line.bare)}`)
    lines.push(line)
  }
  await ours.close()
  await pool.end()
  await connection.close()
  await db.$disconnect()
  await appDb.$disconnect()
  statements.stop()
  return lines
}

/** One page, beside the handler that is made from what it asked the database and what it sent. */
async function measure(
  { page, path, cookie }: { page: string; path: string; cookie: string },
  url: string,
  pool: pg.Pool,
  statements: StatementWatch,
  requests: number,
): Promise<Omit<PageLine, 'talks'>> {
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'identity' }
  const get = () => fetch(url + path, { headers })
  await get()
  statements.begin()
  const answer = await get()
  const body = Buffer.from(await answer.arrayBuffer())
  const asked = statements.end()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: expected 200`)
  const handler = await listen(createServer(bareHandler(pool, asked, body)))
  const [ours, bare] = await inTurn(get, () => fetch(handler.url, { headers }), body.length, requests)
  await handler.close()
  return { page, statements: asked.length, ours, bare, bytes: await wireSize(url + path, cookie) }
}

function bareHandler(pool: pg.Pool, statements: readonly Statement[], body: Buffer) {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const answer = async (_req: express.Request, res: express.Response) => {
    await runStatements(pool, statements)
    res.type('html').send(body)
  }
  // Express passes on what a promise is rejected with.
  app.get('/', answer)
  return app
}

async function inTurn(
  ours: () => Promise<Response>,
  bare: () => Promise<Response>,
  length: number,
  requests: number,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < requests + 10; i++) {
    for (const [index, ask] of [ours, bare].entries()) {
      const begun = performance.now()
      const answer = await ask()
      const took = (await answer.arrayBuffer()).byteLength
      // The first few compile the functions.
      if (i >= 10) times[index]?.push(performance.now() - begun)
      // A page has a key of its own in every form, as long as any other.
      if (answer.status !== 200 || took !== length)
        throw new Error(`answered ${answer.status} with ${took} bytes: expected 200 with ${length}`)
    }
  }
  return [median(times[0]), median(times[1])]
}

/** Bytes of the page alone as they travel. */
async function wireSize(url: string, cookie: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { headers: { cookie, accept: 'text/html', 'accept-encoding': 'br, gzip' } },
      (answer) => {
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        answer.on('end', () => resolve(bytes))
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

async function listen(server: Server): Promise<{ url: string; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
