import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Db, openDb, type Tx } from '../../db/client.ts'
import { closeDeliveredFacts, undeliveredFacts } from '../../db/facts.ts'
import { openTalksPage } from '../../db/open-talks.ts'
import { writePeopleChanges } from '../../db/people-changes.ts'
import { lockPeople } from '../../db/people-lock.ts'
import { startRound } from '../../db/rounds.ts'
import { addClosing, tellNewClosings } from '../../db/units.ts'
import { addDays, day, HOUR, type Instant } from '../../domain/calendar/day.ts'
import type { PeopleChanges, PeopleFact } from '../../domain/people/changes.ts'
import type { TalkState } from '../../domain/talk/talk.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
let unitId: string
let anna: TestPerson
let ben: TestPerson
let roundId: string

const now = Date.parse('2026-11-24T09:00:00Z')
const today = day('2026-11-24')

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  organisation = await addOrganisation(db)
})

beforeEach(async () => {
  unitId = await organisation.addUnit('Ådalskolen')
  ben = await organisation.addPerson('Ben')
  anna = await organisation.addPerson('Anna', { unitId, leader: ben })
  roundId = await scheduledRound()
})

afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

describe('A talk that is opened while people are being changed', () => {
  test('knows the change, although it was still being written when the opening began', async () => {
    const opened = await openWhileWriting(leaderGone(), now - 1)
    expect(opened.opened).toBe(1)
    expect(await talk()).toMatchObject({ status: 'exempt', outcomeReason: 'no-leader', hasLeader: false })
    expect(await factsAhead()).toEqual([])
  })

  test('is told what is written after it, also where that was decided before', async () => {
    await open(roundId)
    await db.$transaction((tx) => write(tx, leaderGone(), now - HOUR))
    expect(await talk()).toMatchObject({ status: 'awaiting', hasLeader: true })
    expect(await factsAhead()).toEqual(['leader-changed'])
  })

  test('is not told again what was written before it at the same moment', async () => {
    await db.$transaction((tx) => write(tx, leaderGone(), now))
    await open(roundId)
    expect(await factsAhead()).toEqual([])
  })

  test('is told of closing days that are entered at that moment', async () => {
    const closing = { id: randomUUID(), unitId, from: day('2027-02-15'), to: day('2027-02-19') }
    const [opening, entering] = await db.$transaction(async (tx) => {
      // The opening comes as far as writing the talk.
      await tx.$executeRaw`SELECT id FROM employment WHERE id = ${anna.employmentId}::uuid FOR UPDATE`
      const opened = open(roundId)
      await endedOrWaiting(1, opened)
      const entered = addClosing(db, closing).then(() => tellNewClosings(db, unitId, closing.id, today, now))
      await endedOrWaiting(2, entered)
      return [opened, entered]
    })
    await Promise.all([opening, entering])
    expect((await talk()).calendar.closings).toEqual([])
    expect(await factsAhead()).toEqual(['unit-changed'])
  })
})

describe('A talk hears of a new leader', () => {
  const nextMonth = day('2026-12-15')
  const announced: PeopleFact = {
    employmentId: '',
    effectiveOn: nextMonth,
    kind: 'leader-changed',
    data: { leaderId: null },
  }
  const withdrawn: PeopleFact = {
    employmentId: '',
    effectiveOn: today,
    kind: 'leader-change-withdrawn',
    data: { on: nextMonth },
  }
  const knownBefore = async (...facts: PeopleFact[]) => {
    const { employmentId } = anna
    const changes = { ...leaderGone(), lines: [], facts: facts.map((fact) => ({ ...fact, employmentId })) }
    await db.$transaction((tx) => write(tx, changes, now - HOUR))
    // What concerns nobody is put away.
    await closeDeliveredFacts(db)
    await open(roundId)
  }

  test('who was announced before it opened, for a day still to come', async () => {
    await knownBefore(announced)
    expect(await factsAhead()).toEqual(['leader-changed'])
  })

  test('but not of one who was withdrawn again', async () => {
    await knownBefore(announced, withdrawn)
    expect(await factsAhead()).toEqual([])
  })

  test('and of one who was announced anew', async () => {
    await knownBefore(announced, withdrawn, announced)
    expect(await factsAhead()).toEqual(['leader-changed'])
  })
})

test('Of two rounds of one kind that open at one moment, one takes somebody whom both would have', async () => {
  const other = await scheduledRound()
  const openings = await db.$transaction(async (tx) => {
    // Both come as far as they can without writing her talk.
    await tx.$executeRaw`SELECT id FROM employment WHERE id = ${anna.employmentId}::uuid FOR UPDATE`
    const both = Promise.all([open(roundId), open(other)])
    await endedOrWaiting(2, both)
    return { both }
  })
  const opened = (await openings.both).map((page) => page.opened)
  expect(Math.min(...opened)).toBe(0)
  expect(Math.max(...opened)).toBe(1)
  expect(await db.talk.count({ where: { employmentId: anna.employmentId } })).toBe(1)
})

async function scheduledRound(): Promise<string> {
  const id = await organisation.addRound({ unitId })
  await startRound(db, id, now, 'Europe/Copenhagen', 1)
  return id
}

function open(id: string) {
  return openTalksPage(db, id, { journaling: 'off' }, now, null)
}

/** Opens the round's talks between the writing of a change and its commit. */
async function openWhileWriting(changes: PeopleChanges, knownAt: Instant) {
  const [opening] = await db.$transaction(async (tx) => {
    await write(tx, changes, knownAt)
    const opened = open(roundId)
    await endedOrWaiting(1, opened)
    return [opened]
  })
  return opening
}

async function write(tx: Tx, changes: PeopleChanges, knownAt: Instant): Promise<void> {
  await lockPeople(tx)
  await writePeopleChanges(tx, changes, knownAt)
}

/** Until the work has ended, or so many of the database's sessions wait for a lock. */
async function endedOrWaiting(sessions: number, work: Promise<unknown>): Promise<void> {
  const ended = work.then(
    () => true,
    () => true,
  )
  const isWaiting = async () => {
    const [waiting] = await db.$queryRaw<{ count: bigint }[]>`
      SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted
        AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`
    return waiting !== undefined && waiting.count >= sessions
  }
  while (!(await Promise.race([ended, isWaiting()])));
}

/** From today on Anna has no leader. */
function leaderGone(): PeopleChanges {
  const { employmentId } = anna
  return {
    people: { added: [], changed: [] },
    employments: { added: [], changed: [] },
    lines: [{ employmentId, cut: today, heldTo: addDays(today, -1), next: null }],
    memberships: [],
    leaves: { set: [], removed: [] },
    facts: [{ employmentId, effectiveOn: today, kind: 'leader-changed', data: { leaderId: null } }],
  }
}

async function talk(): Promise<TalkState> {
  const where = { roundId_employmentId: { roundId, employmentId: anna.employmentId } }
  return (await db.talk.findUniqueOrThrow({ where })).snapshot as unknown as TalkState
}

/** What the round's talks are yet to be told. */
async function factsAhead(): Promise<string[]> {
  const { talkId } = await talk()
  const { facts } = await undeliveredFacts(db, 0n, 1000)
  return facts.filter((one) => one.talkId === talkId).map(({ fact }) => fact.event.type)
}
