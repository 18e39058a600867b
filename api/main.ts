/** The api process: environment → config → context → app → listen, until it is told to stop. */
import { createServer } from 'node:http'
import { WorkflowClient } from '@temporalio/client'
import { pino } from 'pino'
import { createDataConverter } from '../codec/data-converter.ts'
import { type Config, toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { openApiDb } from '../db/client.ts'
import { refuseStrongLogin } from '../db/logins.ts'
import { databaseClock, tableClock } from '../db/clock.ts'
import { createApp } from './app.ts'
import { createContext } from './context.ts'
import { serveMetrics } from './metrics.ts'
import { connectEngine } from './temporal.ts'

/** How long requests may go on once the process was told to stop. */
const GRACE_MS = 10_000

await main(toConfig(readEnv()))

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: { process: 'api' } })
  const db = openApiDb(config.databaseUrl)
  if (config.mode === 'production') await refuseStrongLogin(db)
  const connection = connectEngine(config)
  const client = new WorkflowClient({
    connection,
    namespace: config.temporalNamespace,
    dataConverter: createDataConverter(config.temporalKeys),
  })
  const realTime = databaseClock(db)
  const clock = config.clock === 'table' ? tableClock(db) : realTime
  const context = createContext({ config, db, client, log, clock, realTime })
  const server = createServer(createApp(context))
  // A slow sender must not hold a connection for ever.
  server.requestTimeout = 60_000
  server.listen(config.port, config.host, () => log.info({ port: config.port }, 'listening'))
  const { apiMetricsPort } = config
  const measured = apiMetricsPort === null ? null : serveMetrics(context.metrics, config.host, apiMetricsPort)

  const stop = (signal: string) => {
    log.info({ signal }, 'stopping')
    measured?.close()
    server.close(() => {
      void context.background
        .settled()
        .then(() => Promise.all([db.$disconnect(), connection.close()]))
        .then(() => log.info('stopped'))
    })
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal))
  // The supervisor is gone, however that came.
  process.once('disconnect', () => stop('disconnect'))
}
