/**
 * The api in a process of its own, as the faults meet it: the product's app, with a client that acts at the player's
 * time. It ends when the driver does.
 */
import { createServer } from 'node:http'
import { pino } from 'pino'
import { createApp } from '../../api/app.ts'
import { createContext } from '../../api/context.ts'
import { connectEngine } from '../../api/temporal.ts'
import { createDataConverter } from '../../codec/data-converter.ts'
import { toConfig } from '../../config/config.ts'
import { readEnv } from '../../config/env.ts'
import { openApiDb } from '../../db/client.ts'
import { tableClock } from '../../db/clock.ts'
import type { Heard } from './orders.ts'
import { QuickClient } from './quick-client.ts'

process.once('disconnect', () => process.exit())

const config = toConfig(readEnv())
const db = openApiDb(config.databaseUrl)
const clock = tableClock(db)
const client = new QuickClient(
  {
    connection: connectEngine(config),
    dataConverter: createDataConverter(config.temporalKeys),
  },
  async () => clock.now(),
)
const log = pino({ level: 'info', base: { process: 'api' } })
const tries = { asking: 10_000, using: 10_000, inAll: 10_000 }
const server = createServer(createApp(createContext({ config, db, client, log, clock }), tries))
server.listen(config.port, '127.0.0.1', () => process.send?.({ ready: true } satisfies Heard))
