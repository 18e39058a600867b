import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/**
 * The job group whose materials a talk shows: once somebody has begun to write, that of then, so that nobody's questions
 * change under their hands; until then the employee's of today (R5.1).
 */
export async function jobGroupOfTalk(db: Tx, talkId: string): Promise<string> {
  const [found] = await db.$queryRaw<{ jobGroup: string }[]>`
    SELECT coalesce(s.job_group, e.job_group) AS "jobGroup"
    FROM talk t JOIN employment e ON e.id = t.employment_id
    LEFT JOIN course.sheet s ON s.talk_id = t.id AND s.job_group IS NOT NULL
    WHERE t.id = ${talkId}::uuid LIMIT 1`
  if (found === undefined)
    throw new Error(`talk ${talkId} is not in the table: expected one that was found before`)
  return found.jobGroup
}

/** The job groups of those employed on a day or later in these units, in Danish order; without those that have none. */
export async function jobGroupsOf(db: Tx, unitIds: readonly string[], on: Day): Promise<string[]> {
  const rows = await db.$queryRaw<{ jobGroup: string }[]>`
    SELECT DISTINCT e.job_group AS "jobGroup" FROM employment e JOIN unit_membership m ON m.employment_id = e.id
    WHERE e.job_group <> '' AND m.unit_id = ANY(${[...unitIds]}::uuid[])
      AND (e.last_day IS NULL OR e.last_day >= ${on}::date) AND (m.to_on IS NULL OR m.to_on >= ${on}::date)
    ORDER BY e.job_group`
  return rows.map(({ jobGroup }) => jobGroup)
}
