/** The worker process: workflows, activities and the sender, until it is told to stop. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { makeTelemetryFilterString, Runtime, type Worker } from '@temporalio/worker'
import { type Logger, pino } from 'pino'
import { createEngine } from '../activities/engine.ts'
import { createDataConverter, currentKeyId } from '../codec/data-converter.ts'
import { createErasureList, type ErasureList } from '../activities/erasure-list.ts'
import { type Config, toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { type Db, openWorkerDb } from '../db/client.ts'
import { refuseStrongLogin } from '../db/logins.ts'
import { databaseClock, tableClock } from '../db/clock.ts'
import { createJournalGateway } from '../journal/journal.ts'
import { createSender, type Sender } from '../mail/sender.ts'
import { createWorker } from './create-worker.ts'
import { createEngineLogger } from './engine-log.ts'
import { eraseAgain } from './erasures.ts'
import { isRestoredUnseen } from './restored.ts'
import { ensureSchedules } from './schedules.ts'
import { stopWhenTold } from './stop-when-told.ts'
import { createTransport } from './transport.ts'

await main(toConfig(readEnv()))

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: { process: 'worker' } })
  installRuntime(config, log)
  const db = openWorkerDb(config.databaseUrl)
  if (config.mode === 'production') await refuseStrongLogin(db)
  const clock = config.clock === 'table' ? tableClock(db) : databaseClock(db)
  const connection = await Connection.connect({
    address: config.temporalAddress,
    tls: config.temporalTls,
  })
  const dataConverter = createDataConverter(config.temporalKeys)
  const client = new Client({ connection, namespace: config.temporalNamespace, dataConverter })
  const keyId = currentKeyId(config.temporalKeys)
  const erasures = createErasureList(config.erasuresFolder)
  const schedules = { client, db, zone: config.zone, taskQueue: config.taskQueue, keyId }
  const ensure = config.clock === 'system' ? () => ensureSchedules(schedules) : null
  const { worker, close } = await createWorker({
    temporalAddress: config.temporalAddress,
    temporalTls: config.temporalTls,
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    temporalKeys: config.temporalKeys,
    heldPatches: config.heldPatches,
    workflows: workflowsHere(),
    deps: {
      db,
      clock,
      engine: createEngine(client, config.taskQueue),
      zone: config.zone,
      journaling: journalingOf(config),
      gateway: createJournalGateway(config.journal),
      installation: { employer: config.employerName, kindName: config.talkName },
      filedUnder: config.filedUnder,
      erasures,
      outboxFolder: config.mail.sink.kind === 'outbox' ? config.mail.sink.folder : null,
      ...(ensure && { ensureSchedules: ensure }),
    },
  })
  await ensure?.()
  const transport = createTransport(config.mail)
  const onError = (error: unknown) =>
    log.error({ type: error instanceof Error ? error.name : typeof error }, 'sender failed')
  const isHeld = heldAfterRestore(db, erasures, log)
  const sender = createSender({ db, clock, transport, config, onError, isHeld })
  await work({ worker, sender, log }, () => eraseAgain({ client, taskQueue: config.taskQueue }, db, erasures))
  await transport.close()
  await close()
  await connection.close()
  await db.$disconnect()
  log.info('stopped')
}

/** Until it is told to stop. Mail goes once those are erased again whom a restored copy has brought back. */
async function work(
  { worker, sender, log }: { worker: Worker; sender: Sender; log: Logger },
  erase: () => Promise<string[]>,
): Promise<void> {
  const running = worker.run()
  log.info({ taskQueue: worker.options.taskQueue }, 'working')
  stopWhenTold({ worker, sender, log })
  const sending = async () => {
    const again = await erase()
    if (again.length > 0) log.warn({ people: again.length }, 'erased again, after a restore')
    if (worker.getState() === 'RUNNING') sender.start()
  }
  try {
    await Promise.all([running, Promise.race([sending(), running])])
  } finally {
    // Also where the worker was cut short: what became of a mail under way nobody else can know.
    await sender.stop()
  }
}

/** Says so once, when it begins. */
function heldAfterRestore(db: Db, erasures: ErasureList, log: Logger): () => Promise<boolean> {
  let wasHeld = false
  return async () => {
    const held = await isRestoredUnseen(db, erasures)
    if (held && !wasHeld) log.warn('mail is held: the tables were restored and nobody has looked')
    wasHeld = held
    return held
  }
}

/** Once per process: what the engine's libraries and its core say, and figures for Prometheus where they are wanted. */
function installRuntime(config: Config, log: Logger): void {
  const { host, workerMetricsPort: port } = config
  Runtime.install({
    logger: createEngineLogger(log),
    // Signals are ours: the sender stops too.
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN' }) },
      ...(port !== null && { metrics: { prometheus: { bindAddress: `${host}:${port}` } } }),
    },
  })
}

/** The bundle that the build made; from source it is made at start. */
function workflowsHere(): { codePath: string } | { workflowsPath: string } {
  const codePath = fileURLToPath(new URL('../workflows.cjs', import.meta.url))
  if (existsSync(codePath)) return { codePath }
  return { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
}

function journalingOf(config: Config): 'gateway' | 'manual' | 'off' {
  return config.journal.gateway === 'folder' ? 'gateway' : config.journal.gateway
}
