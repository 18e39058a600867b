import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { takeEnginesTalk } from '../../db/reconcile.ts'
import { day } from '../../domain/calendar/day.ts'
import { decideAct } from '../../domain/talk/decide.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import type { Party, TalkState } from '../../domain/talk/talk.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
let roundId: string
let talkId: string
/** The engine's state; the table has only what was written before the rules were asked. */
let state: TalkState

const now = Date.parse('2027-02-03T09:00:00Z')
const hash = 'a'.repeat(64)

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  organisation = await addOrganisation(db)
  roundId = await organisation.addRound({ status: 'running' })
})

beforeEach(async () => {
  const opening = { hasLeader: true }
  talkId = await organisation.addTalk(roundId, Date.parse('2026-11-24T09:00:00Z'), { opening })
  const row = await db.talk.findUniqueOrThrow({ where: { id: talkId } })
  state = row.snapshot as unknown as TalkState
  act({ type: 'report-held', on: day('2027-02-02') })
})

afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

describe("When the table takes the engine's state of a plan", () => {
  test('a version that one has approved is the current one, has its number, and is not agreed', async () => {
    const version = await proposed('leader')
    await take()
    expect(await versions()).toEqual([[version, 'current', 1, ['leader']]])
  })

  test('a version that both have approved is agreed', async () => {
    const version = await proposed('leader')
    act({ type: 'approve-plan', party: 'employee', versionId: version, hash })
    await take()
    expect(await versions()).toEqual([[version, 'agreed', 1, ['employee', 'leader']]])
  })

  test('a revision that one has approved leaves the agreed version agreed beside it', async () => {
    const first = await agreed()
    const second = await proposed('employee')
    await take()
    expect(await versions()).toEqual([
      [first, 'agreed', 1, ['employee', 'leader']],
      [second, 'current', 2, ['employee']],
    ])
  })

  test('a revision that was given up has ended as not agreed', async () => {
    const first = await agreed()
    const second = await proposed('employee')
    act({ type: 'end-plan-not-agreed', party: 'leader' })
    await take()
    expect(state.status).toBe('agreed')
    expect(await versions()).toEqual([
      [first, 'agreed', 1, ['employee', 'leader']],
      [second, 'not-agreed', 2, ['employee']],
    ])
  })

  test('an approval that no longer counts is void, and one that counts again is not', async () => {
    const version = await proposed('leader')
    await take()
    act({ type: 'return-plan', party: 'employee', versionId: version })
    await take()
    expect(await versions()).toEqual([[version, 'current', 1, []]])
    act({ type: 'approve-plan', party: 'leader', versionId: version, hash })
    await take()
    expect(await versions()).toEqual([[version, 'current', 1, ['leader']]])
  })

  test('a version that the engine does not know as the current one is replaced', async () => {
    await proposed('leader')
    await take()
    const second = await proposed('leader')
    await take()
    expect(await versions()).toMatchObject([
      [expect.anything(), 'replaced', 1, []],
      [second, 'current', 2, ['leader']],
    ])
  })
})

test('the time of an offered talk stays current when the table takes the engine’s state', async () => {
  const offerId = randomUUID()
  const startsAt = Date.parse('2027-03-03T09:00:00Z')
  const time = { startsAt: new Date(startsAt), minutes: 60, place: '', createdAt: new Date(now) }
  const { id } = await db.appointment.create({
    data: { talkId, subject: offerId, status: 'current', ...time },
  })
  act({ type: 'answer-offer', offerId, kind: 'senior', accepted: true })
  const times = { startsAt, endsAt: startsAt + 3_600_000 }
  act({ type: 'set-extra-appointment', offerId, appointmentId: id, ...times })
  await take()
  expect(await db.appointment.findUnique({ where: { id } })).toMatchObject({ status: 'current' })
})

function act(event: TalkAct): void {
  const decision = decideAct(state, event, now)
  if ('refused' in decision) throw new Error(`${event.type} is refused: ${decision.refused.code}`)
  state = decision.state
}

/** A version that one of the two proposes: the table has what it says, the engine that it was proposed. */
async function proposed(party: Party): Promise<string> {
  const content = { goals: [], actions: [], notDoing: [], plannedTraining: [], completedTraining: [] }
  const version = await db.planVersion.create({
    data: { talkId, hash, content, createdAt: new Date(now) },
  })
  act({ type: 'propose-plan', party, versionId: version.id, hash, actions: [] })
  return version.id
}

/** A version that both have approved, which the table has as well. */
async function agreed(): Promise<string> {
  const version = await proposed('leader')
  act({ type: 'approve-plan', party: 'employee', versionId: version, hash })
  await take()
  return version
}

async function take(): Promise<void> {
  const { version } = await db.talk.findUniqueOrThrow({ where: { id: talkId } })
  await takeEnginesTalk(db, { state, version: version + 1 }, now)
}

/** Every version with its status, its number, and whose approvals count. */
async function versions() {
  const rows = await db.planVersion.findMany({
    where: { talkId },
    include: { approvals: { where: { voidedAt: null }, orderBy: { party: 'asc' } } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ id, status, number, approvals }) => [
    id,
    status,
    number,
    approvals.map(({ party }) => party),
  ])
}
