import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Db, openDb, openDbOver } from '../../db/client.ts'
import { createZone } from '../../domain/calendar/zone.ts'
import { planDigests } from '../../mail/planning.ts'
import { addOrganisation, calendarFacts } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { at } from './office.ts'

let database: TestDatabase
let db: Db
let watched: Watched

const WAITING = 200

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  watched = watch(database.url)
})

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE person, unit, round, mail RESTART IDENTITY CASCADE`
  const organisation = await addOrganisation(db)
  const roundId = await organisation.addRound({ status: 'running' })
  const leader = await organisation.addPerson('Ben')
  const talkId = await organisation.addTalk(roundId, at('2026-12-10'), { leader })
  await db.notice.createMany({
    data: Array.from({ length: WAITING }, () => ({
      subject: randomUUID(),
      obligation: 'action',
      occurrence: 1,
      step: 'overdue',
      audience: 'leader',
      talkId,
      roundId,
      decidedAt: new Date(at('2027-02-16 05:10')),
    })),
  })
})

afterAll(async () => {
  await watched?.db.$disconnect()
  await db?.$disconnect()
  await database?.drop()
})

describe('The sender, which asks every few seconds,', () => {
  test('reads none of the notices that wait outside the digests’ hour', async () => {
    await planDigests(watched.db, momentOf('2027-02-16 12:00'))
    expect(watched.rowsRead()).toBeLessThan(10)
  })

  test('reads them within it', async () => {
    await planDigests(watched.db, momentOf('2027-02-16 08:30'))
    expect(watched.rowsRead()).toBeGreaterThan(WAITING)
  })
})

function momentOf(time: string) {
  const now = at(time)
  return { now, zone: calendarFacts.zone, today: createZone(calendarFacts.zone).localTime(now).on }
}

interface Watched {
  db: Db
  /** Since it was last asked. */
  rowsRead(): number
}

/** A database that counts the rows its server answers with. */
function watch(url: string): Watched {
  let rows = 0
  const adapter = new PrismaPg({ connectionString: url })
  const connect = adapter.connect.bind(adapter)
  adapter.connect = async () => {
    const connection = await connect()
    const ask = connection.queryRaw.bind(connection)
    connection.queryRaw = async (query) => {
      const answer = await ask(query)
      rows += answer.rows.length
      return answer
    }
    return connection
  }
  return {
    db: openDbOver(adapter),
    rowsRead: () => {
      const read = rows
      rows = 0
      return read
    },
  }
}
