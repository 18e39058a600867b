import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Db } from '../../db/client.ts'
import { openDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import {
  deputyOf,
  employeesOf,
  hrAbove,
  hrOf,
  leaderOf,
  leadersLeaderOf,
  leadersOf,
  linesAbove,
  unitOf,
} from '../../db/people.ts'
import { day } from '../../domain/calendar/day.ts'
import { holdersOf } from '../../domain/notices/roles.ts'
import type { TestDatabase } from '../support/postgres.ts'
import { createDatabase } from '../support/postgres.ts'

const TODAY = day('2027-02-10')
const LONG_AGO = toDate(day('2015-08-01'))

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

/** Anna's leader is Ben, his is Carl; Dora and Eva are HR, Finn is Ben's colleague. Employment and person share an id. */
const id = { anna: '', ben: '', carl: '', dora: '', eva: '', finn: '', top: '', area: '', school: '' }

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE person, unit CASCADE`
  for (const key of Object.keys(id) as (keyof typeof id)[]) id[key] = randomUUID()
  await db.unit.create({ data: { id: id.top, number: '1', name: 'Top' } })
  await db.unit.create({ data: { id: id.area, number: '2', name: 'Nord', parentId: id.top } })
  await db.unit.create({ data: { id: id.school, number: '3', name: 'Skolen', parentId: id.area } })
  for (const name of ['anna', 'ben', 'carl', 'dora', 'eva', 'finn'] as const) {
    await db.person.create({ data: { id: id[name], givenName: name, familyName: 'Test' } })
    await db.employment.create({
      data: { id: id[name], personId: id[name], number: name, employedFrom: LONG_AGO },
    })
    await db.unitMembership.create({ data: { employmentId: id[name], unitId: id.school, fromOn: LONG_AGO } })
  }
  await reports('anna', 'ben')
  await reports('ben', 'carl')
})

type Name = 'anna' | 'ben' | 'carl' | 'dora' | 'eva' | 'finn'

async function reports(
  employee: Name,
  leader: Name,
  from = '2015-08-01',
  to: string | null = null,
): Promise<void> {
  await db.reportingLine.create({
    data: {
      employmentId: id[employee],
      leaderId: id[leader],
      fromOn: toDate(day(from)),
      toOn: to === null ? null : toDate(day(to)),
    },
  })
}

async function leave(name: Name, from: string, to: string | null = null): Promise<void> {
  const toOn = to === null ? null : toDate(day(to))
  await db.leave.create({ data: { employmentId: id[name], fromOn: toDate(day(from)), toOn } })
}

async function leaves(name: Name, lastDay: string): Promise<void> {
  await db.employment.update({ where: { id: id[name] }, data: { lastDay: toDate(day(lastDay)) } })
}

async function deputize(leader: Name, deputy: Name, from: string, to: string): Promise<void> {
  const data = {
    leaderId: id[leader],
    deputyId: id[deputy],
    fromOn: toDate(day(from)),
    toOn: toDate(day(to)),
  }
  await db.deputy.create({ data })
}

async function grantHr(
  name: Name,
  unit: 'top' | 'area' | 'school',
  from = '2020-01-01',
  to: string | null = null,
) {
  const toOn = to === null ? null : toDate(day(to))
  await db.roleGrant.create({
    data: { personId: id[name], role: 'hr', unitId: id[unit], fromOn: toDate(day(from)), toOn },
  })
}

async function tell(
  audience: 'leader' | 'leaders-leader' | 'hr',
  owing: Name[] = [],
  on = TODAY,
): Promise<string[]> {
  const line = (await linesAbove(db, [id.anna], on)).get(id.anna)
  if (line === undefined) throw new Error('expected a line')
  const people = holdersOf(
    audience,
    line,
    owing.map((name) => id[name]),
  )
  return people.map((person) => Object.entries(id).find(([, value]) => value === person)?.[0] ?? person)
}

describe('The leader', () => {
  test('is the one of the day: the old one through the last day, the new one from the first', async () => {
    await db.reportingLine.updateMany({
      where: { employmentId: id.anna },
      data: { toOn: toDate(day('2027-02-10')) },
    })
    await reports('anna', 'finn', '2027-02-11')
    expect((await leaderOf(db, id.anna, day('2027-02-10')))?.employmentId).toBe(id.ben)
    expect((await leaderOf(db, id.anna, day('2027-02-11')))?.employmentId).toBe(id.finn)
    expect(await leaderOf(db, id.anna, day('2015-07-31'))).toBeNull()
  })

  test('who has left, or has not begun, is a vacancy; on leave he is still the leader', async () => {
    await leave('ben', '2027-02-01')
    expect(await leaderOf(db, id.anna, TODAY)).toEqual({
      employmentId: id.ben,
      personId: id.ben,
      name: 'ben Test',
    })
    await leaves('ben', '2027-02-09')
    expect((await leaderOf(db, id.anna, day('2027-02-09')))?.personId).toBe(id.ben)
    expect(await leaderOf(db, id.anna, TODAY)).toBeNull()
    expect(await leadersLeaderOf(db, id.anna, TODAY)).toBeNull()
  })

  test('has a leader too, or none at the top', async () => {
    expect((await leadersLeaderOf(db, id.anna, TODAY))?.personId).toBe(id.carl)
    expect(await leadersLeaderOf(db, id.ben, TODAY)).toBeNull()
  })

  test('is found for many at once, and so are the employees of one', async () => {
    await reports('finn', 'ben')
    const leaders = await leadersOf(db, [id.anna, id.ben, id.carl], TODAY)
    expect(leaders.size).toBe(2)
    expect([leaders.get(id.anna)?.personId, leaders.get(id.ben)?.personId]).toEqual([id.ben, id.carl])
    expect((await employeesOf(db, id.ben, TODAY)).map(({ name }) => name)).toEqual(['anna Test', 'finn Test'])
    await leaves('finn', '2027-02-09')
    expect(await employeesOf(db, id.ben, TODAY)).toHaveLength(1)
  })
})

describe('The deputy', () => {
  test('acts from the first through the last day named, while employed and present', async () => {
    await deputize('ben', 'finn', '2027-02-10', '2027-02-20')
    const acts = async (on: string) => (await deputyOf(db, id.ben, day(on)))?.personId ?? null
    expect([await acts('2027-02-09'), await acts('2027-02-10')]).toEqual([null, id.finn])
    expect([await acts('2027-02-20'), await acts('2027-02-21')]).toEqual([id.finn, null])
    await leave('finn', '2027-02-15', '2027-02-16')
    expect(await acts('2027-02-15')).toBeNull()
    expect(await acts('2027-02-17')).toBe(id.finn)
  })
})

describe('A step that is due', () => {
  beforeEach(() => grantHr('dora', 'top'))

  test('goes to the leader, the leader’s leader and HR of the unit above', async () => {
    expect([await tell('leader'), await tell('leaders-leader'), await tell('hr')]).toEqual([
      ['ben'],
      ['carl'],
      ['dora'],
    ])
  })

  test('goes to the deputy while the leader is away, and to the next above without one', async () => {
    await leave('ben', '2027-02-01')
    expect(await tell('leader')).toEqual(['carl'])
    await deputize('ben', 'finn', '2027-02-01', '2027-03-01')
    expect(await tell('leader')).toEqual(['finn'])
  })

  test('goes past a leader who has left, and to HR where nobody above is left', async () => {
    await leaves('ben', '2027-02-09')
    expect(await tell('leader')).toEqual(['carl'])
    await leaves('carl', '2027-02-09')
    expect(await tell('leader')).toEqual(['dora'])
    expect(await tell('leaders-leader')).toEqual(['dora'])
  })

  test('goes to HR for somebody who reports to nobody', async () => {
    await db.reportingLine.deleteMany({ where: { employmentId: id.anna } })
    expect(await tell('leader')).toEqual(['dora'])
  })

  test('goes up once only, even if the lines have come to run in a circle', async () => {
    await reports('carl', 'ben')
    const line = (await linesAbove(db, [id.anna], TODAY)).get(id.anna)
    expect(line?.leaders.map(({ personId }) => personId)).toEqual([id.ben, id.carl])
  })
})

describe('HR', () => {
  test('of a unit is that of the nearest unit above that has any', async () => {
    await grantHr('dora', 'top')
    expect(await hrOf(db, id.school, TODAY)).toEqual([id.dora])
    await grantHr('eva', 'area')
    expect(await hrOf(db, id.school, TODAY)).toEqual([id.eva])
    expect(await hrOf(db, id.top, TODAY)).toEqual([id.dora])
    expect((await hrAbove(db, [id.school, id.top], TODAY)).get(id.school)).toEqual([[id.eva], [id.dora]])
  })

  test('who is on leave, has left, or whose role has ended is passed over', async () => {
    await grantHr('dora', 'top')
    await grantHr('eva', 'school', '2027-01-01', '2027-02-10')
    expect(await hrOf(db, id.school, TODAY)).toEqual([id.eva])
    expect(await hrOf(db, id.school, day('2027-02-11'))).toEqual([id.dora])
    await leave('eva', '2027-02-10', '2027-02-10')
    expect(await hrOf(db, id.school, TODAY)).toEqual([id.dora])
    await leaves('dora', '2027-02-09')
    expect(await hrOf(db, id.school, TODAY)).toEqual([])
  })

  test('who is the leader that owes it is passed over for HR above, as long as there is anybody else', async () => {
    await grantHr('ben', 'school')
    expect(await tell('hr', ['ben'])).toEqual(['ben'])
    await grantHr('dora', 'top')
    expect(await tell('hr', ['ben'])).toEqual(['dora'])
  })

  test('may be somebody without a job in the directory, such as an outside adviser', async () => {
    const adviser = randomUUID()
    await db.person.create({ data: { id: adviser, givenName: 'Gro', familyName: 'Test' } })
    await db.roleGrant.create({ data: { personId: adviser, role: 'hr', unitId: id.top, fromOn: LONG_AGO } })
    expect(await hrOf(db, id.school, TODAY)).toEqual([adviser])
  })
})

test('The unit is the one of the day', async () => {
  await db.unitMembership.updateMany({ where: { employmentId: id.anna }, data: { toOn: toDate(TODAY) } })
  await db.unitMembership.create({
    data: { employmentId: id.anna, unitId: id.area, fromOn: toDate(day('2027-02-11')) },
  })
  expect(await unitOf(db, id.anna, TODAY)).toBe(id.school)
  expect(await unitOf(db, id.anna, day('2027-02-11'))).toBe(id.area)
  expect(await unitOf(db, id.anna, day('2015-07-31'))).toBeNull()
})
