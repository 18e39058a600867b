import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { leadsOn } from './leads-on.ts'
import { isNotHeldTalk } from './legal-holds.ts'
import { employed } from './people.ts'

/**
 * Deletes what former leaders wrote for themselves and never shared: so many working days after another took over as
 * the round's policy says, or when their own employment has ended, whichever comes first (R13.2). The new leader never
 * sees it. What whoever answers over a vacancy wrote stays as long (R11.2). What belongs to somebody under a legal hold
 * stays.
 * @returns how many sheets were deleted
 */
export async function forgetOldNotes(db: Db, calendar: Calendar, today: Day): Promise<number> {
  const policies = await db.$queryRaw<{ kept: number }[]>`
    SELECT DISTINCT (t.snapshot->'policy'->>'oldNotesKept')::int AS kept
    FROM sheet s JOIN talk t ON t.id = s.talk_id WHERE s.author = 'leader' AND s.shared_at IS NULL`
  let forgotten = 0
  for (const { kept } of policies) {
    forgotten += await forgetNotesOlderThan(db, kept, calendar.addWorkingDays(today, -kept), today)
  }
  return forgotten
}

/** Notes of talks under policies with that many days, by people who led or stood in for the leader before `lastKept`. */
function forgetNotesOlderThan(db: Db, kept: number, lastKept: Day, today: Day): Promise<number> {
  return db.$executeRaw`
    DELETE FROM sheet s USING talk t, employment job
    WHERE t.id = s.talk_id AND job.id = t.employment_id AND s.author = 'leader' AND s.shared_at IS NULL
      AND ${isNotHeldTalk(Prisma.sql`t.id`)}
      AND (t.snapshot->'policy'->>'oldNotesKept')::int = ${kept}
      AND NOT EXISTS (
        SELECT 1 FROM reporting_line l JOIN employment e ON e.id = l.leader_id
        WHERE l.employment_id = t.employment_id AND e.person_id = s.author_person_id
          AND l.from_on <= ${today}::date AND (l.to_on IS NULL OR l.to_on >= ${lastKept}::date)
          AND (e.last_day IS NULL OR e.last_day >= ${today}::date))
      AND NOT EXISTS (
        SELECT 1 FROM deputy d JOIN employment e ON e.id = d.deputy_id
        JOIN reporting_line l ON l.leader_id = d.leader_id AND l.employment_id = t.employment_id
        WHERE e.person_id = s.author_person_id AND d.from_on <= ${today}::date AND d.to_on >= ${lastKept}::date)
      AND NOT ${standsIn(lastKept, today)}`
}

/**
 * Whoever answers for the employee in the leader's place, or did until lately: on `lastKept`, or when they wrote, which
 * nobody else can.
 */
function standsIn(lastKept: Day, today: Day): Prisma.Sql {
  const author = Prisma.sql`s.author_person_id`
  const answered = (on: Day) => {
    const seenOn = Prisma.sql`greatest(least(${on}::date, job.last_day), job.employed_from)`
    return Prisma.sql`EXISTS (SELECT 1 FROM reporting_line own
      WHERE own.employment_id = job.id AND own.from_on <= ${seenOn} AND (own.to_on IS NULL OR own.to_on >= ${seenOn})
        AND ${leadsOn(Prisma.sql`own.leader_id`, author, on, Prisma.sql`ARRAY[job.person_id]`)})`
  }
  return Prisma.sql`(EXISTS (SELECT 1 FROM employment own WHERE own.person_id = ${author} AND ${employed('own', today)})
    AND (s.updated_at >= ${lastKept}::date OR ${answered(today)} OR ${answered(lastKept)}))`
}
