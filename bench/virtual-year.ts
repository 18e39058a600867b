import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import type { DataConverter } from '@temporalio/common'
import { NativeConnection, Worker } from '@temporalio/worker'
import { Client as DatabaseClient } from 'pg'
import { createErasureList } from '../activities/erasure-list.ts'
import { createEngine, type Engine } from '../activities/engine.ts'
import { createDataConverter } from '../codec/data-converter.ts'
import { payloadKeys } from '../config/forms.ts'
import { type Db, openDb, openWorkerDb } from '../db/client.ts'
import { type Clock, tableClock } from '../db/clock.ts'
import type { RecordTalkInput } from '../db/record-talk.ts'
import { createPlayer, type Player } from '../demo/player.ts'
import { createOffGateway } from '../journal/manual-gateway.ts'
import { startOwnServers } from '../scripts/infrastructure/servers.ts'
import { SkippingClient } from '../scripts/time-skipping.ts'
import { type Acts, createActs } from '../test/support/acts.ts'
import { createActivities, workerOptions } from '../worker/create-worker.ts'
import { TEMPORAL_KEYS, workflowsFile } from './processes.ts'
import { openScratch } from './scratch.ts'

/** Workflows whose clocks are moved through a year, on servers of their own, with the service's worker. */
export interface VirtualYear extends Acts {
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly taskQueue: string
  readonly db: Db
  readonly clock: Clock
  readonly client: SkippingClient
  readonly dataConverter: DataConverter
  readonly player: Player
  /** Every decision that was written down. */
  readonly records: readonly RecordTalkInput[]
  /** Lets nobody into the database, or everybody again. */
  allowConnections(areAllowed: boolean): Promise<void>
  /** Ends the worker, so that another may take over. */
  stopWorker(): Promise<void>
  stop(): Promise<void>
}

const ZONE = 'Europe/Copenhagen'

/** @param at what the clock shows first; ISO text */
export async function openVirtualYear(at: string, say: (line: string) => void): Promise<VirtualYear> {
  const { folder, spawned, clear } = openScratch('aarshjul-bench-year-')
  const servers = await startOwnServers({ folder, spawned, say })
  const { databaseUrl, temporalAddress } = servers
  const taskQueue = 'year'
  const db = openDb(databaseUrl)
  const clock = tableClock(db)
  const connection = await Connection.connect({ address: temporalAddress })
  const dataConverter = createDataConverter(payloadKeys.parse(TEMPORAL_KEYS) ?? [])
  const client = new SkippingClient({ connection, dataConverter }, async () => clock.now())
  const engine = createEngine({ workflow: client }, taskQueue)
  const player = createPlayer({ db, client, taskQueue, drain: async () => {}, zone: ZONE })
  await player.begin(Date.parse(at))
  const records: RecordTalkInput[] = []
  const stopWorker = await startWorker({
    databaseUrl,
    temporalAddress,
    taskQueue,
    engine,
    dataConverter,
    folder,
    records,
  })
  return {
    ...createActs({ db, client, engine, clock, player, taskQueue, zone: ZONE }),
    databaseUrl,
    temporalAddress,
    taskQueue,
    db,
    clock,
    client,
    dataConverter,
    player,
    records,
    allowConnections: (areAllowed) => allowConnections(databaseUrl, areAllowed),
    stopWorker,
    stop: async () => {
      await stopWorker()
      await connection.close()
      await db.$disconnect()
      await servers.stop()
      clear()
    },
  }
}

interface WorkerParts
  extends Pick<VirtualYear, 'databaseUrl' | 'temporalAddress' | 'taskQueue' | 'dataConverter'> {
  readonly engine: Engine
  readonly folder: string
  /** What it writes down is added here. */
  readonly records: RecordTalkInput[]
}

/** The service's worker, in this process; answers what ends it, which may be asked twice. */
async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  const { taskQueue, dataConverter, engine, records } = parts
  const db = openWorkerDb(parts.databaseUrl)
  const activities = createActivities({
    db,
    clock: tableClock(db),
    engine,
    zone: ZONE,
    journaling: 'off',
    gateway: createOffGateway(),
    installation: { employer: 'Solbakke Kommune', kindName: 'MUS' },
    filedUnder: { classification: '', accessGroup: '' },
    erasures: createErasureList(join(parts.folder, 'erasures')),
    outboxFolder: null,
  })
  const connection = await NativeConnection.connect({ address: parts.temporalAddress })
  const worker = await Worker.create({
    ...workerOptions,
    connection,
    taskQueue,
    dataConverter,
    workflowBundle: { codePath: workflowsFile() },
    activities: {
      ...activities,
      record: async (input: RecordTalkInput) => {
        const recorded = await activities.record(input)
        if (recorded.outcome === 'recorded') records.push(input)
        return recorded
      },
    },
  })
  const running = worker.run()
  let ended: Promise<void> | null = null
  const end = async () => {
    worker.shutdown()
    await running
    await connection.close()
    await db.$disconnect()
  }
  return () => (ended ??= end())
}

/** The database is there, and nobody gets in; those who are in are thrown out. */
async function allowConnections(databaseUrl: string, areAllowed: boolean): Promise<void> {
  const address = new URL(databaseUrl)
  const name = address.pathname.slice(1)
  address.pathname = '/postgres'
  const admin = new DatabaseClient({ connectionString: address.href })
  await admin.connect()
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${areAllowed}`)
  if (!areAllowed)
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await admin.end()
}
