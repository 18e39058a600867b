/**
 * A worker in a process of its own, for tests that kill one: it kills itself, as `kill -9` would, once it has started
 * as many talks as DIES_AFTER_STARTS says, or has recorded the event that DIES_AFTER_RECORDING names.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createErasureList } from '../../activities/erasure-list.ts'
import { Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { createEngine, type Engine } from '../../activities/engine.ts'
import { openWorkerDb } from '../../db/client.ts'
import { tableClock } from '../../db/clock.ts'
import type { RecordTalkInput } from '../../db/record-talk.ts'
import { createOffGateway } from '../../journal/manual-gateway.ts'
import { SkippingClient } from '../../scripts/time-skipping.ts'
import { createActivities, workerOptions } from '../../worker/create-worker.ts'
import { testDataConverter } from './temporal-keys.ts'

Runtime.install({ logger: new DefaultLogger('ERROR') })

const { DATABASE_URL = '', TEMPORAL_ADDRESS = '', TASK_QUEUE = '', BUNDLE = '' } = process.env
const { DIES_AFTER_STARTS, DIES_AFTER_RECORDING } = process.env

const db = openWorkerDb(DATABASE_URL)
const clock = tableClock(db)
const client = new SkippingClient(
  {
    connection: await Connection.connect({ address: TEMPORAL_ADDRESS }),
    dataConverter: testDataConverter,
  },
  async () => clock.now(),
)
const activities = createActivities({
  db,
  clock,
  engine: dying(createEngine({ workflow: client }, TASK_QUEUE)),
  zone: 'Europe/Copenhagen',
  journaling: 'off',
  gateway: createOffGateway(),
  installation: { employer: 'Solbakke Kommune', kindName: 'MUS' },
  filedUnder: { classification: '', accessGroup: '' },
  erasures: createErasureList(join(tmpdir(), `erasures-${TASK_QUEUE}`)),
  outboxFolder: null,
})
const worker = await Worker.create({
  ...workerOptions,
  connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }),
  taskQueue: TASK_QUEUE,
  dataConverter: testDataConverter,
  workflowBundle: { codePath: BUNDLE },
  activities: {
    ...activities,
    record: async (input: RecordTalkInput) => {
      const recorded = await activities.record(input)
      if (input.event === DIES_AFTER_RECORDING) die()
      return recorded
    },
  },
})
await worker.run()

function dying(engine: Engine): Engine {
  let started = 0
  return {
    ...engine,
    startTalk: async (input) => {
      await engine.startTalk(input)
      if (++started === Number(DIES_AFTER_STARTS)) die()
    },
  }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}
