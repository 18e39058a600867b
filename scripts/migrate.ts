/**
 * Brings the database to this program's schema and gives it the default materials: the one DATABASE_URL names, else
 * that of the running `npm start`.
 */
import { join } from 'node:path'
import { readEnv } from '../config/env.ts'
import { openDb } from '../db/client.ts'
import { systemClock } from '../db/clock.ts'
import { migrate } from '../db/migrate.ts'
import { loadMaterials } from '../prisma/default-materials.ts'
import { migrationsFolder, projectFolder } from './infrastructure/project.ts'
import { readRunning } from './infrastructure/running.ts'

const env = readEnv()
const databaseUrl =
  env.DATABASE_URL ?? readRunning(env.DATA_FOLDER ?? join(projectFolder, '.data'))?.databaseUrl

if (databaseUrl) {
  const applied = await migrate(databaseUrl, migrationsFolder)
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The database is up to date')
  const db = openDb(databaseUrl, 1)
  await loadMaterials(db, await systemClock.now())
  await db.$disconnect()
} else {
  console.error(
    'DATABASE_URL is not set: expected an address such as postgresql://user:password@host:5432/aarshjul',
  )
  process.exitCode = 1
}
