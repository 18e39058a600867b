import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { leadsOn } from './leads-on.ts'

/** A team of a round that a person answers for on a day: as its leader, as the deputy or over a vacancy. */
export interface Leadership {
  /** The leader's employment. */
  leaderId: string
  leaderName: string
  /** The leader whom the person acts for; null for the leader. */
  onBehalfOf: string | null
}

/** The teams with talks in a round that a person answers for on a day, their own first. */
export async function leadershipsIn(
  db: Tx,
  roundId: string,
  personId: string,
  on: Day,
): Promise<Leadership[]> {
  return db.$queryRaw<Leadership[]>`
    WITH led AS (
      SELECT DISTINCT l.leader_id FROM talk t JOIN reporting_line l ON l.employment_id = t.employment_id
        AND l.from_on <= ${on}::date AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
      WHERE t.round_id = ${roundId}::uuid)
    SELECT e.id::text AS "leaderId", p.given_name || ' ' || p.family_name AS "leaderName",
      CASE WHEN p.id = ${personId}::uuid THEN NULL ELSE p.id::text END AS "onBehalfOf"
    FROM led JOIN employment e ON e.id = led.leader_id JOIN person p ON p.id = e.person_id
    WHERE ${leadsOn(Prisma.sql`e.id`, personId, on)}
    ORDER BY p.id <> ${personId}::uuid, p.given_name, p.family_name, e.id`
}

/** Whether an employment leads somebody, who is employed, on some day from one through another. */
export async function leadsWithin(db: Tx, leaderId: string, from: Day, to: Day): Promise<boolean> {
  const rows = await db.$queryRaw<{ leads: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM reporting_line l JOIN employment led ON led.id = l.employment_id
      WHERE l.leader_id = ${leaderId}::uuid AND l.from_on <= ${to}::date
        AND (l.to_on IS NULL OR l.to_on >= ${from}::date)
        AND (led.last_day IS NULL OR led.last_day >= ${from}::date)) AS leads`
  return rows[0]?.leads ?? false
}

/** Whether one of these leaders' employments leads somebody on a day. */
export async function leadsAnybody(db: Tx, leaderIds: readonly string[], on: Day): Promise<boolean> {
  const rows = await db.$queryRaw<{ leads: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM reporting_line l WHERE l.leader_id = ANY(${[...leaderIds]}::uuid[])
      AND l.from_on <= ${on}::date AND (l.to_on IS NULL OR l.to_on >= ${on}::date)) AS leads`
  return rows[0]?.leads ?? false
}
