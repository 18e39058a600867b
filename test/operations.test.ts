import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { createDatabase, type TestDatabase } from './support/postgres.ts'

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

test('the tables understand what the operations guide tells and asks them', async () => {
  const blocks = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^ *```sql\n([\s\S]*?)^ *```/gm)]
  const statements = blocks
    .flatMap(([, block = '']) => block.split(/;\n/))
    .filter((part) => part.includes('SELECT'))
  expect(statements.length).toBeGreaterThan(5)
  for (const statement of statements) await expect(client.query(statement)).resolves.toBeDefined()
  const { rows } = await client.query('SELECT role FROM role_grant ORDER BY role')
  expect(rows).toEqual([{ role: 'administrator' }, { role: 'hr' }])
})
