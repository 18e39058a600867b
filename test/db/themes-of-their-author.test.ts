import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { migrate } from '../../db/migrate.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/postgres.ts'

const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations')
const [leader, deputy, gone] = [idOf('a1'), idOf('a2'), idOf('a3')]
const talks = {
  one: idOf('b1'),
  deputys: idOf('b2'),
  both: idOf('b3'),
  unnoted: idOf('b4'),
  ofGone: idOf('b5'),
}

let database: TestDatabase
let folder: string
let client: Client

function idOf(end: string): string {
  return `00000000-0000-4000-8000-${end.padStart(12, '0')}`
}

/** The program as it was before themes had an author, with what was written then; then as it is. */
beforeAll(async () => {
  database = await createEmptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  const names = (await readdir(MIGRATIONS)).filter((name) => name < '0030')
  for (const name of names) await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true })
  await migrate(database.url, folder)
  client = new Client({ connectionString: database.url })
  await client.connect()
  await addRows()
  await migrate(database.url, MIGRATIONS)
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function addRows(): Promise<void> {
  // Rows without those they hang on: what is asked of them is their own.
  await client.query('SET session_replication_role = replica')
  for (const id of [leader, deputy])
    await client.query("INSERT INTO person (id, given_name, family_name) VALUES ($1, 'Ben', 'Test')", [id])
  for (const talkId of Object.values(talks))
    await client.query(
      "INSERT INTO theme_tag (id, round_id, talk_id, theme) VALUES (gen_random_uuid(), $1, $2, 'sparring')",
      [idOf('c1'), talkId],
    )
  let seq = 0
  const note = async (talkId: string, byPersonId: string, act: string) => {
    seq++
    await client.query(
      `INSERT INTO audit_entry (subject, talk_id, decision_id, version, event, at, by_person_id, seq)
        VALUES ($1, $1, $2, 0, $3, now(), $4, $5)`,
      [talkId, `request/${seq}`, `request/${act}`, byPersonId, seq],
    )
  }
  const tagged = (talkId: string) => `PUT /api/v1/talks/${talkId}/themes`
  await note(talks.one, leader, tagged(talks.one))
  await note(talks.one, leader, tagged(talks.one))
  await note(talks.one, deputy, `PUT /api/v1/talks/${talks.one}/plan-draft`)
  await note(talks.deputys, deputy, tagged(talks.deputys))
  await note(talks.both, leader, tagged(talks.both))
  await note(talks.both, deputy, tagged(talks.both))
  await note(talks.ofGone, gone, tagged(talks.ofGone))
  await client.query('SET session_replication_role = origin')
}

describe('A theme that was noted before themes had an author', () => {
  test('is whose the audit says, and nobody’s where several noted one or none is known', async () => {
    const { rows } = await client.query<{ talk: string; by: string | null }>(
      'SELECT talk_id AS talk, by_person_id AS by FROM theme_tag ORDER BY talk_id',
    )
    expect(rows).toEqual([
      { talk: talks.one, by: leader },
      { talk: talks.deputys, by: deputy },
      { talk: talks.both, by: null },
      { talk: talks.unnoted, by: null },
      { talk: talks.ofGone, by: null },
    ])
  })
})
