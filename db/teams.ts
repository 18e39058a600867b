import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** The employments that lead somebody with a talk in the round on a day. */
export async function leadersOfRound(tx: Tx, roundId: string, on: Day): Promise<string[]> {
  const rows = await tx.$queryRaw<{ leader_id: string }[]>`
    SELECT DISTINCT l.leader_id FROM talk t
    JOIN reporting_line l ON l.employment_id = t.employment_id AND l.from_on <= ${on}::date
      AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
    WHERE t.round_id = ${roundId}::uuid AND t.status NOT IN ('exempt', 'left', 'stopped')`
  return rows.map((row) => row.leader_id)
}

/** How many talks each leader's team has held in the round, by today's leader. */
export async function heldByLeader(tx: Tx, roundId: string, on: Day): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ leader_id: string; held: bigint }[]>`
    SELECT l.leader_id, count(*) FILTER (WHERE t.outcome = 'held') AS held FROM talk t
    JOIN reporting_line l ON l.employment_id = t.employment_id AND l.from_on <= ${on}::date
      AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
    WHERE t.round_id = ${roundId}::uuid
    GROUP BY l.leader_id`
  return new Map(rows.map((row) => [row.leader_id, Number(row.held)]))
}
