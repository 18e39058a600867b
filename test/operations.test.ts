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

test('the questions that the operations guide asks the tables can be asked', async () => {
  const [, block = ''] = readFileSync('docs/operations.md', 'utf8').match(/^```sql\n([\s\S]*?)^```/m) ?? []
  const questions = block.split(/;\n/).filter((question) => question.includes('SELECT'))
  expect(questions.length).toBeGreaterThan(3)
  for (const question of questions) await expect(client.query(question)).resolves.toBeDefined()
})
