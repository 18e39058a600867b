import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { type Db, openDb } from '../../db/client.ts'
import { tableClock } from '../../db/clock.ts'
import { createPlayer, type Player } from '../../demo/player.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { pause } from '../../scripts/infrastructure/process.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'
import { TEST_KEYS, testDataConverter } from '../support/temporal-keys.ts'
import { type Child, startChild } from './child.ts'
import type { FaultWorkerSettings } from './orders.ts'
import { QuickClient } from './quick-client.ts'
import type { FaultServers } from './servers.ts'

/** One installation on the proof's servers: a database of its own, an api and a worker as processes, a mail server. */
export interface Installation {
  readonly servers: FaultServers
  readonly db: Db
  readonly client: QuickClient
  readonly taskQueue: string
  readonly player: Player
  readonly api: Child
  readonly worker: Child
  readonly url: string
  readonly smtp: TestSmtp
  /** The folder of the personnel file. */
  readonly register: string
  /** Plays up to an instant, whatever breaks on the way; throws where the play stands still. */
  advanceTo(at: Instant): Promise<void>
  /** Lets everything settle that was told. */
  settle(): Promise<void>
  /** Orders drains in pairs, as two workers would make them. */
  drainTwice(isTwice: boolean): void
  stop(): Promise<void>
}

export interface InstallationWish {
  at: string
  /** What is broken in the worker on purpose. */
  mutations?: readonly string[]
  /** SQL that breaks something in the database. */
  sql?: readonly string[]
  /** In place of the bundled workflows. */
  workflows?: string
}

const ZONE = 'Europe/Copenhagen'

/** A lease lasts seconds here, so that a frozen worker outlives it. */
const shortLeases = [
  `CREATE FUNCTION short_lease() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN NEW.leased_until := clock_timestamp() + interval '2 seconds'; RETURN NEW; END $$`,
  `CREATE TRIGGER short_lease BEFORE UPDATE ON mail FOR EACH ROW
   WHEN (NEW.leased_until IS NOT NULL AND NEW.leased_until IS DISTINCT FROM OLD.leased_until)
   EXECUTE FUNCTION short_lease()`,
]

export async function openInstallation(servers: FaultServers, wish: InstallationWish): Promise<Installation> {
  const id = randomUUID().slice(0, 8)
  const taskQueue = `faults-${id}`
  const databaseUrl = await servers.createDatabase(`faults_${id}`)
  const folder = join(servers.folder, id)
  const register = join(folder, 'register')
  const cacheFolder = join(servers.folder, 'compiled')
  mkdirSync(register, { recursive: true })
  const db = openDb(databaseUrl, 4)
  const clock = tableClock(db)
  let drainedAt = Date.parse(wish.at)
  const smtp = await startSmtp(() => drainedAt)
  for (const statement of [...shortLeases, ...(wish.sql ?? [])]) await db.$executeRawUnsafe(statement)

  const connection = await Connection.connect({ address: servers.temporal.address })
  const client = new QuickClient({ connection, dataConverter: testDataConverter }, async () => clock.now())
  const port = await freePort()
  const workerSettings: FaultWorkerSettings = {
    databaseUrl,
    temporalAddress: servers.temporal.address,
    taskQueue,
    workflows: wish.workflows ?? servers.workflows,
    smtpPort: smtp.port,
    register,
    mutations: wish.mutations ?? [],
  }
  const worker = startChild({
    name: 'the worker',
    script: './worker-process.ts',
    env: { FAULT_WORKER: JSON.stringify(workerSettings) },
    logFile: join(folder, 'worker.log'),
    cacheFolder,
  })
  const api = startChild({
    name: 'the api',
    script: './api-process.ts',
    env: {
      MODE: 'test',
      CLOCK: 'table',
      PORT: String(port),
      PUBLIC_URL: 'http://aarshjul.test',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: servers.temporal.address,
      TEMPORAL_KEYS: TEST_KEYS,
      TASK_QUEUE: taskQueue,
    },
    logFile: join(folder, 'api.log'),
    cacheFolder,
  })

  let order: 'drain' | 'drain-twice' = 'drain'
  /** A drain that dies is made once more, as the next worker would. */
  async function drain(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        drainedAt = await clock.now()
        return await worker.ask({ do: order })
      } catch (error) {
        if (tries === MOST_TRIES) throw error
        await pause(RETRY_MS)
      }
    }
  }
  const player = createPlayer({ db, client, taskQueue, drain, zone: ZONE })
  await player.begin(Date.parse(wish.at))
  await Promise.all([api.ready(), worker.ready()])

  /** What breaks off is begun again: the clock stands where it stood. */
  async function despiteFaults(play: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await play()
      } catch (error) {
        if (tries === MOST_TRIES) throw error
        await pause(RETRY_MS)
        await Promise.all([api.ready(), worker.ready()])
      }
    }
  }

  return {
    servers,
    db,
    client,
    taskQueue,
    player,
    api,
    worker,
    url: `http://127.0.0.1:${port}`,
    smtp,
    register,
    advanceTo: (at) => despiteFaults(() => player.playTo(at)),
    settle: () => despiteFaults(() => player.settle()),
    drainTwice: (isTwice) => {
      order = isTwice ? 'drain-twice' : 'drain'
    },
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()])
      await connection.close()
      await db.$disconnect()
      await smtp.stop()
    },
  }
}

const MOST_TRIES = 10
const RETRY_MS = 500
