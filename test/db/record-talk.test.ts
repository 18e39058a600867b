import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { recordTalk, type RecordTalkInput } from '../../db/record-talk.ts'
import { MissingDocumentError } from '../../db/recorded.ts'
import { day } from '../../domain/calendar/day.ts'
import { decideAct, decideFact, decideTick } from '../../domain/talk/decide.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import type { PlannedAction, TalkState } from '../../domain/talk/talk.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
let roundId: string
let talkId: string
let state: TalkState

const opened = Date.parse('2026-11-24T09:00:00Z')
const now = Date.parse('2027-02-03T09:00:00Z')

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  organisation = await addOrganisation(db)
  roundId = await organisation.addRound({ status: 'running' })
})

beforeEach(async () => {
  talkId = await organisation.addTalk(roundId, opened, { opening: { hasLeader: true } })
  state = await snapshot()
})

afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

const ready: TalkAct = { type: 'mark-ready', party: 'employee', ready: true }

describe('A decision', () => {
  test('on the recorded state is written with what it decided', async () => {
    const input = decisionOn(ready)
    expect(await recordTalk(db, input)).toEqual({ outcome: 'recorded', version: 2 })
    expect(await row()).toMatchObject({ version: 2, disagrees: false, snapshot: input.state })
    const audit = await db.auditEntry.findMany({ where: { subject: talkId } })
    expect(audit).toMatchObject([{ decisionId: 'update:1', version: 2, event: 'mark-ready', talkId }])
  })

  test('whose cause is recorded already writes nothing and brings back the stored answer', async () => {
    await recordTalk(db, decisionOn(ready))
    const again = await recordTalk(db, { ...decisionOn(ready), answer: { talkId, status: 'invented' } })
    expect(again).toEqual({
      outcome: 'known',
      version: 2,
      snapshot: await snapshot(),
      answer: { talkId, status: 'awaiting', version: 2 },
    })
    expect(await db.auditEntry.count({ where: { subject: talkId } })).toBe(1)
  })

  test('on an older state than the recorded one writes nothing and brings back the newer one', async () => {
    await recordTalk(db, decisionOn(ready))
    const late = decisionOn({ type: 'mark-ready', party: 'leader', ready: true }, 'update:2')
    expect(await recordTalk(db, late)).toEqual({ outcome: 'ahead', version: 2, snapshot: await snapshot() })
    expect(await row()).toMatchObject({ version: 2 })
  })

  test('on a newer state than the recorded one writes nothing and marks the talk as disagreeing', async () => {
    const input = { ...decisionOn(ready), expectedVersion: 4 }
    expect(await recordTalk(db, input)).toEqual({ outcome: 'behind', version: 1 })
    expect(await row()).toMatchObject({ version: 1, disagrees: true, snapshot: state })
    expect(await db.auditEntry.count({ where: { subject: talkId } })).toBe(0)
  })

  test('whose cause is recorded on a row older than the engine is not taken for done', async () => {
    await recordTalk(db, decisionOn(ready))
    const input = { ...decisionOn(ready), expectedVersion: 7 }
    expect(await recordTalk(db, input)).toEqual({ outcome: 'behind', version: 2 })
  })

  test('about a talk whose row is gone waits as on an older one', async () => {
    await db.talk.delete({ where: { id: talkId } })
    expect(await recordTalk(db, decisionOn(ready))).toEqual({ outcome: 'behind', version: 0 })
  })

  test('is written by one of two recordings at once; the other meets a newer row', async () => {
    const other = decisionOn({ type: 'mark-ready', party: 'leader', ready: true }, 'update:2')
    const outcomes = await Promise.all([recordTalk(db, decisionOn(ready)), recordTalk(db, other)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['ahead', 'recorded'])
    expect(await row()).toMatchObject({ version: 2 })
  })
})

describe('What a decision names', () => {
  const startsAt = Date.parse('2027-02-24T09:00:00Z')

  test('is made current in the same transaction', async () => {
    const appointmentId = await writeTime(talkId)
    await recordTalk(db, decisionOn(timeAt(appointmentId)))
    expect(await db.appointment.findUnique({ where: { id: appointmentId } })).toMatchObject({
      status: 'current',
      sequence: 0,
    })
    const mails = await db.mail.findMany({ where: { key: { contains: appointmentId } } })
    expect(mails.map((mail) => mail.key).sort()).toEqual([
      `calendar:${appointmentId}:0:employee`,
      `calendar:${appointmentId}:0:leader`,
    ])
  })

  test('must have been written: otherwise nothing of the decision is kept', async () => {
    await expect(recordTalk(db, decisionOn(timeAt(randomUUID())))).rejects.toThrow(MissingDocumentError)
    expect(await row()).toMatchObject({ version: 1, status: 'awaiting' })
  })

  test('must belong to this talk', async () => {
    const other = await organisation.addTalk(roundId, opened)
    const input = decisionOn(timeAt(await writeTime(other)))
    await expect(recordTalk(db, input)).rejects.toThrow(MissingDocumentError)
  })

  test('must be the version that was read: a plan with another hash is not proposed', async () => {
    state = await holdTalk()
    const versionId = await writeVersion('a'.repeat(64))
    const propose = (hash: string) => ({
      ...decisionOn({ type: 'propose-plan', party: 'leader', versionId, hash, actions: [] }, 'update:2'),
      expectedVersion: 2,
    })
    await expect(recordTalk(db, propose('b'.repeat(64)))).rejects.toThrow(MissingDocumentError)
    await expect(recordTalk(db, propose('a'.repeat(64)))).resolves.toMatchObject({ outcome: 'recorded' })
    expect(await db.planApproval.findMany({ where: { planVersionId: versionId } })).toMatchObject([
      { party: 'leader', hash: 'a'.repeat(64), voidedAt: null },
    ])
  })

  async function writeTime(forTalk: string): Promise<string> {
    const id = randomUUID()
    const time = { startsAt: new Date(startsAt), minutes: 60, place: '', createdAt: new Date(now) }
    await db.appointment.create({ data: { id, talkId: forTalk, subject: forTalk, ...time } })
    return id
  }

  function timeAt(appointmentId: string): TalkAct {
    return {
      type: 'set-appointment',
      appointmentId,
      startsAt,
      endsAt: startsAt + 3_600_000,
      picked: false,
    }
  }
})

test("an agreed plan's actions are the employee's; a newer version says what, whose and by when, not what became of it", async () => {
  state = await holdTalk()
  const id = randomUUID()
  await agree([{ id, what: 'Følge Bodil', owner: 'employee', dueOn: day('2027-05-03') }])
  await agree([{ id, what: 'Følge Bodil og Ditte', owner: 'leader', dueOn: day('2027-06-01') }])
  const newest = await db.planVersion.findFirstOrThrow({ where: { talkId }, orderBy: { number: 'desc' } })
  expect(newest).toMatchObject({ number: 2, status: 'agreed' })
  const theAction = async () => {
    const [action, ...more] = await db.action.findMany({ where: { talkId } })
    expect([action?.id, more]).toEqual([id, []])
    return action
  }
  expect(await theAction()).toMatchObject({
    status: 'open',
    planVersionId: newest.id,
    what: 'Følge Bodil og Ditte',
    owner: 'leader',
    dueOn: new Date('2027-06-01T00:00:00Z'),
  })
  await record({ type: 'report-action', actionId: id, report: 'done', dueOn: null })
  await agree([{ id, what: 'Følge Bodil', owner: 'leader', dueOn: day('2027-08-02') }])
  expect(await theAction()).toMatchObject({
    status: 'done',
    what: 'Følge Bodil',
    dueOn: new Date('2027-08-02T00:00:00Z'),
  })
})

test('an action that a newer agreed version leaves out is dropped; the next talk is told where it has it', async () => {
  const anna = await organisation.addPerson('Anna')
  talkId = await organisation.addTalk(roundId, opened, { employee: anna, opening: { hasLeader: true } })
  state = await holdTalk()
  const [own, moved] = [randomUUID(), randomUUID()]
  await agree([written(own, '2027-05-03'), written(moved, '2027-05-03')])
  const nextRound = await organisation.addRound({ status: 'running' })
  const nextTalk = await organisation.addTalk(nextRound, opened, { employee: anna })
  await db.action.update({ where: { id: moved }, data: { talkId: nextTalk } })
  await agree([])
  const statusOf = async (id: string) => (await db.action.findUniqueOrThrow({ where: { id } })).status
  expect([await statusOf(own), await statusOf(moved)]).toEqual(['dropped', 'open'])
  expect(await db.fact.findMany({ where: { talkId: nextTalk, kind: 'actions-revised' } })).toMatchObject([
    { data: { actions: [], dropped: [moved] } },
  ])
})

test('a plan revised after the next talk took an action over leaves it there, done as it is, and tells of another date', async () => {
  const anna = await organisation.addPerson('Anna')
  const { employmentId } = anna
  talkId = await organisation.addTalk(roundId, opened, { employee: anna, opening: { hasLeader: true } })
  state = await holdTalk()
  const [done, moved, same] = [randomUUID(), randomUUID(), randomUUID()]
  const first = [written(done, '2027-05-03'), written(moved, '2027-05-03'), written(same, '2027-05-03')]
  await agree(first)
  const nextRound = await organisation.addRound({ status: 'running' })
  const nextTalk = await organisation.addTalk(nextRound, opened, { employee: anna })
  await db.action.updateMany({ where: { talkId }, data: { talkId: nextTalk } })
  await db.action.update({ where: { id: done }, data: { status: 'done' } })
  const taken = { type: 'next-talk-opened' as const, sameKind: true, actionIds: [done, moved, same] }
  await recordFact({ id: randomUUID(), effectiveOn: day('2027-02-03'), event: taken })

  await agree([
    written(done, '2027-05-03', 'Læse'),
    written(moved, '2027-08-02'),
    written(same, '2027-05-03'),
  ])
  const actions = await db.action.findMany({ where: { employmentId }, orderBy: { position: 'asc' } })
  expect(actions.map(({ talkId: by, status, what }) => [by === nextTalk, status, what])).toEqual([
    [true, 'done', 'Læse'],
    [true, 'open', 'Øve'],
    [true, 'open', 'Øve'],
  ])
  expect((await snapshot()).actions).toEqual([])
  expect(await db.fact.findMany({ where: { talkId: nextTalk, kind: 'actions-revised' } })).toMatchObject([
    { data: { actions: [{ id: moved, owner: 'employee', dueOn: '2027-08-02' }] } },
  ])
})

describe('A step of the ladder', () => {
  test('is queued for its role once, with the obligation it is about', async () => {
    const at = Date.parse('2027-02-08T09:00:00Z')
    const decision = decideTick(state, { type: 'time-passed' }, at)
    await recordTalk(db, { ...decisionOnNothing('due:1'), at, ...decision })
    const where = { subject: talkId, obligation: 'invite' }
    expect(await db.notice.findMany({ where })).toMatchObject([
      { step: 'reminder', audience: 'leader', occurrence: 1, status: 'queued', talkId, roundId },
    ])
    expect(await db.obligation.findMany({ where: { talkId } })).toMatchObject([
      { obligation: 'invite', owedBy: 'leader', dueOn: new Date('2027-02-15T00:00:00Z') },
    ])
  })

  test('decided again after a crash, under another cause, is still one notice', async () => {
    const at = Date.parse('2027-02-08T09:00:00Z')
    const decision = decideTick(state, { type: 'time-passed' }, at)
    for (const [index, decisionId] of ['due:1', 'due:2'].entries()) {
      const base = { ...decisionOnNothing(decisionId), expectedVersion: 1 + index }
      await recordTalk(db, { ...base, at, ...decision })
    }
    expect(await db.notice.count({ where: { subject: talkId, step: 'reminder' } })).toBe(1)
  })
})

test('an exempt talk of a closed round is closed, and its row says since when', async () => {
  await record({ type: 'exempt', reason: 'employee-declined' })
  state = await snapshot()
  const fact = { id: randomUUID(), effectiveOn: '2027-02-03', event: { type: 'round-closed' as const } }
  const closing = decideFact(state, fact, now)
  await recordTalk(db, { ...decisionOnNothing(`fact:${fact.id}`), expectedVersion: 2, ...closing })
  expect(await row()).toMatchObject({ closedAt: new Date(now), nextDueAt: null, status: 'exempt' })
})

/** The input with which the engine would record an act decided on `state`. */
function decisionOn(act: TalkAct, decisionId = 'update:1'): RecordTalkInput {
  const decision = decideAct(state, act, now)
  if ('refused' in decision) throw new Error(`${act.type} is refused: ${decision.refused.code}`)
  return {
    ...decisionOnNothing(decisionId),
    event: act.type,
    requestHash: 'hash',
    answer: { talkId, status: decision.state.status },
    ...decision,
  }
}

function decisionOnNothing(decisionId: string): RecordTalkInput {
  return {
    talkId,
    expectedVersion: 1,
    decisionId,
    event: 'time-passed',
    at: now,
    byPersonId: null,
    onBehalfOf: null,
    requestHash: null,
    answer: null,
    state,
    effects: [],
  }
}

/** Records an act on the newest state. */
async function record(act: TalkAct): Promise<void> {
  const { version } = await row()
  state = await snapshot()
  const input = { ...decisionOn(act, `update:${version}`), expectedVersion: version }
  expect(await recordTalk(db, input)).toMatchObject({ outcome: 'recorded' })
}

/** Both agree on a new version with these actions. */
async function agree(actions: (PlannedAction & { what: string })[]): Promise<void> {
  const hash = randomUUID()
  const versionId = await writeVersion(hash, actions)
  const planned = actions.map(({ what: _what, ...action }) => action)
  await record({ type: 'propose-plan', party: 'leader', versionId, hash, actions: planned })
  await record({ type: 'approve-plan', party: 'employee', versionId, hash })
}

function written(id: string, dueOn: string, what = 'Øve') {
  return { id, what, owner: 'employee' as const, dueOn: day(dueOn) }
}

async function recordFact(fact: Parameters<typeof decideFact>[1]): Promise<void> {
  const { version } = await row()
  state = await snapshot()
  const input = { ...decisionOnNothing(`fact:${fact.id}`), expectedVersion: version, event: fact.event.type }
  await recordTalk(db, { ...input, ...decideFact(state, fact, now) })
}

async function holdTalk(): Promise<TalkState> {
  await record({ type: 'report-held', on: day('2027-02-02') })
  return snapshot()
}

async function writeVersion(hash: string, actions: object[] = []): Promise<string> {
  const content = { goals: [], actions, notDoing: [], plannedTraining: [], completedTraining: [] }
  const version = await db.planVersion.create({ data: { talkId, hash, content, createdAt: new Date(now) } })
  return version.id
}

function row() {
  return db.talk.findUniqueOrThrow({ where: { id: talkId } })
}

async function snapshot(): Promise<TalkState> {
  return (await row()).snapshot as unknown as TalkState
}
