import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { roundWorkflowId } from '../../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { rebuild } from '../../worker/rebuild.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage()
})

afterAll(async () => {
  await stage?.close()
})

test("when the engine's store is gone every round and talk goes on from its row, and nothing is sent twice", async () => {
  const { cast, db, engine, player, rounds, talks } = stage
  const roundId = await cast.organisation.addRound({ unitId: cast.school })
  await rounds.start(roundId)
  const annas = await talks.idOf(roundId, cast.anna)
  const bens = await talks.idOf(roundId, cast.ben)
  await player.skipTo(Date.parse('2038-02-17T09:00:00Z'))
  const ready = { type: 'mark-ready', party: 'employee', ready: true } as const
  const before = await talks.act(bens, ready, { by: cast.ben, key: 'k1' })
  for (const id of [roundWorkflowId(roundId), talkWorkflowId(annas), talkWorkflowId(bens)])
    await stage.temporal.client.getHandle(id).terminate('the store is gone')

  let ensured = 0
  const ensureSchedules = async () => void ensured++
  expect(await rebuild({ db, engine, ensureSchedules })).toEqual({ rounds: 1, talks: 2 })
  expect(await rebuild({ db, engine, ensureSchedules })).toEqual({ rounds: 1, talks: 2 })
  expect(ensured).toBe(2)

  // A request that was answered before is known in the engine that forgot it.
  expect(await talks.act(bens, ready, { by: cast.ben, key: 'k1' })).toEqual(before)
  await player.skipTo(Date.parse('2038-03-12T12:00:00Z'))
  const notices = await db.notice.findMany({
    where: { subject: annas, obligation: 'invite' },
    orderBy: { decidedAt: 'asc' },
  })
  expect(notices.map((notice) => [notice.decidedAt.toISOString().slice(0, 10), notice.step])).toEqual([
    ['2038-02-08', 'reminder'],
    ['2038-02-16', 'overdue'],
    ['2038-02-19', 'leaders-leader'],
    ['2038-02-25', 'hr'],
    ['2038-03-11', 'hr-2'],
  ])
})
