import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { toJson } from '../../db/json.ts'
import { addDays, DAY } from '../../domain/calendar/day.ts'
import { defaultPolicy, type Policy } from '../../domain/policy/policy.ts'
import type { RoundState } from '../../domain/round/round.ts'
import { roundWorkflowId } from '../../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
/** A unit of its own for every test, with its leader and one employee. */
let unitId: string
let leader: TestPerson
let employee: TestPerson

beforeAll(async () => {
  stage = await createStage({ at: '2038-01-11T09:00:00Z' })
})

beforeEach(async () => {
  const { addPerson, addUnit } = stage.cast.organisation
  unitId = await addUnit('Børnehuset', stage.cast.top)
  leader = await addPerson('Ben', { unitId: stage.cast.school, leader: stage.cast.carl })
  employee = await addPerson('Anna', { unitId, leader })
})

afterAll(async () => {
  await stage?.close()
})

describe('When a round starts', () => {
  test('leaders hear of it at the kick-off and employees on the orientation day', async () => {
    const { db, player, rounds } = stage
    const roundId = await roundIn(60)
    await rounds.start(roundId)
    expect((await round(roundId)).status).toBe('scheduled')
    await skipPast(policyOf(await round(roundId)).orientationOn)
    const notices = await db.notice.findMany({ where: { roundId }, orderBy: { decidedAt: 'asc' } })
    expect(notices.map(({ obligation, audience }) => [obligation, audience])).toEqual([
      ['kick-off', 'leader'],
      ['orientation', 'employee'],
    ])
    expect((await round(roundId)).status).toBe('running')
    expect(await player.now()).toBeGreaterThan(0)
  })

  test('started twice, it is one round with one talk each', async () => {
    const { db, rounds } = stage
    const roundId = await roundIn(60)
    await rounds.start(roundId)
    await rounds.start(roundId)
    expect(await db.talk.count({ where: { roundId } })).toBe(1)
  })
})

describe('A paused round', () => {
  test('lets no date pass, and its dates move by the working days of the pause', async () => {
    const { player, rounds, talks, today } = stage
    const roundId = await roundIn(3)
    await rounds.start(roundId)
    const talkId = await talks.idOf(roundId, employee)
    const { inviteDueOn } = await talks.state(talkId)
    const pausedOn = await today()
    await rounds.act(roundId, { type: 'pause' })
    await player.skipTo((await player.now()) + 40 * DAY)
    const { obligations, ...during } = await talks.state(talkId)
    expect(during).toMatchObject({ pausedOn, inviteDueOn })
    expect(obligations).toMatchObject([{ obligation: 'invite', position: 0 }])

    await rounds.act(roundId, { type: 'resume' })
    const { calendar } = player
    const days = calendar.workingDaysBetween(addDays(pausedOn, -1), await today(-1))
    expect(await talks.state(talkId)).toMatchObject({
      pausedOn: null,
      inviteDueOn: calendar.addWorkingDays(inviteDueOn, days),
    })
  })

  test('takes joiners in, who are paused with it', async () => {
    const { cast, rounds, runMorning, talks, today } = stage
    const roundId = await roundIn(3)
    await rounds.start(roundId)
    await rounds.act(roundId, { type: 'pause' })
    const joiner = await cast.organisation.addPerson('Amir', { unitId, leader })
    await runMorning()
    const talkId = await talks.idOf(roundId, joiner)
    expect(await talks.state(talkId)).toMatchObject({ pausedOn: await today() })
    await rounds.act(roundId, { type: 'resume' })
    expect(await talks.state(talkId)).toMatchObject({ pausedOn: null })
  })

  test('lets people act', async () => {
    const { rounds, talks, today } = stage
    const roundId = await roundIn(3)
    await rounds.start(roundId)
    await rounds.act(roundId, { type: 'pause' })
    const talkId = await talks.idOf(roundId, employee)
    await talks.arrange(talkId, `${await today(20)}T10:00:00Z`)
    expect(await talks.state(talkId)).toMatchObject({ status: 'arranged' })
  })
})

test('a pause that somebody else was recorded to have made in a crash is refused the second time', async () => {
  const { db, rounds, today } = stage
  const roundId = await roundIn(3)
  await rounds.start(roundId)
  const { snapshot, version } = await round(roundId)
  const ahead = { ...(snapshot as unknown as RoundState), pausedOn: await today(-1) }
  await db.round.update({ where: { id: roundId }, data: { snapshot: toJson(ahead), version: version + 1 } })
  await expect(rounds.act(roundId, { type: 'pause' })).rejects.toMatchObject({
    cause: { type: 'refused', message: 'round-already-paused' },
  })
  expect((await round(roundId)).version).toBe(version + 1)
  // The row is ahead of its workflow for good: no later test waits for the two to move together.
  await db.round.update({ where: { id: roundId }, data: { nextDueAt: null } })
})

test('a stopped round ends every unfinished talk, and lets held ones go on', async () => {
  const { cast, rounds, talks, today } = stage
  const roundId = await roundIn(3)
  const other = await cast.organisation.addPerson('Amir', { unitId, leader })
  await rounds.start(roundId)
  const [unfinished, held] = [await talks.idOf(roundId, employee), await talks.idOf(roundId, other)]
  await talks.hold(held, await today())
  await rounds.act(roundId, { type: 'stop' })
  expect((await round(roundId)).status).toBe('stopped')
  expect(await statusOf(roundWorkflowId(roundId))).toBe('COMPLETED')
  expect(await talks.state(unfinished)).toMatchObject({ status: 'stopped', closed: true })
  expect(await statusOf(talkWorkflowId(unfinished))).toBe('COMPLETED')
  expect(await talks.state(held)).toMatchObject({ status: 'held', closed: false })
  expect(await statusOf(talkWorkflowId(held))).toBe('RUNNING')
})

test('changed rules move the dates of the talks that are open, as the round has recorded them', async () => {
  const { player, rounds, talks } = stage
  const roundId = await roundIn(3)
  await rounds.start(roundId)
  const talkId = await talks.idOf(roundId, employee)
  const before = policyOf(await round(roundId))
  const policy = { ...before, inviteBy: player.calendar.addWorkingDays(before.inviteBy, 7) }
  await rounds.act(roundId, { type: 'change-policy', policy })
  expect(await talks.state(talkId)).toMatchObject({ inviteDueOn: policy.inviteBy })
})

/** Of the employee, and of those whom other tests have added to the unit. */
async function talksOf(roundId: string): Promise<string[]> {
  const rows = await stage.db.talk.findMany({ where: { roundId }, select: { id: true } })
  return rows.map(({ id }) => id)
}

describe('On closesOn', () => {
  test('a round waits while somebody is unaccounted for, and closes the working day after nobody is', async () => {
    const { rounds, talks } = stage
    const roundId = await roundIn(3, { closesOn: await stage.today(30) })
    await rounds.start(roundId)
    const talkIds = await talksOf(roundId)
    const { closesOn } = policyOf(await round(roundId))
    await skipPast(stage.player.calendar.addWorkingDays(closesOn, 3))
    const waiting = await round(roundId)
    expect(waiting.status).toBe('closing')
    expect((waiting.snapshot as unknown as RoundState).countedOn).not.toBeNull()

    for (const talkId of talkIds) await talks.act(talkId, { type: 'set-not-held', reason: 'retiring' })
    await skipPast(stage.player.calendar.addWorkingDays(await stage.today(), 2))
    expect((await round(roundId)).status).toBe('closed')
    expect(await statusOf(roundWorkflowId(roundId))).toBe('COMPLETED')
    for (const talkId of talkIds)
      expect(await talks.state(talkId)).toMatchObject({ roundClosed: true, closed: true })
  })

  test('what is still open goes on to its own end after the round has closed', async () => {
    const { rounds, talks, today } = stage
    const roundId = await roundIn(3, { closesOn: await stage.today(30) })
    await rounds.start(roundId)
    const talkId = await talks.idOf(roundId, employee)
    await talks.hold(talkId, await today())
    await talks.agree(talkId, [{ owner: 'employee', dueOn: await today(200) }])
    const others = (await talksOf(roundId)).filter((id) => id !== talkId)
    for (const other of others) await talks.act(other, { type: 'set-not-held', reason: 'retiring' })
    await skipPast(await stage.today(35))
    expect((await round(roundId)).status).toBe('closed')
    const { actions, statusTalks, closed } = await talks.state(talkId)
    expect({ actions: actions.length, statusTalks: statusTalks.length, closed }).toEqual({
      actions: 1,
      statusTalks: 2,
      closed: false,
    })
    for (const { id } of statusTalks)
      await talks.act(talkId, { type: 'report-status-talk-held', statusTalkId: id, on: await today() })
    const [action] = actions
    await talks.act(talkId, {
      type: 'report-action',
      actionId: action?.id ?? '',
      report: 'done',
      dueOn: null,
    })
    expect(await talks.state(talkId)).toMatchObject({ closed: true, obligations: [] })
    expect(await statusOf(talkWorkflowId(talkId))).toBe('COMPLETED')
  })
})

/** A draft whose talks may be held from so many days from now on, in the unit of the test. */
async function roundIn(days: number, policy: Partial<Policy> = {}): Promise<string> {
  const { cast, player, today } = stage
  const year = defaultPolicy(await today(days), undefined, player.calendar)
  return cast.organisation.addRound({ unitId, policy: { ...year, ...policy } })
}

function round(id: string) {
  return stage.db.round.findUniqueOrThrow({ where: { id } })
}

function policyOf(row: Awaited<ReturnType<typeof round>>): Policy {
  return (row.snapshot as unknown as RoundState).policy
}

function skipPast(on: string): Promise<void> {
  return stage.player.skipTo(Date.parse(`${on}T06:00:00Z`))
}

async function statusOf(workflowId: string): Promise<string> {
  return (await stage.temporal.client.getHandle(workflowId).describe()).status.name
}
