import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createEngine } from '../../activities/engine.ts'
import { type Db, openDb } from '../../db/client.ts'
import { tableClock } from '../../db/clock.ts'
import { toDate } from '../../db/days.ts'
import { startRound } from '../../db/rounds.ts'
import { createPlayer, type Player } from '../../demo/player.ts'
import { day } from '../../domain/calendar/day.ts'
import { defaultPolicy } from '../../domain/policy/policy.ts'
import { createOffGateway } from '../../journal/manual-gateway.ts'
import { createActivities } from '../../worker/create-worker.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { connectTemporal, type TestTemporal } from '../support/temporal.ts'

let database: TestDatabase
let db: Db
let temporal: TestTemporal
let player: Player

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  const clock = tableClock(db)
  temporal = await connectTemporal(async () => clock.now())
  const engine = createEngine({ workflow: temporal.client }, temporal.taskQueue)
  const zone = 'Europe/Copenhagen'
  player = createPlayer({
    db,
    client: temporal.client,
    taskQueue: temporal.taskQueue,
    drain: async () => {},
    zone,
  })
  await temporal.runWorker({
    activities: createActivities({
      db,
      clock,
      engine,
      zone,
      journaling: 'off',
      gateway: createOffGateway(),
      installation: { employer: 'Solbakke Kommune', kindName: 'MUS' },
    }),
  })
}, 60_000)

afterAll(async () => {
  await temporal?.close()
  await db?.$disconnect()
  await database?.drop()
})

test('reminds the leader and climbs to HR when nobody invites Anna', async () => {
  const [unit, anna, ben] = await school()
  await player.begin(Date.parse('2026-11-24T09:00:00Z'))
  const policy = defaultPolicy(day('2027-02-01'), undefined, player.calendar)
  const roundId = randomUUID()
  await db.round.create({
    data: {
      id: roundId,
      unitId: unit,
      name: 'MUS 2027',
      year: 2027,
      createdAt: new Date(await player.now()),
      policies: { create: { version: 1, policy: policy as object, createdAt: new Date(await player.now()) } },
    },
  })
  const started = await startRound(db, roundId, await player.now(), 'Europe/Copenhagen', 2)
  if (!started) throw new Error('the round was not started')
  await createEngine({ workflow: temporal.client }, temporal.taskQueue).startRound(started)
  await player.playTo(Date.parse('2027-03-12T12:00:00Z'))

  const notices = await db.notice.findMany({ where: { obligation: 'invite' }, orderBy: { decidedAt: 'asc' } })
  const talk = await db.talk.findFirstOrThrow({ where: { employmentId: anna } })
  expect(talk.status).toBe('awaiting')
  expect(await db.talk.findFirst({ where: { employmentId: ben } })).toMatchObject({
    status: 'exempt',
    outcomeReason: 'no-leader',
  })
  expect(
    notices.map((notice) => [notice.decidedAt.toISOString().slice(0, 10), notice.step, notice.audience]),
  ).toEqual([
    ['2027-02-08', 'reminder', 'leader'],
    ['2027-02-16', 'overdue', 'leader'],
    ['2027-02-19', 'leaders-leader', 'leaders-leader'],
    ['2027-02-25', 'hr', 'hr'],
    ['2027-03-11', 'hr-2', 'hr'],
  ])
}, 120_000)

async function school(): Promise<[unit: string, anna: string, ben: string]> {
  const unit = await db.unit.create({ data: { number: '5110', name: 'Ådalskolen' } })
  const from = toDate(day('2015-08-01'))
  const employ = async (number: string, givenName: string) => {
    const { id } = await db.employment.create({
      data: {
        number,
        employedFrom: from,
        hoursPerWeek: 37,
        person: { create: { givenName, familyName: 'Prøve', email: `${number}@solbakke.example` } },
        memberships: { create: { unitId: unit.id, fromOn: from } },
      },
    })
    return id
  }
  const anna = await employ('1', 'Anna')
  const ben = await employ('2', 'Ben')
  await db.reportingLine.create({ data: { employmentId: anna, leaderId: ben, fromOn: from } })
  return [unit.id, anna, ben]
}
