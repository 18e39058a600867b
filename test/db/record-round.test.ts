import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { recordRound, type RecordRoundInput, roundColumns } from '../../db/record-round.ts'
import { decideRound, openRound } from '../../domain/round/decide.ts'
import type { RoundEvent, RoundState } from '../../domain/round/round.ts'
import {
  addOrganisation,
  calendarFacts,
  type Organisation,
  policyOf2027,
  type TestPerson,
} from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
let leader: TestPerson
let roundId: string
let state: RoundState

const startedAt = Date.parse('2026-11-24T09:00:00Z')
const kickOff = Date.parse('2026-12-10T09:00:00Z')
const orientation = Date.parse('2027-01-04T09:00:00Z')

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  organisation = await addOrganisation(db)
})

beforeEach(async () => {
  roundId = await organisation.addRound({ status: 'scheduled' })
  state = openRound({ roundId, policy: policyOf2027, calendar: calendarFacts, startedAt }).state
  await db.round.update({ where: { id: roundId }, data: { ...roundColumns(state), version: 1 } })
  leader = await organisation.addPerson('Ben')
})

afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

describe('A decision of a round', () => {
  test('on the recorded state is written', async () => {
    expect(await recordRound(db, decisionOn({ type: 'pause' }, kickOff))).toEqual({
      outcome: 'recorded',
      version: 2,
    })
    expect(await row()).toMatchObject({ version: 2, pausedOn: new Date('2026-12-10T00:00:00Z') })
  })

  test('whose cause is recorded already brings back the stored answer', async () => {
    await recordRound(db, decisionOn({ type: 'pause' }, kickOff))
    const again = await recordRound(db, decisionOn({ type: 'pause' }, kickOff))
    expect(again).toMatchObject({ outcome: 'known', version: 2, answer: { roundId, version: 2 } })
  })

  test('on an older state brings back the newer one; on a newer state it waits', async () => {
    await recordRound(db, decisionOn({ type: 'pause' }, kickOff))
    const other = decisionOn({ type: 'time-passed' }, kickOff, 'due:1')
    expect(await recordRound(db, other)).toMatchObject({ outcome: 'ahead', version: 2 })
    expect(await recordRound(db, { ...other, expectedVersion: 3 })).toEqual({ outcome: 'behind', version: 2 })
    expect(await row()).toMatchObject({ version: 2, disagrees: true })
  })

  test('about a round whose row is gone waits as on an older one', async () => {
    const input = decisionOn({ type: 'pause' }, kickOff)
    await db.round.delete({ where: { id: roundId } })
    expect(await recordRound(db, input)).toEqual({ outcome: 'behind', version: 0 })
  })
})

describe('What a round tells', () => {
  test('each open talk is a fact of its own, once for each cause', async () => {
    const talks = [await addTalk(), await addTalk()]
    const closed = await addTalk()
    await db.talk.update({ where: { id: closed }, data: { closedAt: new Date(startedAt) } })
    await recordRound(db, decisionOn({ type: 'pause' }, kickOff))
    const facts = await db.fact.findMany({ where: { talkId: { in: [...talks, closed] } } })
    expect(new Set(facts.map((fact) => fact.talkId))).toEqual(new Set(talks))
    expect(facts).toMatchObject([{ kind: 'paused' }, { kind: 'paused' }])
  })

  test('leaders is one notice for each, however many they lead', async () => {
    await addTalk()
    await addTalk()
    await recordRound(db, decisionOn({ type: 'time-passed' }, kickOff))
    expect(await notices()).toMatchObject([
      { obligation: 'kick-off', audience: 'leader', leaderId: leader.employmentId, talkId: null },
    ])
  })

  test('employees is one notice for each whose clock starts with everybody else’s', async () => {
    const talkId = await addTalk()
    await db.talk.update({ where: { id: await addTalk() }, data: { status: 'exempt' } })
    state = decideRound(state, { type: 'time-passed' }, kickOff).state
    await recordRound(db, decisionOn({ type: 'time-passed' }, orientation))
    expect(await notices()).toMatchObject([
      { obligation: 'orientation', audience: 'employee', talkId, subject: talkId },
    ])
  })

  test('a team that first owes group feedback between two steps starts with its leader, and the others go on', async () => {
    const late = Date.parse('2027-05-26T09:00:00Z')
    const later = Date.parse('2027-05-31T09:00:00Z')
    const other = await organisation.addPerson('Nils')
    const held = { outcome: 'held', status: 'held' }
    const team = async (leads: TestPerson) => {
      for (let person = 0; person < 5; person++) {
        const id = await organisation.addTalk(roundId, startedAt, { leader: leads })
        await db.talk.update({ where: { id }, data: held })
      }
    }
    await team(leader)
    state = decideRound(state, { type: 'time-passed' }, kickOff).state
    state = decideRound(state, { type: 'time-passed' }, orientation).state
    state = decideRound(state, { type: 'time-passed' }, Date.parse('2027-05-03T09:00:00Z')).state
    const first = decisionOn({ type: 'time-passed' }, late, 'due:1')
    await recordRound(db, first)
    await team(other)
    state = first.state
    await recordRound(db, { ...decisionOn({ type: 'time-passed' }, later, 'due:2'), expectedVersion: 2 })
    const told = await db.notice.findMany({
      where: { roundId, obligation: 'group-feedback' },
      orderBy: { position: 'asc' },
      select: { leaderId: true, step: true, audience: true, position: true, distance: true, decidedAt: true },
    })
    const of = (person: TestPerson) => told.filter((notice) => notice.leaderId === person.employmentId)
    const overdue = { step: 'overdue', audience: 'leader', position: 1, distance: 0 }
    const above = { step: 'leaders-leader', audience: 'leaders-leader', position: 2, distance: 3 }
    expect(of(leader)).toMatchObject([
      { ...overdue, decidedAt: new Date(late) },
      { ...above, decidedAt: new Date(later) },
    ])
    expect(of(other)).toMatchObject([
      { ...overdue, decidedAt: new Date(later) },
      { ...above, decidedAt: new Date(later) },
    ])
  })

  test('HR about the evaluation is one notice about the round', async () => {
    const late = Date.parse('2027-08-18T09:00:00Z')
    await recordRound(db, decisionOn({ type: 'time-passed' }, late))
    const told = await db.notice.findMany({ where: { roundId, obligation: 'evaluation' } })
    expect(told).toMatchObject([{ audience: 'hr', subject: roundId, step: 'overdue' }])
  })
})

function addTalk(): Promise<string> {
  return organisation.addTalk(roundId, startedAt, { leader })
}

/** The input with which the engine would record an event decided on `state`. */
function decisionOn(event: RoundEvent, at: number, decisionId = 'update:1'): RecordRoundInput {
  return {
    roundId,
    expectedVersion: 1,
    decisionId,
    event: event.type,
    at,
    byPersonId: null,
    requestHash: 'hash',
    answer: { roundId, status: state.status },
    ...decideRound(state, event, at),
  }
}

function row() {
  return db.round.findUniqueOrThrow({ where: { id: roundId } })
}

function notices() {
  return db.notice.findMany({ where: { roundId } })
}
