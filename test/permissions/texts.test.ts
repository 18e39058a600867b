import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { columnsOf, withoutCanary } from './text-columns.ts'
import { canary, type TextName } from './texts.ts'
import { writeWorld } from './world.ts'

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  await writeWorld(db)
}, 120_000)
afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

const names = Object.keys(columnsOf) as TextName[]

describe('The texts that are looked for', () => {
  test('stand in every column that can hold a text, but for those with a reason', async () => {
    const rows = await db.$queryRaw<{ column: string }[]>`
      SELECT table_name || '.' || column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
        AND (data_type IN ('text', 'json', 'jsonb', 'character varying') OR udt_name IN ('_text', '_varchar'))`
    const columns = rows.map(({ column }) => column)
    const written = names.flatMap((name): readonly string[] => columnsOf[name])
    const excused = Object.keys(withoutCanary)
    expect(columns.filter((one) => !written.includes(one) && !excused.includes(one))).toEqual([])
    // No reason for what is looked for, and none for what is not there.
    expect(excused.filter((one) => written.includes(one) || !columns.includes(one))).toEqual([])
  })

  test.each(names)('are written where they are said to stand: %s', async (name) => {
    const missing: string[] = []
    for (const column of columnsOf[name]) {
      const [table = '', field = ''] = column.split('.')
      const [row] = await db.$queryRawUnsafe<{ found: boolean }[]>(
        `SELECT EXISTS (SELECT FROM "${table}" WHERE "${field}"::text LIKE '%' || $1 || '%') AS found`,
        canary(name),
      )
      if (!row?.found) missing.push(column)
    }
    expect(missing).toEqual([])
  })
})
