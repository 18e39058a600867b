import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { databaseClock } from '../../db/clock.ts'
import { type Db, openDb } from '../../db/client.ts'
import { HOUR, MINUTE } from '../../domain/calendar/day.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('The clock of api and workers', () => {
  test('is the database’s, and goes on as time does, whatever the machine’s own shows', async () => {
    const realNow = Date.now()
    jest.spyOn(Date, 'now').mockImplementation(() => realNow + HOUR)
    const elapsed = jest.spyOn(performance, 'now').mockReturnValue(5_000)
    const clock = databaseClock(db)
    const first = await clock.now()
    expect(Math.abs(first - realNow)).toBeLessThan(MINUTE)
    elapsed.mockReturnValue(5_000 + 30_000)
    expect(await clock.now()).toBe(first + 30_000)
  })

  test('looks again after a minute, and goes on by itself while the database is away', async () => {
    let away = false
    let asked = 0
    const answering = new Proxy(db, {
      get: (target, name) => {
        if (name !== '$queryRaw') return Reflect.get(target, name)
        asked += 1
        if (away) return async () => Promise.reject(new Error('no connection'))
        return async () => [{ at: asked * HOUR }]
      },
    })
    const elapsed = jest.spyOn(performance, 'now').mockReturnValue(0)
    const clock = databaseClock(answering)
    expect(await clock.now()).toBe(HOUR)
    elapsed.mockReturnValue(MINUTE)
    expect(await clock.now()).toBe(2 * HOUR)
    away = true
    elapsed.mockReturnValue(3 * MINUTE)
    expect(await clock.now()).toBe(2 * HOUR + 2 * MINUTE)
    await expect(databaseClock(answering).now()).rejects.toThrow('no connection')
  })

  test('asks once for all who wait, and rests for a while where the database does not answer', async () => {
    const asked: PromiseWithResolvers<{ at: number }[]>[] = []
    const slow = new Proxy(db, {
      get: (target, name) => {
        if (name !== '$queryRaw') return Reflect.get(target, name)
        return async () => {
          const answer = Promise.withResolvers<{ at: number }[]>()
          asked.push(answer)
          return answer.promise
        }
      },
    })
    const elapsed = jest.spyOn(performance, 'now').mockReturnValue(0)
    const clock = databaseClock(slow)
    const now = async () => clock.now()
    const first = [now(), now()]
    expect(asked).toHaveLength(1)
    asked[0]?.resolve([{ at: HOUR }])
    expect(await Promise.all(first)).toEqual([HOUR, HOUR])

    elapsed.mockReturnValue(2 * MINUTE)
    const waiting = [now(), now(), now()]
    expect(asked).toHaveLength(2)
    elapsed.mockReturnValue(2 * MINUTE + 10_000)
    asked[1]?.reject(new Error('no connection'))
    const counted = HOUR + 2 * MINUTE + 10_000
    expect(await Promise.all(waiting)).toEqual([counted, counted, counted])
    expect(await clock.now()).toBe(counted)
    elapsed.mockReturnValue(2 * MINUTE + 25_000)
    expect(await clock.now()).toBe(counted + 15_000)
    expect(asked).toHaveLength(2)

    elapsed.mockReturnValue(3 * MINUTE)
    const later = clock.now()
    expect(asked).toHaveLength(3)
    asked[2]?.resolve([{ at: 5 * HOUR }])
    expect(await later).toBe(5 * HOUR)
  })
})
