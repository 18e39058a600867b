import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Engine } from '../../activities/engine.ts'
import { startRound } from '../../db/rounds.ts'
import type { Sender } from '../../mail/sender.ts'
import { createWorker } from '../../worker/create-worker.ts'
import { stopWhenTold } from '../../worker/stop-when-told.ts'
import { type RoundInput, roundWorkflowId } from '../../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { askFor } from '../support/ask.ts'
import { runKilledWorker } from '../support/killed-worker.ts'
import { createStage, type Stage, watched } from '../support/stage.ts'
import { testKeys } from '../support/temporal-keys.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage({ worker: false })
})

afterAll(async () => {
  await stage?.close()
})

const PEOPLE = 120
/** In the middle of the first page, and of a batch. */
const ENDS_AFTER = 57

test('a worker that is killed while a round starts leaves exactly one talk for each employee', async () => {
  const { roundId, started } = await startLargeRound()
  const killed = runKilledWorker(stage, { DIES_AFTER_STARTS: String(ENDS_AFTER) })
  await stage.engine.startRound(started)
  expect(await killed).toBe('SIGKILL')
  expect(await stage.db.talk.count({ where: { roundId, started: true } })).toBeLessThan(ENDS_AFTER + 1)

  const stop = await runSecondWorker()
  await expectOneTalkEach(roundId)
  await stop()
})

test('a worker that is told to stop takes up no more mail and leaves the rest of a round to the next', async () => {
  const { roundId, started } = await startLargeRound()
  const told = new EventEmitter()
  const order: string[] = []
  const { worker, close } = await workerThat(told)
  const sender: Sender = {
    start: () => {},
    stop: async () => void order.push('no more mail'),
    drain: () => Promise.reject(new Error('not asked for')),
  }
  stopWhenTold({ worker, sender, log: pino({ level: 'silent' }) }, told)
  const running = worker.run().then(() => order.push('worker ended'))
  await stage.engine.startRound(started)
  await running
  await close()
  expect(order).toEqual(['no more mail', 'worker ended'])
  expect(await stage.db.talk.count({ where: { roundId } })).toBeLessThan(PEOPLE)
  const { raw } = await stage.temporal.client.getHandle(roundWorkflowId(roundId)).describe()
  const [openTalks] = raw.pendingActivities ?? []
  expect(openTalks?.lastFailure?.applicationFailureInfo).toMatchObject({ type: 'WorkerShutdown' })

  const stop = await runSecondWorker()
  await expectOneTalkEach(roundId)
  await stop()
})

async function startLargeRound(): Promise<{ roundId: string; started: RoundInput }> {
  const { cast, db, player, zone } = stage
  const unitId = await cast.organisation.addUnit('Stor skole', cast.top)
  for (let n = 0; n < PEOPLE; n++)
    await cast.organisation.addPerson(`Anna ${n}`, { unitId, leader: cast.ben })
  const roundId = await cast.organisation.addRound({ unitId })
  const started = await startRound(db, roundId, await player.now(), zone, PEOPLE)
  if (started === null) throw new Error('the round was not started')
  return { roundId, started }
}

/** The product's worker, which says SIGTERM once it has started some of the talks. */
async function workerThat(told: EventEmitter): ReturnType<typeof createWorker> {
  const { engine, deps, temporal } = stage
  let starts = 0
  const startTalk: Engine['startTalk'] = async (input) => {
    await engine.startTalk(input)
    if (++starts === ENDS_AFTER) told.emit('SIGTERM')
  }
  const workflows = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url))
  return createWorker({
    temporalAddress: temporal.address,
    temporalTls: false,
    namespace: 'default',
    taskQueue: temporal.taskQueue,
    temporalKeys: testKeys,
    heldPatches: [],
    workflows: { codePath: (await askFor('bundle', workflows)).file },
    deps: { ...deps, engine: { ...engine, startTalk } },
  })
}

/** Runs a worker in this process, and answers when it has opened the talks, with what stops it. */
async function runSecondWorker(): Promise<() => Promise<void>> {
  const activities = watched(stage.deps, [], {})
  let tell = () => {}
  const opened = new Promise<void>((resolve) => {
    tell = resolve
  })
  const openTalks = async (input: { roundId: string }) => {
    const answer = await activities.openTalks(input)
    tell()
    return answer
  }
  const stop = await stage.temporal.runWorker({ activities: { ...activities, openTalks } })
  await opened
  return stop
}

async function expectOneTalkEach(roundId: string): Promise<void> {
  const { db, player, temporal } = stage
  await temporal.client.forwardPast(roundWorkflowId(roundId), await player.now())
  const talks = await db.talk.findMany({ where: { roundId } })
  expect(new Set(talks.map((talk) => talk.employmentId)).size).toBe(PEOPLE)
  expect(talks.map((talk) => [talk.started, talk.version])).toEqual(talks.map(() => [true, 1]))
  const described = talks.map((talk) => temporal.client.getHandle(talkWorkflowId(talk.id)).describe())
  const running = (await Promise.all(described)).filter(({ status }) => status.name === 'RUNNING')
  expect(running).toHaveLength(PEOPLE)
  expect(talks).toHaveLength(PEOPLE)
}
