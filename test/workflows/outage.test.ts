import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { WorkflowClient } from '@temporalio/client'
import { Client } from 'pg'
import { DAY } from '../../domain/calendar/day.ts'
import { markReadyUpdate, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { askFor } from '../support/ask.ts'
import { createStage, type Stage } from '../support/stage.ts'
import { testDataConverter } from '../support/temporal-keys.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-03T09:00:00Z' })
})

afterAll(async () => {
  await stage?.close()
})

test('while the database is away an act waits without adding to the history, and is recorded once it is back', async () => {
  const { cast, db, mischief, rounds, talks, temporal } = stage
  const roundId = await cast.organisation.addRound({ unitId: cast.school })
  await rounds.start(roundId)
  const talkId = await talks.idOf(roundId, cast.anna)
  const tries = counter()
  mischief.before = () => tries.count()

  await allowConnections(false)
  // A client without the clock, which lies in the database.
  const handle = new WorkflowClient({
    connection: temporal.connection,
    dataConverter: testDataConverter,
  }).getHandle(talkWorkflowId(talkId))
  const answer = handle.executeUpdate(markReadyUpdate, {
    args: [
      {
        decisionId: 'update:1',
        requestHash: 'hash',
        byPersonId: cast.anna.personId,
        onBehalfOf: null,
        act: { type: 'mark-ready', party: 'employee', ready: true },
      },
    ],
    updateId: 'update:1',
  })
  // Two at once and the first patient one; after that only the server counts.
  await tries.reached(3)
  const waiting = (await handle.fetchHistory()).events?.length
  await tries.reached(4)
  expect((await handle.fetchHistory()).events?.length).toBe(waiting)
  await allowConnections(true)

  expect(await answer).toEqual({ talkId, version: 2, status: 'awaiting' })
  expect(await db.auditEntry.count({ where: { subject: talkId, decisionId: 'update:1' } })).toBe(1)
})

test('a recording that hangs is done by another attempt; the first, which ends days later, writes nothing', async () => {
  const { cast, db, mischief, player, rounds, talks } = stage
  const unitId = await cast.organisation.addUnit('Afdelingen', cast.school)
  const bo = await cast.organisation.addPerson('Bo', { unitId, leader: cast.ben })
  const roundId = await cast.organisation.addRound({ unitId, kind: 'senior' })
  await rounds.start(roundId)
  const talkId = await talks.idOf(roundId, bo)
  const [release, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const attempts: string[] = []
  const isOurs = ({ event }: { event: string }) => event === 'mark-ready'
  mischief.before = async (input) => {
    if (isOurs(input) && attempts.push('began') === 1) await release.promise
  }
  mischief.after = (input) => {
    if (isOurs(input) && attempts.push('ended') === 4) ended.resolve()
  }
  await talks.act(talkId, { type: 'mark-ready', party: 'leader', ready: true })
  await player.skipTo((await player.now()) + 2 * DAY)
  release.resolve()
  await ended.promise
  expect(attempts).toEqual(['began', 'began', 'ended', 'ended'])
  expect(await db.auditEntry.count({ where: { subject: talkId, event: 'mark-ready' } })).toBe(1)
})

/** The database is there, and nobody gets in; those who are in are thrown out. */
async function allowConnections(allowed: boolean): Promise<void> {
  const name = new URL(stage.database.url).pathname.slice(1)
  const admin = new Client({ connectionString: (await askFor('postgres')).adminUrl })
  await admin.connect()
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`)
  if (!allowed)
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await admin.end()
}

function counter(): { count(): void; reached(number: number): Promise<void> } {
  let counted = 0
  const waiting = new Map<number, () => void>()
  return {
    count: () => waiting.get(++counted)?.(),
    reached: (number) =>
      number <= counted ? Promise.resolve() : new Promise((resolve) => waiting.set(number, resolve)),
  }
}
