import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { recordedTalk } from '../../db/rounds.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { runKilledWorker } from '../support/killed-worker.ts'
import { createStage, type Stage, watched } from '../support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-03T09:00:00Z', worker: false })
})

afterAll(async () => {
  await stage?.close()
})

test('an act is recorded once and answered, although the worker was killed between the two', async () => {
  const { cast, clock, db, talks, temporal } = stage
  const { client, taskQueue } = temporal
  const roundId = await cast.organisation.addRound({ status: 'running' })
  const talkId = await cast.organisation.addTalk(roundId, await clock.now(), { leader: cast.ben })
  await client.start('talkWorkflow', {
    workflowId: talkWorkflowId(talkId),
    taskQueue,
    args: [await recordedTalk(db, talkId)],
    // How long the engine waits for a worker that does not answer.
    workflowTaskTimeout: '2s',
  })
  const killed = runKilledWorker(stage, { DIES_AFTER_RECORDING: 'mark-ready' })
  const answer = talks.act(talkId, { type: 'mark-ready', party: 'employee', ready: true })
  expect(await killed).toBe('SIGKILL')
  expect(await db.talk.findUniqueOrThrow({ where: { id: talkId } })).toMatchObject({ version: 2 })

  await temporal.runWorker({ activities: watched(stage.deps, [], {}) })
  expect(await answer).toEqual({ talkId, version: 2, status: 'awaiting' })
  expect(await db.auditEntry.count({ where: { subject: talkId, event: 'mark-ready' } })).toBe(1)
})
