import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ScheduleClient, type ScheduleHandle } from '@temporalio/client'
import { policyOf } from '../../db/rounds.ts'
import { openRoundWorkflowId } from '../../workflows/round/round.messages.ts'
import {
  ensureSchedules,
  nextRoundWork,
  recurringWork,
  type SchedulesWanted,
} from '../../worker/schedules.ts'
import { day } from '../../domain/calendar/day.ts'
import { createStage, type Stage } from '../support/stage.ts'
import { testDataConverter } from '../support/temporal-keys.ts'

let stage: Stage
let schedule: ScheduleClient

beforeAll(async () => {
  stage = await createStage({ at: '2038-10-01T04:00:00Z' })
  schedule = new ScheduleClient({ connection: stage.temporal.connection, dataConverter: testDataConverter })
})

afterAll(async () => {
  for await (const { scheduleId } of schedule.list()) await schedule.getHandle(scheduleId).delete()
  await stage?.close()
})

const ensure = (change: Partial<SchedulesWanted> = {}) =>
  ensureSchedules({
    client: { schedule },
    db: stage.db,
    zone: stage.zone,
    taskQueue: stage.temporal.taskQueue,
    keyId: 'test',
    ...change,
  })

test('every Schedule that exists follows from the rounds there are, and is made anew for another zone', async () => {
  const { db, cast } = stage
  await db.round.updateMany({ data: { recurs: false } })
  const recurs = await cast.organisation.addRound({ status: 'running' })
  await cast.organisation.addRound({ status: 'running', name: 'Kun i år' })
  await db.round.update({ where: { id: recurs }, data: { recurs: true } })
  await ensure()
  await ensure()
  const all = ['audit', 'morning', `open-round/${recurs}`, 'retention']
  // The list is read from an index that follows a moment later.
  let listed: string[] = []
  while (listed.length < all.length) listed = await scheduled()
  expect(listed).toEqual(all)

  await db.round.update({ where: { id: recurs }, data: { recurs: false } })
  await ensure({ zone: 'America/Nuuk' })
  while (listed.length > 3) listed = await scheduled()
  expect(listed).toEqual(['audit', 'morning', 'retention'])
  const { memo, policies, spec } = await schedule.getHandle('morning').describe()
  expect(memo).toMatchObject({ zone: 'America/Nuuk', when: '0 6 * * 1-5' })
  expect(spec.timezone).toBe('America/Nuuk')
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 12 * 3_600_000 })
})

test('every Schedule is written with the newest key, so that an old one can go', async () => {
  await ensure()
  await ensure({ keyId: '2039' })
  expect((await schedule.getHandle('morning').describe()).memo).toMatchObject({ keyId: '2039' })
})

test.each(['before', 'after'] as const)(
  'a Schedule that another worker removes just %s it is looked at is there in the end',
  async (moment) => {
    await ensure()
    const getHandle = (id: string): ScheduleHandle => {
      const handle = schedule.getHandle(id)
      const describe = async () => {
        if (moment === 'before') await handle.delete()
        const description = await handle.describe()
        await handle.delete()
        return description
      }
      return { ...handle, describe }
    }
    const client = { schedule: Object.assign(Object.create(schedule), { getHandle }) }
    await ensure({ client, keyId: moment })
    for (const { scheduleId } of recurringWork)
      expect((await schedule.getHandle(scheduleId).describe()).memo).toMatchObject({ keyId: moment })
  },
)

test('all recurring work says when and why', () => {
  for (const work of [...recurringWork, nextRoundWork('id', day('2038-02-01'))]) {
    expect(work.cron.split(' ')).toHaveLength(5)
    expect(work.why).toMatch(/\.$/)
  }
})

test.each([
  ['2038-02-01', 10],
  ['2038-05-01', 1],
  ['2038-12-01', 8],
])('a round whose talks begin on %s has its next year drafted on the first of month %i', (from, month) => {
  expect(nextRoundWork('id', day(from)).cron).toBe(`0 6 1 ${month} *`)
})

test("drafts next year's round once, with the same rules a year later and the same materials", async () => {
  const { cast, db, temporal } = stage
  const policy = { inviteBy: day('2038-02-17'), noticeDays: 5 }
  const roundId = await cast.organisation.addRound({ status: 'running', policy })
  await db.round.update({ where: { id: roundId }, data: { recurs: true, focusText: 'Sammen om opgaven' } })
  const text = { roundId, material: 'guide', language: 'da', version: 1, content: { text: 'Vejledning' } }
  await db.material.create({ data: { ...text, createdAt: new Date() } })
  const draft = (attempt: number) =>
    temporal.client.execute('openRoundWorkflow', {
      workflowId: `${openRoundWorkflowId(roundId)}/${attempt}`,
      taskQueue: temporal.taskQueue,
      args: [{ roundId }],
    })
  const nextId = (await draft(1)) as string
  expect(await draft(2)).toBeNull()

  const next = await db.round.findUniqueOrThrow({ where: { id: nextId }, include: { materials: true } })
  expect(next).toMatchObject({
    name: 'MUS 2039',
    year: 2039,
    status: 'draft',
    recurs: true,
    previousRoundId: roundId,
    focusText: 'Sammen om opgaven',
    materials: [{ material: 'guide', version: 1 }],
  })
  // HR is told once that it lies ready.
  expect(await db.notice.findMany({ where: { roundId: nextId } })).toMatchObject([
    { obligation: 'draft-ready', audience: 'hr', subject: nextId, talkId: null },
  ])
  // Two working days later than the default year's, as this year's was.
  expect(await policyOf(db, nextId)).toMatchObject({
    talksFrom: '2039-02-01',
    talksTo: '2039-04-30',
    inviteBy: '2039-02-17',
    noticeDays: 5,
  })
})

async function scheduled(): Promise<string[]> {
  const ids: string[] = []
  for await (const { scheduleId } of schedule.list()) ids.push(scheduleId)
  return ids.sort()
}
