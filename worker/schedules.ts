import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client'
import type { Db } from '../db/client.ts'
import { recurringRounds } from '../db/next-round.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { MorningInput } from '../workflows/morning/morning.messages.ts'
import type { OpenRoundInput } from '../workflows/round/round.messages.ts'

export interface RecurringWork {
  scheduleId: string
  workflowType: 'morningWorkflow' | 'openRoundWorkflow' | 'auditWorkflow' | 'retentionWorkflow'
  /** Minute, hour, day of month, month, day of week, in the installation's zone. */
  cron: string
  args: [MorningInput] | [OpenRoundInput] | []
  /** A run that was missed while the engine was away is made up for within this time. */
  catchupWindow: '12 hours' | '30 days'
  why: string
}

/** All recurring work in one table. Overlap is always SKIP: the next run finds what this one did not finish. */
export const recurringWork: readonly RecurringWork[] = [
  {
    scheduleId: 'morning',
    workflowType: 'morningWorkflow',
    cron: '0 6 * * 1-5',
    args: [{ sweep: true }],
    catchupWindow: '12 hours',
    why: 'Before the first mails of the day: finds what should have moved, opens joiners’ talks, delivers facts.',
  },
  {
    scheduleId: 'audit',
    workflowType: 'auditWorkflow',
    cron: '30 2 * * *',
    args: [],
    catchupWindow: '12 hours',
    why: 'While nobody works: reads the whole audit again, and seals where its chains end.',
  },
  {
    scheduleId: 'retention',
    workflowType: 'retentionWorkflow',
    cron: '0 2 * * *',
    args: [],
    catchupWindow: '12 hours',
    why: 'While nobody works: deletes what is older than HR has chosen to keep it.',
  },
]

/** The yearly work of a recurring round: drafts its next year four months before those talks begin (R1.3). */
export function nextRoundWork(roundId: string, talksFrom: Day): RecurringWork {
  const month = ((Number(talksFrom.slice(5, 7)) - 1 + 8) % 12) + 1
  return {
    scheduleId: `${OPEN_ROUND}${roundId}`,
    workflowType: 'openRoundWorkflow',
    cron: `0 6 1 ${month} *`,
    args: [{ roundId }],
    catchupWindow: '30 days',
    why: 'Drafts next year’s round, four months before its talks begin, so that HR only has to look and start.',
  }
}

const OPEN_ROUND = 'open-round/'

export interface SchedulesWanted {
  client: Pick<Client, 'schedule'>
  db: Db
  /** IANA name. */
  zone: string
  taskQueue: string
  /** The key that encrypts now: after a change of keys the Schedules are made anew, so that the old key can go. */
  keyId: string
}

/**
 * Makes the Schedules what they should be: the morning's, and one for each round that recurs and has no next year
 * yet; others of those are removed. Run when the worker starts and every morning, so that a round that HR makes
 * recurring, or stops from it, is followed within a day. Several workers may do it at once.
 */
export async function ensureSchedules(parts: SchedulesWanted): Promise<void> {
  const { client } = parts
  const rounds = await recurringRounds(parts.db)
  const wanted = [
    ...recurringWork,
    ...rounds.map(({ roundId, talksFrom }) => nextRoundWork(roundId, talksFrom)),
  ]
  for (const work of wanted) await ensureSchedule(parts, work)
  const ids = new Set(wanted.map((work) => work.scheduleId))
  for await (const { scheduleId } of client.schedule.list()) {
    if (scheduleId.startsWith(OPEN_ROUND) && !ids.has(scheduleId))
      await client.schedule.getHandle(scheduleId).delete().catch(unlessGone)
  }
}

/** One that exists as it should is left alone; one made for another time or zone, or with another key, is made anew. */
async function ensureSchedule(
  { client, zone, taskQueue, keyId }: SchedulesWanted,
  work: RecurringWork,
): Promise<void> {
  const memo = { why: work.why, when: work.cron, zone, taskQueue, keyId }
  const isMade = () =>
    client.schedule
      .create({
        scheduleId: work.scheduleId,
        spec: { cronExpressions: [work.cron], timezone: zone },
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: work.catchupWindow },
        action: { type: 'startWorkflow', workflowType: work.workflowType, taskQueue, args: work.args },
        memo,
      })
      .then(() => true, unlessThere)
  if (await isMade()) return
  const handle = client.schedule.getHandle(work.scheduleId)
  const existing = (await handle.describe().catch(unlessGone))?.memo
  if (Object.entries(memo).every(([key, value]) => existing?.[key] === value)) return
  await handle.delete().catch(unlessGone)
  await isMade()
}

function unlessThere(error: unknown): false {
  if (error instanceof ScheduleAlreadyRunning) return false
  throw error
}

/** Another worker has just removed it. */
function unlessGone(error: unknown): null {
  if (error instanceof ScheduleNotFoundError) return null
  throw error
}
