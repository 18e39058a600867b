import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { markSheetReady, sheetsOf } from '../../db/sheets.ts'
import { addOrganisation } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

const NOW = Date.UTC(2027, 1, 15, 9)

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

test('what a leader before this one had called ready stays unseen when the two of today are ready', async () => {
  const { addPerson, addRound, addTalk } = await addOrganisation(db)
  const [anna, ben, inger] = [await addPerson('Anna'), await addPerson('Ben'), await addPerson('Inger')]
  const talkId = await addTalk(await addRound({ status: 'running' }), NOW, { employee: anna })
  const sheet = (author: 'employee' | 'leader', { personId }: typeof anna) => ({
    talkId,
    author,
    authorPersonId: personId,
  })
  const ready = { ready: true, revealed: [], at: NOW }
  await markSheetReady(db, sheet('leader', inger), ready)
  await markSheetReady(db, sheet('employee', anna), ready)
  const revealed = [anna.personId, ben.personId]
  await markSheetReady(db, sheet('leader', ben), { ...ready, revealed })
  const shared = (await sheetsOf(db, talkId)).filter(({ sharedAt }) => sharedAt !== null)
  expect(shared.map(({ authorPersonId }) => authorPersonId).toSorted()).toEqual(revealed.toSorted())
})
