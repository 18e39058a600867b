import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { WorkflowNotFoundError } from '@temporalio/client'
import { createErasureList, type ErasureList } from '../../activities/erasure-list.ts'
import { toDate } from '../../db/days.ts'
import { deletionReceipts } from '../../db/deletion-receipts.ts'
import { erasePerson, notErased } from '../../db/erasure.ts'
import { overviewTalks } from '../../db/overview.ts'
import { readPrintedMails } from '../../db/outbox-log.ts'
import { recordTalk } from '../../db/record-talk.ts'
import { recordedTalk, unaccountedFor } from '../../db/rounds.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { erase, eraseAgain } from '../../worker/erasures.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'
import { withoutGuard } from '../support/tampering.ts'

let stage: Stage
let erasures: ErasureList
/** What happens between the note that somebody is to be erased and their rows. */
let meanwhile: (() => Promise<unknown>) | null = null
let folder: string
let outboxFolder: string
let roundId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erasures-'))
  outboxFolder = await mkdtemp(join(tmpdir(), 'outbox-'))
  const list = createErasureList(folder)
  const note: ErasureList['note'] = async (personId, at) => {
    await list.note(personId, at)
    await meanwhile?.()
  }
  erasures = { ...list, note }
  stage = await createStage({ at: '2038-01-11T09:00:00Z', erasures, outboxFolder })
  roundId = await stage.cast.organisation.addRound({ unitId: stage.cast.school })
  await stage.rounds.start(roundId)
})
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
  await rm(outboxFolder, { recursive: true })
})

const ask = (person: TestPerson, again = false) =>
  erase(
    { client: { workflow: stage.temporal.client }, taskQueue: stage.temporal.taskQueue },
    person.personId,
    again,
  )

/** Somebody with a talk in the round, whose words and name are in many tables. */
async function addWriter(name: string): Promise<{ person: TestPerson; talkId: string }> {
  const { db, cast, talks } = stage
  const person = await cast.organisation.addPerson(name, { unitId: cast.school, leader: cast.ben })
  await stage.runMorning()
  const talkId = await talks.idOf(roundId, person)
  await talks.arrange(talkId, '2038-02-10T09:00:00Z')
  const at = new Date('2038-01-11T09:00:00Z')
  const text = `Ord af ${name}`
  await db.sheet.create({
    data: { talkId, author: 'employee', authorPersonId: person.personId, content: { text }, updatedAt: at },
  })
  await db.topic.create({ data: { talkId, kind: 'topic', text, createdAt: at } })
  await db.planDraft.create({ data: { talkId, content: { text }, updatedAt: at } })
  await db.planVersion.create({
    data: {
      talkId,
      content: { text },
      hash: 'h',
      createdAt: at,
      comments: { create: { kind: 'returned', party: 'leader', text, at } },
    },
  })
  await db.nudge.create({ data: { roundId, talkId, text, at } })
  await db.mail.createMany({
    data: [
      { key: `own ${talkId}`, personId: person.personId, subjectLine: text, data: {} },
      {
        key: `leader ${talkId}`,
        personId: cast.ben.personId,
        subjectLine: `MUS med ${person.name} kl. 10.00`,
        data: { talkId },
      },
    ].map((mail) => ({
      ...mail,
      template: 'calendar',
      lane: 'at-once',
      status: 'sent',
      notBeforeAt: at,
      createdAt: at,
    })),
  })
  await db.themeTag.create({ data: { roundId, talkId, theme: `${name} vil sadle om` } })
  await db.accessEntry.create({ data: { personId: cast.ben.personId, talkId, what: 'plan', at } })
  return { person, talkId }
}

/** Letters to print for somebody, by what their rows know of whom they name. */
async function addLetters(
  to: TestPerson,
  letters: Record<string, { data: object; name?: string; template?: string }>,
): Promise<void> {
  const at = new Date('2038-01-12T09:00:00Z')
  await stage.db.mail.createMany({
    data: Object.entries(letters).map(([key, { data, name = 'Ingolf', template = 'notice' }]) => ({
      key,
      template,
      lane: 'single',
      status: 'printed',
      personId: to.personId,
      messageId: `<${key}@solbakke.example>`,
      subjectLine: `MUS med ${name} Test`,
      data: { ...data, print: { content: { title: `MUS med ${name} Test` }, language: 'da' } },
      notBeforeAt: at,
      createdAt: at,
      endedAt: at,
    })),
  })
}

/** Of the name of a mail's file. */
const STAMP = '2038-01-12T080000-'

async function leave({ employmentId }: TestPerson): Promise<void> {
  const lastDay = toDate(addDays(await stage.today(), -1))
  await stage.db.employment.update({ where: { id: employmentId }, data: { lastDay } })
}

/** The tables that say a word anywhere, but the audit: it holds ids and hashes only. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await stage.db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${name}" x WHERE to_jsonb(x)::text ILIKE $1`,
      `%${word}%`,
    )
    if (row && row.count > 0) found.push(name)
  }
  return found
}

async function runsOf(talkId: string): Promise<number> {
  let runs = 0
  const query = `WorkflowId = '${talkWorkflowId(talkId)}'`
  for await (const _run of stage.temporal.client.list({ query })) runs++
  return runs
}

const auditOf = (talkId: string) =>
  stage.db
    .$queryRaw`SELECT to_jsonb(a) AS entry FROM audit_entry a WHERE talk_id = ${talkId}::uuid ORDER BY id`

/** What figures are made from: every talk with its unit, how far it came and how it ended. */
const countsNow = async () => {
  const talks = await overviewTalks(stage.db, roundId, await stage.today())
  return talks
    .map(({ talkId, unitId, status, outcome, heldOn, isFiled }) => ({
      talkId,
      unitId,
      status,
      outcome,
      heldOn,
      isFiled,
    }))
    .toSorted((a, b) => (a.talkId < b.talkId ? -1 : 1))
}

describe('Erasing somebody who has left', () => {
  test('takes their name, words, mails and every run in the engine, and leaves what the round counts', async () => {
    const { person, talkId } = await addWriter('Xenofon')
    const other = await addWriter('Yrsa')
    await leave(person)
    const before = { counts: await countsNow(), audit: await auditOf(talkId) }
    expect(await tablesWith('Xenofon')).toEqual(
      expect.arrayContaining([
        'mail',
        'nudge',
        'person',
        'plan_comment',
        'plan_draft',
        'plan_version',
        'sheet',
        'theme_tag',
        'topic',
      ]),
    )
    expect(await runsOf(talkId)).toBeGreaterThan(0)

    const answer = await ask(person)

    expect(answer).toEqual({ runs: expect.any(Number), files: 0 })
    expect(await tablesWith('Xenofon')).toEqual([])
    expect(await tablesWith(person.number)).toEqual([])
    expect(await runsOf(talkId)).toBe(0)
    await expect(stage.temporal.client.getHandle(talkWorkflowId(talkId)).describe()).rejects.toThrow(
      WorkflowNotFoundError,
    )
    expect(await auditOf(talkId)).toEqual(before.audit)
    const { personId } = person
    expect(
      await stage.db.auditEntry.findMany({ where: { subject: personId, event: 'erased' } }),
    ).toHaveLength(1)
    // The talk had not noticed yet that they have left.
    const left = { status: 'left', outcome: 'left' }
    expect(await countsNow()).toEqual(
      before.counts.map((one) => (one.talkId === talkId ? { ...one, ...left } : one)),
    )
    expect(await tablesWith('Yrsa')).toEqual(
      expect.arrayContaining([
        'mail',
        'nudge',
        'person',
        'plan_comment',
        'plan_draft',
        'sheet',
        'theme_tag',
        'topic',
      ]),
    )
    expect(await runsOf(other.talkId)).toBeGreaterThan(0)
    const receipts = await deletionReceipts(stage.db, 50)
    expect(receipts).toContainEqual({
      on: await stage.today(),
      cause: 'erasure',
      kind: 'people',
      count: expect.any(Number),
    })
    expect(JSON.stringify(receipts)).not.toContain('Xenofon')
  })

  test('takes their name out of what others were written, under whatever name, and leaves other letters', async () => {
    const { db, cast } = stage
    const { person, talkId } = await addWriter('Ingolf')
    const other = await addWriter('Jytte')
    const told = await db.notice.create({
      data: {
        subject: talkId,
        obligation: 'invite',
        occurrence: 9,
        step: 'first',
        audience: 'leader',
        talkId,
        roundId,
        decidedAt: new Date(0),
      },
    })
    const groupTalkId = randomUUID()
    await addLetters(person, { takenOff: { data: { groupTalkId, talkId }, template: 'group-talk' } })
    await addLetters(cast.ben, {
      calendar: { data: { talkId } },
      single: { data: { noticeId: told.id } },
      digest: { data: { on: '2038-01-12', notices: [told.id] } },
      rest: { data: { on: '2038-01-13', notices: [], talks: [talkId] } },
      team: { data: { groupTalkId, talkId: null }, template: 'group-talk' },
    })
    await addLetters(cast.ben, { other: { data: { talkId: other.talkId }, name: 'Jytte' } })
    for (const key of ['rest', 'other']) await writeFile(join(outboxFolder, `${STAMP}${key}.json`), '{}')
    await db.person.update({ where: { id: person.personId }, data: { familyName: 'Nyt-Navn' } })
    await db.unit.update({ where: { id: cast.school }, data: { trName: 'Ingolf Nyt-Navn' } })
    await leave(person)

    await ask(person)

    expect(await tablesWith('Ingolf')).toEqual([])
    const kept = await readPrintedMails(db, { led: [cast.ben.personId], others: [] })
    expect(new Set(kept.map(({ subject }) => subject))).toEqual(new Set(['MUS med Jytte Test']))
    const files = await readdir(outboxFolder)
    expect(files).toContain(`${STAMP}other.json`)
    expect(files).not.toContain(`${STAMP}rest.json`)
  })

  test('accounts for a talk that had not noticed yet that they left, and nothing more is decided in it', async () => {
    const { db } = stage
    const { person, talkId } = await addWriter('Theodor')
    await leave(person)
    const unaccounted = await unaccountedFor(db, roundId)
    const { state, version } = await recordedTalk(db, talkId)
    await ask(person)
    expect(await unaccountedFor(db, roundId)).toBe(unaccounted - 1)
    const late = { talkId, expectedVersion: version, decisionId: 'late', event: 'time-passed', at: 0 }
    const nobody = { byPersonId: null, onBehalfOf: null, requestHash: null, answer: null }
    expect(await recordTalk(db, { ...late, ...nobody, state, effects: [] })).toMatchObject({
      outcome: 'ahead',
      snapshot: { closed: true, status: 'left', outcome: 'left' },
    })
  })

  test('takes nothing where it is told to leave off half-way, and is done as a whole by the next', async () => {
    const { person } = await addWriter('Halvdan')
    await leave(person)
    const { db, today, player } = stage
    let told = 0
    const progress = () => {
      if (++told > 10) throw new Error('leave off')
    }
    const order = { today: await today(), at: await player.now(), again: false, progress }
    await expect(erasePerson(db, person.personId, order)).rejects.toThrow('leave off')
    expect(await tablesWith('Halvdan')).toEqual(expect.arrayContaining(['mail', 'person', 'sheet', 'topic']))
    await ask(person)
    expect(await tablesWith('Halvdan')).toEqual([])
  })

  test('is done again where a restored copy has brought them back', async () => {
    const { person } = await addWriter('Zacharias')
    await leave(person)
    await ask(person)
    expect(await notErased(stage.db, await erasures.all())).toEqual([])
    await stage.db.person.update({
      where: { id: person.personId },
      data: { givenName: 'Zacharias', erasedAt: null },
    })
    expect(await notErased(stage.db, await erasures.all())).toEqual([person.personId])
    const parts = { client: { workflow: stage.temporal.client }, taskQueue: stage.temporal.taskQueue }
    expect(await eraseAgain(parts, stage.db, erasures)).toEqual([person.personId])
    expect(await tablesWith('Zacharias')).toEqual([])
    expect(await eraseAgain(parts, stage.db, erasures)).toEqual([])
  })

  test('is refused while they are employed, held back, or have a plan that is not filed', async () => {
    const { db } = stage
    const { person, talkId } = await addWriter('Wilfred')
    expect(await ask(person)).toEqual({ refused: 'still-employed' })
    // That a copy has brought them back is believed of nobody whom the list does not name.
    expect(await ask(person, true)).toEqual({ refused: 'still-employed' })
    await leave(person)
    await db.legalHold.create({
      data: { personId: person.personId, reason: 'Sag 12', placedAt: new Date(0) },
    })
    expect(await ask(person)).toEqual({ refused: 'legal-hold' })
    // Their leader has read the plan, and is held back.
    await db.legalHold.updateMany({ data: { personId: stage.cast.ben.personId } })
    expect(await ask(person)).toEqual({ refused: 'talks-held' })
    await db.legalHold.updateMany({ data: { liftedAt: new Date(1) } })
    const version = await db.planVersion.findFirstOrThrow({ where: { talkId } })
    await db.journalEntry.create({
      data: { planVersionId: version.id, gateway: 'gateway', key: version.id, status: 'failed' },
    })
    expect(await ask(person)).toEqual({ refused: 'filing-open' })
    expect(await tablesWith('Wilfred')).toContain('person')
    expect(await erasures.all()).not.toContain(person.personId)
  })

  test('is refused to a former leader who shared feedback in a talk of somebody who is held back', async () => {
    const { db, cast } = stage
    const { person: employee, talkId } = await addWriter('Sigurd')
    const leader = await cast.organisation.addPerson('Rasmine', { unitId: cast.school })
    await leave(leader)
    const at = new Date(0)
    await db.sheet.create({
      data: {
        talkId,
        author: 'leader',
        authorPersonId: leader.personId,
        content: {},
        sharedAt: at,
        updatedAt: at,
      },
    })
    const { personId } = employee
    await db.legalHold.create({ data: { personId, reason: 'Sag 15', placedAt: at } })
    expect(await ask(leader)).toEqual({ refused: 'talks-held' })
    await db.legalHold.updateMany({ where: { personId }, data: { liftedAt: new Date(1) } })
    expect(await ask(leader)).toEqual({ runs: expect.any(Number), files: 0 })
  })

  test('stops for a hold that is placed while it is under way, and is not taken up by the next start', async () => {
    const { db } = stage
    const { person, talkId } = await addWriter('Quintus')
    await leave(person)
    const { personId } = person
    meanwhile = () => db.legalHold.create({ data: { personId, reason: 'Sag 13', placedAt: new Date(0) } })
    const answer = await ask(person).finally(() => {
      meanwhile = null
    })
    expect(answer).toEqual({ refused: 'legal-hold' })
    expect(await tablesWith('Quintus')).toContain('sheet')
    // Its clock goes on.
    const { status } = await stage.temporal.client.getHandle(talkWorkflowId(talkId)).describe()
    expect(status.name).toBe('RUNNING')
    expect(await db.legalHold.count({ where: { personId } })).toBe(1)
    expect(await erasures.all()).not.toContain(personId)
    await db.legalHold.updateMany({ where: { personId }, data: { liftedAt: new Date(1) } })
    expect(await ask(person)).toEqual({ runs: expect.any(Number), files: 0 })
  })

  test('takes HR’s own words that name them to somebody else, unless that one is held back', async () => {
    const { db, cast } = stage
    const { person } = await addWriter('Roderik')
    const write = (leader: TestPerson, text: string) =>
      db.nudge.create({ data: { roundId, leaderId: leader.employmentId, text, at: new Date(0) } })
    const nora = await cast.organisation.addPerson('Nora', { unitId: cast.school })
    await write(cast.ben, `Husk ${person.name}.`)
    await write(cast.ben, 'Husk planerne.')
    await write(nora, `Og du ${person.name}.`)
    await db.legalHold.create({ data: { personId: nora.personId, reason: 'Sag 14', placedAt: new Date(0) } })
    await leave(person)
    await ask(person)
    const texts = await db.nudge.findMany({ where: { leaderId: { not: null } }, orderBy: { text: 'asc' } })
    expect(texts.map(({ text }) => text)).toEqual(['Husk planerne.', `Og du ${person.name}.`])
    await db.legalHold.deleteMany({ where: { personId: nora.personId } })
    await db.nudge.deleteMany({ where: { leaderId: nora.employmentId } })
  })

  test('leaves HR’s words that are about another: of the same name, or where the erased one never was', async () => {
    const { db, cast } = stage
    const { organisation, school: unitId, ben } = cast
    const elsewhere = await organisation.addRound({ unitId, status: 'closed' })
    const [led, nora] = [await organisation.addPerson('Oda'), await organisation.addPerson('Nora')]
    const write = (leader: TestPerson, inRound: string, text: string) =>
      db.nudge.create({
        data: { roundId: inRound, leaderId: leader.employmentId, text, at: new Date(0) },
      })
    const texts = async (name: string) => {
      const found = await db.nudge.findMany({ where: { leaderId: { not: null }, text: { contains: name } } })
      return found.map(({ text }) => text).toSorted()
    }
    const { person: one } = await addWriter('Torben')
    const two = await organisation.addPerson('Torben')
    await write(ben, roundId, `Husk ${one.name}.`)
    await leave(one)
    await ask(one)
    expect(await texts('Torben')).toEqual([`Husk ${two.name}.`])

    const { person } = await addWriter('Uffe')
    await db.reportingLine.create({
      data: { employmentId: led.employmentId, leaderId: person.employmentId, fromOn: new Date('2030-01-01') },
    })
    await write(ben, elsewhere, `Leder: ${person.name}.`)
    await write(led, elsewhere, `Ledet: ${person.name}.`)
    await write(nora, roundId, `Runde: ${person.name}.`)
    await write(nora, elsewhere, `En anden: ${person.name}.`)
    await leave(person)
    await ask(person)
    expect(await texts('Uffe')).toEqual([`En anden: ${person.name}.`])
    await db.nudge.deleteMany({ where: { leaderId: { not: null }, text: { contains: 'Test' } } })
  })
})

describe('A night', () => {
  test('notes the newest seal of the audit outside the database, and misses it once it is cut off there', async () => {
    const { db, temporal } = stage
    const night = (name: string) =>
      temporal.client.execute('auditWorkflow', {
        workflowId: `audit/${name} of ${temporal.taskQueue}`,
        taskQueue: temporal.taskQueue,
        args: [],
      })
    await night('first')
    const sealed = await db.auditSeal.findFirstOrThrow({ orderBy: { number: 'desc' } })
    expect(await erasures.lastSeal()).toEqual({ number: sealed.number, hash: sealed.hash })
    await withoutGuard(db, async (tx) => {
      await tx.auditSealedHead.deleteMany()
      await tx.auditSeal.deleteMany()
    })
    await expect(night('second')).rejects.toMatchObject({
      cause: { cause: { message: `seal ${sealed.number} is missing` } },
    })
    await erasures.noteSeal(null)
  })

  test('deletes the files of mails that have no row any more, and no others', async () => {
    const { db, cast, temporal } = stage
    await addLetters(cast.ben, { kept: { data: {}, name: 'Jytte' } })
    const { id } = await db.mail.findUniqueOrThrow({ where: { key: 'kept' } })
    const names = [id, randomUUID()].map((mailId) => `${STAMP}${mailId}.json`)
    for (const name of names) await writeFile(join(outboxFolder, name), '{}')
    await temporal.client.execute('retentionWorkflow', {
      workflowId: `retention/files/${temporal.taskQueue}`,
      taskQueue: temporal.taskQueue,
      args: [],
    })
    expect(await readdir(outboxFolder)).toEqual([names[0]])
  })

  test('erases those who left longer ago than HR has chosen, and nobody else', async () => {
    const { db, cast, temporal } = stage
    const long = await cast.organisation.addPerson('Vibeke', { lastDay: '2036-01-31' })
    const lately = await cast.organisation.addPerson('Ulrik', { lastDay: '2037-12-31' })
    await temporal.client.execute('retentionWorkflow', {
      workflowId: `retention/${temporal.taskQueue}`,
      taskQueue: temporal.taskQueue,
      args: [],
    })
    const erased = await db.person.findMany({
      where: { id: { in: [long.personId, lately.personId] }, erasedAt: { not: null } },
    })
    expect(erased.map(({ id }) => id)).toEqual([long.personId])
  })
})
