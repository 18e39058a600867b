import type { Day } from '../domain/calendar/day.ts'
import { addDays } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type {
  Directory,
  DirectoryEmployment,
  DirectoryLeave,
  DirectoryPerson,
  DirectoryUnit,
  Span,
} from '../domain/people/directory.ts'
import type { Tx } from './client.ts'

/**
 * Everybody as stored, as of a day: lines, memberships and leaves that ended before the day before it are left
 * out, everything planned is in.
 */
export async function directoryOn(tx: Tx, on: Day): Promise<Directory> {
  const units = await storedUnits(tx)
  const people = await tx.$queryRaw<PersonRow[]>`
    SELECT id::text, given_name AS "givenName", family_name AS "familyName", email, phone,
      birth_date::text AS "birthDate", language
    FROM person ORDER BY id`
  const employments = await tx.$queryRaw<EmploymentRow[]>`
    SELECT id::text, number, person_id::text AS person, title, job_group AS "jobGroup",
      case_number AS "caseNumber",
      employed_from::text AS "employedFrom", last_day::text AS "lastDay", hours_per_week::float8 AS "hoursPerWeek"
    FROM employment ORDER BY number`
  const since = addDays(on, -1)
  const leaders = byEmployment(
    await tx.$queryRaw<SpanRow[]>`
    SELECT l.employment_id::text AS "employmentId", e.number AS target, l.from_on::text AS "from", l.to_on::text AS "to"
    FROM reporting_line l JOIN employment e ON e.id = l.leader_id
    WHERE l.to_on IS NULL OR l.to_on >= ${since}::date ORDER BY l.from_on`,
  )
  const memberships = byEmployment(
    await tx.$queryRaw<SpanRow[]>`
    SELECT m.employment_id::text AS "employmentId", u.number AS target, m.from_on::text AS "from", m.to_on::text AS "to"
    FROM unit_membership m JOIN unit u ON u.id = m.unit_id
    WHERE m.to_on IS NULL OR m.to_on >= ${since}::date ORDER BY m.from_on`,
  )
  const leaves = byEmployment(
    await tx.$queryRaw<LeaveRow[]>`
    SELECT id::text, employment_id::text AS "employmentId", from_on::text AS "from", to_on::text AS "to"
    FROM leave ORDER BY from_on, id`,
  )
  return {
    units: new Map(units.map((unit) => [unit.number, unit])),
    people: new Map(people.map((person) => [person.id, person])),
    employments: new Map(
      employments.map((employment) => [
        employment.number,
        {
          ...employment,
          leaders: (leaders.get(employment.id) ?? []).map(spanOf),
          units: (memberships.get(employment.id) ?? []).map(spanOf),
          leaves: (leaves.get(employment.id) ?? []).map(({ id, from, to }) => ({ id, from, to })),
        },
      ]),
    ),
  }
}

/** All units, by number. */
function storedUnits(tx: Tx): Promise<DirectoryUnit[]> {
  return tx.$queryRaw<DirectoryUnit[]>`
    SELECT u.id::text, u.number, u.name, above.number AS parent, u.tr_name AS tr
    FROM unit u LEFT JOIN unit above ON above.id = u.parent_id ORDER BY u.number`
}

type PersonRow = DirectoryPerson & { language: Language }
type EmploymentRow = Omit<DirectoryEmployment, 'leaders' | 'units' | 'leaves'>
type SpanRow = Span & { employmentId: string }
type LeaveRow = DirectoryLeave & { employmentId: string }

function byEmployment<Row extends { employmentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ employmentId }) => employmentId)
}

function spanOf({ target, from, to }: SpanRow): Span {
  return { target, from, to }
}
