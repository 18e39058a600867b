import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { createDataConverter } from '../../codec/data-converter.ts'
import { type Config, toConfig } from '../../config/config.ts'
import { readEnv } from '../../config/env.ts'
import { type Db, openDb } from '../../db/client.ts'
import { type Clock, systemClock, tableClock } from '../../db/clock.ts'
import { CommandError } from './command-error.ts'
import { projectFolder } from './project.ts'
import { readRunning } from './running.ts'
import { keptSecret, TEMPORAL_KEYS_FILE } from './secrets.ts'

/** A running installation, for commands that look at it or mend it. */
export type Installation = InstallationDatabase & { readonly client: Client }

/** What needs no engine. */
export type InstallationDatabase = {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly close: () => Promise<void>
}

/**
 * Connects to what DATABASE_URL and TEMPORAL_ADDRESS name, else to the running `npm start`. Throws CommandError where
 * nothing runs or Temporal does not answer, and ConfigError.
 */
export async function connectToInstallation(): Promise<Installation> {
  const { config, db, clock, close } = connectToDatabase()
  const { temporalAddress: address, temporalTls: tls } = config
  const connection = await Connection.connect({ address, tls }).catch(async (error: unknown) => {
    await close()
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(
      `Temporal, at ${address} by TEMPORAL_ADDRESS, does not answer: ${why.split('\n')[0]}`,
    )
  })
  return {
    config,
    db,
    clock,
    client: new Client({
      connection,
      namespace: config.temporalNamespace,
      dataConverter: createDataConverter(config.temporalKeys),
    }),
    close: async () => {
      await connection.close()
      await close()
    },
  }
}

/** As `connectToInstallation`, without the engine: that may be away. */
export function connectToDatabase(): InstallationDatabase {
  const env = readEnv()
  const folder = env.DATA_FOLDER ?? join(projectFolder, '.data')
  const note = readRunning(folder)
  if (!(note?.databaseUrl || env.DATABASE_URL)) throw new CommandError(nothingRuns(folder))
  const temporalKeys = keptSecret(folder, TEMPORAL_KEYS_FILE, null)
  const config = toConfig({
    ...(note?.databaseUrl && { DATABASE_URL: note.databaseUrl }),
    ...(note?.temporalAddress && { TEMPORAL_ADDRESS: note.temporalAddress }),
    ...(temporalKeys !== null && { TEMPORAL_KEYS: temporalKeys }),
    ...env,
  })
  const db = openDb(config.databaseUrl)
  const clock = config.clock === 'table' ? tableClock(db) : systemClock
  return { config, db, clock, close: () => db.$disconnect() }
}

function nothingRuns(folder: string): string {
  return `DATABASE_URL is not set, and no npm start runs on ${folder}: start it in another terminal, or set DATABASE_URL, TEMPORAL_ADDRESS and TEMPORAL_KEYS to those of an installation`
}
