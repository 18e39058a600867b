import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { openApiDb, openWorkerDb } from '../../db/client.ts'
import { giveLogins } from '../../db/logins.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(async () => {
  await asOwner('DROP ROLE IF EXISTS aarshjul_api_login')
  await asOwner('DROP ROLE IF EXISTS aarshjul_worker_login')
  await database.drop()
})

const asOwner = (sql: string) => run(database.url, sql)

async function run(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function addressOf(login: string, password: string): string {
  const address = new URL(database.url)
  address.username = login
  address.password = password
  return address.href
}

describe('The logins of api and worker', () => {
  test('are made for those who have a password', async () => {
    expect(await giveLogins(database.url, { api: null, worker: null })).toEqual([])
    expect(await giveLogins(database.url, { api: "it's", worker: null })).toEqual(['aarshjul_api_login'])
    expect(await giveLogins(database.url, { api: "it's", worker: 'two' })).toEqual([
      'aarshjul_api_login',
      'aarshjul_worker_login',
    ])
  })

  test('sign in with the newest password', async () => {
    await giveLogins(database.url, { api: 'old', worker: null })
    await giveLogins(database.url, { api: 'new', worker: null })
    await expect(run(addressOf('aarshjul_api_login', 'old'), 'SELECT 1')).rejects.toThrow(/password/)
    expect(await run(addressOf('aarshjul_api_login', 'new'), 'SELECT current_user AS name')).toEqual([
      { name: 'aarshjul_api_login' },
    ])
  })

  test('step into the role of their own process and no other', async () => {
    await giveLogins(database.url, { api: 'a', worker: 'w' })
    const api = addressOf('aarshjul_api_login', 'a')
    const worker = addressOf('aarshjul_worker_login', 'w')
    const opened = [openApiDb(api, 1), openWorkerDb(worker, 1)]
    const names = await Promise.all(opened.map((db) => db.$queryRaw`SELECT current_user::text AS name`))
    expect(names).toEqual([[{ name: 'aarshjul_api' }], [{ name: 'aarshjul_worker' }]])
    for (const db of opened) await db.$disconnect()
    await expect(run(api, 'SET ROLE aarshjul_worker')).rejects.toThrow(/permission denied/)
    await expect(run(worker, 'SET ROLE aarshjul_api')).rejects.toThrow(/permission denied/)
    const owner = new URL(database.url).username
    await expect(run(api, `SET ROLE ${owner}`)).rejects.toThrow(/permission denied/)
  })

  test('may neither change tables nor take anything out of the audit', async () => {
    await giveLogins(database.url, { api: 'a', worker: 'w' })
    for (const address of [addressOf('aarshjul_api_login', 'a'), addressOf('aarshjul_worker_login', 'w')]) {
      await expect(run(address, 'CREATE TABLE public.note (id int)')).rejects.toThrow(/permission denied/)
      await expect(run(address, 'ALTER TABLE sheet DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/owner/)
      await expect(run(address, 'DELETE FROM audit_entry')).rejects.toThrow(/permission denied/)
    }
  })
})
