import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { WorkflowUpdateFailedError } from '@temporalio/client'
import { causeOf } from '../../api/cause.ts'
import { createEngine } from '../../api/temporal.ts'
import { recordRound } from '../../db/record-round.ts'
import { day, HOUR } from '../../domain/calendar/day.ts'
import { decideRound } from '../../domain/round/decide.ts'
import type { RoundState } from '../../domain/round/round.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { recordAndForget } from '../support/forgotten.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
let roundId: string
/** A talk of a new employee for every test. */
let talkId: string

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-03T09:00:00Z' })
  roundId = await stage.cast.organisation.addRound({ unitId: stage.cast.school })
  await stage.rounds.start(roundId)
})

beforeEach(async () => {
  const { cast, runMorning, talks } = stage
  const employee = await cast.organisation.addPerson('Anna', { unitId: cast.school, leader: cast.ben })
  await runMorning()
  talkId = await talks.idOf(roundId, employee)
})

afterAll(async () => {
  await stage?.close()
})

const ready: TalkAct = { type: 'mark-ready', party: 'employee', ready: true }
const leaderReady: TalkAct = { type: 'mark-ready', party: 'leader', ready: true }

describe('When the engine crashes after an act was recorded', () => {
  test('the same act again is answered as recorded, and recorded once', async () => {
    const { cast, talks } = stage
    await recordAndForget(stage, talkId, ready, { personId: cast.anna.personId, key: 'k1' })
    const answer = await talks.act(talkId, ready, { by: cast.anna, key: 'k1' })
    expect(answer).toEqual({ talkId, version: 2, status: 'awaiting' })
    expect(await audited()).toEqual(['opened', 'mark-ready'])
    expect(await isReady()).toEqual({ employee: true, leader: false })
  })

  test('another act first is decided on what was recorded, and the first one is still known', async () => {
    const { cast, talks } = stage
    await recordAndForget(stage, talkId, ready, { personId: cast.anna.personId, key: 'k1' })
    const second = await talks.act(talkId, leaderReady, { by: cast.ben })
    expect(second.version).toBe(3)
    expect(await isReady()).toEqual({ employee: true, leader: true })
    await talks.act(talkId, ready, { by: cast.anna, key: 'k1' })
    expect(await audited()).toEqual(['opened', 'mark-ready', 'mark-ready'])
  })

  test("the person's retry with the same key is answered from the table, word for word", async () => {
    const { anna } = stage.cast
    await recordAndForget(stage, talkId, ready, { personId: anna.personId, key: 'k1' })
    const answer = await askAsApi(ready, 'k1')
    expect(answer).toEqual({ talkId, status: 'awaiting', version: 2 })
    await expect(askAsApi({ ...ready, ready: false }, 'k1')).rejects.toMatchObject({ status: 422 })
  })

  test('an act whose recording was done and whose answer was lost is recorded once', async () => {
    const { mischief, talks } = stage
    let tries = 0
    mischief.after = (input) => {
      if (input.event === 'mark-ready' && tries++ === 0) throw new Error('the answer was lost')
    }
    const answer = await talks.act(talkId, ready)
    mischief.after = undefined
    expect(tries).toBe(2)
    expect(answer.version).toBe(2)
    expect(await audited()).toEqual(['opened', 'mark-ready'])
  })
})

describe('Two acts at once', () => {
  test('take turns: the second is decided on what the first one made', async () => {
    const [first, second] = await Promise.all([
      stage.talks.act(talkId, ready),
      stage.talks.act(talkId, leaderReady),
    ])
    expect([first.version, second.version].toSorted((a, b) => a - b)).toEqual([2, 3])
    expect(await isReady()).toEqual({ employee: true, leader: true })
  })

  test('of which the first makes the second impossible: the second is refused, once it is its turn', async () => {
    const { talks } = stage
    await talks.invite(talkId, '2038-02-10T09:00:00Z')
    const results = await Promise.allSettled([
      talks.act(talkId, { type: 'accept-appointment' }),
      talks.act(talkId, { type: 'accept-appointment' }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const [refusal] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect((refusal as Error).cause).toMatchObject({ type: 'refused', details: ['already-accepted'] })
    expect(await audited()).toEqual(['opened', 'set-appointment', 'accept-appointment'])
  })
})

describe('An act that the rules refuse', () => {
  test('leaves no trace in the history', async () => {
    const { talks, temporal } = stage
    await talks.act(talkId, ready)
    const handle = temporal.client.getHandle(talkWorkflowId(talkId))
    const before = (await handle.fetchHistory()).events?.length
    const refused = talks.act(talkId, { type: 'report-held', on: day('2038-06-01') })
    await expect(refused).rejects.toThrow(WorkflowUpdateFailedError)
    await expect(refused).rejects.toMatchObject({ cause: { details: ['held-in-the-future'] } })
    expect((await handle.fetchHistory()).events?.length).toBe(before)
  })

  test('is refused before its cause is remembered, so that it may be tried again later', async () => {
    const { cast, talks } = stage
    const accept: TalkAct = { type: 'accept-appointment' }
    await expect(talks.act(talkId, accept, { by: cast.anna, key: 'k1' })).rejects.toThrow('Update failed')
    await talks.invite(talkId, '2038-02-10T09:00:00Z')
    await expect(talks.act(talkId, accept, { by: cast.anna, key: 'k1' })).resolves.toMatchObject({
      status: 'arranged',
    })
  })
})

test('an act that names a time nobody wrote fails, and the talk goes on', async () => {
  const { talks } = stage
  const startsAt = Date.parse('2038-02-10T09:00:00Z')
  const time = { appointmentId: randomUUID(), startsAt, endsAt: startsAt + HOUR, picked: false }
  await expect(talks.act(talkId, { type: 'set-appointment', ...time })).rejects.toThrow('Update failed')
  await expect(talks.act(talkId, ready)).resolves.toMatchObject({ version: 2, status: 'awaiting' })
})

test('an act with a day that no calendar reaches fails, and the talk goes on', async () => {
  const { talks } = stage
  const never: TalkAct = { type: 'postpone', until: day('9999-12-31') }
  await expect(talks.act(talkId, never)).rejects.toMatchObject({ cause: { type: 'undecidable' } })
  await expect(talks.act(talkId, ready)).resolves.toMatchObject({ version: 2, status: 'awaiting' })
})

test('a round that was paused and is paused once more after a crash refuses the second pause', async () => {
  const { cast, db, rounds } = stage
  const other = await cast.organisation.addRound({
    unitId: cast.school,
    kind: 'senior',
    name: 'Seniorsamtaler',
  })
  await rounds.start(other)
  await pauseAndForget(other)
  await expect(rounds.act(other, { type: 'pause' })).rejects.toMatchObject({
    cause: { details: ['round-already-paused'] },
  })
  expect(await db.auditEntry.count({ where: { subject: other, event: 'pause' } })).toBe(1)
  await rounds.act(other, { type: 'stop' })
})

async function audited(): Promise<string[]> {
  const rows = await stage.db.auditEntry.findMany({ where: { subject: talkId }, orderBy: { version: 'asc' } })
  return rows.map((row) => row.event)
}

async function isReady(): Promise<{ employee: boolean; leader: boolean }> {
  return (await stage.talks.state(talkId)).ready
}

function askAsApi(act: TalkAct, key: string) {
  const { cast, db, temporal } = stage
  const { client, taskQueue } = temporal
  const route = `POST /talks/${talkId}/${act.type}`
  return createEngine({ client, db, taskQueue }).talks.act(
    talkId,
    act,
    causeOf(cast.anna.personId, route, key, act),
    null,
  )
}

/** What a crash between the commit and the end of the workflow task leaves behind. */
async function pauseAndForget(id: string): Promise<void> {
  const { clock, db } = stage
  const at = await clock.now()
  const row = await db.round.findUniqueOrThrow({ where: { id } })
  const { state, effects } = decideRound(row.snapshot as unknown as RoundState, { type: 'pause' }, at)
  const cause = { decisionId: `update:${randomUUID()}`, event: 'pause', byPersonId: null, requestHash: null }
  const expectedVersion = row.version
  await recordRound(db, { ...cause, roundId: id, expectedVersion, at, answer: null, state, effects })
}
