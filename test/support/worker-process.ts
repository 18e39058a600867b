/**
 * A worker in a process of its own, for tests that kill one: it kills itself, as `kill -9` would, once it has started
 * as many talks as KILL_AFTER says.
 */
import { Connection } from '@temporalio/client'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { createEngine, type Engine } from '../../activities/engine.ts'
import { openDb } from '../../db/client.ts'
import { tableClock } from '../../db/clock.ts'
import { createOffGateway } from '../../journal/manual-gateway.ts'
import { SkippingClient } from '../../scripts/time-skipping.ts'
import { createWorker } from '../../worker/create-worker.ts'

Runtime.install({ logger: new DefaultLogger('ERROR') })

const { DATABASE_URL = '', TEMPORAL_ADDRESS = '', TASK_QUEUE = '', BUNDLE = '', KILL_AFTER } = process.env

const db = openDb(DATABASE_URL)
const clock = tableClock(db)
const connection = await Connection.connect({ address: TEMPORAL_ADDRESS })
const client = new SkippingClient({ connection }, async () => clock.now())
const { worker } = await createWorker({
  temporalAddress: TEMPORAL_ADDRESS,
  namespace: 'default',
  taskQueue: TASK_QUEUE,
  workflows: { codePath: BUNDLE },
  deps: {
    db,
    clock,
    engine: dying(createEngine({ workflow: client }, TASK_QUEUE)),
    zone: 'Europe/Copenhagen',
    journaling: 'off',
    gateway: createOffGateway(),
    installation: { employer: 'Solbakke Kommune', kindName: 'MUS' },
  },
})
await worker.run()

function dying(engine: Engine): Engine {
  let started = 0
  return {
    ...engine,
    startTalk: async (input) => {
      await engine.startTalk(input)
      if (++started === Number(KILL_AFTER)) process.kill(process.pid, 'SIGKILL')
    },
  }
}
