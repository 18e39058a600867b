import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { type ChangedEligibility, changedByRules } from '../../db/eligibility.ts'
import { addDays, day } from '../../domain/calendar/day.ts'
import type { TalkState } from '../../domain/talk/talk.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
let ben: TestPerson
let roundId: string

const openedAt = Date.parse('2026-11-24T09:00:00Z')
const today = day('2027-02-10')
const exemptNow = { status: 'exempt', outcome: 'exempt' } as const

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  organisation = await addOrganisation(db)
})

beforeEach(async () => {
  await db.talk.deleteMany()
  ben = await organisation.addPerson('Ben')
  roundId = await organisation.addRound({ status: 'running', policy: { leadersByLus: true } })
})

afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

describe('Each morning the rules are asked again', () => {
  test('of somebody who has come to lead where leaders have LUS', async () => {
    const talkId = await add('Anna')
    expect(await changed()).toEqual([])
    const anna = await db.talk.findUniqueOrThrow({ where: { id: talkId } })
    const amir = await organisation.addPerson('Amir')
    const line = { employmentId: amir.employmentId, leaderId: anna.employmentId }
    await db.reportingLine.create({ data: { ...line, fromOn: toDate(addDays(today, 1)) } })
    expect(await changed()).toEqual([])
    expect(await changed(addDays(today, 1))).toEqual([{ talkId, exemptReason: 'lus' }])
  })

  test('of a leader whose only employee has left', async () => {
    const talkId = await add('Anna', { to: { ...exemptNow, outcomeReason: 'lus' } })
    const { employmentId: leaderId } = await db.talk.findUniqueOrThrow({ where: { id: talkId } })
    const amir = await organisation.addPerson('Amir', { lastDay: today })
    const line = { employmentId: amir.employmentId, leaderId }
    await db.reportingLine.create({ data: { ...line, fromOn: toDate(day('2020-01-01')) } })
    expect(await changed()).toEqual([])
    expect(await changed(addDays(today, 1))).toEqual([{ talkId, exemptReason: null }])
  })

  test('of somebody whose hours fall under the threshold, and of somebody whom they exempt no more', async () => {
    const fell = await add('Anna', { hours: 10 })
    const rose = await add('Amir', { to: { ...exemptNow, outcomeReason: 'too-few-hours' } })
    expect(new Set(await changed())).toEqual(
      new Set([
        { talkId: fell, exemptReason: 'too-few-hours' },
        { talkId: rose, exemptReason: null },
      ]),
    )
  })

  test('of somebody whom another rule exempts by now', async () => {
    const talkId = await add('Anna', { hours: 10, to: { ...exemptNow, outcomeReason: 'lus' } })
    expect(await changed()).toEqual([{ talkId, exemptReason: 'too-few-hours' }])
  })

  test('but not of whom HR has exempted, nor by a rule that HR has waived', async () => {
    await add('Anna', { to: { ...exemptNow, outcomeReason: 'too-few-hours', exemptByHr: true } })
    await add('Amir', { to: { ...exemptNow, outcomeReason: 'employee-declined', exemptByHr: true } })
    await add('Eva', { hours: 10, to: { waivedReason: 'too-few-hours' } })
    expect(await changed()).toEqual([])
  })

  test('but not of a talk that has a standing time or was held', async () => {
    await add('Anna', { hours: 10, to: { status: 'arranged' } })
    await add('Amir', { hours: 10, to: { status: 'held', outcome: 'held' } })
    expect(await changed()).toEqual([])
  })

  test('until talksTo, and on the working day after one that is closed', async () => {
    const talkId = await add('Anna', { hours: 10 })
    const found = [{ talkId, exemptReason: 'too-few-hours' }]
    expect(await changed(day('2027-04-30'), day('2027-04-29'))).toEqual(found)
    expect(await changed(day('2027-05-03'), day('2027-04-29'))).toEqual(found)
    expect(await changed(day('2027-05-03'), day('2027-04-30'))).toEqual([])
  })

  test('of everybody, however many pages they fill', async () => {
    const ids = await Promise.all(['Anna', 'Amir', 'Eva'].map((given) => add(given, { hours: 10 })))
    for (const limit of [1, 2, 3])
      expect((await changed(today, today, limit)).map(({ talkId }) => talkId)).toEqual([...ids].sort(byText))
  })
})

function add(given: string, about: { hours?: number; to?: Partial<TalkState> } = {}): Promise<string> {
  const { hours = 37, to = {} } = about
  return organisation
    .addPerson(given, { leader: ben, hours })
    .then((employee) => organisation.addTalk(roundId, openedAt, { employee, to }))
}

async function changed(on = today, after = addDays(on, -1), limit?: number): Promise<ChangedEligibility[]> {
  const pages: ChangedEligibility[] = []
  for await (const page of changedByRules(db, on, after, limit)) pages.push(...page)
  return pages
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}
