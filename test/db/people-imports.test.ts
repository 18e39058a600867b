import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Db } from '../../db/client.ts'
import { openDb } from '../../db/client.ts'
import { commitImport, committedImports, importById, previewImport, reviseImport } from '../../db/imports.ts'
import { toDay } from '../../db/days.ts'
import { directoryOn } from '../../db/people-directory.ts'
import type { ImportFile } from '../../directory/decide-import.ts'
import { completedFor, decideImport } from '../../directory/decide-import.ts'
import { readPeopleFile } from '../../directory/people-file.ts'
import { readUnitsFile } from '../../directory/units-file.ts'
import type { Day } from '../../domain/calendar/day.ts'
import { addDays, day, utcOf } from '../../domain/calendar/day.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { loadSample } from '../../prisma/sample.ts'
import { afterImports, sampleUnits } from '../support/apply-people.ts'
import type { Entry } from '../support/people-files.ts'
import { peopleCsv, sampleFile } from '../support/people-files.ts'
import type { TestDatabase } from '../support/postgres.ts'
import { createDatabase } from '../support/postgres.ts'

const NOVEMBER = day('2026-11-02')
const JANUARY = day('2027-01-04')

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 4)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})
beforeEach(async () => {
  await db.$executeRaw`TRUNCATE person, unit, import_run CASCADE`
})

const at = (today: Day) => utcOf(today) + 8 * 3_600_000

async function preview(
  file: ImportFile,
  today: Day,
  byPersonId: string | null = null,
  validFrom = addDays(today, 1),
) {
  const order = {
    fileName: 'people.csv',
    bytes: new Uint8Array(),
    file,
    validFrom,
    today,
    at: at(today),
    byPersonId,
  }
  return previewImport(db, order, decideImport(today, null))
}

async function commit(id: string, today: Day, leaveOut = false) {
  return commitImport(db, { id, leaveOut, today, at: at(today) }, decideImport(today, null))
}

async function people(bytes: Uint8Array): Promise<ImportFile> {
  return { kind: 'people', file: await readPeopleFile(bytes), completeFor: null }
}

async function importAll(bytes: Uint8Array, today: Day): Promise<void> {
  const { id } = await preview(await people(bytes), today)
  expect(await commit(id, today)).toHaveProperty('committed')
}

async function importUnits(bytes = sampleFile('units.csv')): Promise<void> {
  const { id } = await preview({ kind: 'units', file: await readUnitsFile(bytes) }, NOVEMBER)
  expect(await commit(id, NOVEMBER)).toHaveProperty('committed')
}

/** A directory without its ids, which every import makes anew. */
function readable({ units, people: persons, employments }: Directory) {
  return {
    units: [...units.values()].map((unit) => ({ ...unit, id: '' })).sort(byNumber),
    employments: [...employments.values()]
      .map((employment) => ({
        ...employment,
        id: '',
        person: { ...persons.get(employment.person), id: '' },
        leaves: employment.leaves.map((leave) => ({ ...leave, id: '' })),
      }))
      .sort(byNumber),
    people: persons.size,
  }
}

function byNumber(a: { number: string }, b: { number: string }): number {
  return a.number < b.number ? -1 : 1
}

describe('The sample organisation', () => {
  test('is stored as it is read: units, people, employments, lines, memberships and leaves', async () => {
    await importUnits()
    await importAll(sampleFile('people-2026-11.csv'), NOVEMBER)
    const expected = await afterImports(await sampleUnits(), [
      sampleFile('people-2026-11.csv'),
      { today: NOVEMBER },
    ])
    expect(readable(await directoryOn(db, NOVEMBER))).toEqual(readable(expected))
  })

  test('is in January as November and January say together', async () => {
    await importUnits()
    await importAll(sampleFile('people-2026-11.csv'), NOVEMBER)
    await importAll(sampleFile('people-2027-01.csv'), JANUARY)
    const expected = await afterImports(
      await sampleUnits(),
      [sampleFile('people-2026-11.csv'), { today: NOVEMBER }],
      [sampleFile('people-2027-01.csv'), { today: JANUARY }],
    )
    expect(readable(await directoryOn(db, JANUARY))).toEqual(readable(expected))
    const kinds = await db.fact.groupBy({
      by: ['kind'],
      _count: true,
      where: { knownAt: new Date(at(JANUARY)) },
    })
    expect(Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]))).toEqual({
      joined: 5,
      leaves: 6,
      'leader-changed': 19,
      'unit-changed': 3,
      'leave-set': 2,
    })
  })

  test('loads with its roles, and loading it again changes nothing', async () => {
    const clock = { now: () => at(NOVEMBER) }
    await loadSample(db, clock)
    const once = readable(await directoryOn(db, NOVEMBER))
    const facts = await db.fact.count()
    await loadSample(db, clock)
    expect(readable(await directoryOn(db, NOVEMBER))).toEqual(once)
    expect(once.employments).toHaveLength(315)
    expect(await db.fact.count()).toBe(facts)
    const grants = await db.roleGrant.findMany({
      include: { unit: true, person: { include: { employments: true } } },
      orderBy: [{ role: 'asc' }, { person: { givenName: 'desc' } }],
    })
    const titles = grants.map(({ role, unit, person }) => [role, unit.number, person.employments[0]?.title])
    expect(titles).toEqual([
      ['administrator', '5000', 'Økonomikonsulent'],
      ['hr', '5000', 'HR-chef'],
      ['hr', '5000', 'HR-konsulent'],
      ['hr', '5000', 'HR-konsulent'],
      ['works-council', '5000', 'Lærer'],
    ])
  })
})

describe('A commit', () => {
  const ENTRIES: Entry[] = [{ Medarbejdernr: '1' }, { Medarbejdernr: '2', 'Leders medarbejdernr': '1' }]
  const BAD: Entry = { Medarbejdernr: '3', Enhedsnr: '99' }
  const units = Buffer.from('Enhedsnr;Enhedsnavn;Overenhedsnr\n10;Skolen;\n')
  beforeEach(() => importUnits(units))

  test('with bad rows writes nothing until HR leaves them out', async () => {
    const { id, preview: shown } = await preview(await people(peopleCsv([...ENTRIES, BAD])), NOVEMBER)
    expect(shown.bad).toHaveLength(1)
    expect(await commit(id, NOVEMBER)).toEqual({ refused: 'import-has-bad-rows' })
    expect(await db.employment.count()).toBe(0)
    expect(await commit(id, NOVEMBER, true)).toHaveProperty('committed')
    expect(
      (await db.employment.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number),
    ).toEqual(['1', '2'])
  })

  test('happens once, and then neither the file nor a name in it is kept', async () => {
    const { id } = await preview(await people(peopleCsv([...ENTRIES, BAD])), NOVEMBER)
    expect(await commit(id, NOVEMBER, true)).toHaveProperty('committed')
    expect(await commit(id, NOVEMBER, true)).toEqual({ refused: 'import-committed' })
    const run = await db.importRun.findUniqueOrThrow({ where: { id } })
    expect(run).toMatchObject({
      status: 'committed',
      rows: null,
      preview: { kind: 'people', counts: { joiners: 2, bad: 1, unchanged: 0 }, leftOut: [4] },
    })
    expect(JSON.stringify(run)).not.toMatch(/Anna|Holm|by\.example/)
  })

  test('of what is no longer what HR was shown is refused', async () => {
    const first = await preview(await people(peopleCsv(ENTRIES)), NOVEMBER, null)
    const second = await preview(
      await people(peopleCsv([{ Medarbejdernr: '1', Stilling: 'Skoleleder' }])),
      NOVEMBER,
      '00000000-0000-4000-8000-000000000001',
    )
    expect(await commit(second.id, NOVEMBER)).toHaveProperty('committed')
    expect(await commit(first.id, NOVEMBER)).toEqual({ refused: 'import-changed' })
    expect(await db.employment.count()).toBe(1)
  })

  test('after its "valid from" is refused', async () => {
    const { id } = await preview(await people(peopleCsv(ENTRIES)), NOVEMBER)
    expect(await commit(id, addDays(NOVEMBER, 2))).toEqual({ refused: 'import-outdated' })
  })

  test('of an unknown import, or of one that a later preview replaced, is refused', async () => {
    const { id } = await preview(await people(peopleCsv(ENTRIES)), NOVEMBER)
    await preview(await people(peopleCsv(ENTRIES)), NOVEMBER)
    expect(await commit(id, NOVEMBER)).toEqual({ refused: 'import-unknown' })
  })

  test('of one file from two windows at once writes once', async () => {
    const { id } = await preview(await people(peopleCsv(ENTRIES)), NOVEMBER)
    const outcomes = await Promise.all([commit(id, NOVEMBER), commit(id, NOVEMBER), commit(id, NOVEMBER)])
    expect(outcomes.filter((outcome) => 'committed' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([
      { refused: 'import-committed' },
      { refused: 'import-committed' },
    ])
    expect(await db.employment.count()).toBe(2)
  })

  test('follows the leavers whom HR confirms in the preview of a complete file, without another upload', async () => {
    await importAll(peopleCsv(ENTRIES), NOVEMBER)
    const today = addDays(NOVEMBER, 7)
    const revise = (id: string, leavers: string[]) => {
      const edit = (file: unknown) => completedFor(file, { unit: '10', leavers })
      const order = { id, edit, validFrom: addDays(today, 1), today, at: at(today), byPersonId: null }
      return reviseImport(db, order, decideImport(today, null))
    }
    const first = await preview(await people(peopleCsv(ENTRIES.slice(0, 1))), today)
    const listed = await revise(first.id, [])
    if (!('id' in listed)) throw new Error('expected a preview')
    expect(listed.preview).toMatchObject({ absent: [{ number: '2', confirmed: false }], leavers: [] })
    const confirmed = await revise(listed.id, ['2'])
    if (!('id' in confirmed)) throw new Error('expected a preview')
    expect((await importById(db, confirmed.id))?.content).toMatchObject({ leavers: [{ number: '2' }] })
    expect(await commit(confirmed.id, today)).toHaveProperty('committed')
    expect((await directoryOn(db, today)).employments.get('2')?.lastDay).toBe(today)
    expect(await revise(first.id, [])).toEqual({ refused: 'import-unknown' })
    expect(await revise(confirmed.id, [])).toEqual({ refused: 'import-committed' })
    const [newest] = await committedImports(db, 1)
    expect(newest).toMatchObject({
      id: confirmed.id,
      status: 'committed',
      content: { counts: { leavers: 1 } },
    })
  })

  test('that fails half-way leaves nothing behind', async () => {
    const { id } = await preview(await people(peopleCsv(ENTRIES)), NOVEMBER)
    const decide: ReturnType<typeof decideImport> = (input, directory) => {
      const decided = decideImport(NOVEMBER, null)(input, directory)
      if (!('people' in decided.changes)) throw new Error('expected people')
      const [line] = decided.changes.people.lines
      if (line === undefined) throw new Error('expected a line')
      const nowhere = { ...line, next: { targetId: '00000000-0000-4000-8000-000000000009', from: NOVEMBER } }
      return { ...decided, changes: { people: { ...decided.changes.people, lines: [nowhere] } } }
    }
    await expect(
      commitImport(db, { id, leaveOut: false, today: NOVEMBER, at: at(NOVEMBER) }, decide),
    ).rejects.toThrow(/reporting_line_leader_id_fkey|foreign key/i)
    expect(await db.person.count()).toBe(0)
    expect(await commit(id, NOVEMBER)).toHaveProperty('committed')
  })
})

test('Earlier leaders and units are kept with their days, however often they change', async () => {
  await importUnits(Buffer.from('Enhedsnr;Enhedsnavn;Overenhedsnr\n10;Skolen;\n11;Nord;\n'))
  const leaders = [{ Medarbejdernr: '2' }, { Medarbejdernr: '3' }]
  const days = [NOVEMBER, addDays(NOVEMBER, 10), addDays(NOVEMBER, 20)]
  const [first, second, third] = [
    { 'Leders medarbejdernr': '2' },
    { 'Leders medarbejdernr': '3', Enhedsnr: '11' },
    { 'Leders medarbejdernr': '2' },
  ]
  for (const [index, entry] of [first, second, third].entries()) {
    await importAll(peopleCsv([entry, ...leaders]), days[index] ?? NOVEMBER)
  }
  const lines = await db.reportingLine.findMany({ include: { leader: true }, orderBy: { fromOn: 'asc' } })
  expect(
    lines.map(({ leader, fromOn, toOn }) => [leader.number, toDay(fromOn), toOn && toDay(toOn)]),
  ).toEqual([
    ['2', '2015-08-01', '2026-11-12'],
    ['3', '2026-11-13', '2026-11-22'],
    ['2', '2026-11-23', null],
  ])
  const units = await db.unitMembership.findMany({
    where: { employment: { number: '1' } },
    include: { unit: true },
    orderBy: { fromOn: 'asc' },
  })
  expect(units.map(({ unit, fromOn, toOn }) => [unit.number, toDay(fromOn), toOn && toDay(toOn)])).toEqual([
    ['10', '2015-08-01', '2026-11-12'],
    ['11', '2026-11-13', '2026-11-22'],
    ['10', '2026-11-23', null],
  ])
})

test('Units are renamed and moved by a later file, and a lower unit may stand above its parent in the file', async () => {
  await importUnits(Buffer.from('Enhedsnr;Enhedsnavn;Overenhedsnr\n3;Skolen;2\n2;Nord;1\n1;Top;\n'))
  await importUnits(Buffer.from('Enhedsnr;Enhedsnavn;Overenhedsnr\n3;Fjordskolen;1\n'))
  const { units } = await directoryOn(db, NOVEMBER)
  expect([...units.values()].map(({ number, name, parent }) => [number, name, parent])).toEqual([
    ['1', 'Top', null],
    ['2', 'Nord', '1'],
    ['3', 'Fjordskolen', '1'],
  ])
})

test('Hours with two decimals come back as they were read, so that the same file changes nothing', async () => {
  await importUnits(Buffer.from('Enhedsnr;Enhedsnavn;Overenhedsnr\n10;Skolen;\n'))
  const file = peopleCsv([{ 'Timer pr. uge': '28,25' }])
  await importAll(file, NOVEMBER)
  const again = await preview(await people(file), NOVEMBER)
  expect(again.preview.unchanged).toBe(1)
})

test('A case number of the people file is kept, and goes when a later file has another', async () => {
  await importUnits(Buffer.from('Enhedsnr;Enhedsnavn;Overenhedsnr\n10;Skolen;\n'))
  const withCase = (number: string) => {
    const [header = '', row = ''] = new TextDecoder().decode(peopleCsv([{}])).split('\r\n')
    return new TextEncoder().encode(`${header};Sagsnr\r\n${row};${number}\r\n`)
  }
  const stored = async () => (await db.employment.findMany()).map(({ caseNumber }) => caseNumber)
  await importAll(withCase('2027-004711'), NOVEMBER)
  expect(await stored()).toEqual(['2027-004711'])
  await importAll(peopleCsv([{ Stilling: 'Afdelingsleder' }]), NOVEMBER)
  expect(await stored()).toEqual(['2027-004711'])
  await importAll(withCase('2027-004712'), NOVEMBER)
  expect(await stored()).toEqual(['2027-004712'])
})
