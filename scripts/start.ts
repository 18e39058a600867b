/** `npm start`: everything an installation needs, from one command on a fresh machine, until Ctrl-C. */
import { join } from 'node:path'
import { type StartConfig, toStartConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { createErasureList, type ErasureList } from '../activities/erasure-list.ts'
import { createSignInLinks } from '../api/sign-in-links.ts'
import { type Db, openDb } from '../db/client.ts'
import { systemClock } from '../db/clock.ts'
import { notErased } from '../db/erasure.ts'
import { prepareDropFolder } from '../journal/folder-gateway.ts'
import { loadSample } from '../prisma/sample.ts'
import { isRestoredUnseen } from '../worker/restored.ts'
import { given } from './infrastructure/given.ts'
import { assertPortFree, freePort } from './infrastructure/ports.ts'
import { pause } from './infrastructure/process.ts'
import { startProgram } from './infrastructure/program.ts'
import { compiled } from './infrastructure/project.ts'
import { resume, resumedSentence } from './infrastructure/resume.ts'
import { closeToOthers, type Hold, holdFolder } from './infrastructure/running.ts'
import { keptSecret, newTemporalKey, TEMPORAL_KEYS_FILE } from './infrastructure/secrets.ts'
import { type Servers, startServers } from './infrastructure/servers.ts'
import { hasEngineStore } from './infrastructure/temporal-server.ts'

/** How long the api may take until it can serve. */
const READY_MS = 60_000

/** Signals closer together than this are one press of Ctrl-C. */
const ONE_PRESS_MS = 1_000

const say = (line: string) => console.log(line)

given('npm start, with settings in the environment, such as PORT=4000 npm start (docs/operations.md)', {})
await main().catch(fail)

async function main(): Promise<void> {
  const env = readEnv()
  const config = toStartConfig(env.PORT === '0' ? { ...env, PORT: String(await freePort()) } : env)
  const hold = await holdFolder(config.dataFolder, say)
  const stopping = untilToldToStop(hold)
  const stops: (() => Promise<void>)[] = []
  try {
    await assertPortFree(config.host, config.port)
    const { failed } = await start(config, hold, stops, stopping)
    await Promise.race([failed, aborted(stopping)])
  } catch (error) {
    if (error !== stopping.reason) fail(error)
  } finally {
    say('Stopping …')
    for (const stop of stops.toReversed()) await stop()
    hold.release()
    say('Stopped. Everything is kept for the next start.')
  }
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Starts part after part and puts each one's end on `stops`. */
async function start(
  config: StartConfig,
  hold: Hold,
  stops: (() => Promise<void>)[],
  stopping: AbortSignal,
): Promise<{ failed: Promise<never> }> {
  say('Starting PostgreSQL and Temporal …')
  const isEngineNew = config.temporalAddress === null && !hasEngineStore(config.dataFolder)
  const servers = await startServers({ ...config, folder: config.dataFolder, spawned: hold.add, say })
  stops.push(servers.stop)
  hold.announce(servers)
  stopping.throwIfAborted()
  const db = openDb(servers.databaseUrl, 2)
  stops.push(() => db.$disconnect())
  if (config.mode === 'embedded') await firstData(db, config)
  if (config.journal.gateway === 'folder') await prepareDropFolder(config.journal.folder)
  closeToOthers(config.dataFolder)

  say('Starting the worker and the api …')
  const worker = await startProgram(programOptions('worker', config, servers, hold))
  stops.push(worker.stop)
  const withoutApi = Promise.race([worker.failed, ...serverFailures(servers)])
  withoutApi.catch(() => {})
  const erasures = createErasureList(config.erasuresFolder)
  await Promise.race([untilErasedAgain(db, erasures, stopping), withoutApi])
  const api = await startProgram(programOptions('api', config, servers, hold))
  stops.push(api.stop)
  const failed = Promise.race([withoutApi, api.failed])
  failed.catch(() => {})
  await Promise.race([untilReady(config, stopping), failed])
  if (isEngineNew && (await db.talk.count({ where: { closedAt: null } })) > 0) {
    say('The engine is new: the open talks go on from the database …')
    say(resumedSentence(await Promise.race([resume(), failed])))
  }
  await sayWelcome(config, db, await isRestoredUnseen(db, erasures))
  return { failed }
}

/** An installation to look around in, where nobody has brought people yet. */
async function firstData(db: Db, config: StartConfig): Promise<void> {
  if ((await db.person.count()) > 0) return
  say('Loading the sample organisation …')
  await loadSample(db, systemClock, config.zone)
}

function programOptions(name: 'api' | 'worker', config: StartConfig, servers: Servers, hold: Hold) {
  const env = {
    PORT: String(config.port),
    DATABASE_URL: servers.databaseUrl,
    DATABASE_URL_FILE: '',
    TEMPORAL_ADDRESS: servers.temporalAddress,
    ...(config.temporalKeys === null && { TEMPORAL_KEYS: keptTemporalKeys(config.dataFolder) }),
    // The machine's zone must not leak into workflow code; the installation's is a setting.
    TZ: 'UTC',
  }
  return {
    name,
    file: compiled(`${name}/main.js`),
    env,
    logFolder: join(config.dataFolder, 'logs'),
    spawned: hold.add,
    say,
  }
}

/** Made on the first start; lost, what runs in the engine cannot be read any more. */
function keptTemporalKeys(folder: string): string {
  return keptSecret(folder, TEMPORAL_KEYS_FILE, () => newTemporalKey('first'))
}

function serverFailures(servers: Servers): readonly Promise<never>[] {
  return servers.services.map(async (service) => {
    const how = await service.ended
    throw new Error(`${service.name} ended (${how}). Its last words:\n${service.lastWords()}`)
  })
}

/** The worker erases again whom a restored copy has brought back; nobody is served before. */
async function untilErasedAgain(db: Db, erasures: ErasureList, stopping: AbortSignal): Promise<void> {
  const erased = await erasures.all()
  for (let looks = 0; ; looks++) {
    const back = await notErased(db, erased)
    if (back.length === 0) return
    if (looks === 0) say(`Erasing again who was erased after this copy was made (${back.length}) …`)
    stopping.throwIfAborted()
    await pause(200)
  }
}

async function untilReady({ host, port }: StartConfig, stopping: AbortSignal): Promise<void> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const url = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/health/ready`
  const deadline = performance.now() + READY_MS
  for (;;) {
    stopping.throwIfAborted()
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (answer?.ok) return
    if (performance.now() > deadline) {
      const said = answer ? `answered ${answer.status}: ${await answer.text()}` : 'did not answer'
      throw new Error(`${url} ${said}: expected 200 within ${READY_MS / 1000} seconds of the start`)
    }
    await pause(200)
  }
}

async function sayWelcome(config: StartConfig, db: Db, isHeld: boolean): Promise<void> {
  const links = config.mode === 'embedded' ? await createSignInLinks(db, config.publicUrl) : []
  const width = Math.max(0, ...links.map(({ label }) => label.length))
  say('')
  say(`Årshjulet is running at ${config.publicUrl}`)
  if (links.length > 0)
    say(
      `\nSign in as (each link works once, within ten minutes; new ones: give an address at ${config.publicUrl}/sign-in, and find the mail at ${config.publicUrl}/dev/mails):`,
    )
  for (const { label, url } of links) say(`  ${label.padEnd(width)}  ${url}`)
  if (isHeld)
    say(
      '\nNo mail is sent yet: this is a copy that was put back. Look with npm run reconcile in another terminal, then say npm run reconcile -- --confirm.',
    )
  say(`\nData and logs are in ${config.dataFolder}. Ctrl-C stops everything.`)
}

/** Aborts at the first Ctrl-C; at the second everything is ended at once, which the data survive. */
function untilToldToStop(hold: Hold): AbortSignal {
  const controller = new AbortController()
  let toldAt = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        toldAt = performance.now()
        return controller.abort()
      }
      // npm passes on the Ctrl-C that the terminal has given us already.
      if (performance.now() - toldAt < ONE_PRESS_MS) return
      hold.killAll()
      process.exit(1)
    })
  }
  return controller.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
