/**
 * What a talk costs the engine: the events of its histories, counted, beside the least that its steps, acts and facts can
 * need. On a server whose clocks can be moved, whatever engine is measured otherwise: counts are the same everywhere.
 */
import { WorkflowClient, type WorkflowHandle } from '@temporalio/client'
import { pause } from '../scripts/infrastructure/process.ts'
import { addCast, type Cast } from '../test/support/cast.ts'
import { type Causes, causesOf, leastEvents } from '../test/support/causes.ts'
import { countEvents, runsOf } from '../test/support/histories.ts'
import { markReadyUpdate, talkWorkflowId } from '../workflows/talk/talk.messages.ts'
import type { Bench, Subject } from './subject.ts'
import type { Row } from './table.ts'
import { openVirtualYear, type VirtualYear } from './virtual-year.ts'

export const events: Subject = { name: 'events', measure }

/** What a play cannot do without, in so many runs of its workflow. */
type Needed = Causes & { readonly runs: number }

/**
 * By hand, from the policy: of what was recorded a needless step would hide itself. Reminders of preparing come five days
 * and one before the talk, its end asks whether it was held, and each of both status talks has one reminder. Of the acts,
 * getting ready and proposing a plan change nothing of what is waited for. A new run begins when the plan is agreed.
 */
const onTimeNeeds: Needed = { steps: 5, acts: 7, facts: 0, moves: 5, runs: 2 }
/** Both ladders, of inviting and of holding: a reminder and four steps, then five steps; the round closes meanwhile. */
const nobodyActsNeeds: Needed = { steps: 10, acts: 0, facts: 1, moves: 0, runs: 1 }

/** How long the database is away; the engine's tries are up to five minutes apart by then. */
const OUTAGE_MS = { small: 45_000, full: 60 * 60_000 } as const

async function measure(bench: Bench): Promise<Row[]> {
  const year = await openVirtualYear('2037-11-24T09:00:00Z', bench.say)
  try {
    const cast = await addCast(year.db)
    const roundId = await cast.organisation.addRound({ unitId: cast.school })
    await year.rounds.start(roundId)
    const talkId = await year.talks.idOf(roundId, cast.anna)
    const [outage, tries] = await outageEvents(
      year,
      await year.talks.idOf(roundId, cast.ben),
      bench.isFull ? OUTAGE_MS.full : OUTAGE_MS.small,
    )
    const refused = await playOnTime(year, talkId)
    const onTime = await compare(year, talkId, onTimeNeeds, bench)
    const ladder = await compare(year, await playNobodyActs(year, cast), nobodyActsNeeds, bench)
    return [
      count('events of a talk-year, everybody on time', onTime, '1.00', 1),
      count('events of a talk-year, every ladder climbed', ladder, '≤ 1.05', 1.05),
      nothing('events of a refused double click', String(refused), refused),
      nothing(
        `events while the database is away for ${bench.isFull ? 'an hour' : '45 s'}, beyond the six of the first try`,
        `${outage} in ${tries} tries of the engine`,
        outage,
      ),
    ]
  } finally {
    await year.stop()
  }
}

interface Compared {
  readonly events: number
  readonly least: number
}

function count(what: string, { events: counted, least }: Compared, reach: string, most: number): Row {
  const ratio = counted / least
  return {
    what,
    measured: String(counted),
    baseline: `${least}, the least`,
    ratio,
    reach,
    isReached: ratio <= most,
  }
}

function nothing(what: string, measured: string, value: number): Row {
  return { what, measured, baseline: '–', ratio: null, reach: '0', isReached: value === 0 }
}

async function compare(
  { client, records }: VirtualYear,
  talkId: string,
  needed: Needed,
  { say }: Bench,
): Promise<Compared> {
  const counted = await countEvents(client, talkWorkflowId(talkId))
  const { length: runs } = await runsOf(client, talkWorkflowId(talkId))
  sayMore(say, { ...causesOf(records.filter((input) => input.talkId === talkId)), runs }, { ...needed })
  const least = leastEvents(needed, needed.runs)
  sayMore(say, counted, least)
  return { events: sum(counted), least: sum(least) }
}

/** Where it was not what was needed. */
function sayMore(say: Bench['say'], found: Record<string, number>, needed: Record<string, number>): void {
  for (const name of new Set([...Object.keys(found), ...Object.keys(needed)])) {
    const more = (found[name] ?? 0) - (needed[name] ?? 0)
    if (more !== 0) say(`events: ${name} ${more > 0 ? '+' : ''}${more}`)
  }
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0)
}

/** A year as it should be; in the middle of it a button is pressed twice. Answers what that added. */
async function playOnTime({ talks, player, client }: VirtualYear, talkId: string): Promise<number> {
  await player.skipTo(Date.parse('2038-02-01T09:00:00Z'))
  await talks.invite(talkId, '2038-02-24T09:00:00Z')
  await talks.act(talkId, { type: 'mark-ready', party: 'leader', ready: true })
  await player.skipTo(Date.parse('2038-02-24T14:00:00Z'))
  await talks.hold(talkId, '2038-02-24')
  const before = sum(await countEvents(client, talkWorkflowId(talkId)))
  const wasRefused = await talks.hold(talkId, '2038-02-24').then(
    () => false,
    () => true,
  )
  if (!wasRefused) throw new Error('a talk was reported held twice: expected a refusal')
  const added = sum(await countEvents(client, talkWorkflowId(talkId))) - before
  await talks.agree(talkId, [])
  for (const { id, dueOn } of (await talks.state(talkId)).statusTalks) {
    await player.skipTo(Date.parse(`${dueOn}T09:00:00Z`))
    await talks.act(talkId, { type: 'report-status-talk-held', statusTalkId: id, on: dueOn })
  }
  return added
}

/** Another round of another kind, in which nobody does anything, played until every ladder has been climbed for a year. */
async function playNobodyActs(year: VirtualYear, { organisation, school, anna }: Cast): Promise<string> {
  const roundId = await organisation.addRound({ unitId: school, kind: 'senior', year: 2039 })
  await year.rounds.start(roundId)
  const talkId = await year.talks.idOf(roundId, anna)
  await year.player.skipTo(Date.parse('2039-02-01T09:00:00Z'))
  return talkId
}

/** What the talk's history grows by between the engine's first try at recording and its last while nobody gets in. */
async function outageEvents(year: VirtualYear, talkId: string, lasts: number): Promise<[number, number]> {
  // A client without the clock, which lies in the database.
  const { client: moving, dataConverter } = year
  const client = new WorkflowClient({ connection: moving.connection, dataConverter })
  const handle = client.getHandle(talkWorkflowId(talkId))
  await year.allowConnections(false)
  const answer = handle.executeUpdate(markReadyUpdate, {
    args: [
      {
        decisionId: 'update:outage',
        requestHash: 'hash',
        byPersonId: talkId,
        onBehalfOf: null,
        act: { type: 'mark-ready', party: 'employee', ready: true },
      },
    ],
    updateId: 'update:outage',
  })
  while ((await triesOf(handle)) === 0) await pause(200)
  const before = await lengthOf(handle)
  await pause(lasts)
  const [after, tries] = [await lengthOf(handle), await triesOf(handle)]
  await year.allowConnections(true)
  await answer
  return [after - before, tries]
}

async function triesOf(handle: WorkflowHandle): Promise<number> {
  const { raw } = await handle.describe()
  return raw.pendingActivities?.[0]?.attempt ?? 0
}

async function lengthOf(handle: WorkflowHandle): Promise<number> {
  return (await handle.fetchHistory()).events?.length ?? 0
}
