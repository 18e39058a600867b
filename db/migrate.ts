import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'

/** Why the database could not be brought to the schema of this program; nothing of the named migration was kept. */
export class MigrationError extends Error {
  readonly code = 'migration-refused'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
  }
}

/**
 * Applies the committed SQL migrations that the database does not have yet, each in a transaction of its own, and
 * answers their names. Safe to run again, and from several processes at once: the others wait. Keeps the book that
 * Prisma itself would keep, so that its tools can take over. Throws MigrationError.
 */
export async function migrate(
  databaseUrl: string,
  folder: string,
  patience = PATIENCE,
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await lockMigrations(client)
    await client.query(CREATE_BOOK)
    const pending = pendingOf(migrations, await readBook(client))
    for (const migration of pending) await apply(client, migration, patience)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Whether the database puts names into the Danish order, æ, ø and å after z, as every list of names expects (R16). */
export async function isInDanishOrder(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ is: boolean }>(
      `SELECT 'zone' < 'ære' AND 'ære' < 'øre' AND 'øre' < 'åre' AS is`,
    )
    return rows[0]?.is === true
  } finally {
    await client.end()
  }
}

/** Waits until nobody else prepares this database, and keeps others waiting until the connection ends. */
export async function lockMigrations(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATE_LOCK])
}

/** The number Prisma's own tools lock, so that theirs and ours exclude each other. */
const PRISMA_MIGRATE_LOCK = 72707369

/**
 * How a migration waits for tables that others use. Whoever comes after it waits behind it, so it never waits for long, but
 * tries again. In milliseconds.
 */
const PATIENCE = { forLocks: 2_000, between: 3_000, tries: 100 }

const CREATE_BOOK = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
type Entry = { readonly name: string; readonly checksum: string; readonly isFinished: boolean }

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  if (names.length === 0)
    throw new MigrationError(`${folder} holds no migration: expected folders such as 0001_init`)
  return Promise.all(names.sort().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

async function readBook(client: Client): Promise<readonly Entry[]> {
  const { rows } = await client.query<Entry>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
    FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`)
  return rows
}

function pendingOf(migrations: readonly Migration[], book: readonly Entry[]): readonly Migration[] {
  for (const entry of book) {
    const migration = migrations.find(({ name }) => name === entry.name)
    if (!migration) {
      throw new MigrationError(
        `The database has migration ${entry.name}, which this program does not know: expected a program at least as new as the database`,
      )
    }
    if (!entry.isFinished) {
      throw new MigrationError(
        `Migration ${entry.name} was begun by another tool and never finished: expected it finished or marked as rolled back`,
      )
    }
    if (entry.checksum !== migration.checksum) {
      throw new MigrationError(
        `Migration ${entry.name} was changed after it was applied: expected a file with sha256 ${entry.checksum}, found ${migration.checksum}`,
      )
    }
  }
  const known = new Set(book.map(({ name }) => name))
  return migrations.filter(({ name }) => !known.has(name))
}

async function apply(client: Client, migration: Migration, patience: typeof PATIENCE): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query('BEGIN')
      await client.query(`SET LOCAL lock_timeout = ${patience.forLocks}`)
      await write(client, migration)
      await client.query('COMMIT')
      return
    } catch (error) {
      await client.query('ROLLBACK')
      if (!isLockTimeout(error) || tries === patience.tries) throw failureOf(migration, error)
    }
    await pause(patience.between)
  }
}

async function write(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql)
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  )
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '55P03'
}

function failureOf({ name }: Migration, error: unknown): MigrationError {
  const reason = error instanceof Error ? error.message : String(error)
  return new MigrationError(`Migration ${name} failed and was undone: ${reason}`, { cause: error })
}
