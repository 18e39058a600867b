import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startRound } from '../../db/rounds.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { defaultPolicy } from '../../domain/policy/policy.ts'
import { roundWorkflowId } from '../../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
let unitId: string
let roundId: string
let employee: TestPerson
let talkId: string

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-02T09:00:00Z' })
})

beforeEach(async () => {
  const { cast, player, rounds, talks, today } = stage
  const { addPerson, addRound, addUnit } = cast.organisation
  if (!player.calendar.isWorkingDay(await today()))
    await player.skipTo(player.calendar.instantOf(player.calendar.onOrAfter(await today()), 9 * 60))
  unitId = await addUnit('Børnehuset', cast.top)
  employee = await addPerson('Anna', { unitId, leader: cast.ben })
  const policy = defaultPolicy(await today(1), undefined, player.calendar)
  roundId = await addRound({ unitId, policy })
  await rounds.start(roundId)
  talkId = await talks.idOf(roundId, employee)
})

afterAll(async () => {
  await stage?.close()
})

describe('The morning', () => {
  test('forgets sessions and answers to repeated requests whose time is over', async () => {
    const { personId } = employee
    const longAgo = new Date('2020-01-01')
    const answered = { personId, key: 'k', requestHash: '', status: 200, answer: {} }
    const times = { createdAt: longAgo, lastSeenAt: longAgo, expiresAt: longAgo }
    await stage.db.session.create({ data: { id: 'over', personId, ...times } })
    await stage.db.answeredRequest.create({ data: { ...answered, route: 'old', at: longAgo } })
    await stage.db.answeredRequest.create({ data: { ...answered, route: 'new', at: new Date() } })
    await stage.runMorning({ sweep: true })
    expect(await stage.db.session.count({ where: { personId } })).toBe(0)
    const kept = await stage.db.answeredRequest.findMany({ where: { personId } })
    expect(kept.map(({ route }) => route)).toEqual(['new'])
  })

  test('wakes a talk that should have moved more than an hour ago', async () => {
    await passWithoutTheEngine()
    await stage.runMorning({ sweep: true })
    expect(await steps()).toEqual(['reminder'])
  })

  test('starts a talk that is gone from the engine from its row, which goes on where it was', async () => {
    await passWithoutTheEngine()
    await stage.temporal.client.getHandle(talkWorkflowId(talkId)).terminate('lost')
    await stage.runMorning({ sweep: true })
    expect(await steps()).toEqual(['reminder'])
    expect(await statusOf(talkWorkflowId(talkId))).toBe('RUNNING')
  })

  test('starts a round that is gone from the engine, due or not', async () => {
    await stage.temporal.client.getHandle(roundWorkflowId(roundId)).terminate('lost')
    await stage.runMorning({ sweep: true })
    expect(await statusOf(roundWorkflowId(roundId))).toBe('RUNNING')
  })

  test('starts a round whose start was recorded and never reached the engine', async () => {
    const { cast, db, player, today } = stage
    const { addPerson, addRound, addUnit } = cast.organisation
    const other = await addUnit('Dagplejen', cast.top)
    await addPerson('Amir', { unitId: other, leader: cast.ben })
    const policy = defaultPolicy(await today(60), undefined, player.calendar)
    const forgotten = await addRound({ unitId: other, policy })
    await startRound(db, forgotten, await player.now(), stage.zone, 1)
    await stage.runMorning({ sweep: true })
    await stage.temporal.client.forwardPast(roundWorkflowId(forgotten), await player.now())
    expect(await db.talk.count({ where: { roundId: forgotten } })).toBe(1)
  })

  test('opens the talk of somebody who joined, once', async () => {
    const { cast, db, runMorning } = stage
    await cast.organisation.addPerson('Amir', { unitId, leader: cast.ben })
    await runMorning({ sweep: true })
    await runMorning({ sweep: true })
    expect(await db.talk.count({ where: { roundId } })).toBe(2)
  })

  test('reopens the talk of somebody whom a rule exempted, once the rule no longer fits', async () => {
    const { cast, db, runMorning, talks, temporal } = stage
    const parttime = await cast.organisation.addPerson('Amir', { unitId, leader: cast.ben, hours: 10 })
    await runMorning({ sweep: true })
    const id = await talks.idOf(roundId, parttime)
    expect(await talks.state(id)).toMatchObject({ status: 'exempt', outcomeReason: 'too-few-hours' })
    await db.employment.update({ where: { id: parttime.employmentId }, data: { hoursPerWeek: 37 } })
    await runMorning({ sweep: true })
    await temporal.client.forwardPast(talkWorkflowId(id), await stage.player.now())
    expect(await talks.state(id)).toMatchObject({ status: 'awaiting', outcome: null })
  })

  test('exempts somebody who has come under a rule, but for a time that stands', async () => {
    const { cast, db, runMorning, talks, temporal, today } = stage
    const other = await cast.organisation.addPerson('Amir', { unitId, leader: cast.ben })
    await runMorning({ sweep: true })
    const ids = [talkId, await talks.idOf(roundId, other)]
    await talks.arrange(talkId, `${await today(10)}T10:00:00Z`)
    await db.employment.updateMany({
      where: { id: { in: [employee.employmentId, other.employmentId] } },
      data: { hoursPerWeek: 10 },
    })
    await runMorning({ sweep: true })
    for (const id of ids) await temporal.client.untilIdle(talkWorkflowId(id))
    const states = await Promise.all(ids.map((id) => talks.state(id)))
    expect(states).toMatchObject([
      { status: 'arranged' },
      { status: 'exempt', outcomeReason: 'too-few-hours', exemptByHr: false },
    ])
  })

  test('signals again what a talk has not recorded, also to one that the engine has lost', async () => {
    const { runMorning, talks, tell, temporal, today } = stage
    await temporal.client.getHandle(talkWorkflowId(talkId)).terminate('lost')
    await tell(employee, 'leader-changed', await today(), { leaderId: stage.cast.carl.employmentId })
    await runMorning({ sweep: true })
    expect(await talks.state(talkId)).toMatchObject({ leaderSince: await today() })
  })

  test('delivers facts and opens talks although one round cannot be opened, and fails in the end', async () => {
    const { cast, db, talks, tell, temporal, today } = stage
    const { addPerson, addRound, addUnit } = cast.organisation
    const broken = await addRound({ unitId: await addUnit('Dagplejen', cast.top), status: 'running' })
    await db.round.update({ where: { id: broken }, data: { snapshot: {} } })
    const joiner = await addPerson('Amir', { unitId, leader: cast.ben })
    const told = tell(employee, 'leader-changed', await today(), { leaderId: cast.carl.employmentId })
    await expect(told).rejects.toThrow('Workflow execution failed')
    await db.round.update({ where: { id: broken }, data: { status: 'closed' } })
    await temporal.client.untilIdle(talkWorkflowId(talkId))
    expect(await talks.state(talkId)).toMatchObject({ leaderSince: await today() })
    expect(await talks.state(await talks.idOf(roundId, joiner))).toMatchObject({ status: 'awaiting' })
  })

  test('on a closed day only looks for what stands still', async () => {
    const { cast, db, player, runMorning, today } = stage
    const { calendar } = player
    let sunday = await today(1)
    while (calendar.isWorkingDay(sunday)) sunday = addDays(sunday, 1)
    await player.skipTo(calendar.instantOf(sunday, 6 * 60))
    await cast.organisation.addPerson('Amir', { unitId, leader: cast.ben })
    await runMorning({ sweep: true })
    expect(await db.talk.count({ where: { roundId } })).toBe(1)
  })
})

/** The clock moves past the reminder to invite, and nobody moves the talk. */
async function passWithoutTheEngine(): Promise<void> {
  const { db, mischief, player, talks } = stage
  mischief.late = new Set([talkId])
  const { inviteDueOn } = await talks.state(talkId)
  const on = player.calendar.addWorkingDays(inviteDueOn, -5)
  // Every other talk of the file is moved as it should.
  await db.talk.update({ where: { id: talkId }, data: { nextDueAt: null } })
  await player.skipTo(player.calendar.instantOf(on, 9 * 60))
  const nextDueAt = new Date(player.calendar.instantOf(on, 5 * 60))
  await db.talk.update({ where: { id: talkId }, data: { nextDueAt } })
}

async function steps(): Promise<string[]> {
  const notices = await stage.db.notice.findMany({ where: { subject: talkId, obligation: 'invite' } })
  return notices.map((notice) => notice.step)
}

async function statusOf(workflowId: string): Promise<string> {
  return (await stage.temporal.client.getHandle(workflowId).describe()).status.name
}
