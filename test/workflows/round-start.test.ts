import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startRound } from '../../db/rounds.ts'
import { roundWorkflowId } from '../../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { runKilledWorker } from '../support/killed-worker.ts'
import { createStage, type Stage, watched } from '../support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage({ worker: false })
})

afterAll(async () => {
  await stage?.close()
})

const PEOPLE = 120
/** In the middle of the first page, and of a batch. */
const DIES_AFTER = 57

test('a worker that is killed while a round starts leaves exactly one talk for each employee', async () => {
  const { cast, db, engine, player, temporal } = stage
  const unitId = await cast.organisation.addUnit('Stor skole', cast.top)
  for (let n = 0; n < PEOPLE; n++)
    await cast.organisation.addPerson(`Anna ${n}`, { unitId, leader: cast.ben })
  const roundId = await cast.organisation.addRound({ unitId })
  const started = await startRound(db, roundId, await player.now(), stage.zone, PEOPLE)
  if (started === null) throw new Error('the round was not started')

  const killed = runKilledWorker(stage, { DIES_AFTER_STARTS: String(DIES_AFTER) })
  await engine.startRound(started)
  expect(await killed).toBe('SIGKILL')
  expect(await db.talk.count({ where: { roundId, started: true } })).toBeLessThan(DIES_AFTER + 1)

  await runSecondWorker()
  await temporal.client.forwardPast(roundWorkflowId(roundId), await player.now())
  const talks = await db.talk.findMany({ where: { roundId } })
  expect(new Set(talks.map((talk) => talk.employmentId)).size).toBe(PEOPLE)
  expect(talks.map((talk) => [talk.started, talk.version])).toEqual(talks.map(() => [true, 1]))
  const described = talks.map((talk) => temporal.client.getHandle(talkWorkflowId(talk.id)).describe())
  const running = (await Promise.all(described)).filter(({ status }) => status.name === 'RUNNING')
  expect(running).toHaveLength(PEOPLE)
  expect(await db.talk.count()).toBe(PEOPLE)
})

/** Runs a worker in this process, and answers when it has opened the talks. */
async function runSecondWorker(): Promise<void> {
  const activities = watched(stage.deps, [], {})
  await new Promise<void>((resolve, reject) => {
    const openTalks = async (input: { roundId: string }) => {
      const opened = await activities.openTalks(input)
      resolve()
      return opened
    }
    stage.temporal.runWorker({ activities: { ...activities, openTalks } }).catch(reject)
  })
}
