import { join } from 'node:path'
import { type Db, openDb } from '../db/client.ts'
import { createSignInLink } from '../api/sign-in-links.ts'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { writeFileSync } from 'node:fs'
import { freePort } from '../scripts/infrastructure/ports.ts'
import { pause, type Service, startService } from '../scripts/infrastructure/process.ts'
import { compiled } from '../scripts/infrastructure/project.ts'
import { newTemporalKey } from '../scripts/infrastructure/secrets.ts'
import type { BareWorkerSettings } from './bare/settings.ts'
import type { BenchServers } from './servers.ts'

/** How long a process may take until it can work. */
const READY_MS = 60_000

export const TEMPORAL_KEYS = newTemporalKey('bench')

/** An installation of the service on the bench's servers, as `npm start` makes it: an api and a worker as processes. */
export interface Installation {
  readonly db: Db
  readonly databaseUrl: string
  readonly taskQueue: string
  readonly url: string
  startApi(): Promise<Service>
  startWorker(more?: WorkerWish): Promise<Service>
  /** What a signed-in person's requests carry. */
  signIn(personId: string): Promise<Record<string, string>>
  stop(): Promise<void>
}

export interface WorkerWish {
  readonly env?: Record<string, string>
  readonly nodeArgs?: readonly string[]
}

/** @param name of its database, task queue and logs */
export async function openInstallation(
  servers: BenchServers,
  name: string,
  more: Record<string, string> = {},
): Promise<Installation> {
  const databaseUrl = await servers.createDatabase(name)
  const db = openDb(databaseUrl, 4)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const taskQueue = `bench-${name}`
  const started: Service[] = []
  const env = environmentOf(servers, { name, port, databaseUrl, taskQueue, more })
  const start = async (program: 'api' | 'worker', { env: own = {}, nodeArgs = [] }: WorkerWish = {}) => {
    const service = await startService({
      name: `the ${program}`,
      command: process.execPath,
      args: [...nodeArgs, '--enable-source-maps', compiled(`${program}/main.js`)],
      env: { ...env, ...own },
      logFile: join(servers.folder, 'logs', `${name}-${program}.log`),
      channel: true,
    })
    started.push(service)
    return service
  }
  return {
    db,
    databaseUrl,
    taskQueue,
    url,
    startApi: async () => {
      const api = await start('api')
      await until(api, async () => (await answers(`${url}/health/ready`)) === 200)
      return api
    },
    startWorker: async (wish) => {
      const worker = await start('worker', wish)
      await until(worker, async () => worker.lastWords().includes('"working"'))
      return worker
    },
    signIn: async (personId) => {
      const link = await createSignInLink(db, personId, url)
      const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
      return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
    },
    stop: async () => {
      for (const service of started.toReversed()) await service.stop('SIGTERM', 30_000)
      await db.$disconnect()
    },
  }
}

function environmentOf(
  { folder, temporalAddress, namespace }: BenchServers,
  own: { name: string; port: number; databaseUrl: string; taskQueue: string; more: Record<string, string> },
): Record<string, string> {
  return {
    MODE: 'test',
    PORT: String(own.port),
    PUBLIC_URL: `http://127.0.0.1:${own.port}`,
    DATABASE_URL: own.databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_KEYS,
    TASK_QUEUE: own.taskQueue,
    DATA_FOLDER: join(folder, own.name),
    JOURNAL: 'off',
    TZ: 'UTC',
    ...own.more,
  }
}

/** A worker as the service's, with workflows and activities that do the least for the same effect. */
export async function startBareWorker(
  { temporalAddress, namespace, folder }: BenchServers,
  settings: Omit<BareWorkerSettings, 'temporalAddress' | 'namespace' | 'bundle'>,
  { env = {}, nodeArgs = [] }: WorkerWish = {},
): Promise<Service> {
  const bundle = join(folder, 'bare.cjs')
  writeFileSync(bundle, await bareBundle())
  const whole: BareWorkerSettings = { ...settings, temporalAddress, namespace, bundle }
  const worker = await startService({
    name: 'the bare worker',
    command: process.execPath,
    args: [...nodeArgs, compiled('bench/bare/worker.js')],
    env: { ...env, BARE_WORKER: JSON.stringify(whole), TZ: 'UTC' },
    logFile: join(folder, 'logs', `${settings.taskQueue}.log`),
    channel: true,
  })
  await until(worker, async () => worker.lastWords().includes('working'))
  return worker
}

let bundled: Promise<string> | null = null

/** The code of the bare workflows. */
export function bareBundle(): Promise<string> {
  bundled ??= bundleWorkflowCode({
    workflowsPath: compiled('bench/bare/bare.workflow.js'),
    logger: new DefaultLogger('ERROR'),
  }).then(({ code }) => code)
  return bundled
}

/** Waits until something is so; throws with the last words of a process that ends before, or takes too long. */
export async function until(service: Service, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + READY_MS
  while (!(await isSo())) {
    if (!service.isRunning() || performance.now() > deadline)
      throw new Error(`${service.name} does not get ready. Its last words:\n${service.lastWords()}`)
    await pause(20)
  }
}

async function answers(url: string): Promise<number | null> {
  return fetch(url).then(
    (answer) => answer.status,
    () => null,
  )
}

/** The bundle that the build made. */
export function workflowsFile(): string {
  return compiled('workflows.cjs')
}
