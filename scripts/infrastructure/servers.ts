import type { TemporalTls } from '../../config/connections.ts'
import { migrate } from '../../db/migrate.ts'
import { startPostgres } from './postgres.ts'
import type { Service } from './process.ts'
import { counted } from './counted.ts'
import { cacheFolder, migrationsFolder } from './project.ts'
import { findTemporalProgram } from './temporal-program.ts'
import { checkTemporalServer, startTemporalServer } from './temporal-server.ts'

export type ServersWanted = {
  /** Where the data, logs and notes of the servers lie. */
  readonly folder: string
  /** Servers that run already; null = start one. */
  readonly databaseUrl: string | null
  readonly temporalAddress: string | null
  /** Of the server that runs already. */
  readonly temporalTls: TemporalTls
  readonly temporalCli: string | null
  readonly temporalNamespace: string
  readonly temporalMetricsPort: number | null
  /** Temporal keeps nothing and lets clocks be moved; PostgreSQL trades safety for speed: for tests and the demo. */
  readonly forDemo?: boolean
  readonly spawned: (service: Service) => void
  readonly say: (line: string) => void
}

export type Servers = {
  /** A database with the schema of this program. */
  readonly databaseUrl: string
  readonly temporalAddress: string
  /** The processes that were started for this; none where a running server was given. */
  readonly services: readonly Service[]
  /** Stops Temporal, then PostgreSQL. */
  readonly stop: () => Promise<void>
}

type Part = {
  readonly where: string
  readonly services: readonly Service[]
  readonly stop: () => Promise<void>
}

/** Starts PostgreSQL and Temporal side by side, as far as they are not given, and brings the schema up to date. */
export async function startServers(wanted: ServersWanted): Promise<Servers> {
  const results = await Promise.allSettled([databasePart(wanted), temporalPart(wanted)])
  const parts = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop()
  }
  const [database, temporal] = parts
  if (!database || !temporal) {
    await stop()
    throw results.find((result) => result.status === 'rejected')?.reason
  }
  return {
    databaseUrl: database.where,
    temporalAddress: temporal.where,
    services: parts.flatMap(({ services }) => services),
    stop,
  }
}

/** Both of one's own for a while, with clocks that can be moved, and kept in a folder of its own. */
export function startOwnServers(own: Pick<ServersWanted, 'folder' | 'spawned' | 'say'>): Promise<Servers> {
  return startServers({
    ...own,
    databaseUrl: null,
    temporalAddress: null,
    temporalTls: false,
    temporalCli: process.env.TEMPORAL_CLI ?? null,
    temporalNamespace: 'default',
    temporalMetricsPort: null,
    forDemo: true,
  })
}

const DATABASE = 'aarshjul'

async function databasePart({ folder, databaseUrl, forDemo, spawned, say }: ServersWanted): Promise<Part> {
  if (databaseUrl !== null) {
    await upToDate(databaseUrl, say)
    return given(databaseUrl)
  }
  const server = await startPostgres({ folder, forTests: forDemo ?? false, spawned })
  const where = server.urlOf(DATABASE)
  try {
    await server.ensureDatabase(DATABASE)
    await upToDate(where, say)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { where, services: [server.service], stop: server.stop }
}

async function temporalPart(wanted: ServersWanted): Promise<Part> {
  const { folder, temporalAddress, temporalCli, temporalNamespace, temporalMetricsPort } = wanted
  if (temporalAddress !== null) {
    await checkTemporalServer(temporalAddress, wanted.temporalTls)
    return given(temporalAddress)
  }
  const program = await findTemporalProgram({ cli: temporalCli, cacheFolder, say: wanted.say })
  const server = await startTemporalServer({
    program,
    folder,
    namespace: temporalNamespace,
    metricsPort: temporalMetricsPort,
    timeSkipping: wanted.forDemo ?? false,
    spawned: wanted.spawned,
  })
  return { where: server.address, services: [server.service], stop: server.stop }
}

async function upToDate(databaseUrl: string, say: (line: string) => void): Promise<void> {
  const applied = await migrate(databaseUrl, migrationsFolder)
  if (applied.length > 0)
    say(`The database has ${counted(applied.length, 'new migration')}, up to ${applied.at(-1)}.`)
}

function given(where: string): Part {
  return { where, services: [], stop: async () => {} }
}
