import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DAY } from '../../domain/calendar/day.ts'
import { type FactMessage, factSignal, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
let roundId: string
let employee: TestPerson
let talkId: string

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-01T09:00:00Z' })
  roundId = await stage.cast.organisation.addRound({ unitId: stage.cast.school })
  await stage.rounds.start(roundId)
})

beforeEach(async () => {
  const { cast, runMorning, talks } = stage
  employee = await cast.organisation.addPerson('Anna', { unitId: cast.school, leader: cast.ben })
  await runMorning()
  talkId = await talks.idOf(roundId, employee)
})

afterAll(async () => {
  await stage?.close()
})

describe('A fact', () => {
  test('that is delivered twice acts once', async () => {
    const { db, today, tell, runMorning } = stage
    const effectiveOn = await today()
    const id = await tell(employee, 'leader-changed', effectiveOn, newLeader())
    await signal({ id, effectiveOn, event: { type: 'leader-changed', hasLeader: true } })
    await stage.temporal.client.untilIdle(talkWorkflowId(talkId))
    await runMorning()
    expect(await audited('leader-changed')).toBe(1)
    expect(await db.notice.count({ where: { talkId, obligation: 'hand-over' } })).toBe(1)
    expect((await stage.talks.state(talkId)).leaderSince).toBe(effectiveOn)
  })

  test('counts as delivered once every talk it concerns has recorded it', async () => {
    const { db, rounds, runMorning, talks, tell, today } = stage
    const { organisation, school } = stage.cast
    const other = await organisation.addRound({ unitId: school, kind: 'senior', name: 'Seniorsamtaler' })
    await rounds.start(other)
    const id = await tell(employee, 'leader-changed', await today(), newLeader())
    const states = [await talks.state(talkId), await talks.state(await talks.idOf(other, employee))]
    expect(states.map((state) => state.leaderSince)).toEqual([await today(), await today()])
    await runMorning()
    expect(await db.fact.findUnique({ where: { id } })).toMatchObject({ delivered: true })
    await rounds.act(other, { type: 'stop' })
  })

  test('with a day that no calendar reaches is passed over, and the next one is heard', async () => {
    const { player, talks, tell, today } = stage
    await player.skipTo((await player.now()) + DAY)
    const [from, to] = [await today(), '9999-12-31']
    await tell(employee, 'leave-set', from, { leaveId: randomUUID(), from, to })
    await tell(employee, 'leader-changed', from, newLeader())
    expect(await talks.state(talkId)).toMatchObject({ leaderSince: from, leaves: [] })
    expect(await audited('leave-set')).toBe(1)
  })

  test('that is heard while the talk ends a phase is not lost with it', async () => {
    const { mischief, talks, temporal, today } = stage
    const [effectiveOn, id] = [await today(), randomUUID()]
    mischief.before = async ({ event }) => {
      if (event !== 'report-held') return
      mischief.before = undefined
      await signal({ id, effectiveOn, event: { type: 'leader-changed', hasLeader: true } })
    }
    const firstRun = await runOf(talkId)
    await talks.hold(talkId, effectiveOn)
    await temporal.client.untilIdle(talkWorkflowId(talkId))
    expect(await talks.state(talkId)).toMatchObject({ status: 'held', leaderSince: effectiveOn })
    expect(await runOf(talkId)).not.toBe(firstRun)
    expect(await audited('leader-changed')).toBe(1)
    expect(await audited('report-held')).toBe(1)
  })
})

describe('A new leader', () => {
  test('who takes over next week is known now, and takes over then', async () => {
    const { player, talks, tell, today } = stage
    const nextWeek = await today(7)
    await tell(employee, 'leader-changed', nextWeek, newLeader())
    const before = await talks.state(talkId)
    expect(before.leaderSince).toBeNull()
    expect(before.heldFacts).toMatchObject([{ effectiveOn: nextWeek }])
    await player.skipTo((await player.now()) + 7 * DAY)
    expect(await talks.state(talkId)).toMatchObject({ leaderSince: nextWeek, heldFacts: [] })
  })

  test('who will not take over after all never does', async () => {
    const { player, talks, tell, today } = stage
    const nextWeek = await today(7)
    await tell(employee, 'leader-changed', nextWeek, newLeader())
    await tell(employee, 'leader-change-withdrawn', await today(), { on: nextWeek })
    await player.skipTo((await player.now()) + 7 * DAY)
    expect(await talks.state(talkId)).toMatchObject({ leaderSince: null, heldFacts: [] })
  })
})

describe('A leave', () => {
  test('cancels a time within it at once, and moves no date before it begins', async () => {
    const { db, talks, tell, today } = stage
    await talks.arrange(talkId, `${await today(9)}T10:00:00Z`)
    const { holdOn } = await talks.state(talkId)
    const [from, to] = [await today(7), await today(20)]
    await tell(employee, 'leave-set', from, { leaveId: randomUUID(), from, to })
    const after = await talks.state(talkId)
    expect(after).toMatchObject({ status: 'awaiting', appointment: null, holdOn })
    const cancelled = await db.mail.findMany({ where: { key: { contains: ':1:' }, data: dataOf(talkId) } })
    expect(cancelled).toHaveLength(2)
  })

  test('gives the leader at least five working days to invite after its last day', async () => {
    const { player, talks, tell, today } = stage
    const [from, to] = [await today(1), await today(60)]
    await tell(employee, 'leave-set', from, { leaveId: randomUUID(), from, to })
    await player.skipTo((await player.now()) + 3 * DAY)
    const { calendar } = player
    expect((await talks.state(talkId)).inviteDueOn >= calendar.addWorkingDays(to, 5)).toBe(true)
  })
})

test('whoever leaves has no talk from the day after, and one again if they stay', async () => {
  const { player, talks, tell, today } = stage
  const lastDay = await today(3)
  await tell(employee, 'leaves', lastDay, { lastDay })
  expect((await talks.state(talkId)).status).toBe('awaiting')
  await player.skipTo((await player.now()) + 7 * DAY)
  expect(await talks.state(talkId)).toMatchObject({ status: 'left', outcome: 'left', obligations: [] })
  await tell(employee, 'leaving-withdrawn', await today())
  expect(await talks.state(talkId)).toMatchObject({ status: 'awaiting', outcome: null, lastDay: null })
})

function newLeader() {
  return { leaderId: stage.cast.carl.employmentId }
}

function dataOf(id: string) {
  return { path: ['talkId'], equals: id }
}

function signal(fact: FactMessage): Promise<void> {
  return stage.temporal.client.getHandle(talkWorkflowId(talkId)).signal(factSignal, fact)
}

async function runOf(id: string): Promise<string> {
  return (await stage.temporal.client.getHandle(talkWorkflowId(id)).describe()).runId
}

function audited(event: string): Promise<number> {
  return stage.db.auditEntry.count({ where: { subject: talkId, event } })
}
