import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { mixEvaluations } from '../../db/evaluation-order.ts'
import { storeEvaluation } from '../../db/follow-up.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  organisation = await addOrganisation(db)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

test('after a night nothing in the tables leads from an evaluation to who gave it, and none is lost', async () => {
  const roundId = await organisation.addRound({ status: 'running' })
  for (let person = 0; person < 6; person++) await evaluate(roundId)
  const before = await answers(roundId)
  expect(await traced()).toBe(6)
  await mixEvaluations(db)
  expect(await traced()).toBe(0)
  expect(await answers(roundId)).toEqual(before)
  expect(await byPlace(roundId)).toEqual((await answers(roundId)).map(({ id }) => id))

  await evaluate(roundId)
  await mixEvaluations(db)
  expect(await traced()).toBe(0)
  expect(await answers(roundId)).toHaveLength(7)
  expect(await transactions(roundId)).toBe(1)
})

test('answers that a copy of the day brought back are mixed the night after', async () => {
  const roundId = await organisation.addRound({ status: 'running' })
  await evaluate(roundId)
  await evaluate(roundId)
  // As `pg_restore --single-transaction` writes them.
  await db.$transaction([
    db.$executeRaw`UPDATE evaluation_mark SET talk_id = talk_id`,
    db.$executeRaw`UPDATE talk_evaluation SET round_id = round_id`,
  ])
  await mixEvaluations(db)
  expect(await traced()).toBe(0)
  expect(await byPlace(roundId)).toEqual((await answers(roundId)).map(({ id }) => id))
})

async function evaluate(roundId: string): Promise<void> {
  const talkId = await organisation.addTalk(roundId, Date.UTC(2027, 2, 1))
  const answered = { roundId, unitId: organisation.top, month: '2027-03', answers: { useful: 4 } }
  await storeEvaluation(db, talkId, answered as unknown as Parameters<typeof storeEvaluation>[2])
}

function answers(roundId: string) {
  return db.talkEvaluation.findMany({ where: { roundId }, orderBy: { id: 'asc' } })
}

/** How many answers share a transaction with the mark of a talk. */
async function traced(): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id::text FROM talk_evaluation a JOIN evaluation_mark m ON m.xmin = a.xmin`
  return rows.length
}

async function byPlace(roundId: string): Promise<string[]> {
  const rows = await db.$queryRaw<
    { id: string }[]
  >`SELECT id::text FROM talk_evaluation WHERE round_id = ${roundId}::uuid ORDER BY ctid`
  return rows.map(({ id }) => id)
}

async function transactions(roundId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT xmin::text)::int AS count FROM talk_evaluation WHERE round_id = ${roundId}::uuid`
  return rows[0]?.count ?? 0
}
