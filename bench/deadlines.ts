/**
 * Everything due at one instant: times at short notice that nobody answered are withdrawn, which each talk records and
 * both its parties are mailed at once. Beside it as many workflows with a timer and one local activity each, which writes
 * one row and hands both mails to nodemailer's pool. Measured in the mail server as it answers 250. The worker has a heap
 * of 512 MB.
 */
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { pause } from '../scripts/infrastructure/process.ts'
import { bareSchema } from './bare/activities.ts'
import type { MailTaken } from './bare/mail-server.ts'
import type { BareInput } from './bare/settings.ts'
import { dueAfter, prepareBurst, untilAt } from './burst.ts'
import { connectClients, inParallel } from './engine-client.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { percentile } from './numbers.ts'
import { startBareWorker } from './processes.ts'
import type { BenchServers } from './servers.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, perSecond, type Row, whole } from './table.ts'

const SIZES = { small: 500, full: 10_000 } as const
const HEAP_MB = 512

export const deadlines: Subject = { name: 'deadlines', measure }

async function measure(bench: Bench): Promise<Row[]> {
  const servers = await bench.servers()
  const talks = bench.isFull ? SIZES.full : SIZES.small
  const mailServer = await startMailServer()
  try {
    const ours = await serviceBurst(servers, talks, mailServer)
    bench.say(`deadlines: p99 ${ms(ours.p99)}`)
    const bare = await bareBurst(servers, talks, ours.row, mailServer)
    bench.say(`deadlines, bare: p99 ${ms(bare.p99)}`)
    const ratio = ours.p99 / bare.p99
    return [
      {
        what: `${whole(talks)} deadlines at one instant, until the mail server's 250, p99`,
        measured: `${ms(ours.p99)}, ${perSecond(ours.mails, ours.last)}`,
        baseline: `${ms(bare.p99)}, ${perSecond(bare.mails, bare.last)}`,
        ratio,
        reach: '≤ 1.2',
        isReached: ratio <= 1.2,
      },
      {
        what: 'mails of these lost, and mails twice',
        measured: `${2 * talks - ours.mails} and ${ours.twice}`,
        baseline: `${2 * talks - bare.mails} and ${bare.twice}`,
        ratio: null,
        reach: '0 and 0',
        isReached: ours.mails === 2 * talks && ours.twice === 0,
      },
      {
        what: `a burst of ${whole(talks)} with a heap of ${HEAP_MB} MB`,
        measured: ours.hasSurvived ? 'survives' : 'ends',
        baseline: '–',
        ratio: null,
        reach: 'survives',
        isReached: bench.isFull ? ours.hasSurvived : null,
      },
    ]
  } finally {
    await mailServer.stop()
  }
}

interface Delivered {
  readonly p99: number
  /** Until the last. */
  readonly last: number
  /** Different ones. */
  readonly mails: number
  readonly twice: number
}

async function serviceBurst(
  servers: BenchServers,
  talks: number,
  mailServer: MailServer,
): Promise<Delivered & { row: string; hasSurvived: boolean }> {
  const nodeArgs = [`--max-old-space-size=${HEAP_MB}`]
  const workers: { isRunning(): boolean }[] = []
  const burst = await prepareBurst(servers, 'deadlines', talks, mailServer.port, async (installation) => {
    workers.push(await installation.startWorker({ nodeArgs }))
  })
  const { installation, dueAt } = burst
  try {
    const { snapshot } = await installation.db.talk.findFirstOrThrow({ where: { version: 1 } })
    const delivered = await deliver(mailServer, dueAt, 2 * talks)
    const hasSurvived = workers.every((worker) => worker.isRunning())
    return { ...delivered, row: JSON.stringify(snapshot), hasSurvived }
  } finally {
    await installation.stop()
  }
}

async function bareBurst(
  servers: BenchServers,
  count: number,
  row: string,
  mailServer: MailServer,
): Promise<Delivered> {
  const taskQueue = 'deadlines_bare'
  const databaseUrl = await servers.createDatabase(taskQueue)
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  await pool.query(bareSchema)
  await pool.end()
  const clients = await connectClients(servers)
  const worker = await startBareWorker(servers, { taskQueue, databaseUrl, smtpPort: mailServer.port })
  try {
    const dueAt = dueAfter(count)
    const ids = Array.from({ length: count }, () => randomUUID())
    await inParallel(ids, 20, (id) => {
      const input: BareInput = { id, dueAt, row }
      return clients.bare.workflow.start('waitAndRecordWorkflow', {
        workflowId: id,
        taskQueue,
        args: [input],
      })
    })
    return await deliver(mailServer, dueAt, 2 * count)
  } finally {
    await clients.close()
    await worker.stop('SIGTERM', 30_000)
  }
}

/** How long nothing may arrive before what is missing counts as lost. */
const LOST_AFTER_MS = 60_000
/** And how long is waited for what may come twice. */
const AFTERWARDS_MS = 6_000

async function deliver(mailServer: MailServer, dueAt: number, expected: number): Promise<Delivered> {
  await untilAt(dueAt)
  const taken: MailTaken[] = []
  let newest = Date.now()
  const isOver = () => Date.now() - newest > (taken.length < expected ? LOST_AFTER_MS : AFTERWARDS_MS)
  while (!isOver()) {
    const fresh = await mailServer.taken()
    taken.push(...fresh)
    if (fresh.length > 0) newest = Date.now()
    await pause(100)
  }
  const early = taken.filter(({ at }) => at < dueAt).length
  if (early > 0) throw new Error(`${early} mails came before they were due`)
  const delays = taken.map(({ at }) => at - dueAt)
  const mails = new Set(taken.map(({ messageId }) => messageId)).size
  return { p99: percentile(delays, 0.99), last: Math.max(...delays), mails, twice: taken.length - mails }
}
