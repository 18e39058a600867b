import type { Day } from '../domain/calendar/day.ts'
import type { Line } from '../domain/notices/roles.ts'
import type { Tx } from './client.ts'
import { hrAbove, linesAbove } from './people.ts'

/**
 * The leaders and HR above the employees of talks on a day, by employment. Above somebody who has left stand those
 * of the last day: what was agreed is filed all the same (R13.2).
 */
export async function linesOfTalks(tx: Tx, employmentIds: string[], on: Day): Promise<Map<string, Line>> {
  if (employmentIds.length === 0) return new Map()
  const lines = await linesAbove(tx, employmentIds, on)
  const gone = await tx.$queryRaw<{ id: string; leader_id: string | null }[]>`
    SELECT e.id::text, l.leader_id::text FROM employment e
    LEFT JOIN reporting_line l ON l.employment_id = e.id AND l.from_on <= e.last_day
      AND (l.to_on IS NULL OR l.to_on >= e.last_day)
    WHERE e.id = ANY(${employmentIds}::uuid[]) AND e.last_day < ${on}::date`
  if (gone.length === 0) return lines
  const ids = gone.map((row) => row.id)
  const lastLeaders = await linesOfTeams(tx, [...new Set(gone.flatMap((row) => row.leader_id ?? []))], on)
  const units = await unitsOf(tx, ids, on)
  const hr = await hrAbove(tx, [...new Set(units.values())], on)
  for (const { id, leader_id } of gone) {
    lines.set(id, {
      leaders: lastLeaders.get(leader_id ?? '')?.leaders ?? [],
      hr: hr.get(units.get(id) ?? '') ?? [],
    })
  }
  return lines
}

/** The line of a team: its leader first, then those above; HR of the leader's unit. By the leader's employment. */
export async function linesOfTeams(tx: Tx, leaderIds: string[], on: Day): Promise<Map<string, Line>> {
  if (leaderIds.length === 0) return new Map()
  const lines = await linesAbove(tx, leaderIds, on)
  const own = await tx.$queryRaw<(Line['leaders'][number] & { id: string })[]>`
    SELECT e.id::text, p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name,
      e.employed_from <= ${on}::date AND (e.last_day IS NULL OR e.last_day >= ${on}::date) AND NOT EXISTS (
        SELECT 1 FROM leave v WHERE v.employment_id = e.id AND v.from_on <= ${on}::date
          AND (v.to_on IS NULL OR v.to_on >= ${on}::date)) AS present,
      (SELECT de.person_id::text FROM deputy d JOIN employment de ON de.id = d.deputy_id
        WHERE d.leader_id = e.id AND d.from_on <= ${on}::date AND d.to_on >= ${on}::date
          AND (de.last_day IS NULL OR de.last_day >= ${on}::date) AND NOT EXISTS (
            SELECT 1 FROM leave v WHERE v.employment_id = de.id AND v.from_on <= ${on}::date
              AND (v.to_on IS NULL OR v.to_on >= ${on}::date))
        ORDER BY d.from_on DESC, d.id LIMIT 1) AS "deputyId"
    FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = ANY(${leaderIds}::uuid[])`
  for (const { id, ...leader } of own) {
    const line = lines.get(id) ?? { leaders: [], hr: [] }
    lines.set(id, { ...line, leaders: [leader, ...line.leaders] })
  }
  return lines
}

/** HR of each unit and the units above it, by unit id; nobody leads a unit as such. */
export async function linesOfUnits(tx: Tx, unitIds: string[], on: Day): Promise<Map<string, Line>> {
  if (unitIds.length === 0) return new Map()
  const hr = await hrAbove(tx, unitIds, on)
  return new Map(unitIds.map((id) => [id, { leaders: [], hr: hr.get(id) ?? [] }]))
}

/** The unit of each employment on a day; the last one it had where it has none then. */
export async function unitsOf(tx: Tx, employmentIds: string[], on: Day): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ employment_id: string; unit_id: string }[]>`
    SELECT DISTINCT ON (employment_id) employment_id::text, unit_id::text FROM unit_membership
    WHERE employment_id = ANY(${employmentIds}::uuid[]) AND from_on <= ${on}::date
    ORDER BY employment_id, from_on DESC`
  return new Map(rows.map((row) => [row.employment_id, row.unit_id]))
}
