/**
 * Brings the database to this program's schema and gives it the default materials: the one DATABASE_URL names, else
 * that of the running `npm start`.
 */
import { join } from 'node:path'
import { toDatabaseUrl } from '../config/config.ts'
import { ConfigError } from '../config/config-error.ts'
import { readEnv } from '../config/env.ts'
import { openDb } from '../db/client.ts'
import { systemClock } from '../db/clock.ts'
import { migrate } from '../db/migrate.ts'
import { loadMaterials } from '../prisma/default-materials.ts'
import { migrationsFolder, projectFolder } from './infrastructure/project.ts'
import { readRunning } from './infrastructure/running.ts'

const databaseUrl = whichDatabase()
const applied = await migrate(databaseUrl, migrationsFolder)
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The database is up to date')
const db = openDb(databaseUrl, 1)
await loadMaterials(db, await systemClock.now())
await db.$disconnect()

function whichDatabase(): string {
  try {
    const env = readEnv()
    const running = readRunning(env.DATA_FOLDER ?? join(projectFolder, '.data'))?.databaseUrl
    return toDatabaseUrl({ ...(running && { DATABASE_URL: running }), ...env })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
