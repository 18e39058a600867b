import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { addMonths, DAY } from '../../domain/calendar/day.ts'
import { defaultPolicy } from '../../domain/policy/policy.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
let unitId: string
let employee: TestPerson
let lastYear: string
let oldTalk: string

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-02T09:00:00Z' })
})

beforeEach(async () => {
  const { cast, player, rounds, talks, today } = stage
  const { addPerson, addRound, addUnit } = cast.organisation
  unitId = await addUnit('Børnehuset', cast.top)
  employee = await addPerson('Anna', { unitId, leader: cast.ben })
  const policy = defaultPolicy(await today(1), undefined, player.calendar)
  lastYear = await addRound({ unitId, policy })
  await rounds.start(lastYear)
  oldTalk = await talks.idOf(lastYear, employee)
})

afterAll(async () => {
  await stage?.close()
})

describe("When next year's round starts while last year's follow-up still runs", () => {
  test('open actions move to the new talk, which reminds about them from then on, and only it', async () => {
    const { db, player, talks, today } = stage
    await talks.hold(oldTalk, await today())
    const { actionIds } = await talks.agree(oldTalk, [{ owner: 'employee', dueOn: await today(20) }])
    const newTalk = await startNextYear()
    const [id] = actionIds
    expect((await talks.state(oldTalk)).actions).toEqual([])
    expect((await talks.state(newTalk)).actions).toMatchObject([{ id, status: 'open' }])
    expect(await db.action.findUnique({ where: { id: id ?? '' } })).toMatchObject({ talkId: newTalk })

    await player.skipTo((await player.now()) + 40 * DAY)
    const notices = await db.notice.findMany({
      where: { obligation: 'action', subject: id ?? '' },
      orderBy: { position: 'asc' },
    })
    expect(new Set(notices.map((notice) => notice.talkId))).toEqual(new Set([newTalk]))
    expect(notices.map((notice) => notice.step)).toEqual(['reminder', 'asked', 'other-party'])
  })

  test("a postponed talk without a time ends as taken over; in last year's round it stays postponed", async () => {
    const { talks, today, db } = stage
    await talks.act(oldTalk, { type: 'postpone', until: await today(150) })
    await startNextYear()
    expect(await talks.state(oldTalk)).toMatchObject({ status: 'taken-over', outcome: 'postponed' })
    expect(await db.talk.findUnique({ where: { id: oldTalk } })).toMatchObject({ status: 'taken-over' })
  })

  test('the old status talks end as replaced once a time stands in the new talk, and not before', async () => {
    const { runMorning, talks, today } = stage
    await talks.hold(oldTalk, await today())
    await talks.agree(oldTalk)
    const newTalk = await startNextYear()
    await talks.invite(newTalk, `${await today(30)}T10:00:00Z`)
    const { statusTalks } = await talks.state(oldTalk)
    expect(statusTalks.map((talk) => talk.status)).toEqual(['open', 'open'])
    await talks.act(newTalk, { type: 'accept-appointment' })
    await runMorning()
    const after = await talks.state(oldTalk)
    expect(after.statusTalks.map((talk) => talk.status)).toEqual(['replaced', 'replaced'])
  })

  test('the old status talks end as replaced when the new talk was held without a time in the service', async () => {
    const { runMorning, talks, today } = stage
    await talks.act(oldTalk, { type: 'report-held', on: await today() })
    const newTalk = await startNextYear()
    await talks.act(newTalk, { type: 'report-held', on: await today() })
    await runMorning()
    const { statusTalks } = await talks.state(oldTalk)
    expect(statusTalks.map((talk) => talk.status)).toEqual(['replaced', 'replaced'])
  })

  test("actions move even when the engine has lost last year's talk", async () => {
    const { talks, temporal, today } = stage
    await talks.hold(oldTalk, await today())
    const { actionIds } = await talks.agree(oldTalk, [{ owner: 'leader', dueOn: await today(20) }])
    const newTalk = await startNextYear(async () => {
      await temporal.client.getHandle(talkWorkflowId(oldTalk)).terminate('lost')
    })
    expect((await talks.state(newTalk)).actions.map((action) => action.id)).toEqual(actionIds)
    expect((await talks.state(oldTalk)).actions).toEqual([])
  })
})

/** Starts the round that follows, whose talks are held after this one's, and answers the new talk. */
async function startNextYear(justBefore = () => Promise.resolve()): Promise<string> {
  const { cast, player, rounds, talks, today } = stage
  await justBefore()
  const policy = defaultPolicy(addMonths(await today(), 4), undefined, player.calendar)
  const roundId = await cast.organisation.addRound({ unitId, policy, year: 2039, name: 'MUS 2039' })
  await rounds.start(roundId)
  await player.settle()
  return talks.idOf(roundId, employee)
}
