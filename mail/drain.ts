import type { Clock } from '../db/clock.ts'
import type { Db } from '../db/client.ts'
import type { Instant } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { createZoneReader } from './calendars.ts'
import { createBatch } from './batch.ts'
import { createCircuit } from './circuit.ts'
import { claimNext } from './claim.ts'
import { endLostAttempts } from './finish.ts'
import { createHandOver } from './hand-over.ts'
import type { Moment } from './judge.ts'
import type { MailTransport } from './outgoing.ts'
import { planDigests, planSingles } from './planning.ts'
import type { MailSettings } from './preparation.ts'

export interface DrainParts {
  db: Db
  clock: Clock
  transport: MailTransport
  config: MailSettings
  /** Told about a mail that could not be composed, and about a drain that failed as a whole; both are tried again. */
  onError?: (error: unknown) => void
}

/** What one drain did, in mails. */
export interface DrainReport {
  sent: number
  refused: number
  deferred: number
  unknown: number
  dropped: number
  printed: number
  /** Could not be composed; put aside for an hour. */
  failed: number
  /** When a mail server that is down is tried again; null while it answers. */
  serverDownUntil: Instant | null
}

/**
 * One pass of the sender: makes mails of what waits and hands over everything that may go. The back-off for a server
 * that is down lasts from one pass to the next. `isStopped` ends a pass early, after the mails under way.
 */
export function createDrain(parts: DrainParts): (isStopped: () => boolean) => Promise<DrainReport> {
  const { db, clock, transport, config, onError } = parts
  const circuit = createCircuit()
  const batch = createBatch(transport.connections)
  const handOver = createHandOver({ db, clock, transport, circuit, batch })
  const zoneAt = createZoneReader(config.zone)

  async function momentNow(): Promise<Moment> {
    const now = await clock.now()
    const zone = zoneAt(now)
    return { now, zone, today: createZone(zone).localTime(now).on }
  }

  /** Whether there may be more to do. Asks the clock anew: a long drain must not outlast the mails' hours. */
  async function handOverNext(report: DrainReport, isStopped: () => boolean): Promise<boolean> {
    const moment = await momentNow()
    if (isStopped() || circuit.closedUntil(moment.now) !== null) return false
    // While the server is in doubt one mail is tried, not many.
    const claim = await claimNext(db, moment, config, circuit.isDoubtful() ? 1 : batch.size())
    if (claim.outcome === 'nothing') return false
    if (claim.outcome === 'failed-together') batch.failed()
    else if (claim.outcome === 'failed') {
      report.failed += 1
      onError?.(claim.error)
    } else {
      report.dropped += claim.dropped
      report.printed += claim.printed
      await handOver.together(claim.underWay, isStopped, (outcome) => {
        report[outcome] += 1
      })
    }
    return true
  }

  async function handOverAll(report: DrainReport, isStopped: () => boolean): Promise<void> {
    while (circuit.isDoubtful()) if (!(await handOverNext(report, isStopped))) return
    // As many at once as the transport carries, and one more that makes the next ready.
    const lines = Array.from({ length: transport.connections + 1 }, async () => {
      while (await handOverNext(report, isStopped));
    })
    // A line that fails leaves none of the others behind under way.
    const ended = await Promise.allSettled(lines)
    const failed = ended.find((line) => line.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  return async (isStopped) => {
    const report = emptyReport()
    const moment = await momentNow()
    await handOver.settled()
    report.unknown += await endLostAttempts(db, moment.now)
    await planSingles(db, moment)
    report.dropped += (await planDigests(db, moment)).dropped
    await handOverAll(report, isStopped)
    await handOver.settled()
    return { ...report, serverDownUntil: circuit.closedUntil(await clock.now()) }
  }
}

function emptyReport(): DrainReport {
  return {
    sent: 0,
    refused: 0,
    deferred: 0,
    unknown: 0,
    dropped: 0,
    printed: 0,
    failed: 0,
    serverDownUntil: null,
  }
}
