import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { isDatabaseAway } from '../../db/away.ts'
import { type Db, openApiDb, openDb, openDbOver, type Tx } from '../../db/client.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let owner: Db
/** With one connection, for which nobody waits long. */
let small: Db

beforeAll(async () => {
  database = await createDatabase()
  owner = openDb(database.url, 2)
  small = openApiDb(database.url, 1, 100)
})
afterAll(async () => {
  await small?.$disconnect()
  await owner?.$disconnect()
  await database?.drop()
})

/** What is thrown, and whether it is taken for the database being away. */
const isAway = async (work: Promise<unknown>): Promise<boolean> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).not.toBeNull()
  return isDatabaseAway(error)
}

/** A database to which every connection fails in the same way. */
const unreached = (error: Error): Db => {
  const fails = async () => {
    throw error
  }
  return openDbOver(new PrismaPg(Object.assign(new pg.Pool(), { connect: fails, query: fails })))
}

describe('The database is away', () => {
  test('where all connections are taken: for a reading, a statement of our own and a transaction', async () => {
    const work = async () => [
      await isAway(small.unit.count()),
      await isAway(small.$queryRaw`SELECT 1`),
      await isAway(small.$transaction(async (tx) => tx.unit.count())),
      await isAway(small.$transaction(async (tx) => tx.unit.count(), { maxWait: 20 })),
    ]
    const found = await small.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`
        return work()
      },
      { timeout: 30_000 },
    )
    expect(found).toEqual([true, true, true, true])
    expect(await small.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
  })

  test('where a transaction ran out of its time', async () => {
    const late = owner.$transaction(async (tx) => tx.$queryRaw`SELECT pg_sleep(0.2)::text`, { timeout: 50 })
    expect(await isAway(late)).toBe(true)
  })

  test('where nobody listens at any of its addresses, or no such machine is known', async () => {
    for (const host of ['127.0.0.1', 'localhost', 'nowhere.invalid']) {
      const gone = openApiDb(`postgresql://somebody:secret@${host}:1/nothing`, 1)
      expect(await isAway(gone.unit.count())).toBe(true)
      expect(await isAway(gone.$queryRaw`SELECT 1`)).toBe(true)
      expect(await isAway(gone.$transaction(async (tx) => tx.unit.count()))).toBe(true)
      await gone.$disconnect()
    }
  })

  test.each([
    ['EAI_AGAIN', 'getaddrinfo'],
    ['ENOTFOUND', 'getaddrinfo'],
    ['ECONNREFUSED', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['ETIMEDOUT', 'connect'],
    ['ECONNRESET', 'read'],
    ['EPIPE', 'write'],
  ] as const)('where its machine is not reached, or no more: %s at %s', async (code, syscall) => {
    const failure = () => Object.assign(new Error(`${syscall} ${code}`), { code, syscall })
    // As Node has it of a name with several addresses.
    const ofEach = Object.assign(new AggregateError([failure(), failure()]), { code })
    for (const error of [failure(), ofEach]) {
      expect(isDatabaseAway(error)).toBe(true)
      const gone = unreached(error)
      expect(await isAway(gone.unit.count())).toBe(true)
      expect(await isAway(gone.$queryRaw`SELECT 1`)).toBe(true)
      expect(await isAway(gone.$transaction(async (tx) => tx.unit.count()))).toBe(true)
      await gone.$disconnect()
    }
  })

  test('where the server ends a connection in the middle of a statement, by itself or within a transaction', async () => {
    const broken = openDb(database.url, 1)
    expect(await isAway(broken.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`)).toBe(true)
    const within = async (then: (tx: Tx) => Promise<unknown>) =>
      isAway(
        broken.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`.catch(() => {})
          await then(tx)
        }),
      )
    expect(await within((tx) => tx.unit.count())).toBe(true)
    expect(await within(async () => {})).toBe(true)
    expect(await broken.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
    await broken.$disconnect()
  })

  test('where the server lets nobody in any more', async () => {
    const { pathname } = new URL(database.url)
    await owner.$executeRawUnsafe(
      `CREATE ROLE guest_${pathname.slice(-8)} LOGIN PASSWORD 'x' CONNECTION LIMIT 0`,
    )
    const url = new URL(database.url)
    Object.assign(url, { username: `guest_${pathname.slice(-8)}`, password: 'x' })
    const guest = openDb(url.href, 1)
    expect(await isAway(guest.unit.count())).toBe(true)
    await guest.$disconnect()
    await owner.$executeRawUnsafe(`DROP ROLE guest_${pathname.slice(-8)}`)
  })
})

describe('The database is not away', () => {
  test('where it refuses what it was asked', async () => {
    expect(await isAway(owner.$queryRaw`SELECT 1/0`)).toBe(false)
    expect(await isAway(owner.$queryRaw`SELECT * FROM nothing_of_the_kind`)).toBe(false)
    const unit = { id: '00000000-0000-4000-8000-000000000001', number: '1', name: 'Skolen' }
    await owner.unit.create({ data: unit })
    expect(await isAway(owner.unit.create({ data: unit }))).toBe(false)
    expect(await isAway(small.unit.create({ data: { ...unit, id: 'no id' } }))).toBe(false)
  })

  test('where something else fails, however it is called', () => {
    const connection = Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    })
    for (const error of [
      new TypeError('fetch failed', { cause: connection }),
      new TypeError('fetch failed', { cause: new AggregateError([connection]) }),
      Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }),
      Object.assign(new Error('aborted'), { code: 'ECONNRESET' }),
      new AggregateError([new Error('Something'), null]),
      new Error('Something'),
      Object.assign(new Error(), { code: 14 }),
      'text',
      null,
    ])
      expect(isDatabaseAway(error)).toBe(false)
  })
})
