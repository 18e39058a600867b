import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import type { TemporalTls } from '../../config/connections.ts'
import { freePort } from './ports.ts'
import { DAY } from '../../domain/calendar/day.ts'
import { pause, type Service, startService } from './process.ts'
import type { TemporalProgram } from './temporal-program.ts'

export type TemporalServer = {
  readonly service: Service
  /** host:port */
  readonly address: string
  readonly stop: () => Promise<void>
}

export type TemporalServerOptions = {
  readonly program: TemporalProgram
  /** The folder that holds `temporal.db` and the log. */
  readonly folder: string
  readonly namespace: string
  /** Prometheus metrics on 127.0.0.1; null = any free port. */
  readonly metricsPort?: number | null
  /** Lets the clocks of workflows be moved: for tests and the demo. */
  readonly timeSkipping?: boolean
  /** Whether everything is kept in the folder; unless given, where clocks cannot be moved. */
  readonly keeps?: boolean
  /** Where it listens; any free port unless given. */
  readonly port?: number
  /** Told of the process before it is ready, so that it can be noted down in time. */
  readonly spawned?: (service: Service) => void
}

/**
 * Starts a Temporal server of one process on 127.0.0.1, ready for work. The server picks more ports by
 * itself; when another program takes one of them in between, it is started again on others.
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  for (let tries = 1; ; tries++) {
    try {
      return await tryToStart(options)
    } catch (error) {
      const isPortTaken = error instanceof Error && error.message.includes('address already in use')
      if (!isPortTaken || tries === MOST_TRIES) throw error
    }
  }
}

const MOST_TRIES = 4

async function tryToStart(options: TemporalServerOptions): Promise<TemporalServer> {
  const { program, folder, namespace, metricsPort = null, timeSkipping = false } = options
  const { keeps = !timeSkipping } = options
  const port = options.port ?? (await freePort())
  const address = `127.0.0.1:${port}`
  const args = ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)]
  args.push('--namespace', namespace, '--log-level', 'warn')
  if (metricsPort !== null) args.push('--metrics-port', String(metricsPort))
  if (timeSkipping) args.push(...SKIPPING_FLAGS)
  if (keeps) args.push(...keepIn(join(folder, STORE)))
  const service = await startService({
    name: 'Temporal',
    command: program.path,
    args,
    logFile: join(folder, 'logs', 'temporal.log'),
  })
  options.spawned?.(service)
  await untilServing(service, address, namespace)
  if (keeps) await keepClosedWorkflows(address, namespace)
  return { service, address, stop: () => service.stop('SIGINT', 15_000) }
}

const STORE = 'temporal.db'

/** Whether a server was started in the folder before. */
export function hasEngineStore(folder: string): boolean {
  return existsSync(join(folder, STORE))
}

/** Throws when no Temporal server answers at a host:port that somebody gave. */
export async function checkTemporalServer(address: string, tls: TemporalTls): Promise<void> {
  const connection = await Connection.connect({ address, tls, connectTimeout: 5_000 }).catch(
    (error: unknown) => {
      throw new Error(`TEMPORAL_ADDRESS is '${address}': expected a running Temporal server`, {
        cause: error,
      })
    },
  )
  await connection.close()
}

/** How long closed workflows can be looked up; a talk's truth is in PostgreSQL, this is for finding faults. */
const RETENTION_DAYS = 30

/** Write-ahead logging makes the one-file store two to three times as fast and survives a kill. */
function keepIn(file: string): readonly string[] {
  const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']
  return ['--db-filename', file, ...pragmas]
}

/**
 * Without these every jump of a workflow's clock costs a second. The first one was renamed between server versions.
 * Without the last one a clock is wrong after a continue-as-new whose run lived under a second.
 */
const SKIPPING_FLAGS = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="1ms"',
  'history.timerProcessorPollBackoffInterval="10ms"',
  'history.transferProcessorPollBackoffInterval="10ms"',
  'history.timerProcessorMaxPollRPS=10000',
  'history.timerProcessorMaxPollHostRPS=100000',
  'history.transferProcessorMaxPollRPS=10000',
  'history.transferProcessorMaxPollHostRPS=100000',
  'history.workflowIdReuseMinimalInterval="0s"',
].flatMap((flag) => ['--dynamic-config-value', flag])

async function untilServing(service: Service, address: string, namespace: string): Promise<void> {
  for (;;) {
    if (await isServing(address, namespace)) return
    if (!service.isRunning()) {
      throw new Error(`Temporal ended at once (${await service.ended}):\n${service.lastWords()}`)
    }
    await pause(50)
  }
}

async function isServing(address: string, namespace: string): Promise<boolean> {
  const connection = Connection.lazy({ address, connectTimeout: 1_000 })
  try {
    await connection.withDeadline(Date.now() + 1_000, async () => {
      await connection.workflowService.describeNamespace({ namespace })
    })
    return true
  } catch {
    return false
  } finally {
    await connection.close()
  }
}

async function keepClosedWorkflows(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address })
  try {
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(RETENTION_DAYS * DAY) },
    })
  } finally {
    await connection.close()
  }
}
