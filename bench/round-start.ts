/**
 * Starting a round: HR presses the button over HTTP, everybody's talk is opened (row, obligation, audit) and its
 * workflow waits for its first date. Beside it as many workflows that make one record each and wait, started ten at once
 * by a client of their own. Both have a worker with the same options on the same engine; they run in turn.
 */
import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { Pool } from 'pg'
import { addDays, dayOfUtc } from '../domain/calendar/day.ts'
import { pause } from '../scripts/infrastructure/process.ts'
import { talkViewQuery, talkWorkflowId } from '../workflows/talk/talk.messages.ts'
import { bareSchema } from './bare/activities.ts'
import type { BareInput } from './bare/settings.ts'
import { connectClients, inParallel } from './engine-client.ts'
import { writePeople } from './installation.ts'
import { median } from './numbers.ts'
import { post } from './post.ts'
import { openInstallation, startBareWorker } from './processes.ts'
import type { BenchServers } from './servers.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, perSecond, type Row, whole } from './table.ts'

const SIZES = { small: [100, 1_000], full: [1_000, 10_000] } as const
/** How often the smaller size runs: the larger one is long enough to be sure of. */
const REPEATS = 3

export const roundStart: Subject = { name: 'round-start', measure }

interface Started {
  readonly talks: number
  readonly took: number
  /** Of the request that starts the round. */
  readonly answeredAfter: number
  /** What a talk's row holds. */
  readonly row: string
}

async function measure(bench: Bench): Promise<Row[]> {
  const servers = await bench.servers()
  const sizes = bench.isFull ? SIZES.full : SIZES.small
  const rows: Row[] = []
  const perTalk: number[] = []
  for (const [index, people] of sizes.entries()) {
    const runs: { ours: Started; bare: number }[] = []
    for (let i = 0; i < (index === 0 ? REPEATS : 1); i++) {
      const name = `round_${people}_${i}`
      const ours = await startRound(servers, name, people)
      const bare = await startBare(servers, `${name}_bare`, ours)
      bench.say(`round start, ${ours.talks} talks: ${ms(ours.took)}, bare ${ms(bare)}`)
      runs.push({ ours, bare })
    }
    const talks = runs[0]?.ours.talks ?? 0
    const [took, bare] = [median(runs.map((run) => run.ours.took)), median(runs.map((run) => run.bare))]
    const ratio = median(runs.map((run) => run.ours.took / run.bare))
    const answered = median(runs.map((run) => run.ours.answeredAfter))
    perTalk.push(took / talks)
    rows.push({
      what: `round start, ${whole(talks)} talks`,
      measured: `${ms(took)}, ${perSecond(talks, took)}`,
      baseline: `${ms(bare)}, ${perSecond(talks, bare)}`,
      ratio,
      reach: '≤ 1.25',
      isReached: ratio <= 1.25,
    })
    rows.push({
      what: `answer to HR who starts it, ${whole(talks)} talks`,
      measured: ms(answered),
      baseline: '–',
      ratio: null,
      reach: '≤ 300 ms',
      isReached: answered <= 300,
    })
  }
  const growth = (10 * (perTalk[1] ?? Number.NaN)) / (perTalk[0] ?? Number.NaN)
  rows.push({
    what: 'round start, time for ten times the talks',
    measured: `${growth.toFixed(2)} times`,
    baseline: '10 times',
    ratio: growth / 10,
    reach: '≤ 10.5 times',
    isReached: growth <= 10.5,
  })
  return rows
}

async function startRound(servers: BenchServers, name: string, people: number): Promise<Started> {
  const installation = await openInstallation(servers, name)
  const { db, url } = installation
  const clients = await connectClients(servers)
  try {
    const { hrId, topUnitId } = await writePeople(db, people)
    await installation.startApi()
    await installation.startWorker()
    const headers = await installation.signIn(hrId)
    const talksFrom = addDays(dayOfUtc(Date.now()), 150)
    const body = { unitId: topUnitId, year: Number(talksFrom.slice(0, 4)), name: 'MUS', talksFrom }
    const { id } = await post<{ id: string }>(`${url}/api/v1/rounds`, headers, body)

    const begun = performance.now()
    await post(`${url}/api/v1/rounds/${id}/start`, headers, {})
    const answeredAfter = performance.now() - begun
    const { expectedTalks: talks } = await db.round.findUniqueOrThrow({ where: { id } })
    await until(async () => (await db.talk.count({ where: { roundId: id, started: true } })) === talks)
    await untilWaiting(clients.service, await newestTalks(db))
    const took = performance.now() - begun
    const { snapshot } = await db.talk.findFirstOrThrow({ where: { roundId: id } })
    return { talks, took, answeredAfter, row: JSON.stringify(snapshot) }
  } finally {
    await clients.close()
    await installation.stop()
  }
}

/** The last to be started answer once their first task is done: they wait for their first date then. */
async function untilWaiting(client: Client, talkIds: readonly string[]): Promise<void> {
  await Promise.all(talkIds.map((id) => client.workflow.getHandle(talkWorkflowId(id)).query(talkViewQuery)))
}

async function newestTalks(db: Awaited<ReturnType<typeof openInstallation>>['db']): Promise<string[]> {
  // Pages are opened in the order of employments, and a page's workflows in that of their talks.
  const talks = await db.talk.findMany({ orderBy: { employmentId: 'desc' }, take: 500, select: { id: true } })
  return talks
    .map(({ id }) => id)
    .toSorted()
    .slice(-20)
}

async function startBare(servers: BenchServers, name: string, { talks, row }: Started): Promise<number> {
  const databaseUrl = await servers.createDatabase(name)
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  await pool.query(bareSchema)
  const clients = await connectClients(servers)
  const worker = await startBareWorker(servers, { taskQueue: name, databaseUrl, smtpPort: null })
  try {
    const begun = performance.now()
    const ids = Array.from({ length: talks }, () => randomUUID())
    await inParallel(ids, 10, (id) => {
      const input: BareInput = { id, dueAt: null, row }
      const start = { workflowId: id, taskQueue: name, args: [input] }
      return clients.bare.workflow.start('recordAndWaitWorkflow', start)
    })
    await until(async () => {
      const { rows } = await pool.query('SELECT count(*)::int AS count FROM bare_record')
      return rows[0].count === talks
    })
    return performance.now() - begun
  } finally {
    await clients.close()
    await worker.stop('SIGTERM', 30_000)
    await pool.end()
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50)
}
