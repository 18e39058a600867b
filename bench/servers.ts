import { migrate } from '../db/migrate.ts'
import { type PostgresServer, startPostgres } from '../scripts/infrastructure/postgres.ts'
import type { Service } from '../scripts/infrastructure/process.ts'
import { cacheFolder, migrationsFolder } from '../scripts/infrastructure/project.ts'
import { findTemporalProgram } from '../scripts/infrastructure/temporal-program.ts'
import {
  checkTemporalServer,
  startTemporalServer,
  type TemporalServer,
} from '../scripts/infrastructure/temporal-server.ts'
import { openScratch } from './scratch.ts'

/** What service and baseline both stand on: servers as an installation has them, which survive a kill. */
export interface BenchServers {
  readonly folder: string
  /** Is to be told of everything else that is started in the folder. */
  readonly spawned: (service: Service) => void
  readonly postgres: PostgresServer
  /** As the table names it. */
  readonly engine: string
  readonly temporalAddress: string
  /** Null where the engine was given: it is not ours to stop. */
  readonly temporal: TemporalServer | null
  readonly namespace: string
  /** The address of a new database with the schema. */
  createDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

const TEMPLATE = 'bench_template'

/** Starts PostgreSQL, and Temporal unless TEMPORAL_ADDRESS names one that runs. */
export async function startBenchServers(say: (line: string) => void): Promise<BenchServers> {
  const { folder, spawned, clear } = openScratch('aarshjul-bench-')
  const namespace = process.env.TEMPORAL_NAMESPACE ?? 'default'
  const given = process.env.TEMPORAL_ADDRESS ?? null
  const postgres = await startPostgres({ folder, spawned })
  try {
    await postgres.ensureDatabase(TEMPLATE)
    await migrate(postgres.urlOf(TEMPLATE), migrationsFolder)
    if (given !== null) await checkTemporalServer(given, false)
    const temporal = given === null ? await startEngine(folder, namespace, say, { spawned }) : null
    return {
      folder,
      spawned,
      postgres,
      engine: given === null ? 'Temporal development server (SQLite)' : `Temporal at ${given}`,
      temporalAddress: given ?? temporal?.address ?? '',
      temporal,
      namespace,
      createDatabase: async (name) => {
        await postgres.ensureDatabase(name, TEMPLATE)
        return postgres.urlOf(name)
      },
      stop: async () => {
        await temporal?.stop()
        await postgres.stop()
        clear()
      },
    }
  } catch (error) {
    await postgres.stop()
    clear()
    throw error
  }
}

/** A development server with its store in a folder; with a port where one is to be found again. */
export async function startEngine(
  folder: string,
  namespace: string,
  say: (line: string) => void,
  more: { port?: number; spawned?: (service: Service) => void } = {},
): Promise<TemporalServer> {
  const program = await findTemporalProgram({ cli: process.env.TEMPORAL_CLI ?? null, cacheFolder, say })
  return startTemporalServer({ program, folder, namespace, ...more })
}
