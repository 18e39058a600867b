import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client'
import type { Db } from '../db/client.ts'
import { policyOf } from '../db/rounds.ts'
import type { MorningInput } from '../workflows/morning/morning.messages.ts'

export interface RecurringWork {
  scheduleId: string
  workflowType: 'morningWorkflow' | 'openRoundWorkflow'
  /** Minute, hour, day of month, month, day of week, in the installation's zone. */
  cron: string
  args: [MorningInput] | [{ roundId: string }]
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
]

/** The yearly work of a recurring round: drafts its next year four months before those talks begin (R1.3). */
export function nextRoundWork(roundId: string, talksFrom: string): RecurringWork {
  const month = ((Number(talksFrom.slice(5, 7)) - 1 + 8) % 12) + 1
  return {
    scheduleId: `open-round/${roundId}`,
    workflowType: 'openRoundWorkflow',
    cron: `0 6 1 ${month} *`,
    args: [{ roundId }],
    catchupWindow: '30 days',
    why: 'Drafts next year’s round, four months before its talks begin, so that HR only has to look and start.',
  }
}

/** Makes sure a piece of recurring work has its Schedule; one that exists is left as it is. */
export async function ensureSchedule(
  client: Client,
  work: RecurringWork,
  zone: string,
  taskQueue: string,
): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: work.scheduleId,
      spec: { cronExpressions: [work.cron], timezone: zone },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: work.catchupWindow },
      action: { type: 'startWorkflow', workflowType: work.workflowType, taskQueue, args: work.args },
      memo: { why: work.why },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}

/** The Schedules an installation needs: the morning's, and one for each recurring round. */
export async function ensureSchedules(
  client: Client,
  db: Db,
  zone: string,
  taskQueue: string,
): Promise<void> {
  for (const work of recurringWork) await ensureSchedule(client, work, zone, taskQueue)
  const rounds = await db.round.findMany({ where: { recurs: true }, select: { id: true } })
  for (const { id } of rounds) {
    const policy = await policyOf(db, id)
    await ensureSchedule(client, nextRoundWork(id, policy.talksFrom), zone, taskQueue)
  }
}
