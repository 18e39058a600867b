import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readEnv } from '../../config/env.ts'
import { migrate } from '../../db/migrate.ts'
import { type PostgresServer, startPostgres } from '../../scripts/infrastructure/postgres.ts'
import { isAlive } from '../../scripts/infrastructure/process.ts'
import { cacheFolder, migrationsFolder } from '../../scripts/infrastructure/project.ts'
import { clearAway, type Hold, holdFolder, readRunning } from '../../scripts/infrastructure/running.ts'
import { findTemporalProgram } from '../../scripts/infrastructure/temporal-program.ts'
import { startTemporalServer } from '../../scripts/infrastructure/temporal-server.ts'

/** What a test file is told about the servers; see `askFor` in ask.ts. */
export type Answers = {
  readonly postgres: { readonly adminUrl: string; readonly template: string }
  readonly temporal: { readonly address: string }
  /** The compiled workflows below a path, as one file. */
  readonly bundle: { readonly file: string }
}

export type Infrastructure = {
  /** Where test files ask for servers. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * Starts nothing yet: a server, or a bundle of workflows, is made when the first test file asks for it and shared by
 * all. A run of pure rules therefore pays nothing.
 */
export async function openInfrastructure(): Promise<Infrastructure> {
  await sweepAbandoned()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  const hold = await holdFolder(folder, quiet)
  const stops: (() => Promise<void>)[] = []
  const makers = {
    postgres: once(() => makePostgres(folder, hold, stops)),
    temporal: once(() => makeTemporal(folder, hold, stops)),
    bundle: onceEach((workflowsPath) => makeBundle(folder, workflowsPath)),
  }
  const server = createServer((request, response) => {
    answer(makers, request).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    )
  })
  const url = await listen(server)
  return {
    url,
    stop: async () => {
      server.close()
      await Promise.allSettled([makers.postgres.made(), makers.temporal.made()])
      await Promise.all(stops.map((stop) => stop()))
      hold.release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const PREFIX = 'aarshjul-test-'
const TEMPLATE = 'template_migrated'

/** Servers of a run that was killed, which no teardown reached. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    const note = readRunning(folder)
    if (!note || (await isAlive(note.supervisor))) continue
    await clearAway(note, quiet)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makePostgres(
  folder: string,
  hold: Hold,
  stops: (() => Promise<void>)[],
): Promise<Answers['postgres']> {
  const server: PostgresServer = await startPostgres({ folder, forTests: true, spawned: hold.add })
  stops.push(server.stop)
  await server.ensureDatabase(TEMPLATE)
  await migrate(server.urlOf(TEMPLATE), migrationsFolder)
  return { adminUrl: server.urlOf('postgres'), template: TEMPLATE }
}

async function makeTemporal(
  folder: string,
  hold: Hold,
  stops: (() => Promise<void>)[],
): Promise<Answers['temporal']> {
  const cli = readEnv().TEMPORAL_CLI ?? null
  const program = await findTemporalProgram({
    cli,
    cacheFolder,
    say: (line) => process.stderr.write(`${line}\n`),
  })
  const server = await startTemporalServer({
    program,
    folder,
    namespace: 'default',
    timeSkipping: true,
    spawned: hold.add,
  })
  stops.push(server.stop)
  return { address: server.address }
}

async function makeBundle(folder: string, workflowsPath: string): Promise<Answers['bundle']> {
  if (!existsSync(workflowsPath)) throw new Error(`There are no workflows at ${workflowsPath}`)
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
  const { failureConverterPath } = await import('../../codec/data-converter.ts')
  const { preloadModules } = await import('../../scripts/bundle-workflows.ts')
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    preloadModules,
    logger: new DefaultLogger('ERROR'),
  })
  const name = `${basename(workflowsPath)}-${createHash('sha256').update(workflowsPath).digest('hex').slice(0, 8)}.cjs`
  mkdirSync(join(folder, 'bundles'), { recursive: true })
  const file = join(folder, 'bundles', name)
  writeFileSync(file, code)
  return { file }
}

type Makers = {
  readonly postgres: Once<Answers['postgres']>
  readonly temporal: Once<Answers['temporal']>
  readonly bundle: (workflowsPath: string) => Promise<Answers['bundle']>
}

function answer(makers: Makers, request: IncomingMessage): Promise<Answers[keyof Answers]> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://infrastructure')
  if (pathname === '/postgres') return makers.postgres()
  if (pathname === '/temporal') return makers.temporal()
  if (pathname === '/bundle') return makers.bundle(searchParams.get('of') ?? '')
  return Promise.reject(new Error(`There is no '${pathname}': expected /postgres, /temporal or /bundle`))
}

type Once<T> = { (): Promise<T>; readonly made: () => Promise<T> | undefined }

function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | undefined
  const get = () => {
    made ??= make()
    return made
  }
  return Object.assign(get, { made: () => made })
}

function onceEach<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    })
  })
}

function quiet(): void {}
