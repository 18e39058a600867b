import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { signedInPerson } from '../../db/signed-in.ts'
import { addDays, day } from '../../domain/calendar/day.ts'
import { readGrantWish } from '../../scripts/infrastructure/grant-wish.ts'
import { asWorker, runCommand } from '../support/command.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { TEST_KEYS } from '../support/temporal-keys.ts'

const today = day('2027-01-11')

let database: TestDatabase
let db: Db
let organisation: Organisation
let dora: TestPerson
/** The number of the unit at the top. */
let top: string

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  organisation = await addOrganisation(db)
  dora = await organisation.addPerson('Dora')
  top = (await db.unit.findUniqueOrThrow({ where: { id: organisation.top } })).number
})
afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

const grant = (...args: string[]) =>
  runCommand('scripts/grant.ts', args, {
    MODE: 'test',
    DATABASE_URL: asWorker(database.url),
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_KEYS: TEST_KEYS,
  })

const grantsOf = (person: TestPerson) => db.roleGrant.findMany({ where: { personId: person.personId } })

describe('A role given at set-up', () => {
  test('holds from today on for the unit and everything below, is logged, and is given once', async () => {
    const args = ['--number', dora.number, '--role', 'administrator', '--unit', top]
    const first = await grant(...args)
    expect(first).toMatchObject({ code: 0, complained: '' })
    expect(first.said).toMatch(
      /^Dora Test now has the role administrator for Børn og Unge and everything below, from \d{4}-\d\d-\d\d on\.$/,
    )
    expect((await grant(...args)).said).toContain('Dora Test already had the role')
    const [given, ...more] = await grantsOf(dora)
    expect([given, more]).toMatchObject([{ role: 'administrator', toOn: null, grantedBy: null }, []])
    const logged = await db.auditEntry.findMany({ where: { subject: given?.id ?? '' } })
    expect(logged).toMatchObject([
      { event: expect.stringContaining(`person/${dora.personId}`), byPersonId: null },
    ])
    const below = await organisation.addUnit('Skolen', organisation.top)
    const who = await signedInPerson(
      db,
      dora.personId,
      addDays(day(given?.fromOn.toISOString().slice(0, 10) ?? ''), 1),
    )
    expect(who?.units.administrator.has(below)).toBe(true)
  })

  test('holds for the days that are named', async () => {
    const eva = await organisation.addPerson('Eva')
    const days = ['--from', '2037-01-01', '--to', '2037-06-30']
    const { said } = await grant('--number', eva.number, '--role', 'hr', '--unit', top, ...days)
    expect(said).toContain('from 2037-01-01 through 2037-06-30')
    expect(await grantsOf(eva)).toMatchObject([
      { role: 'hr', fromOn: toDate(day('2037-01-01')), toOn: toDate(day('2037-06-30')) },
    ])
  })

  test('goes to nobody who does not exist, or has left, and for no unit that does not', async () => {
    const unknown = await grant('--number', '99999', '--role', 'hr', '--unit', '5000')
    expect(unknown).toMatchObject({ code: 1, said: '' })
    expect(unknown.complained.split('\n')).toEqual([
      "--number is '99999': expected an employee number that the people file has named",
      `--unit is '5000': expected the number of a unit such as ${top} (Børn og Unge)`,
    ])
    const gone = await organisation.addPerson('Gonzo', { lastDay: '2021-06-30' })
    const left = await grant('--number', gone.number, '--role', 'hr', '--unit', top)
    expect(left).toMatchObject({ code: 1 })
    expect(left.complained).toBe(
      `--number is '${gone.number}': expected somebody who is still employed; the last day was 2021-06-30`,
    )
    expect(await grantsOf(gone)).toEqual([])
  })
})

describe('What is asked for', () => {
  const complaintsAbout = (given: Record<string, string>) => {
    const read = readGrantWish(given, today)
    return 'complaints' in read ? read.complaints : []
  }

  test('begins today and lasts until further notice unless said', () => {
    expect(readGrantWish({ number: '41003', role: 'hr', unit: '5000' }, today)).toEqual({
      wish: { number: '41003', role: 'hr', unit: '5000', from: today, to: null },
    })
  })

  test('is complained of all at once', () => {
    expect(complaintsAbout({ role: 'boss', from: '2027-02-30', unit: ' ' })).toEqual([
      '--number is missing: expected an employee number such as 41003',
      "--role is 'boss': expected one of hr, works-council, administrator, break-glass",
      '--unit is missing: expected the number of a unit such as 5000',
      "--from is '2027-02-30': expected a date such as 2027-01-01",
    ])
  })

  test('does not end before it begins', () => {
    expect(complaintsAbout({ number: '1', role: 'hr', unit: '1', to: '2027-01-10' })).toEqual([
      "--to is '2027-01-10': expected a day that is not before --from, 2027-01-11",
    ])
  })
})
