import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { createErasureList } from '../../activities/erasure-list.ts'
import { faultSentence } from '../../db/audit-faults.ts'
import { sealAudit } from '../../db/audit-seal.ts'
import { type AuditReport, verifyAudit } from '../../db/audit-verify.ts'
import { writeNote } from '../../db/audit.ts'
import { type Db, openDb, type Tx } from '../../db/client.ts'
import { addOrganisation } from '../support/organisation.ts'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/postgres.ts'
import { withoutGuard } from '../support/tampering.ts'

let database: TestDatabase
let db: Db
let talkId: string

const at = Date.parse('2027-02-03T09:00:00.123Z')

beforeAll(async () => {
  database = await createDatabase()
  // As many connections as there are writers at once.
  db = openDb(database.url, 32)
})

beforeEach(async () => {
  await withoutGuard(db, async (tx) => {
    await tx.auditEntry.deleteMany()
    await tx.auditHead.deleteMany()
    await tx.auditSeal.deleteMany()
    await tx.auditSealedHead.deleteMany()
  })
  talkId = randomUUID()
})

afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

describe('Each talk and each round', () => {
  test('keeps one chain while 32 write to it at once, with no entry lost and none twice in a place', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const writers = Array.from({ length: 32 }, async (_, writer) => {
      for (const turn of [1, 2, 3, 4, 5])
        await db.$transaction(
          (tx) => write(writer % 2 === 0 ? first : second, `read/${writer}-${turn}`, tx),
          { maxWait: 60_000, timeout: 60_000 },
        )
    })
    await Promise.all(writers)
    expect(await verifyAudit(db)).toMatchObject({ entries: 160, chains: 2, unsealed: 160, faults: [] })
    const ends = await db.auditHead.findMany({ select: { seq: true } })
    expect(ends).toEqual([{ seq: 80 }, { seq: 80 }])
  })

  test('does not wait for the chain of another', async () => {
    await db.$transaction(async (tx) => {
      await write(talkId, 'read/1', tx)
      // Would never end if the open transaction above held more than its own chain.
      await write(randomUUID(), 'read/2')
    })
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('records a cause once, and goes on without a gap when it comes again', async () => {
    await write(talkId, 'read/1')
    await Promise.all([write(talkId, 'read/2'), write(talkId, 'read/2'), write(talkId, 'read/2')])
    await write(talkId, 'read/3')
    expect(await places()).toEqual(['1 read/1', '2 read/2', '3 read/3'])
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('has no entry of what was not done in the end', async () => {
    await write(talkId, 'read/1')
    const undone = db.$transaction(async (tx) => {
      await write(talkId, 'read/2', tx)
      throw new Error('not done')
    })
    await expect(undone).rejects.toThrow('not done')
    await write(talkId, 'read/3')
    expect(await places()).toEqual(['1 read/1', '2 read/3'])
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('may hold any text a decision can have, and people may be forgotten beside it', async () => {
    const answer = { version: 2, status: 'arranged', tegn: 'æøå "citat" \\ \n\t\u0001 🙂' }
    const entry = {
      subject: talkId,
      decisionId: 'update:"ø"\\\n',
      version: 2,
      event: 'opened',
      at: new Date(at),
    }
    await db.auditEntry.create({ data: { ...entry, answer, byPersonId: randomUUID(), requestHash: 'a' } })
    expect((await verifyAudit(db)).faults).toEqual([])
  })
})

describe('What was written', () => {
  const tables = ['audit_entry', 'audit_head', 'audit_seal', 'audit_sealed_head']

  test.each(tables)('in %s cannot be changed, deleted or emptied, nor a head set by hand', async (table) => {
    await write(talkId, 'read/1')
    await sealAudit(db, at)
    for (const sql of [`UPDATE ${table} SET hash = ''`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/is append-only|is moved by audit_entry alone/)
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('stays when its talk is deleted', async () => {
    const organisation = await addOrganisation(db)
    const roundId = await organisation.addRound({ status: 'running' })
    const talk = await organisation.addTalk(roundId, at)
    await writeNote(db, { ...note, subject: talk, talkId: talk, decisionId: 'read/1' })
    await db.talk.delete({ where: { id: talk } })
    expect(await db.auditEntry.count({ where: { talkId: talk } })).toBe(1)
  })
})

describe('Tampering is found, and the place is named:', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await write(talkId, `read/${n}`)
    await write(randomUUID(), 'read/1')
    await sealAudit(db, at)
    await write(talkId, 'read/7')
  })

  test('nothing, where nobody has touched it', async () => {
    const whole = { entries: 8, chains: 2, seals: 1, unsealed: 1, faults: [] }
    expect(await verifyAudit(db)).toMatchObject(whole)
  })

  test.each(['event', 'decision_id', 'request_hash'])('an entry whose %s was changed', async (column) => {
    await tamper(`UPDATE audit_entry SET ${column} = 'x' WHERE subject = $1 AND seq = 3`)
    expect(await faults()).toEqual([`${talkId}: entry 3 was changed after it was written`])
  })

  test('an entry that somebody else is said to have caused, or at another time', async () => {
    await tamper(`UPDATE audit_entry SET by_person_id = gen_random_uuid() WHERE subject = $1 AND seq = 2`)
    await tamper(`UPDATE audit_entry SET at = at + interval '1 millisecond' WHERE subject = $1 AND seq = 5`)
    expect(await faults()).toEqual([
      `${talkId}: entry 2 was changed after it was written`,
      `${talkId}: entry 5 was changed after it was written`,
    ])
  })

  test('entries that were deleted, first, between two others, last', async () => {
    await tamper('DELETE FROM audit_entry WHERE subject = $1 AND seq IN (1, 4, 5, 7)')
    expect(await faults()).toEqual([
      `${talkId}: entry 1 is missing`,
      `${talkId}: entries 4 to 5 are missing`,
      `${talkId}: entry 7 is missing at the end`,
    ])
  })

  test('two entries that were exchanged', async () => {
    await tamper('UPDATE audit_entry SET seq = -1 WHERE subject = $1 AND seq = 3')
    await tamper('UPDATE audit_entry SET seq = 3 WHERE subject = $1 AND seq = 4')
    await tamper('UPDATE audit_entry SET seq = 4 WHERE subject = $1 AND seq = -1')
    const found = await faults()
    expect(found).toContain(
      `${talkId}: entry 3 does not follow the one before it: moved, exchanged or put in`,
    )
    expect(found).toContain(`${talkId}: entry 4 was changed after it was written`)
  })

  test('a chain that was cut off together with its head, where the cut reaches behind the last seal', async () => {
    await tamper('DELETE FROM audit_entry WHERE subject = $1 AND seq > 4')
    await tamper(`UPDATE audit_head h SET seq = 4, hash = (SELECT hash FROM audit_entry e
      WHERE e.subject = h.subject AND e.seq = 4) WHERE subject = $1`)
    expect(await faults()).toEqual([`${talkId}: entries 5 to 6 are missing at the end`])
  })

  test('a whole chain that is gone with its head', async () => {
    await tamper('DELETE FROM audit_entry WHERE subject = $1')
    await tamper('DELETE FROM audit_head WHERE subject = $1')
    expect(await faults()).toEqual([`${talkId}: entries 1 to 6 are missing at the end`])
  })

  test('a chain that was written anew, with every hash right', async () => {
    await tamper('DELETE FROM audit_entry WHERE subject = $1')
    await tamper('DELETE FROM audit_head WHERE subject = $1')
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await write(talkId, `request/${n}`)
    expect(await faults()).toEqual([
      `${talkId}: entry 6 is not the one that seal 1 has: the chain was written anew`,
    ])
  })

  test('the newest seals that were taken away with all they sealed, where the newest is known from outside', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'erasures-'))
    const beside = createErasureList(folder)
    expect(await beside.lastSeal()).toBeNull()
    const seal = await sealAudit(db, at + 1)
    await beside.noteSeal(seal)
    const noted = async () => [(await beside.lastSeal()) ?? { number: 0, hash: '' }]
    expect((await verifyAudit(db, await noted())).faults).toEqual([])
    // Seal 2 has entry 7 alone: without both the table is whole in itself.
    await tamper(`DELETE FROM audit_seal WHERE number = 2 AND $1 <> ''`)
    await tamper(`DELETE FROM audit_sealed_head WHERE seal = 2 AND $1 <> ''`)
    await tamper('DELETE FROM audit_entry WHERE subject = $1 AND seq = 7')
    await tamper(`UPDATE audit_head h SET seq = 6, hash = (SELECT hash FROM audit_entry e
      WHERE e.subject = h.subject AND e.seq = 6) WHERE subject = $1`)
    expect(await faults()).toEqual([])
    expect((await verifyAudit(db, await noted())).faults.map(faultSentence)).toEqual(['seal 2 is missing'])
    await write(talkId, 'read/other')
    await sealAudit(db, at + 1)
    expect((await verifyAudit(db, await noted())).faults.map(faultSentence)).toEqual([
      'seal 2 is not the one that is known from outside the database: the seals were written anew',
    ])
    await rm(folder, { recursive: true })
  })

  test('an entry that is said to be about another talk', async () => {
    await tamper(`UPDATE audit_entry SET talk_id = gen_random_uuid() WHERE subject = $1 AND seq = 3`)
    expect(await faults()).toEqual([`${talkId}: entry 3 is said to be about another talk`])
  })

  test('a seal that was changed, in itself or in what it sealed, or taken away', async () => {
    await sealAudit(db, at + 1)
    await write(talkId, 'read/8')
    await sealAudit(db, at + 2)
    await tamper(`UPDATE audit_sealed_head SET seq = 5 WHERE subject = $1 AND seal = 1`)
    expect(await faults()).toContain('seal 1 was changed after it was written')
    await tamper(`UPDATE audit_sealed_head SET seq = 6 WHERE subject = $1 AND seal = 1`)
    await tamper(`DELETE FROM audit_seal WHERE number = 2 AND $1 <> ''`)
    expect(await faults()).toEqual(['seal 2 is missing'])
  })
})

test('a night seals the chains that have grown, and nothing when none has', async () => {
  await write(talkId, 'read/1')
  const first = await sealAudit(db, at)
  expect(await sealAudit(db, at + 1)).toBeNull()
  await write(talkId, 'read/2')
  const second = await sealAudit(db, at + 2)
  expect(second).toMatchObject({ number: 2, previousHash: first?.hash })
  expect(await verifyAudit(db)).toMatchObject({
    seals: 2,
    unsealed: 0,
    newestSeal: { number: 2 },
    faults: [],
  })
})

test('the reading tells that it goes on, seal by seal, and leaves off where it is told to', async () => {
  for (const n of [1, 2, 3]) {
    await write(talkId, `read/${n}`)
    await sealAudit(db, at + n)
  }
  let told = 0
  expect(await verifyAudit(db, [], () => void told++)).toMatchObject({ seals: 3, unsealed: 0, faults: [] })
  expect(told).toBeGreaterThan(3)
  const leaveOff = () => {
    throw new Error('leave off')
  }
  await expect(verifyAudit(db, [], leaveOff)).rejects.toThrow('leave off')
})

test('what an older version wrote is linked in the order it was written in', async () => {
  const old = await createEmptyDatabase()
  const client = new Client({ connectionString: old.url })
  await client.connect()
  try {
    const names = readdirSync('prisma/migrations').toSorted()
    const chain = names.findIndex((name) => name.endsWith('_audit_chain'))
    for (const name of names.slice(0, chain)) await client.query(sqlOf(name))
    for (const n of [1, 2, 3])
      await client.query(
        `INSERT INTO audit_entry (subject, decision_id, version, event, at, answer)
        VALUES ($1, $2, 1, 'opened', now(), '{"b": 1, "a": "å"}')`,
        [n === 2 ? randomUUID() : talkId, `fact:${n}`],
      )
    for (const name of names.slice(chain)) await client.query(sqlOf(name))
  } finally {
    await client.end()
  }
  const upgraded = openDb(old.url, 2)
  await write(talkId, 'read/1', upgraded)
  const report: AuditReport = await verifyAudit(upgraded)
  await upgraded.$disconnect()
  await old.drop()
  expect(report).toMatchObject({ entries: 4, chains: 2, faults: [] })
})

function sqlOf(migration: string): string {
  return readFileSync(`prisma/migrations/${migration}/migration.sql`, 'utf8')
}

const note = { talkId: null, event: 'read/plan', at, byPersonId: randomUUID(), onBehalfOf: null }

async function write(subject: string, decisionId: string, tx: Tx = db): Promise<void> {
  await writeNote(tx, { ...note, subject, decisionId })
}

async function tamper(sql: string): Promise<void> {
  await withoutGuard(db, (tx) => tx.$executeRawUnsafe(sql.replace('$1', `'${talkId}'`)))
}

async function faults(): Promise<string[]> {
  return (await verifyAudit(db)).faults.map(faultSentence)
}

async function places(): Promise<string[]> {
  const entries = await db.auditEntry.findMany({ where: { subject: talkId }, orderBy: { seq: 'asc' } })
  return entries.map(({ seq, decisionId }) => `${seq} ${decisionId}`)
}
