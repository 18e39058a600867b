/**
 * What open talks hold of the worker's memory, after garbage was collected in the process and in the thread that runs the
 * workflows: each one that is cached, and each one beyond the cache. Beside it empty workflows in a worker with the same
 * options.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pause, type Service } from '../scripts/infrastructure/process.ts'
import { compiled } from '../scripts/infrastructure/project.ts'
import { workerOptions } from '../worker/create-worker.ts'
import { talkViewQuery, talkWorkflowId } from '../workflows/talk/talk.messages.ts'
import type { HeapReport } from './bare/heap-reporter.ts'
import { bareQueryName } from './bare/settings.ts'
import { connectClients, type EngineClients, inParallel } from './engine-client.ts'
import { openInstallation, startBareWorker } from './processes.ts'
import type { BenchServers } from './servers.ts'
import type { Bench, Subject } from './subject.ts'
import type { Row } from './table.ts'
import { waitingTalk } from './waiting-talk.ts'

/** Open workflows at which the memory is read: twice within the cache, twice beyond it. */
const SIZES = {
  small: { cached: [100, 400], beyond: [900, 1_500] },
  full: { cached: [100, 700], beyond: [2_000, 12_000] },
} as const

type Sizes = (typeof SIZES)[keyof typeof SIZES]

const KIB = 1024
const MIB = KIB * KIB

export const memory: Subject = { name: 'memory', measure }

async function measure(bench: Bench): Promise<Row[]> {
  const servers = await bench.servers()
  const clients = await connectClients(servers)
  try {
    const ours = await growth(bench, servers, (wish) => openTalks(servers, clients, wish))
    bench.say(`memory: ${kib(ours.heap.cached)} cached, ${kib(ours.heap.beyond)} beyond`)
    const empty = await growth(bench, servers, (wish) => openEmpty(servers, clients, wish))
    return [
      {
        what: 'worker memory per cached talk',
        measured: `${mib(ours.heap.cached)} (resident ${mib(ours.resident.cached)})`,
        baseline: `${mib(empty.heap.cached)} (resident ${mib(empty.resident.cached)})`,
        ratio: ours.heap.cached / empty.heap.cached,
        reach: '≤ 0.25 MiB',
        isReached: ours.heap.cached <= 0.25 * MIB,
      },
      {
        what: `worker memory per open talk beyond the cache of ${workerOptions.maxCachedWorkflows}`,
        measured: `${kib(ours.heap.beyond)} (resident ${kib(ours.resident.beyond)})`,
        baseline: `${kib(empty.heap.beyond)} (resident ${kib(empty.resident.beyond)})`,
        ratio: null,
        reach: '≤ 1 KiB',
        isReached: ours.heap.beyond <= KIB,
      },
    ]
  } finally {
    await clients.close()
  }
}

/** Workflows of one kind, and the worker that has them. */
interface Opener {
  readonly worker: Service
  /** Opens so many more, and waits until they wait. */
  open(count: number): Promise<void>
  stop(): Promise<void>
}

interface HeapWish {
  readonly env: Record<string, string>
  readonly nodeArgs: readonly string[]
}

/** Bytes per workflow. */
interface Slopes {
  readonly cached: number
  readonly beyond: number
}

/** In the heaps once garbage was collected; and of the machine, which gets back what was collected late or never. */
interface Growth {
  readonly heap: Slopes
  readonly resident: Slopes
}

async function growth(
  { isFull }: Bench,
  { folder }: BenchServers,
  openWith: (wish: HeapWish) => Promise<Opener>,
): Promise<Growth> {
  const sizes = isFull ? SIZES.full : SIZES.small
  const file = join(folder, 'heap.json')
  const nodeArgs = ['--expose-gc', '--import', compiled('bench/bare/heap-reporter.js')]
  const opener = await openWith({ env: { HEAP_FILE: file }, nodeArgs })
  try {
    const reports: HeapReport[] = []
    let opened = 0
    for (const size of [...sizes.cached, ...sizes.beyond]) {
      await opener.open(size - opened)
      opened = size
      reports.push(await reportOf(opener.worker, file))
    }
    return {
      heap: slopes(
        sizes,
        reports.map(({ heap }) => heap),
      ),
      resident: slopes(
        sizes,
        reports.map(({ rss }) => rss),
      ),
    }
  } finally {
    await opener.stop()
  }
}

function slopes({ cached, beyond }: Sizes, bytes: readonly number[]): Slopes {
  const [few = 0, many = 0, over = 0, far = 0] = bytes
  return {
    cached: (many - few) / (cached[1] - cached[0]),
    beyond: (far - over) / (beyond[1] - beyond[0]),
  }
}

function mib(bytes: number): string {
  return `${(bytes / MIB).toFixed(3)} MiB`
}

function kib(bytes: number): string {
  return `${(bytes / KIB).toFixed(2)} KiB`
}

async function reportOf(worker: Service, file: string): Promise<HeapReport> {
  rmSync(file, { force: true })
  // Evictions that are under way.
  await pause(2_000)
  process.kill(worker.identity.pid, 'SIGUSR2')
  while (!existsSync(file)) await pause(100)
  await pause(100)
  const report: HeapReport = JSON.parse(readFileSync(file, 'utf8'))
  if (report.threads < 2) throw new Error('the thread of the workflows did not tell its memory')
  return report
}

async function openTalks(servers: BenchServers, clients: EngineClients, wish: HeapWish): Promise<Opener> {
  const installation = await openInstallation(servers, 'memory')
  const worker = await installation.startWorker(wish)
  const { workflow } = clients.service
  return {
    worker,
    open: async (count) => {
      const states = Array.from({ length: count }, waitingTalk)
      await inParallel(states, 10, (state) =>
        workflow.start('talkWorkflow', {
          workflowId: talkWorkflowId(state.talkId),
          taskQueue: installation.taskQueue,
          args: [{ state, version: 1 }],
        }),
      )
      for (const { talkId } of states.slice(-10))
        await workflow.getHandle(talkWorkflowId(talkId)).query(talkViewQuery)
    },
    stop: installation.stop,
  }
}

async function openEmpty(servers: BenchServers, clients: EngineClients, wish: HeapWish): Promise<Opener> {
  const taskQueue = 'memory_bare'
  const worker = await startBareWorker(servers, { taskQueue, databaseUrl: '', smtpPort: null }, wish)
  const { workflow } = clients.bare
  return {
    worker,
    open: async (count) => {
      const ids = Array.from({ length: count }, () => randomUUID())
      await inParallel(ids, 10, (workflowId) => workflow.start('emptyWorkflow', { workflowId, taskQueue }))
      for (const id of ids.slice(-10)) await workflow.getHandle(id).query(bareQueryName)
    },
    stop: () => worker.stop('SIGTERM', 30_000),
  }
}
