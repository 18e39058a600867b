import type { WorkflowClient } from '@temporalio/client'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import type { Db } from '../db/client.ts'
import { type Clock, systemClock } from '../db/clock.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { zoneOffsets } from '../domain/calendar/zone-offsets.ts'
import { type Background, createBackground } from './background.ts'
import { createJournalReader, type JournalReader } from '../journal/reader.ts'
import { createProviders, type Providers } from './provider.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createEngine, type Engine } from './temporal.ts'

/** Everything the routes stand on; a test hands in its own parts and runs the real app. */
export interface AppContext extends Engine {
  readonly config: Config
  readonly db: Db
  /** The one source of "now" for everything people see. */
  readonly clock: Clock
  /** Sessions and sign-in links stay on real time (design: time is injected). */
  readonly realTime: Clock
  readonly journal: JournalReader
  readonly log: Logger
  readonly metrics: Metrics
  readonly background: Background
  readonly providers: Providers
  /** The local day and the minutes since its midnight, in the installation's zone. */
  readonly localTime: (at: Instant) => { on: Day; minutes: number }
  /** The instant of a local day and the minutes since its midnight. */
  readonly instantOf: (on: Day, minutes: number) => Instant
}

export interface ContextParts {
  config: Config
  db: Db
  client: WorkflowClient
  log: Logger
  clock?: Clock
  realTime?: Clock
}

export function createContext(parts: ContextParts): AppContext {
  const { config, db, client, log, clock = systemClock, realTime = systemClock } = parts
  const zone = zoneOf(config.zone)
  return {
    ...createEngine({ client, db, taskQueue: config.taskQueue }),
    config,
    db,
    clock,
    realTime,
    log,
    metrics: createMetrics(),
    background: createBackground(log),
    providers: createProviders(config),
    journal: createJournalReader(config.journal),
    localTime: (at) => zone.localTime(at),
    instantOf: (on, minutes) => zone.instantOf(on, minutes),
  }
}

/** Local days and times, over all the years that anything is in. @param name IANA name */
export function zoneOf(name: string) {
  return createZone(zoneOffsets(name, FIRST_YEAR, LAST_YEAR))
}

/** Years whose local days the api can name. */
const FIRST_YEAR = 2015
const LAST_YEAR = 2045
