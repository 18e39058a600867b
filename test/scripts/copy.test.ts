import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { type Db, openDb } from '../../db/client.ts'
import { runCommand } from '../support/command.ts'
import { addOrganisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { TEST_KEYS } from '../support/temporal-keys.ts'

let database: TestDatabase
let db: Db
let folder: string
/** Left last year; Ben led her. */
let anna: TestPerson
let ben: TestPerson

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  folder = await mkdtemp(join(tmpdir(), 'copy-'))
  const { addPerson, addRound, addTalk } = await addOrganisation(db)
  ben = await addPerson('Ben')
  anna = await addPerson('Anna', { leader: ben, lastDay: '2025-12-31' })
  const at = new Date('2025-03-01T09:00:00Z')
  const talkId = await addTalk(await addRound({ year: 2025 }), at.getTime(), { employee: anna })
  const sheet = { talkId, version: 1, updatedAt: at }
  await db.sheet.createMany({
    data: [
      { ...sheet, author: 'employee', authorPersonId: anna.personId, content: { own: 'Annas egne ord' } },
      { ...sheet, author: 'leader', authorPersonId: ben.personId, content: { own: 'Bens egne noter' } },
    ],
  })
})
afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the command as the data protection officer has it run. */
const copy = (...args: string[]) =>
  runCommand('scripts/copy.ts', args, {
    MODE: 'test',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_KEYS: TEST_KEYS,
  })

describe('The copy for somebody who has left', () => {
  test('holds what they would get themselves, and stands in the audit as made from outside', async () => {
    const file = join(folder, 'copy.zip')
    const { code, complained } = await copy('--number', anna.number, '--to', file)
    expect([code, complained]).toEqual([0, `The copy of what is known about Anna Test is in ${file}.`])
    const files = Object.values(unzipSync(new Uint8Array(await readFile(file)))).map((one) => strFromU8(one))
    expect(files).toHaveLength(2)
    for (const text of files) {
      expect(text).toContain('Annas egne ord')
      expect(text).not.toContain('Bens egne noter')
    }
    const noted = await db.auditEntry.findMany({ where: { subject: anna.personId } })
    expect(noted).toMatchObject([{ event: 'read/own-data', byPersonId: null }])
  }, 60_000)

  test('is of nobody whom the tables do not know, and needs a file to go to', async () => {
    const file = join(folder, 'nobody.zip')
    const unknown = await copy('--number', '99999', '--to', file)
    expect(unknown.code).toBe(1)
    expect(unknown.complained).toContain("--number is '99999': expected the employee number of somebody")
    const nowhere = await copy('--number', anna.number)
    expect([nowhere.code, nowhere.complained]).toEqual([1, expect.stringContaining('--to is not given')])
  }, 60_000)
})
