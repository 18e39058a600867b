import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker'
import type { DataConverter } from '@temporalio/common'
import type { Instant } from '../../domain/calendar/day.ts'
import { SkippingClient } from '../../scripts/time-skipping.ts'
import { askFor } from './ask.ts'
import { testDataConverter } from './temporal-keys.ts'

Runtime.install({ logger: new DefaultLogger('ERROR') })

export type TestTemporal = {
  readonly address: string
  readonly connection: Connection
  readonly client: SkippingClient
  /** A task queue that no other test file uses. */
  readonly taskQueue: string
  /**
   * Runs a worker on the task queue until `close`, or until what it answers is called; with the product's workflows
   * unless told others.
   */
  readonly runWorker: (options?: TestWorkerOptions) => Promise<() => Promise<void>>
  /** Stops the workers and closes the connections, in the order in which Jest can exit by itself. */
  readonly close: () => Promise<void>
}

export type TestWorkerOptions = Omit<
  WorkerOptions,
  'taskQueue' | 'workflowsPath' | 'workflowBundle' | 'connection'
> & {
  /** The file that exports the workflows; null for a worker with activities alone. */
  readonly workflows?: URL | null
  /** A file of bundled workflows in their place. */
  readonly bundled?: string
}

/** Connects to the run's Temporal server, whose workflows' clocks can be moved. See SkippingClient for `clock`. */
export async function connectTemporal(
  clock: (() => Promise<Instant>) | null = null,
  options: { identity?: string; dataConverter?: DataConverter } = {},
): Promise<TestTemporal> {
  const { address } = await askFor('temporal')
  const connection = await Connection.connect({ address })
  const clientOptions = { dataConverter: testDataConverter, ...options }
  const client = new SkippingClient({ connection, ...clientOptions }, clock)
  const taskQueue = `test-${randomUUID()}`
  const stops = new Set<() => Promise<void>>()
  return {
    address,
    connection,
    client,
    taskQueue,
    runWorker: async (workerOptions = {}) => {
      const stop = await startWorker(address, taskQueue, { ...clientOptions, ...workerOptions })
      stops.add(stop)
      return async () => {
        if (stops.delete(stop)) await stop()
      }
    },
    close: async () => {
      for (const stop of [...stops].toReversed()) await stop()
      await connection.close()
    },
  }
}

const PRODUCT_WORKFLOWS = new URL('../../workflows/index.ts', import.meta.url)

async function startWorker(
  address: string,
  taskQueue: string,
  options: TestWorkerOptions,
): Promise<() => Promise<void>> {
  const { workflows = PRODUCT_WORKFLOWS, bundled, ...rest } = options
  const bundle = bundled
    ? { codePath: bundled }
    : workflows && { codePath: (await askFor('bundle', fileURLToPath(workflows))).file }
  const connection = await NativeConnection.connect({ address })
  const worker = await Worker.create({
    ...rest,
    ...(bundle && { workflowBundle: bundle }),
    connection,
    taskQueue,
  })
  const running = worker.run()
  return async () => {
    worker.shutdown()
    await running
    await connection.close()
  }
}
