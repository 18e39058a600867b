/**
 * Brings the database to this program's schema and gives it the default materials, and the api and the worker a login
 * each where they have a password: the database that DATABASE_URL names, else that of the running `npm start`.
 */
import { join } from 'node:path'
import { toDatabaseUrl } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { openDb } from '../db/client.ts'
import { systemClock } from '../db/clock.ts'
import { giveLogins, type LoginPasswords } from '../db/logins.ts'
import { isInDanishOrder, migrate } from '../db/migrate.ts'
import { loadMaterials } from '../prisma/default-materials.ts'
import { attempt } from './infrastructure/attempt.ts'
import { migrationsFolder, projectFolder } from './infrastructure/project.ts'
import { readRunning } from './infrastructure/running.ts'

await attempt(async () => {
  const { databaseUrl, passwords } = readSettings()
  const applied = await migrate(databaseUrl, migrationsFolder)
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The database is up to date')
  if (!(await isInDanishOrder(databaseUrl)))
    console.warn(
      'The database sorts names otherwise than Danish does, and so will every list: expected one made with --locale-provider=icu --icu-locale=da-DK',
    )
  const db = openDb(databaseUrl, 1)
  await loadMaterials(db, await systemClock.now())
  await db.$disconnect()
  for (const login of await giveLogins(databaseUrl, passwords)) console.log(`${login} may sign in`)
})

function readSettings(): { databaseUrl: string; passwords: LoginPasswords } {
  const env = readEnv()
  const running = readRunning(env.DATA_FOLDER ?? join(projectFolder, '.data'))?.databaseUrl
  return {
    databaseUrl: toDatabaseUrl({ ...(running && { DATABASE_URL: running }), ...env }),
    passwords: { api: env.API_DATABASE_PASSWORD ?? null, worker: env.WORKER_DATABASE_PASSWORD ?? null },
  }
}
