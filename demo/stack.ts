import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { pino } from 'pino'
import { createErasureList } from '../activities/erasure-list.ts'
import { createEngine } from '../activities/engine.ts'
import { createApp } from '../api/app.ts'
import { createContext } from '../api/context.ts'
import { createDataConverter } from '../codec/data-converter.ts'
import { type Config, toConfig } from '../config/config.ts'
import { type Db, openApiDb, openDb, openWorkerDb } from '../db/client.ts'
import { tableClock } from '../db/clock.ts'
import { prepareDropFolder } from '../journal/folder-gateway.ts'
import { createJournalGateway } from '../journal/journal.ts'
import { createSender } from '../mail/sender.ts'
import { createTransport } from '../worker/transport.ts'
import { SkippingClient } from '../scripts/time-skipping.ts'
import { createWorker } from '../worker/create-worker.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'
import { createPlayer, type Player } from './player.ts'

/** Servers that a play needs: the demo brings its own, a test those of its run. */
export interface PlayServers {
  databaseUrl: string
  temporalAddress: string
  /** As the setting has them. */
  temporalKeys: string
  /** A file with the bundled workflows. */
  workflows: string
  taskQueue: string
  /** A folder of the play's own, for the personnel file. */
  folder: string
}

/** The whole service in one process on a clock that only the player moves. */
export interface Stack {
  readonly url: string
  readonly db: Db
  readonly player: Player
  readonly sink: MailSink
  readonly personnelFile: string
  stop(): Promise<void>
}

export async function startStack(servers: PlayServers): Promise<Stack> {
  const db = openDb(servers.databaseUrl)
  const [apiDb, workerDb] = [openApiDb(servers.databaseUrl), openWorkerDb(servers.databaseUrl)]
  const clock = tableClock(db)
  const sink = await startMailSink(async () => clock.now())
  const personnelFile = join(servers.folder, 'personnel-file')
  mkdirSync(personnelFile, { recursive: true })
  const config = configOf(servers, sink.port, personnelFile)
  await prepareDropFolder(personnelFile)

  const connection = await Connection.connect({ address: servers.temporalAddress })
  const dataConverter = createDataConverter(config.temporalKeys)
  const client = new SkippingClient({ connection, dataConverter }, async () => clock.now())
  const sender = createSender({ db: workerDb, clock, transport: createTransport(config.mail), config })
  const log = pino({ level: 'silent' })
  const context = createContext({ config, db: apiDb, client, log, clock })
  const player = createPlayer({
    db,
    client,
    taskQueue: servers.taskQueue,
    drain: async () => {
      // Mails that no answer waits for, such as for signing in, are in the outbox then.
      await context.background.settled()
      await sender.drain()
    },
    zone: config.zone,
  })
  const stopWorker = await startWorker(servers, config, workerDb, client)
  const server = createServer(createApp(context))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    db,
    player,
    sink,
    personnelFile,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await stopWorker()
      await sender.stop()
      await connection.close()
      for (const opened of [db, apiDb, workerDb]) await opened.$disconnect()
      await sink.stop()
    },
  }
}

function configOf(servers: PlayServers, smtpPort: number, personnelFile: string): Config {
  return toConfig({
    MODE: 'demo',
    CLOCK: 'table',
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_KEYS: servers.temporalKeys,
    TASK_QUEUE: servers.taskQueue,
    PUBLIC_URL: 'http://aarshjul.example',
    MAIL_SINK: 'smtp',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    SMTP_SECURE: 'none',
    JOURNAL: 'folder',
    JOURNAL_FOLDER: personnelFile,
  })
}

async function startWorker(
  servers: PlayServers,
  config: Config,
  db: Db,
  client: SkippingClient,
): Promise<() => Promise<void>> {
  const { worker, close } = await createWorker({
    temporalAddress: servers.temporalAddress,
    temporalTls: config.temporalTls,
    namespace: config.temporalNamespace,
    taskQueue: servers.taskQueue,
    temporalKeys: config.temporalKeys,
    heldPatches: config.heldPatches,
    workflows: { codePath: servers.workflows },
    deps: {
      db,
      clock: tableClock(db),
      engine: createEngine({ workflow: client }, servers.taskQueue),
      zone: config.zone,
      journaling: 'gateway',
      gateway: createJournalGateway(config.journal),
      installation: { employer: config.employerName, kindName: config.talkName },
      filedUnder: config.filedUnder,
      erasures: createErasureList(config.erasuresFolder),
      outboxFolder: null,
    },
  })
  const running = worker.run()
  return async () => {
    worker.shutdown()
    await running
    await close()
  }
}
