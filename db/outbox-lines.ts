import type { Day } from '../domain/calendar/day.ts'
import type { Line, LineLeader } from '../domain/notices/roles.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** No line of leaders is longer; it also ends a circle that no import should have let in. */
const HIGHEST = 30

/** The leaders above each employment and HR of its units on a day, by employment id. */
export async function linesAbove(tx: Tx, employmentIds: string[], on: Day): Promise<Map<string, Line>> {
  if (employmentIds.length === 0) return new Map()
  const leaders = await leadersAbove(tx, employmentIds, on)
  const units = await unitsOf(tx, employmentIds, on)
  const hr = await hrAbove(tx, [...new Set(units.values())], on)
  return new Map(
    employmentIds.map((id) => [
      id,
      { leaders: leaders.get(id) ?? [], hr: hr.get(units.get(id) ?? '') ?? [] },
    ]),
  )
}

/** The line of a team: its leader first, then those above; HR of the leader's unit. By the leader's employment. */
export async function linesOfTeams(tx: Tx, leaderIds: string[], on: Day): Promise<Map<string, Line>> {
  if (leaderIds.length === 0) return new Map()
  const above = await linesAbove(tx, leaderIds, on)
  const own = await tx.$queryRaw<LeaderRow[]>`
    SELECT e.id::text AS start_id, ${standing(on)} FROM employment e JOIN person p ON p.id = e.person_id
    WHERE e.id = ANY(${leaderIds}::uuid[])`
  for (const row of own) above.get(row.start_id)?.leaders.unshift(leaderFrom(row))
  return above
}

/** HR of each unit and the units above it, by unit id; nobody leads a unit as such. */
export async function linesOfUnits(tx: Tx, unitIds: string[], on: Day): Promise<Map<string, Line>> {
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

interface LeaderRow {
  start_id: string
  person_id: string
  name: string
  present: boolean
  deputy_id: string | null
}

async function leadersAbove(tx: Tx, employmentIds: string[], on: Day): Promise<Map<string, LineLeader[]>> {
  const rows = await tx.$queryRaw<LeaderRow[]>`
    WITH RECURSIVE up AS (
      SELECT l.employment_id AS start_id, l.leader_id, 0 AS level FROM reporting_line l
      WHERE l.employment_id = ANY(${employmentIds}::uuid[]) AND ${holds('l', on)}
      UNION ALL
      SELECT up.start_id, l.leader_id, up.level + 1 FROM up
      JOIN reporting_line l ON l.employment_id = up.leader_id AND ${holds('l', on)}
      WHERE up.level < ${HIGHEST} AND l.leader_id <> up.start_id)
    SELECT up.start_id::text, ${standing(on)} FROM up
    JOIN employment e ON e.id = up.leader_id JOIN person p ON p.id = e.person_id
    ORDER BY up.start_id, up.level`
  const lines = new Map<string, LineLeader[]>()
  for (const row of rows) lines.set(row.start_id, [...(lines.get(row.start_id) ?? []), leaderFrom(row)])
  return lines
}

/** By unit; the inner lists are the levels that have HR, nearest first. */
async function hrAbove(tx: Tx, unitIds: string[], on: Day): Promise<Map<string, string[][]>> {
  const rows = await tx.$queryRaw<{ start_id: string; level: number; person_id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id AS start_id, id AS unit_id, parent_id, 0 AS level FROM unit WHERE id = ANY(${unitIds}::uuid[])
      UNION ALL SELECT a.start_id, u.id, u.parent_id, a.level + 1 FROM above a JOIN unit u ON u.id = a.parent_id
      WHERE a.level < ${HIGHEST})
    SELECT DISTINCT a.start_id::text, a.level, g.person_id::text FROM above a
    JOIN role_grant g ON g.unit_id = a.unit_id AND g.role = 'hr' AND ${holds('g', on)}
    WHERE NOT EXISTS (SELECT 1 FROM employment e WHERE e.person_id = g.person_id)
      OR EXISTS (SELECT 1 FROM employment e WHERE e.person_id = g.person_id AND ${isPresent('e', on)})
    ORDER BY 1, 2, 3`
  const found = new Map<string, string[][]>()
  let before = ''
  for (const row of rows) {
    const levels = found.get(row.start_id) ?? []
    if (before === `${row.start_id}/${row.level}`) levels.at(-1)?.push(row.person_id)
    else levels.push([row.person_id])
    found.set(row.start_id, levels)
    before = `${row.start_id}/${row.level}`
  }
  return found
}

/** Columns that tell how employment `e` of person `p` stands as a leader on a day. */
function standing(on: Day): Prisma.Sql {
  return Prisma.sql`p.id::text AS person_id, p.given_name || ' ' || p.family_name AS name,
    ${isPresent('e', on)} AS present,
    (SELECT de.person_id::text FROM deputy d JOIN employment de ON de.id = d.deputy_id
      WHERE d.leader_id = e.id AND ${holds('d', on)} AND ${isPresent('de', on)}
      ORDER BY d.from_on DESC, d.id LIMIT 1) AS deputy_id`
}

/** Employed on the day and not on leave. */
function isPresent(alias: 'e' | 'de', on: Day): Prisma.Sql {
  const e = Prisma.raw(alias)
  return Prisma.sql`(${e}.employed_from <= ${on}::date AND (${e}.last_day IS NULL OR ${e}.last_day >= ${on}::date)
    AND NOT EXISTS (SELECT 1 FROM leave v WHERE v.employment_id = ${e}.id AND ${holds('v', on)}))`
}

function holds(alias: 'l' | 'g' | 'd' | 'v', on: Day): Prisma.Sql {
  const row = Prisma.raw(alias)
  return Prisma.sql`${row}.from_on <= ${on}::date AND (${row}.to_on IS NULL OR ${row}.to_on >= ${on}::date)`
}

function leaderFrom(row: LeaderRow): LineLeader {
  return { personId: row.person_id, name: row.name, present: row.present, deputyId: row.deputy_id }
}
