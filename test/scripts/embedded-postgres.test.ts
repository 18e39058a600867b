import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { type PostgresServer, startPostgres } from '../../scripts/infrastructure/postgres.ts'
import { postgresAccount } from '../../scripts/infrastructure/postgres-account.ts'
import { startService } from '../../scripts/infrastructure/process.ts'

let folder: string
let server: PostgresServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postgres-'))
  server = await startPostgres({ folder })
  await server.ensureDatabase('town')
  await query('CREATE TABLE street (name text)')
  await query(
    "INSERT INTO street VALUES ('Ågade'), ('Zoovej'), ('Ærøvej'), ('Aavej'), ('Østergade'), ('Abevej')",
  )
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.urlOf('town') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const streets = async () => (await query('SELECT name FROM street ORDER BY name')).map(({ name }) => name)
const inDanishOrder = ['Abevej', 'Zoovej', 'Ærøvej', 'Østergade', 'Ågade', 'Aavej']

describe('The PostgreSQL that npm start brings', () => {
  test('sorts as Danes do: æ ø å last, and aa as å', async () => {
    expect(await streets()).toEqual(inDanishOrder)
  })

  test('refuses a second server on the same data and names the first', async () => {
    await expect(startPostgres({ folder })).rejects.toThrow(
      new RegExp(`runs on ${join(folder, 'postgres')} already \\(process ${server.service.identity.pid}\\)`),
    )
    expect(await streets()).toEqual(inDanishOrder)
  })

  test('keeps a database that is there already', async () => {
    await server.ensureDatabase('town')
    expect(await streets()).toEqual(inDanishOrder)
  })

  test('finds its data again after a stop', async () => {
    await server.stop()
    server = await startPostgres({ folder })
    expect(await streets()).toEqual(inDanishOrder)
  })

  test('finds its data again after it was killed', async () => {
    process.kill(server.service.identity.pid, 'SIGKILL')
    await server.service.ended
    server = await startPostgres({ folder })
    expect(await streets()).toEqual(inDanishOrder)
  })

  test('starts although its old process number belongs to another program by now', async () => {
    await server.stop()
    const data = join(folder, 'postgres')
    const account = await postgresAccount(data)
    const logFile = join(folder, 'logs', 'stranger.log')
    const sleep = { name: 'stranger', command: 'sleep', args: ['600'], logFile }
    const stranger = await startService(account ? { ...sleep, account } : sleep)
    try {
      await writeFile(join(data, 'postmaster.pid'), `${stranger.identity.pid}\n${data}\n`)
      server = await startPostgres({ folder })
    } finally {
      await stranger.stop('SIGKILL', 1_000)
    }
    expect(await streets()).toEqual(inDanishOrder)
  })
})
