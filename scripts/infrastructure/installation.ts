import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { createDataConverter } from '../../codec/data-converter.ts'
import { type Config, toConfig } from '../../config/config.ts'
import { ConfigError } from '../../config/config-error.ts'
import { readEnv } from '../../config/env.ts'
import { type Db, openDb } from '../../db/client.ts'
import { type Clock, systemClock, tableClock } from '../../db/clock.ts'
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
 * Connects to what DATABASE_URL and TEMPORAL_ADDRESS name, else to the running `npm start`. Where nothing runs the
 * program ends with one sentence that says so.
 */
export async function connectToInstallation(): Promise<Installation> {
  try {
    return await connect()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const isUnset = error instanceof ConfigError
    console.error(
      `No running installation was found${isUnset ? '' : ` (${message.split('\n')[0]})`}. Start it with npm start in another terminal, or set DATABASE_URL and TEMPORAL_ADDRESS to those of one that runs.`,
    )
    process.exit(1)
  }
}

/** Throws ConfigError. */
async function connect(): Promise<Installation> {
  const { config, db, clock, close } = connectToDatabase()
  const connection = await Connection.connect({
    address: config.temporalAddress,
    tls: config.temporalTls,
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
