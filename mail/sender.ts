import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../db/clock.ts'
import type { Db } from '../db/client.ts'
import type { Instant } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { createZoneReader } from './calendars.ts'
import { createCircuit } from './circuit.ts'
import { claimNext, endLostAttempts, finish } from './hand-over.ts'
import type { Moment } from './judge.ts'
import type { MailTransport } from './outgoing.ts'
import { planDigests, planSingles } from './planning.ts'
import type { MailSettings } from './preparation.ts'

export interface SenderParts {
  db: Db
  clock: Clock
  transport: MailTransport
  config: MailSettings
  /** Told about a drain that failed as a whole, such as when the database is away; the next one tries again. */
  onError?: (error: unknown) => void
  /** Milliseconds of real time between one drain and the next while running. */
  pollEvery?: number
}

/** What one drain did, in mails. */
export interface DrainReport {
  sent: number
  refused: number
  deferred: number
  unknown: number
  dropped: number
  printed: number
  /** When a mail server that is down is tried again; null while it answers. */
  serverDownUntil: Instant | null
}

/** Makes mails of notices and hands them over; any number of senders may run beside each other. */
export interface Sender {
  /** Hands over everything that may go at the clock's instant, and returns. */
  drain(): Promise<DrainReport>
  /** Drains again and again until stopped. */
  start(): void
  /** Ends after the drain under way. */
  stop(): Promise<void>
}

const POLL_EVERY = 5_000

export function createSender({ db, clock, transport, config, onError, pollEvery }: SenderParts): Sender {
  const circuit = createCircuit()
  const zoneAt = createZoneReader(config.zone)
  let stopping: AbortController | null = null
  let running: Promise<void> = Promise.resolve()

  async function momentNow(): Promise<Moment> {
    const now = await clock.now()
    const zone = zoneAt(now)
    return { now, zone, today: createZone(zone).localTime(now).on }
  }

  async function drain(): Promise<DrainReport> {
    const report = emptyReport()
    const moment = await momentNow()
    report.unknown += await endLostAttempts(db, moment.now)
    await planSingles(db, moment)
    report.dropped += (await planDigests(db, moment)).dropped
    // One mail alone while the server is in doubt; then as many at once as the transport carries.
    while (circuit.isDoubtful()) if (!(await handOverOne(report))) return withDoubt(report)
    await Promise.all(
      Array.from({ length: transport.connections }, async () => {
        while (await handOverOne(report)) if (stopping?.signal.aborted) return
      }),
    )
    return withDoubt(report)
  }

  async function withDoubt(report: DrainReport): Promise<DrainReport> {
    return { ...report, serverDownUntil: circuit.closedUntil(await clock.now()) }
  }

  /** Whether there may be more to do. Asks the clock anew: a long drain must not outlast the mails' hours. */
  async function handOverOne(report: DrainReport): Promise<boolean> {
    const moment = await momentNow()
    if (circuit.closedUntil(moment.now) !== null) return false
    const claim = await claimNext(db, moment, config)
    if (claim.outcome === 'nothing') return false
    if (claim.outcome === 'dropped' || claim.outcome === 'printed') report[claim.outcome] += 1
    if (claim.outcome !== 'under-way') return true
    const result = await transport.send(claim.underWay.outgoing)
    const now = await clock.now()
    await finish(db, claim.underWay, result, now)
    report[result.outcome] += 1
    if (result.server === 'down') circuit.failed(now)
    else circuit.worked()
    return true
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await drain().catch((error: unknown) => onError?.(error))
      await pause(pollEvery ?? POLL_EVERY, undefined, { signal }).catch(() => undefined)
    }
  }

  return {
    drain,
    start() {
      if (stopping !== null) return
      stopping = new AbortController()
      running = run(stopping.signal)
    },
    async stop() {
      stopping?.abort()
      await running
      stopping = null
    },
  }
}

function emptyReport(): DrainReport {
  return { sent: 0, refused: 0, deferred: 0, unknown: 0, dropped: 0, printed: 0, serverDownUntil: null }
}
