import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { isInDanishOrder, MigrationError, migrate } from '../../db/migrate.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await write(
    '0001_people',
    'CREATE TABLE person (id int PRIMARY KEY); CREATE TABLE unit (id int PRIMARY KEY);',
  )
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const tables = () =>
  rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1")

/** Who waits for the table `person` of this database. */
const WAITING = `
  SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database AND datname = current_database()
  WHERE NOT granted AND relation = 'person'::regclass`

describe('Migrations', () => {
  test('are applied in order, once', async () => {
    await write('0002_talks', 'ALTER TABLE person ADD COLUMN name text; CREATE TABLE talk (id int);')
    expect(await migrate(database.url, folder)).toEqual(['0001_people', '0002_talks'])
    expect(await migrate(database.url, folder)).toEqual([])
    expect(await tables()).toEqual([{ tablename: 'person' }, { tablename: 'talk' }, { tablename: 'unit' }])
  })

  test('find out whether a database puts names into the Danish order', async () => {
    expect(await isInDanishOrder(database.url)).toBe(true)
    await rows('CREATE DATABASE other_order TEMPLATE template0 LOCALE_PROVIDER libc LOCALE "C"')
    try {
      const other = new URL(database.url)
      other.pathname = '/other_order'
      expect(await isInDanishOrder(other.href)).toBe(false)
    } finally {
      await rows('DROP DATABASE other_order')
    }
  })

  test('of a newer program are applied on top of the older ones', async () => {
    await migrate(database.url, folder)
    await write('0002_talks', 'CREATE TABLE talk (id int);')
    expect(await migrate(database.url, folder)).toEqual(['0002_talks'])
  })

  test('are applied once when several processes start together', async () => {
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(database.url, folder)))
    expect(applied.flat()).toEqual(['0001_people'])
  })

  test('let others at a table that somebody reads for long, and change it when that one is done', async () => {
    await migrate(database.url, folder)
    await write('0002_names', 'ALTER TABLE person ADD COLUMN name text;')
    const reader = new Client({ connectionString: database.url })
    await reader.connect()
    await reader.query('BEGIN')
    await reader.query('SELECT FROM person')
    const applied = migrate(database.url, folder, { forLocks: 100, between: 10, tries: 1_000 })
    while ((await rows(WAITING)).length === 0);
    await rows("SET statement_timeout = '10s'; SELECT FROM person")
    await reader.query('COMMIT')
    await reader.end()
    expect(await applied).toEqual(['0002_names'])
  })

  test('are entered in the book that Prisma keeps', async () => {
    await migrate(database.url, folder)
    expect(
      await rows(
        'SELECT migration_name, applied_steps_count, length(checksum) AS digits, finished_at IS NOT NULL AS finished FROM _prisma_migrations',
      ),
    ).toEqual([{ migration_name: '0001_people', applied_steps_count: 1, digits: 64, finished: true }])
  })
})

describe('A migration that cannot be applied', () => {
  test('leaves the database as it was, and names itself', async () => {
    await write('0002_talks', 'CREATE TABLE talk (id int); CREATE TABLE talk (id int);')
    await expect(migrate(database.url, folder)).rejects.toThrow(/0002_talks failed and was undone: .*"talk"/)
    expect(await tables()).toEqual([{ tablename: 'person' }, { tablename: 'unit' }])
    await write('0002_talks', 'CREATE TABLE talk (id int);')
    expect(await migrate(database.url, folder)).toEqual(['0002_talks'])
  })

  test('because a table is never free says so', async () => {
    await migrate(database.url, folder)
    await write('0002_names', 'ALTER TABLE person ADD COLUMN name text;')
    const reader = new Client({ connectionString: database.url })
    await reader.connect()
    await reader.query('BEGIN; SELECT FROM person')
    await expect(migrate(database.url, folder, { forLocks: 10, between: 0, tries: 3 })).rejects.toThrow(
      /0002_names failed and was undone: .*lock timeout/,
    )
    await reader.end()
  })

  test('because its file was changed afterwards is refused', async () => {
    await migrate(database.url, folder)
    await write('0001_people', 'CREATE TABLE person (id int);')
    await expect(migrate(database.url, folder)).rejects.toThrow(
      /0001_people was changed after it was applied/,
    )
  })

  test('because the database is newer than the program is refused', async () => {
    await write('0002_talks', 'CREATE TABLE talk (id int);')
    await migrate(database.url, folder)
    await rm(join(folder, '0002_talks'), { recursive: true })
    await expect(migrate(database.url, folder)).rejects.toThrow(
      /0002_talks, which this program does not know/,
    )
  })

  test('because another tool left it half-done is refused', async () => {
    await migrate(database.url, folder)
    await rows('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(database.url, folder)).rejects.toThrow(MigrationError)
  })

  test('because the folder holds none is refused', async () => {
    await rm(join(folder, '0001_people'), { recursive: true })
    await expect(migrate(database.url, folder)).rejects.toThrow(/holds no migration/)
  })
})
