import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '../../config/env.ts'
import { migrate } from '../../db/migrate.ts'
import { startPostgres } from '../../scripts/infrastructure/postgres.ts'
import type { Service } from '../../scripts/infrastructure/process.ts'
import { cacheFolder, migrationsFolder } from '../../scripts/infrastructure/project.ts'
import { backUp, restore } from '../../scripts/infrastructure/backup.ts'
import { holdFolder } from '../../scripts/infrastructure/running.ts'
import { findTemporalProgram } from '../../scripts/infrastructure/temporal-program.ts'
import { startTemporalServer, type TemporalServer } from '../../scripts/infrastructure/temporal-server.ts'
import { giveToOwner, makeLogins } from './logins.ts'

/** A PostgreSQL and a Temporal of the proof's own, which keep what they are told as an installation's do. */
export interface FaultServers {
  /** Removed at the end, with everything in it. */
  readonly folder: string
  /** The bundled workflows. */
  readonly workflows: string
  readonly postgres: Crashable
  readonly temporal: Crashable & { readonly address: string }
  /** The addresses of a new database with the schema and no rows. */
  createDatabase(name: string): Promise<DatabaseAddresses>
  /** As `npm run backup`, while everything runs; answers the copy's folder and its size in bytes. */
  backUp(): Promise<{ where: string; bytes: number }>
  /** The database and the engine's store are gone; `npm run restore`, and both are started again. */
  loseAllAndRestore(from: string): Promise<void>
  stop(): Promise<void>
}

/** One database, as each of those who use it reaches it. */
export interface DatabaseAddresses {
  /** Past every fence: for the proof itself, which looks at everything. */
  admin: string
  api: string
  worker: string
}

export interface Crashable {
  /** Ends the server as a power cut would, and starts it again on the same data and port. */
  crash(): Promise<void>
  /** Ends it properly, changes what it has kept, and starts it again. */
  whileStopped(change: (data: string) => void): Promise<void>
  /** The folder, or the file, that it keeps everything in. */
  readonly data: string
}

const TEMPLATE = 'template_migrated'
/** As the folders of a test run, which clear away what a killed one left. */
const PREFIX = 'aarshjul-test-faults-'

/** @param workflows the file with the bundled workflows */
export async function startFaultServers(workflows: string): Promise<FaultServers> {
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  let hold = await holdFolder(folder, () => {})
  const program = await findTemporalProgram({
    cli: readEnv().TEMPORAL_CLI ?? null,
    cacheFolder,
    say: (line) => process.stderr.write(`${line}\n`),
  })
  const spawned = (service: Service) => hold.add(service)
  const openPostgres = (port?: number) => startPostgres({ folder, ...(port && { port }), spawned })
  const openTemporal = (port?: number) =>
    startTemporalServer({
      program,
      folder,
      namespace: 'default',
      timeSkipping: true,
      keeps: true,
      ...(port && { port }),
      spawned,
    })
  const [postgres, temporal] = await Promise.all([openPostgres(), openTemporal()])
  const running = { postgres, temporal }
  const logins = await makeLogins(postgres.urlOf('postgres'))
  await postgres.ensureDatabase(TEMPLATE)
  await giveToOwner(postgres.urlOf('postgres'), TEMPLATE)
  await migrate(logins.migrating(postgres.urlOf(TEMPLATE)), migrationsFolder)

  const announce = () =>
    hold.announce({ databaseUrl: postgres.urlOf('postgres'), temporalAddress: temporal.address })
  announce()

  const startedAgain = {
    postgres: async () => {
      running.postgres = await openPostgres(postgres.port)
    },
    temporal: async () => {
      running.temporal = await openTemporal(portOf(temporal))
    },
  }
  return {
    folder,
    workflows,
    postgres: crashable(join(folder, 'postgres'), {
      // PostgreSQL's own word for it: immediate shutdown, which is recovered from the log at the next start.
      kill: () => running.postgres.service.stop('SIGQUIT', 10_000),
      stop: () => running.postgres.stop(),
      start: startedAgain.postgres,
    }),
    temporal: {
      address: temporal.address,
      ...crashable(join(folder, 'temporal.db'), {
        kill: () => running.temporal.service.stop('SIGKILL', 10_000),
        stop: () => running.temporal.stop(),
        start: startedAgain.temporal,
      }),
    },
    createDatabase: async (name) => {
      await running.postgres.ensureDatabase(name, TEMPLATE)
      const admin = running.postgres.urlOf(name)
      return { admin, api: logins.api(admin), worker: logins.worker(admin) }
    },
    backUp: () => backUp(folder, join(folder, 'copies'), new Date()),
    loseAllAndRestore: async (from) => {
      await Promise.all([
        running.postgres.service.stop('SIGKILL', 10_000),
        running.temporal.service.stop('SIGKILL', 10_000),
      ])
      hold.release()
      const { setAside } = await restore(folder, from, new Date())
      hold = await holdFolder(folder, () => {})
      await Promise.all([startedAgain.postgres(), startedAgain.temporal()])
      announce()
      for (const done of [from, setAside]) if (done !== null) rmSync(done, { recursive: true })
    },
    stop: async () => {
      await Promise.all([running.temporal.stop(), running.postgres.stop()])
      hold.release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Two faults may strike the same server at once: the second waits until the first has started it again. */
function crashable(
  data: string,
  { kill, stop, start }: Record<'kill' | 'stop' | 'start', () => Promise<unknown>>,
): Crashable {
  let before = Promise.resolve()
  const inTurn = (act: () => Promise<void>) => {
    const done = before.then(act)
    before = done.catch(() => {})
    return done
  }
  return {
    data,
    crash: () =>
      inTurn(async () => {
        await kill()
        await start()
      }),
    whileStopped: (change) =>
      inTurn(async () => {
        await stop()
        change(data)
        await start()
      }),
  }
}

function portOf({ address }: TemporalServer): number {
  return Number(address.split(':').at(-1))
}
