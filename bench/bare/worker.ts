/** The process of a bare worker, with the options of the service's own but for the limits that are for its connections. */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { workerOptions } from '../../worker/create-worker.ts'
import { createBareActivities } from './activities.ts'
import type { BareWorkerSettings } from './settings.ts'

const settings: BareWorkerSettings = JSON.parse(process.env.BARE_WORKER ?? '{}')
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
const connection = await NativeConnection.connect({ address: settings.temporalAddress })
const worker = await Worker.create({
  ...workerOptions,
  workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 40 },
  maxConcurrentWorkflowTaskExecutions: 200,
  maxConcurrentActivityTaskExecutions: 50,
  maxConcurrentLocalActivityExecutions: 100,
  connection,
  namespace: settings.namespace,
  taskQueue: settings.taskQueue,
  workflowBundle: { codePath: settings.bundle },
  activities: createBareActivities(settings.databaseUrl, settings.smtpPort),
})
const running = worker.run()
const stop = () => {
  if (worker.getState() === 'RUNNING') worker.shutdown()
}
process.once('SIGTERM', stop)
process.once('disconnect', stop)
console.log('working')
await running
await connection.close()
process.exit(0)
