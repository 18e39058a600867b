/**
 * A talk in its last month that nobody has in the cache: its history since the plan was agreed is fetched and played again
 * before it answers. Beside it a workflow that has never done anything, in a worker with the same options. In turn.
 */
import { randomUUID } from 'node:crypto'
import { WorkflowClient } from '@temporalio/client'
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import { addCast } from '../test/support/cast.ts'
import { workerOptions } from '../worker/create-worker.ts'
import { talkViewQuery, talkWorkflowId } from '../workflows/talk/talk.messages.ts'
import { bareQueryName } from './bare/settings.ts'
import { median } from './numbers.ts'
import { bareBundle, workflowsFile } from './processes.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, type Row } from './table.ts'
import { openVirtualYear, type VirtualYear } from './virtual-year.ts'

const SIZES = { small: { talks: 12, times: 6 }, full: { talks: 40, times: 20 } } as const
/** So few that whoever is asked next is never among them. */
const CACHED = 2

export const coldWake: Subject = { name: 'cold-wake', measure }

async function measure({ isFull, say }: Bench): Promise<Row[]> {
  const { talks, times } = isFull ? SIZES.full : SIZES.small
  const year = await openVirtualYear('2037-11-24T09:00:00Z', say)
  try {
    const talkIds = await playToLastMonth(year, talks)
    await year.stopWorker()
    const lengths = await Promise.all(talkIds.map((id) => eventsOf(year, id)))
    const delays = await askInTurn(year, talkIds, times)
    const [ours, empty] = [median(delays.ours), median(delays.empty)]
    say(`cold wake: ${ms(ours)}, empty ${ms(empty)}`)
    return [
      {
        what: `cold wake of a talk in its last month, ${median(lengths)} events`,
        measured: ms(ours),
        baseline: `${ms(empty)}, an empty workflow`,
        ratio: ours / empty,
        reach: '≤ 2',
        isReached: ours <= 2 * empty,
      },
    ]
  } finally {
    await year.stop()
  }
}

/** Held, agreed, an action done and both status talks held: what is left is the round's end. */
async function playToLastMonth({ db, rounds, talks, player }: VirtualYear, count: number): Promise<string[]> {
  const { organisation, school, ben } = await addCast(db)
  const people = []
  for (let n = 1; n < count; n++)
    people.push(await organisation.addPerson(`Anna ${n}`, { unitId: school, leader: ben }))
  const roundId = await organisation.addRound({ unitId: school })
  await rounds.start(roundId)
  const ids = await Promise.all(people.map((person) => talks.idOf(roundId, person)))
  const everybody = (act: (talkId: string) => Promise<unknown>) => Promise.all(ids.map(act))
  await player.skipTo(Date.parse('2038-02-01T09:00:00Z'))
  await everybody((id) => talks.invite(id, '2038-02-24T09:00:00Z'))
  await player.skipTo(Date.parse('2038-02-24T14:00:00Z'))
  await everybody((id) => talks.hold(id, '2038-02-24'))
  await everybody((id) => talks.agree(id, [{ owner: 'employee', dueOn: '2038-05-03' }]))
  await player.skipTo(Date.parse('2038-05-03T14:00:00Z'))
  await everybody(async (id) => {
    const actionId = (await talks.state(id)).actions[0]?.id ?? ''
    await talks.act(id, { type: 'report-action', actionId, report: 'done', dueOn: null })
  })
  const [first] = ids
  const { statusTalks } = await talks.state(first ?? '')
  for (const [number, { dueOn }] of statusTalks.entries()) {
    await player.skipTo(Date.parse(`${dueOn}T09:00:00Z`))
    await everybody(async (id) => {
      const statusTalkId = (await talks.state(id)).statusTalks[number]?.id ?? ''
      await talks.act(id, { type: 'report-status-talk-held', statusTalkId, on: dueOn })
    })
  }
  await player.skipTo(Date.parse('2039-01-10T09:00:00Z'))
  return ids
}

async function eventsOf({ client }: VirtualYear, talkId: string): Promise<number> {
  return (await client.getHandle(talkWorkflowId(talkId)).fetchHistory()).events?.length ?? 0
}

async function askInTurn(
  { client, temporalAddress, taskQueue, dataConverter }: VirtualYear,
  talkIds: readonly string[],
  times: number,
): Promise<{ ours: number[]; empty: number[] }> {
  // Without the clock that is moved before each question.
  const { connection } = client
  const asking = new WorkflowClient({ connection, dataConverter })
  const plain = new WorkflowClient({ connection })
  const bareQueue = 'cold_bare'
  const emptyIds = talkIds.map(() => randomUUID())
  for (const workflowId of emptyIds) await plain.start('emptyWorkflow', { workflowId, taskQueue: bareQueue })
  const native = await NativeConnection.connect({ address: temporalAddress })
  const options = { ...workerOptions, connection: native, maxCachedWorkflows: CACHED }
  const stops = [
    await run({ ...options, taskQueue, dataConverter, workflowBundle: { codePath: workflowsFile() } }),
    await run({ ...options, taskQueue: bareQueue, workflowBundle: { code: await bareBundle() } }),
  ]
  const delays = { ours: [] as number[], empty: [] as number[] }
  for (let time = 0; time <= times; time++) {
    for (const [i, talkId] of talkIds.entries()) {
      const ours = await timed(() => asking.getHandle(talkWorkflowId(talkId)).query(talkViewQuery))
      const empty = await timed(() => plain.getHandle(emptyIds[i] ?? '').query(bareQueryName))
      // The first time the engine still looks for the worker that had them.
      if (time === 0) continue
      delays.ours.push(ours)
      delays.empty.push(empty)
    }
  }
  for (const stop of stops) await stop()
  await native.close()
  return delays
}

async function run(options: WorkerOptions): Promise<() => Promise<void>> {
  const worker = await Worker.create(options)
  const running = worker.run()
  return async () => {
    worker.shutdown()
    await running
  }
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await ask()
  return performance.now() - begun
}
