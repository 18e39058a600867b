import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pauseUnit, resumeUnit, stopUnit } from '../../db/unit-pauses.ts'
import { addDays, DAY, type Day } from '../../domain/calendar/day.ts'
import { defaultPolicy } from '../../domain/policy/policy.ts'
import type { RoundState } from '../../domain/round/round.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
/** The round's unit, one below it, and one below that. */
let unitId: string
let school: string
let team: string
let roundId: string
/** One employee in the round's unit, one in the school and one in the team. */
let everybody: Record<'outside' | 'teacher' | 'trainee', TestPerson>

beforeAll(async () => {
  stage = await createStage({ at: '2038-01-11T09:00:00Z' })
})

beforeEach(async () => {
  const { cast, player, rounds, today } = stage
  const { addPerson, addRound, addUnit } = cast.organisation
  if (!player.calendar.isWorkingDay(await today()))
    await player.skipTo(player.calendar.instantOf(player.calendar.onOrAfter(await today()), 9 * 60))
  unitId = await addUnit('Børn', cast.top)
  school = await addUnit('Skolen', unitId)
  team = await addUnit('Teamet', school)
  const person = (name: string, unit: string) => addPerson(name, { unitId: unit, leader: cast.ben })
  everybody = {
    outside: await person('Ole', unitId),
    teacher: await person('Tove', school),
    trainee: await person('Tim', team),
  }
  const policy = defaultPolicy(await today(3), undefined, player.calendar)
  roundId = await addRound({ unitId, policy })
  await rounds.start(roundId)
})

afterAll(async () => {
  await stage?.close()
})

describe('A paused unit', () => {
  test('pauses everybody in it and below, and nobody else', async () => {
    await pause(school)
    const on = await stage.today()
    expect(await pausedOn()).toEqual({ outside: null, teacher: on, trainee: on })
    expect(await pauseAgain(team)).toBeNull()
  })

  test('moves its own dates by its own working days when it is resumed, and the round’s not', async () => {
    const before = await stateOf('teacher')
    const since = await stage.today()
    await pause(school)
    await pass(14)
    await resume(school)
    const { calendar } = stage.player
    const days = calendar.workingDaysBetween(addDays(since, -1), await stage.today(-1))
    expect(days).toBeGreaterThan(5)
    expect(await stateOf('teacher')).toMatchObject({
      pausedOn: null,
      inviteDueOn: calendar.addWorkingDays(before.inviteDueOn, days),
      holdOn: calendar.addWorkingDays(before.holdOn, days),
    })
    expect(await stateOf('outside')).toMatchObject({ inviteDueOn: before.inviteDueOn, holdOn: before.holdOn })
    await stage.rounds.act(roundId, {
      type: 'change-policy',
      policy: { ...(await roundPolicy()), talkMinutes: 90 },
    })
    expect((await stateOf('teacher')).holdOn).toBe(calendar.addWorkingDays(before.holdOn, days))
  })

  test('takes joiners in, who are paused with it and resumed with it', async () => {
    await pause(school)
    const joiner = await stage.cast.organisation.addPerson('Jo', { unitId: team, leader: stage.cast.ben })
    await stage.runMorning()
    const talkId = await stage.talks.idOf(roundId, joiner)
    expect(await stage.talks.state(talkId)).toMatchObject({ pausedOn: await stage.today() })
    await resume(school)
    expect(await stage.talks.state(talkId)).toMatchObject({ pausedOn: null })
  })

  test('takes in those who move there meanwhile, and resumes them with it', async () => {
    await pause(school)
    await stage.db.unitMembership.updateMany({
      where: { employmentId: everybody.outside.employmentId },
      data: { unitId: team },
    })
    await stage.runMorning()
    expect((await stateOf('outside')).pausedOn).toBe(await stage.today())
    await resume(school)
    expect((await stateOf('outside')).pausedOn).toBeNull()
  })

  test('goes on holding whoever it held, also when they move out of it', async () => {
    await pause(school)
    await stage.db.unitMembership.updateMany({
      where: { employmentId: everybody.teacher.employmentId },
      data: { unitId },
    })
    expect((await stateOf('teacher')).pausedOn).not.toBeNull()
    await resume(school)
    expect((await stateOf('teacher')).pausedOn).toBeNull()
  })
})

describe('Where a pause of the round and one of its unit overlap', () => {
  test('the unit’s end resumes nobody while the round is paused; its days count once', async () => {
    const before = await stateOf('teacher')
    const since = await stage.today()
    await pause(school)
    await pass(7)
    await stage.rounds.act(roundId, { type: 'pause' })
    await pass(7)
    await resume(school)
    expect(await pausedOn()).toMatchObject({ teacher: since, trainee: since })
    await pass(7)
    await stage.rounds.act(roundId, { type: 'resume' })
    expect(await pausedOn()).toEqual({ outside: null, teacher: null, trainee: null })
    const { calendar } = stage.player
    const days = calendar.workingDaysBetween(addDays(since, -1), await stage.today(-1))
    expect((await stateOf('teacher')).holdOn).toBe(calendar.addWorkingDays(before.holdOn, days))
  })

  test('the round’s end resumes all but the unit’s', async () => {
    const since = await stage.today()
    await stage.rounds.act(roundId, { type: 'pause' })
    await pause(school)
    await stage.rounds.act(roundId, { type: 'resume' })
    expect(await pausedOn()).toEqual({ outside: null, teacher: since, trainee: since })
    await resume(school)
    expect(await pausedOn()).toEqual({ outside: null, teacher: null, trainee: null })
  })

  test('nobody is resumed whom another unit’s pause still holds', async () => {
    const since = await stage.today()
    await pause(team)
    await pause(school)
    await resume(team)
    expect(await pausedOn()).toEqual({ outside: null, teacher: since, trainee: since })
    await resume(school)
    expect(await pausedOn()).toEqual({ outside: null, teacher: null, trainee: null })
  })
})

describe('A stopped unit', () => {
  test('ends its unfinished talks; what is held there goes on, resumed', async () => {
    await stage.talks.hold(await idOf('trainee'), await stage.today())
    await pause(school)
    await stop(school)
    expect(await stateOf('teacher')).toMatchObject({ status: 'stopped', outcome: 'stopped', pausedOn: null })
    expect(await stateOf('trainee')).toMatchObject({ status: 'held', pausedOn: null })
    expect(await stateOf('outside')).toMatchObject({ status: 'awaiting', outcome: null })
  })

  test('leaves alone those who move there later: a move ends no talk', async () => {
    await stop(school)
    await stage.db.unitMembership.updateMany({
      where: { employmentId: everybody.outside.employmentId },
      data: { unitId: school },
    })
    await stage.runMorning()
    expect(await stateOf('outside')).toMatchObject({ status: 'awaiting', outcome: null })
  })

  test('accounts for joiners too: their talks end as they open, and nothing is told', async () => {
    await stop(school)
    const joiner = await stage.cast.organisation.addPerson('Jo', { unitId: team, leader: stage.cast.ben })
    await stage.runMorning()
    const talkId = await stage.talks.idOf(roundId, joiner)
    expect(await stage.talks.state(talkId)).toMatchObject({ status: 'stopped', outcome: 'stopped' })
  })
})

test('a round that is stopped holds no unit any more', async () => {
  await pause(school)
  await stage.rounds.act(roundId, { type: 'stop' })
  expect(await pausedOn()).toEqual({ outside: null, teacher: null, trainee: null })
  expect(await stage.db.roundUnitPause.count({ where: { roundId, resumedOn: null } })).toBe(0)
})

async function order(unit: string) {
  const at = await stage.player.now()
  return {
    roundId,
    unitId: unit,
    decisionId: randomUUID(),
    byPersonId: stage.cast.dora.personId,
    today: await stage.today(),
    at,
  }
}

async function pauseAgain(unit: string) {
  const wanted = await order(unit)
  return stage.db.$transaction((tx) => pauseUnit(tx, wanted))
}

async function pause(unit: string): Promise<void> {
  expect(await pauseAgain(unit)).not.toBeNull()
  await stage.runMorning()
}

async function resume(unit: string): Promise<void> {
  const wanted = await order(unit)
  expect(await stage.db.$transaction((tx) => resumeUnit(tx, wanted))).not.toBeNull()
  await stage.runMorning()
}

async function stop(unit: string): Promise<void> {
  const wanted = await order(unit)
  expect(await stage.db.$transaction((tx) => stopUnit(tx, wanted, 'Lukker'))).not.toBeNull()
  await stage.runMorning()
}

async function pass(days: number): Promise<void> {
  await stage.player.skipTo((await stage.player.now()) + days * DAY)
}

function idOf(who: keyof typeof everybody): Promise<string> {
  return stage.talks.idOf(roundId, everybody[who])
}

async function stateOf(who: keyof typeof everybody) {
  return stage.talks.state(await idOf(who))
}

async function pausedOn(): Promise<Record<string, Day | null>> {
  const names = ['outside', 'teacher', 'trainee'] as const
  const states = await Promise.all(names.map(async (who) => [who, (await stateOf(who)).pausedOn] as const))
  return Object.fromEntries(states)
}

async function roundPolicy() {
  const round = await stage.db.round.findUniqueOrThrow({ where: { id: roundId } })
  return (round.snapshot as unknown as RoundState).policy
}
