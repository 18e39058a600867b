import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { inventoriedColumns } from '../../domain/inventory/inventory.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await createDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

describe('The field inventory', () => {
  test('says of every column of the database what it holds, why, for whom and how long, and of no other', async () => {
    const { rows } = await client.query<{ column: string }>(`
      SELECT table_name || '.' || column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`)
    const named = inventoriedColumns().map(({ column }) => column)
    expect(named.toSorted()).toEqual(rows.map(({ column }) => column).toSorted())
  })
})
