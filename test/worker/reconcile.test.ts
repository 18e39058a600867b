import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { roundWorkflowId, roundViewQuery } from '../../workflows/round/round.messages.ts'
import { talkViewQuery, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import {
  findDisagreements,
  settleDisagreement,
  type Disagreement,
  type Side,
} from '../../worker/reconcile.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'
import { copyOfTalk, forgetEntries } from '../support/tampering.ts'

let stage: Stage
let roundId: string
let employee: TestPerson
let talkId: string

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-03T09:00:00Z' })
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

const ready = { type: 'mark-ready', party: 'leader', ready: true } as const

describe('After the database was restored from an earlier copy', () => {
  test("a talk waits with its next act, and goes on from the engine's state once that is taken", async () => {
    const { talks } = stage
    const restore = await copyOfTalk(stage.db, talkId)
    await talks.act(talkId, { type: 'mark-ready', party: 'employee', ready: true })
    await restore()
    const waiting = talks.act(talkId, ready)
    await marked()

    const found = await mine()
    expect(found).toMatchObject([
      {
        kind: 'talk',
        table: { version: 1 },
        engine: { version: 2 },
        side: 'engine',
        why: 'the engine knows what was sent already',
      },
    ])
    await settle(found, 'engine')
    expect(await waiting).toMatchObject({ version: 3 })
    expect((await talks.state(talkId)).ready).toEqual({ employee: true, leader: true })
    expect(await mine()).toEqual([])
  })

  test("a talk goes on from the table's state where that is taken, and people do again what was lost", async () => {
    const { talks } = stage
    const restore = await copyOfTalk(stage.db, talkId)
    await talks.arrange(talkId, `${await stage.today(20)}T10:00:00Z`)
    await restore()
    await stage.db.appointment.deleteMany({ where: { talkId } })
    const found = await mine()
    expect(found).toMatchObject([{ side: 'table', engine: { version: 3, status: 'arranged' } }])
    expect(found[0]?.why).toMatch(/^the table has lost what the engine's state names: appointment /)
    await settle(found, 'table')
    await quiet()
    expect(await talks.state(talkId)).toMatchObject({ status: 'awaiting', appointment: null })
    expect((await engineView()).state).toEqual(await talks.state(talkId))
    await talks.arrange(talkId, `${await stage.today(20)}T10:00:00Z`)
    expect(await mine()).toEqual([])
  })

  test('nothing that was sent before is sent again when the engine is right', async () => {
    const { db, player, talks, today } = stage
    const { inviteDueOn } = await talks.state(talkId)
    const restore = await copyOfTalk(stage.db, talkId)
    await player.skipTo(Date.parse(`${player.calendar.addWorkingDays(inviteDueOn, 2)}T09:00:00Z`))
    const sent = await db.notice.findMany({ where: { subject: talkId, obligation: 'invite' } })
    expect(sent.length).toBeGreaterThan(0)
    await restore()
    await db.notice.deleteMany({ where: { subject: talkId } })
    await settle(await mine(), 'engine')
    await quiet()
    await player.skipTo(Date.parse(`${await today(4)}T09:00:00Z`))
    const after = await db.notice.findMany({ where: { subject: talkId, obligation: 'invite' } })
    const again = after.filter((notice) => sent.some((before) => before.step === notice.step))
    expect(again).toEqual([])
    expect(after.map((notice) => notice.step)).toEqual(['leaders-leader'])
  })

  test('a request that the engine has answered is known, although the table had forgotten it', async () => {
    const { talks } = stage
    const restore = await copyOfTalk(stage.db, talkId)
    const answer = await talks.act(talkId, ready, { by: employee, key: 'k1' })
    await restore()
    await settle(await mine(), 'engine')
    await quiet()
    const { version } = await row()
    expect(await talks.act(talkId, ready, { by: employee, key: 'k1' })).toEqual(answer)
    expect((await row()).version).toBe(version)
  })

  test('a talk whose row is gone is written again for its employee', async () => {
    const { db, talks } = stage
    const before = await talks.state(talkId)
    await db.talk.delete({ where: { id: talkId } })
    await forgetEntries(db, talkId, 0n)
    const found = await mine()
    expect(found).toMatchObject([{ kind: 'talk', table: null, side: 'engine' }])
    await settle(found, 'engine')
    await quiet()
    expect(await row()).toMatchObject({ employmentId: employee.employmentId, started: true })
    const { processed: _, ...after } = await talks.state(talkId)
    expect(before).toMatchObject(after)
  })

  test('a talk whose row is gone ends where the table is right', async () => {
    const { db, temporal } = stage
    await db.talk.delete({ where: { id: talkId } })
    await forgetEntries(db, talkId, 0n)
    await settle(await mine(), 'table')
    const { status } = await temporal.client.getHandle(talkWorkflowId(talkId)).describe()
    expect(status.name).toBe('TERMINATED')
  })

  test.each(['engine', 'table'] as const)("a round goes on from the %s's side", async (side) => {
    const { cast, db, rounds, temporal } = stage
    const ownRound = await cast.organisation.addRound({ unitId: cast.school, kind: 'senior' })
    await rounds.start(ownRound)
    const before = await db.round.findUniqueOrThrow({ where: { id: ownRound } })
    await rounds.act(ownRound, { type: 'pause' })
    const { version, snapshot } = before
    await db.round.update({
      where: { id: ownRound },
      data: { version, snapshot: snapshot as object, pausedOn: null },
    })
    const found = (await findDisagreements(parts())).filter((one) => one.id === ownRound)
    expect(found).toMatchObject([{ kind: 'round', side: 'engine' }])
    await settle(found, side)
    await temporal.client.forwardPast(roundWorkflowId(ownRound), await stage.clock.now())
    const view = await temporal.client.getHandle(roundWorkflowId(ownRound)).query(roundViewQuery)
    const after = await db.round.findUniqueOrThrow({ where: { id: ownRound } })
    expect({ version: after.version, snapshot: after.snapshot }).toEqual({
      version: view.version,
      snapshot: view.state,
    })
    expect(view.state.pausedOn !== null).toBe(side === 'engine')
    await rounds.act(ownRound, { type: 'stop' })
  })
})

describe('While people go on working', () => {
  test('a talk that moves between the looks at table and engine is no disagreement', async () => {
    const { client } = stage.temporal
    let hasMoved = false
    const moving = new Proxy(client, {
      get: (_target, name) => {
        if (name !== 'getHandle') return bound(client, name)
        return (workflowId: string) => {
          const handle = client.getHandle(workflowId)
          if (workflowId !== talkWorkflowId(talkId) || hasMoved) return handle
          hasMoved = true
          const query = async (asked: typeof talkViewQuery) => {
            await stage.talks.act(talkId, ready)
            return handle.query(asked)
          }
          return new Proxy(handle, {
            get: (_handle, part) => (part === 'query' ? query : bound(handle, part)),
          })
        }
      },
    })
    const found = await findDisagreements({ ...parts(), client: { workflow: moving } })
    expect([hasMoved, found.filter(({ id }) => id === talkId)]).toEqual([true, []])
  })
})

function bound(owner: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(owner, name, owner)
  return typeof value === 'function' ? value.bind(owner) : value
}

function parts() {
  const { clock, db, temporal } = stage
  return { client: { workflow: temporal.client }, db, clock, taskQueue: temporal.taskQueue }
}

/** The disagreements about this test's talk; about one without a row once the engine's list has it. */
async function mine(): Promise<Disagreement[]> {
  return (await findDisagreements(parts())).filter((found) => found.id === talkId)
}

async function settle(found: Disagreement[], side: Side): Promise<void> {
  for (const disagreement of found) await settleDisagreement(parts(), disagreement, side)
}

function row() {
  return stage.db.talk.findUniqueOrThrow({ where: { id: talkId } })
}

function engineView() {
  return stage.temporal.client.getHandle(talkWorkflowId(talkId)).query(talkViewQuery)
}

/** The talk has looked at its row once its clock was moved a little. */
async function quiet(): Promise<void> {
  await stage.temporal.client.forwardPast(talkWorkflowId(talkId), await stage.clock.now())
}

async function marked(): Promise<void> {
  while (!(await row()).disagrees);
}
