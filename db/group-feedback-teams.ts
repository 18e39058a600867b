import type { Day } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Db, Tx } from './client.ts'
import { heldByLeader } from './teams.ts'

/** Once the talks of a round are over, people go on changing teams: whoever leads them now owes it (R13.2). */
export async function recountGroupFeedback(db: Db, on: Day): Promise<void> {
  const opened = await db.$queryRaw<{ id: string; minimumGroup: number }[]>`
    SELECT id::text, (snapshot->'policy'->>'minimumGroup')::int AS "minimumGroup" FROM round
    WHERE status IN ('running', 'closing') AND (snapshot->>'groupFeedbackOpened')::boolean`
  for (const { id, minimumGroup } of opened)
    await db.$transaction((tx) => openGroupFeedback(tx, id, minimumGroup, on))
}

/**
 * Finds the teams whose leader owes common feedback: as many held talks as the minimum group, or more. Under that
 * there is no obligation, but the leader may still write (R10.1). What was sent stays sent.
 */
export async function openGroupFeedback(
  tx: Tx,
  roundId: string,
  minimumGroup: number,
  on: Day,
): Promise<void> {
  const held = await heldByLeader(tx, roundId, on)
  const status = (count: number) => (count >= minimumGroup ? 'owed' : 'optional')
  await tx.groupFeedback.createMany({
    data: [...held].map(([leaderId, count]) => ({
      id: derivedId('team', roundId, leaderId),
      roundId,
      leaderId,
      status: status(count),
    })),
    skipDuplicates: true,
  })
  const owing = [...held].filter(([, count]) => count >= minimumGroup).map(([leaderId]) => leaderId)
  await tx.groupFeedback.updateMany({
    where: { roundId, status: 'optional', leaderId: { in: owing } },
    data: { status: 'owed' },
  })
  await tx.groupFeedback.updateMany({
    where: { roundId, status: 'owed', leaderId: { notIn: owing } },
    data: { status: 'optional' },
  })
}
