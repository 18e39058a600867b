import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { leadsOn } from './leads-on.ts'

/** That person `p` has a job in one of these units on a day; before the first day employed, on that. */
export function isOf(unitIds: readonly string[], on: Day): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM employment e JOIN unit_membership u ON u.employment_id = e.id
    WHERE e.person_id = p.id AND u.unit_id = ANY(${[...unitIds]}::uuid[])
      AND u.from_on <= greatest(${on}::date, e.employed_from) AND (u.to_on IS NULL OR u.to_on >= ${on}::date))`
}

/** Whether a person has a job in one of these units on a day. */
export async function isPersonOf(
  db: Tx,
  personId: string,
  unitIds: readonly string[],
  on: Day,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM person p WHERE p.id = ${personId}::uuid AND ${isOf(unitIds, on)}`
  return rows.length > 0
}

/**
 * The people without a mail address whose team a person answers for, and those of these units; and who had none until
 * lately, which they are told on paper (decision 0048).
 */
export async function peopleToPrintFor(
  db: Tx,
  { personId, unitIds }: { personId: string; unitIds: readonly string[] },
  on: Day,
): Promise<{ personId: string; name: string; hasAddress: boolean; isLed: boolean }[]> {
  return db.$queryRaw<{ personId: string; name: string; hasAddress: boolean; isLed: boolean }[]>`
    SELECT p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name,
      p.email IS NOT NULL AS "hasAddress", bool_or(printer.leads) AS "isLed"
    FROM person p JOIN employment e ON e.person_id = p.id
    CROSS JOIN LATERAL (SELECT
      EXISTS (SELECT 1 FROM reporting_line l WHERE l.employment_id = e.id AND l.from_on <= ${on}::date
        AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
        AND ${leadsOn(Prisma.sql`l.leader_id`, personId, on, Prisma.sql`ARRAY[e.person_id]`)}) AS leads,
      EXISTS (SELECT 1 FROM unit_membership u WHERE u.employment_id = e.id
        AND u.unit_id = ANY(${[...unitIds]}::uuid[]) AND u.from_on <= ${on}::date
        AND (u.to_on IS NULL OR u.to_on >= ${on}::date)) AS is_hr) printer
    WHERE (p.email IS NULL OR EXISTS (SELECT 1 FROM mail m
        WHERE m.person_id = p.id AND m.template = 'address-change' AND m.status = 'printed'))
      AND (printer.leads OR printer.is_hr)
    GROUP BY p.id ORDER BY name`
}
