import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Line } from '../domain/notices/roles.ts'
import { holdersOf } from '../domain/notices/roles.ts'
import { changedBefore } from '../domain/people/new-ways-in.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** One job of one person, as others refer to it. */
export interface EmploymentRef {
  employmentId: string
  personId: string
  name: string
}

/**
 * The leader an employment reports to on a day; null for a vacancy: no line, or the leader is not employed that
 * day. A leader on leave is still the leader; `deputyOf` says who acts.
 */
export async function leaderOf(tx: Tx, employmentId: string, on: Day): Promise<EmploymentRef | null> {
  const leaders = await leadersOf(tx, [employmentId], on)
  return leaders.get(employmentId) ?? null
}

/** The leaders of many employments on a day; a vacancy is not in the map. */
export async function leadersOf(
  tx: Tx,
  employmentIds: readonly string[],
  on: Day,
): Promise<Map<string, EmploymentRef>> {
  const rows = await tx.$queryRaw<(EmploymentRef & { of: string })[]>`
    SELECT l.employment_id::text AS "of", ${REF}
    FROM reporting_line l JOIN employment e ON e.id = l.leader_id JOIN person p ON p.id = e.person_id
    WHERE l.employment_id = ANY(${employmentIds}::uuid[]) AND ${holds('l', on)} AND ${employed('e', on)}`
  return new Map(rows.map(({ of, ...leader }) => [of, leader]))
}

/** The leader's leader; null where either is a vacancy. */
export async function leadersLeaderOf(tx: Tx, employmentId: string, on: Day): Promise<EmploymentRef | null> {
  const leader = await leaderOf(tx, employmentId, on)
  return leader === null ? null : leaderOf(tx, leader.employmentId, on)
}

/** Who acts for a leader on a day: named for it, employed and not on leave (R13.2); the latest named of several. */
export async function deputyOf(tx: Tx, leaderId: string, on: Day): Promise<EmploymentRef | null> {
  const rows = await tx.$queryRaw<EmploymentRef[]>`
    SELECT ${REF} FROM deputy d JOIN employment e ON e.id = d.deputy_id JOIN person p ON p.id = e.person_id
    WHERE d.leader_id = ${leaderId}::uuid AND ${holds('d', on)} AND ${employed('e', on)} AND NOT ${onLeave('e', on)}
    ORDER BY d.from_on DESC, d.id LIMIT 1`
  return rows[0] ?? null
}

/** The employments that report to a leader on a day and are employed that day, by name. */
export function employeesOf(tx: Tx, leaderId: string, on: Day): Promise<EmploymentRef[]> {
  return tx.$queryRaw<EmploymentRef[]>`
    SELECT ${REF} FROM reporting_line l JOIN employment e ON e.id = l.employment_id JOIN person p ON p.id = e.person_id
    WHERE l.leader_id = ${leaderId}::uuid AND ${holds('l', on)} AND ${employed('e', on)}
    ORDER BY p.given_name, p.family_name, e.number`
}

/** The unit an employment belongs to on a day; null before its first day. */
export async function unitOf(tx: Tx, employmentId: string, on: Day): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.unit_id::text AS id FROM unit_membership m
    WHERE m.employment_id = ${employmentId}::uuid AND ${holds('m', on)}`
  return rows[0]?.id ?? null
}

/**
 * HR of a unit on a day: of the unit itself, else of the nearest unit above that has any who is present. Those who
 * owe what they would be told of are passed over as long as anybody else is left (R11.2). Person ids.
 */
export async function hrOf(
  tx: Tx,
  unitId: string,
  on: Day,
  owing: readonly string[] = [],
): Promise<string[]> {
  const hr = await hrAbove(tx, [unitId], on)
  return holdersOf('hr', { leaders: [], hr: hr.get(unitId) ?? [] }, owing)
}

/** HR of each unit and of every unit above it, nearest first; levels without anybody present are left out. */
export async function hrAbove(tx: Tx, unitIds: readonly string[], on: Day): Promise<Map<string, Line['hr']>> {
  const rows = await tx.$queryRaw<{ of: string; people: string[] }[]>`
    WITH RECURSIVE above (of_unit, id, parent_id, height) AS (
      SELECT id, id, parent_id, 0 FROM unit WHERE id = ANY(${unitIds}::uuid[])
      UNION ALL
      SELECT a.of_unit, u.id, u.parent_id, a.height + 1 FROM above a JOIN unit u ON u.id = a.parent_id
    )
    SELECT a.of_unit::text AS "of", array_agg(DISTINCT g.person_id::text ORDER BY g.person_id::text) AS people
    FROM above a JOIN role_grant g ON g.unit_id = a.id AND g.role = 'hr' AND ${holds('g', on)}
    WHERE ${personPresent('g', on)}
    GROUP BY a.of_unit, a.height ORDER BY a.height`
  const levels = new Map<string, string[][]>()
  for (const { of, people } of rows) levels.set(of, [...(levels.get(of) ?? []), people])
  return levels
}

/**
 * Everybody above each employment on a day, nearest first, with who is present and who acts: what `holdersOf` needs
 * to find today's holder of a role (R11.2). Two queries for any number of employments.
 */
export async function linesAbove(
  tx: Tx,
  employmentIds: readonly string[],
  on: Day,
): Promise<Map<string, Line>> {
  const ids = [...new Set(employmentIds)]
  const leaders = Map.groupBy(await leadersAbove(tx, ids, on), ({ of }) => of)
  const units = await tx.$queryRaw<{ of: string; unitId: string }[]>`
    SELECT m.employment_id::text AS "of", m.unit_id::text AS "unitId" FROM unit_membership m
    WHERE m.employment_id = ANY(${ids}::uuid[]) AND ${holds('m', on)}`
  const hr = await hrAbove(tx, [...new Set(units.map(({ unitId }) => unitId))], on)
  const hrOfEmployment = new Map(units.map(({ of, unitId }) => [of, hr.get(unitId) ?? []]))
  return new Map(
    ids.map((id) => [
      id,
      {
        leaders: leaders.get(id) ?? [],
        hr: hrOfEmployment.get(id) ?? [],
      },
    ]),
  )
}

type LeaderAbove = Line['leaders'][number] & { of: string }

/**
 * Climbs the lines of the day; a line that has come to run in a circle ends before it repeats. Nobody acts for a leader in
 * their own matter: the deputy who is the employee is passed over (R11.2).
 */
function leadersAbove(tx: Tx, employmentIds: readonly string[], on: Day): Promise<LeaderAbove[]> {
  return tx.$queryRaw<LeaderAbove[]>`
    WITH RECURSIVE above (of_employment, id, path) AS (
      SELECT l.employment_id, l.leader_id, ARRAY[l.employment_id, l.leader_id] FROM reporting_line l
      WHERE l.employment_id = ANY(${employmentIds}::uuid[]) AND ${holds('l', on)}
      UNION ALL
      SELECT a.of_employment, l.leader_id, a.path || l.leader_id
      FROM above a JOIN reporting_line l ON l.employment_id = a.id AND ${holds('l', on)}
      WHERE l.leader_id <> ALL(a.path)
    )
    SELECT a.of_employment::text AS "of", p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name,
      ${employed('leader', on)} AND NOT ${onLeave('leader', on)} AS present,
      (SELECT e.person_id::text FROM deputy d JOIN employment e ON e.id = d.deputy_id
        WHERE d.leader_id = leader.id AND ${holds('d', on)} AND ${employed('e', on)} AND NOT ${onLeave('e', on)}
          AND e.person_id <> own.person_id
        ORDER BY d.from_on DESC, d.id LIMIT 1) AS "deputyId"
    FROM above a JOIN employment leader ON leader.id = a.id JOIN person p ON p.id = leader.person_id
    JOIN employment own ON own.id = a.of_employment
    ORDER BY array_length(a.path, 1)`
}

/** An employment `e` of a person `p` as a reference. */
const REF = Prisma.sql`e.id::text AS "employmentId", p.id::text AS "personId",
  p.given_name || ' ' || p.family_name AS name`

/** A day, or where the query has one: a long query names it once. */
export type OnDay = Day | Prisma.Sql

/** What has from and to days holds on a day. */
export function holds(alias: string, on: OnDay): Prisma.Sql {
  const row = Prisma.raw(alias)
  const day = dayIn(on)
  return Prisma.sql`(${row}.from_on <= ${day} AND (${row}.to_on IS NULL OR ${row}.to_on >= ${day}))`
}

export function employed(alias: string, on: OnDay): Prisma.Sql {
  const row = Prisma.raw(alias)
  const day = dayIn(on)
  return Prisma.sql`(${row}.employed_from <= ${day} AND (${row}.last_day IS NULL OR ${row}.last_day >= ${day}))`
}

function dayIn(on: OnDay): Prisma.Sql {
  return typeof on === 'string' ? Prisma.sql`${on}::date` : on
}

export function onLeave(alias: string, on: OnDay): Prisma.Sql {
  const row = Prisma.raw(alias)
  return Prisma.sql`EXISTS (SELECT 1 FROM leave v WHERE v.employment_id = ${row}.id AND ${holds('v', on)})`
}

/**
 * Somebody with a job that day, on leave or not; people without any job hold their roles all the same. Who has left
 * keeps no right (R13.4).
 * @param id the person's id in the query
 */
export function isOfTheHouse(id: Prisma.Sql, on: OnDay): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (SELECT 1 FROM employment j WHERE j.person_id = ${id})
    OR EXISTS (SELECT 1 FROM employment j WHERE j.person_id = ${id} AND ${employed('j', on)}))`
}

/** Whose mail address is not so new that it lets nobody in. @param person a row of `person` in the query */
export function hasSettledAddress(person: Prisma.Sql, now: Instant): Prisma.Sql {
  return isSettled(Prisma.sql`${person}.email_changed_at`, now)
}

/** Whose employee number is not so newly theirs that it lets nobody in. @param employment a row of `employment` in the query */
export function hasSettledNumber(employment: Prisma.Sql, now: Instant): Prisma.Sql {
  return isSettled(Prisma.sql`${employment}.joined_at`, now)
}

function isSettled(changedAt: Prisma.Sql, now: Instant): Prisma.Sql {
  return Prisma.sql`(${changedAt} IS NULL OR ${changedAt} <= ${new Date(changedBefore(now))})`
}

/** Somebody with a job that day and not on leave from all of them; people without any job are always present. */
function personPresent(alias: string, on: Day): Prisma.Sql {
  const row = Prisma.raw(alias)
  return Prisma.sql`(NOT EXISTS (SELECT 1 FROM employment j WHERE j.person_id = ${row}.person_id)
    OR EXISTS (SELECT 1 FROM employment j WHERE j.person_id = ${row}.person_id
      AND ${employed('j', on)} AND NOT ${onLeave('j', on)}))`
}
