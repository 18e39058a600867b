/**
 * Everything killed at once, while a whole burst falls due: api, worker, engine and database end by `kill -9` before the
 * instant and are started again after it. Beside it the same burst on the same servers with nothing killed. An engine that
 * was given by TEMPORAL_ADDRESS is not ours to kill and stays.
 */
import type { Service } from '../scripts/infrastructure/process.ts'
import { startPostgres } from '../scripts/infrastructure/postgres.ts'
import { type Burst, prepareBurst, untilAt, untilRecorded } from './burst.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { type BenchServers, startBenchServers, startEngine } from './servers.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, perSecond, type Row, whole } from './table.ts'

const SIZES = { small: 500, full: 10_000 } as const
/** So long after the instant everything is started again. */
const AWAY_MS = 5_000

export const recovery: Subject = { name: 'recovery', measure }

async function measure(bench: Bench): Promise<Row[]> {
  const talks = bench.isFull ? SIZES.full : SIZES.small
  const mailServer = await startMailServer()
  // Servers of its own, which may be killed.
  const servers = await startBenchServers(bench.say)
  const stops = [servers.stop]
  try {
    const undisturbed = await twin(servers, talks, mailServer)
    bench.say(`recovery, undisturbed: ${perSecond(talks, undisturbed)}`)
    const { ready, drained, took } = await disturbed(servers, talks, mailServer, bench, stops)
    const rate = perSecond(drained, took)
    bench.say(`recovery: ready after ${ms(ready)}, ${whole(drained)} then recorded: ${rate}`)
    const ratio = drained / took / (talks / undisturbed)
    const killed = servers.temporal === null ? 'api, worker and database' : 'everything'
    return [
      {
        what: `ready after kill -9 of ${killed}, ${whole(talks)} timers overdue`,
        measured: ms(ready),
        baseline: '–',
        ratio: null,
        reach: '≤ 10 s',
        isReached: ready <= 10_000,
      },
      {
        what: 'what was overdue recorded, beside the burst of an undisturbed twin',
        measured: `${rate}, of ${whole(drained)}`,
        baseline: perSecond(talks, undisturbed),
        ratio,
        reach: '≥ 0.9',
        isReached: ratio >= 0.9,
      },
    ]
  } finally {
    for (const stop of stops.toReversed()) await stop()
    await mailServer.stop()
  }
}

async function twin(servers: BenchServers, talks: number, mailServer: MailServer): Promise<number> {
  const burst = await prepareBurst(servers, 'twin', talks, mailServer.port, (own) => own.startWorker())
  await untilAt(burst.dueAt)
  const took = await untilRecorded(burst)
  await burst.installation.stop()
  return took
}

async function disturbed(
  servers: BenchServers,
  talks: number,
  mailServer: MailServer,
  { say }: Bench,
  stops: (() => Promise<void>)[],
): Promise<{ ready: number } & Drained> {
  const victims: Service[] = [servers.postgres.service]
  if (servers.temporal !== null) victims.push(servers.temporal.service)
  const burst = await prepareBurst(servers, 'disturbed', talks, mailServer.port, async (own) => {
    victims.push(await own.startApi(), await own.startWorker())
  })
  for (const { identity } of victims) process.kill(identity.pid, 'SIGKILL')
  await Promise.all(victims.map(({ ended }) => ended))
  await untilAt(burst.dueAt + AWAY_MS)

  const begun = Date.now()
  const { folder, namespace, postgres, spawned, temporal } = servers
  const restarted = await startPostgres({ folder, port: postgres.port, spawned })
  stops.push(restarted.stop)
  if (temporal !== null) {
    const port = Number(temporal.address.split(':')[1])
    stops.push((await startEngine(folder, namespace, say, { port, spawned })).stop)
  }
  const { installation } = burst
  stops.push(installation.stop)
  // The worker does not wait for the api, nor do we with looking at it.
  const [apiAt, { workingAt, ...drained }] = await Promise.all([
    installation.startApi().then(() => Date.now()),
    installation.startWorker().then(() => drain(burst)),
  ])
  return { ready: Math.max(apiAt, workingAt) - begun, ...drained }
}

interface Drained {
  /** What had not been recorded when the worker was ready, and how long that took from then on. */
  readonly drained: number
  readonly took: number
}

async function drain(burst: Burst): Promise<Drained & { workingAt: number }> {
  const workingAt = Date.now()
  // A connection of the pool that died with the database fails once.
  const before = await burst.recorded().catch(() => burst.recorded())
  return { workingAt, drained: burst.talks - before, took: await untilRecorded(burst, workingAt) }
}
