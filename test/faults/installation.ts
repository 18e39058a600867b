import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { type Db, openDb, openWorkerDb } from '../../db/client.ts'
import { tableClock } from '../../db/clock.ts'
import { undeliveredFacts } from '../../db/facts.ts'
import { createPlayer, type Player } from '../../demo/player.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { pause } from '../../scripts/infrastructure/process.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'
import { TEST_KEYS, testDataConverter } from '../support/temporal-keys.ts'
import { type Child, startChild } from './child.ts'
import { type Deaths, openDeaths } from './deaths.ts'
import type { FaultWorkerSettings } from './orders.ts'
import { type PersonnelFile, preparePersonnelFile } from './personnel-file.ts'
import { QuickClient } from './quick-client.ts'
import type { FaultServers } from './servers.ts'

/** One installation on the proof's servers: a database of its own, an api and a worker as processes, a mail server. */
export interface Installation {
  readonly servers: FaultServers
  /** Past every fence: for looking at everything. */
  readonly db: Db
  /** As a command of the operator has it, who has the worker's login. */
  readonly commandDb: Db
  readonly client: QuickClient
  readonly taskQueue: string
  readonly player: Player
  readonly api: Child
  readonly worker: Child
  readonly url: string
  readonly smtp: TestSmtp
  readonly personnelFile: PersonnelFile
  /** Where its workers are to die. */
  readonly deaths: Deaths
  /** Another worker works and sends beside the first, with these settings of its own, until it is told to go. */
  joinWorker(changed?: Partial<FaultWorkerSettings>): Promise<() => Promise<void>>
  /** Another worker works beside the first, and sends when it is asked to; it is the caller's to stop. */
  spareWorker(): Promise<Child>
  /** What the first worker is started with. */
  readonly workerSettings: FaultWorkerSettings
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
  /** What is changed in the worker's sources as it loads them. */
  source?: ChangedSource
  /** SQL that breaks something in the database. */
  sql?: readonly string[]
  /** In place of the bundled workflows. */
  workflows?: string
  /** Where plans are filed; the register unless told. */
  personnelFile?: PersonnelFile['kind']
}

/** What is put behind a place of a file. */
export interface ChangedSource {
  /** The end of its path. */
  file: string
  after: RegExp
  put: string
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
  const addresses = await servers.createDatabase(`faults_${id}`)
  const folder = join(servers.folder, id)
  const personnelFile = { kind: wish.personnelFile ?? 'register', folder: join(folder, 'personnel-file') }
  const cacheFolder = join(servers.folder, 'compiled')
  mkdirSync(personnelFile.folder, { recursive: true })
  await preparePersonnelFile(personnelFile)
  const db = openDb(addresses.admin, 4)
  const commandDb = openWorkerDb(addresses.worker, 2)
  const clock = tableClock(db)
  let drainedAt = Date.parse(wish.at)
  const smtp = await startSmtp(() => drainedAt)
  for (const statement of [...shortLeases, ...(wish.sql ?? [])]) await db.$executeRawUnsafe(statement)

  const connection = await Connection.connect({ address: servers.temporal.address })
  const client = new QuickClient({ connection, dataConverter: testDataConverter }, async () => clock.now())
  const port = await freePort()
  const workerSettings: FaultWorkerSettings = {
    databaseUrl: addresses.worker,
    temporalAddress: servers.temporal.address,
    taskQueue,
    workflows: wish.workflows ?? servers.workflows,
    smtpPort: smtp.port,
    personnelFile,
    erasures: join(folder, 'erasures'),
    heldPatches: [],
    deaths: join(folder, 'deaths'),
    mutations: wish.mutations ?? [],
  }
  const changing = wish.source && {
    CHANGED_SOURCE: JSON.stringify({ ...wish.source, after: wish.source.after.source }),
  }
  const startWorker = (name: string, settings: FaultWorkerSettings) =>
    startChild({
      name,
      script: './worker-process.ts',
      env: { FAULT_WORKER: JSON.stringify(settings), ...changing },
      logFile: join(folder, 'worker.log'),
      cacheFolder,
      loaders: wish.source ? ['./changed-source.mjs'] : [],
    })
  const worker = startWorker('the worker', workerSettings)
  const workers = new Set([worker])
  const api = startChild({
    name: 'the api',
    script: './api-process.ts',
    env: {
      MODE: 'test',
      CLOCK: 'table',
      PORT: String(port),
      PUBLIC_URL: 'http://aarshjul.test',
      DATABASE_URL: addresses.api,
      DATA_FOLDER: folder,
      JOURNAL: personnelFile.kind === 'drop-folder' ? 'folder' : 'manual',
      JOURNAL_FOLDER: personnelFile.folder,
      TEMPORAL_ADDRESS: servers.temporal.address,
      TEMPORAL_KEYS: TEST_KEYS,
      TASK_QUEUE: taskQueue,
    },
    logFile: join(folder, 'api.log'),
    cacheFolder,
    loaders: [],
  })

  let order: 'drain' | 'drain-twice' = 'drain'
  /** A drain that dies is made once more, as the next worker would. */
  async function drain(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        drainedAt = await clock.now()
        await Promise.all([...workers].map((one) => one.ask({ do: order })))
        return
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
    commandDb,
    client,
    taskQueue,
    player,
    api,
    worker,
    url: `http://127.0.0.1:${port}`,
    smtp,
    personnelFile,
    deaths: openDeaths(workerSettings.deaths),
    workerSettings,
    joinWorker: async (changed = {}) => {
      const other = startWorker('the other worker', { ...workerSettings, ...changed })
      await other.ready()
      workers.add(other)
      return async () => {
        workers.delete(other)
        await other.stop()
      }
    },
    spareWorker: async () => {
      const spare = startWorker('the spare worker', workerSettings)
      await spare.ready()
      return spare
    },
    advanceTo: (at) => despiteFaults(() => player.playTo(at)),
    settle: () =>
      despiteFaults(async () => {
        await untilHeard(db)
        await player.settle()
      }),
    drainTwice: (isTwice) => {
      order = isTwice ? 'drain-twice' : 'drain'
    },
    stop: async () => {
      await Promise.all([api.stop(), ...[...workers].map((one) => one.stop())])
      await connection.close()
      await db.$disconnect()
      await commandDb.$disconnect()
      await smtp.stop()
    },
  }
}

/**
 * What was told of people is on its way to their talks by a workflow of its own, which takes a moment. The clock must not
 * leave it behind: no year passes within that moment where time runs by itself. What cannot arrive comes by a morning.
 */
async function untilHeard(db: Db): Promise<void> {
  const until = performance.now() + HEARD_MS
  while (performance.now() < until) {
    const { facts } = await undeliveredFacts(db, 0n, 1)
    if (facts.length === 0) return
    await pause(LOOK_MS)
  }
}

const HEARD_MS = 15_000
const LOOK_MS = 50

const MOST_TRIES = 10
const RETRY_MS = 500
