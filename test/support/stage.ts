import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkerOptions } from '@temporalio/worker'
import { createErasureList, type ErasureList } from '../../activities/erasure-list.ts'
import { createEngine, type Engine } from '../../activities/engine.ts'
import { type Db, openDb, openWorkerDb } from '../../db/client.ts'
import { type Clock, tableClock } from '../../db/clock.ts'
import type { RecordRoundInput } from '../../db/record-round.ts'
import type { RecordTalkInput } from '../../db/record-talk.ts'
import { createPlayer, type Player } from '../../demo/player.ts'
import { addDays, type Day, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import type { JournalGateway } from '../../journal/gateway.ts'
import { createManualGateway, createOffGateway } from '../../journal/manual-gateway.ts'
import { type ActivityDeps, createActivities } from '../../worker/create-worker.ts'
import { type Acts, createActs } from './acts.ts'
import { addCast, type Cast } from './cast.ts'
import { createDatabase, type TestDatabase } from './postgres.ts'
import { connectTemporal, type TestTemporal } from './temporal.ts'

/** The engine on real servers in one process, on a clock that only the player moves. */
export interface Stage extends Acts {
  readonly db: Db
  readonly database: TestDatabase
  readonly clock: Clock
  readonly temporal: TestTemporal
  readonly engine: Engine
  readonly player: Player
  readonly cast: Cast
  readonly zone: string
  readonly deps: ActivityDeps
  /** Every decision that was recorded, with the clock's instant at that moment; `close` compares the two. */
  readonly records: readonly RecordSeen[]
  /** Mischief that a test may set: called before and after each recording's transaction; what it throws is lost. */
  readonly mischief: Mischief
  /** The clock's day, or the one so many calendar days later. */
  today(later?: number): Promise<Day>
  close(): Promise<void>
}

export type RecordInput = RecordTalkInput | RecordRoundInput

export interface RecordSeen {
  readonly input: RecordInput
  readonly clockAt: Instant
}

export interface Mischief {
  before?: ((input: RecordInput) => void | Promise<void>) | undefined
  after?: ((input: RecordInput) => void | Promise<void>) | undefined
  /** Talks whose clocks are not moved in time on purpose. */
  late?: Set<string>
}

export interface StageOptions {
  /** What the clock shows first; ISO text. */
  readonly at?: string
  /** Plans are only shared unless told otherwise. */
  readonly journaling?: 'gateway' | 'manual' | 'off'
  /** Where plans are filed when `journaling` is `gateway`. */
  readonly gateway?: JournalGateway
  /** Where it is noted who was erased. */
  readonly erasures?: ErasureList
  /** Where mails lie as files. */
  readonly outboxFolder?: string
  /** False where the test runs the workers itself. */
  readonly worker?: boolean
  /** What workers and clients call themselves in histories; the machine's name unless given. */
  readonly identity?: string
  /** Histories that are kept are to be read by whoever reviews them. */
  readonly inTheClear?: boolean
}

const ZONE = 'Europe/Copenhagen'

/** Before the round of 2038 begins. */
const NOVEMBER = '2037-11-24T09:00:00Z'

export async function createStage(options: StageOptions = {}): Promise<Stage> {
  const database = await createDatabase()
  const db = openDb(database.url)
  const workerDb = openWorkerDb(database.url)
  const clock = tableClock(db)
  const temporal = await connectTemporal(async () => clock.now(), {
    ...(options.identity && { identity: options.identity }),
    ...(options.inTheClear && { dataConverter: {} }),
  })
  const { client, taskQueue } = temporal
  const engine = createEngine({ workflow: client }, taskQueue)
  const player = createPlayer({ db, client, taskQueue, drain: async () => {}, zone: ZONE })
  await player.begin(Date.parse(options.at ?? NOVEMBER))
  const deps: ActivityDeps = {
    db: workerDb,
    clock,
    engine,
    zone: ZONE,
    journaling: options.journaling ?? 'off',
    gateway:
      options.gateway ?? (options.journaling === 'manual' ? createManualGateway() : createOffGateway()),
    installation: { employer: 'Solbakke Kommune', kindName: 'MUS' },
    filedUnder: { classification: '81.08.00 Medarbejderudvikling', accessGroup: 'Personalesager' },
    erasures: options.erasures ?? createErasureList(join(tmpdir(), `erasures-${temporal.taskQueue}`)),
    outboxFolder: options.outboxFolder ?? null,
  }
  const records: RecordSeen[] = []
  const mischief: Mischief = {}
  if (options.worker !== false)
    await temporal.runWorker({
      activities: watched(deps, records, mischief),
      ...quick,
    })
  const cast = await addCast(db)
  return {
    ...createActs({ db, client, engine, clock, player, taskQueue, zone: ZONE }),
    db,
    database,
    clock,
    temporal,
    engine,
    player,
    cast,
    zone: ZONE,
    deps,
    records,
    mischief,
    today: async (later = 0) => addDays(player.calendar.dayOf(await player.now()), later),
    close: async () => {
      await temporal.close()
      await db.$disconnect()
      await workerDb.$disconnect()
      await database.drop()
      compareClocks(records)
    },
  }
}

/** Many small tasks at once, as the product's worker has it. */
const quick = { maxCachedWorkflows: 400 } satisfies Partial<WorkerOptions>

/** The product's activities, with an eye on every recording. */
export function watched(deps: ActivityDeps, records: RecordSeen[], mischief: Mischief) {
  const activities = createActivities(deps)
  const now = async () => deps.clock.now()
  const seen =
    <Input extends RecordInput, Output>(record: (input: Input) => Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      // At the beginning: an attempt that its workflow gives up may end long after the player has gone on.
      const clockAt = await now().catch(() => null)
      await mischief.before?.(input)
      const output = await record(input)
      const isLate = 'talkId' in input && mischief.late?.has(input.talkId)
      if (!isLate && clockAt !== null) records.push({ input, clockAt })
      await mischief.after?.(input)
      return output
    }
  return {
    ...activities,
    record: seen(activities.record),
    recordRound: seen(activities.recordRound),
  }
}

/** Between two moves of the player a workflow's clock runs as real time does. */
const DRIFT = 10 * MINUTE

/** Every decision is made at the clock's time, by workflows whose own clocks the player moves. */
function compareClocks(records: readonly RecordSeen[]): void {
  for (const { input, clockAt } of records) {
    if (Math.abs(input.at - clockAt) <= DRIFT) continue
    const [own, clock] = [input.at, clockAt].map((at) => new Date(at).toISOString())
    throw new Error(`'${input.event}' was decided at ${own} while the clock showed ${clock}`)
  }
}
