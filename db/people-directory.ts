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
    SELECT e.number AS target, l.from_on::text AS "from", l.to_on::text AS "to",
      string_agg(l.employment_id::text, ' ') AS "employmentIds"
    FROM reporting_line l JOIN employment e ON e.id = l.leader_id
    WHERE l.to_on IS NULL OR l.to_on >= ${since}::date
    GROUP BY e.number, l.from_on, l.to_on ORDER BY l.from_on`,
  )
  const memberships = byEmployment(
    await tx.$queryRaw<SpanRow[]>`
    SELECT u.number AS target, m.from_on::text AS "from", m.to_on::text AS "to",
      string_agg(m.employment_id::text, ' ') AS "employmentIds"
    FROM unit_membership m JOIN unit u ON u.id = m.unit_id
    WHERE m.to_on IS NULL OR m.to_on >= ${since}::date
    GROUP BY u.number, m.from_on, m.to_on ORDER BY m.from_on`,
  )
  const leaves = Map.groupBy(
    await tx.$queryRaw<LeaveRow[]>`
    SELECT id::text, employment_id::text AS "employmentId", from_on::text AS "from", to_on::text AS "to"
    FROM leave ORDER BY from_on, id`,
    ({ employmentId }) => employmentId,
  )
  return {
    units: new Map(units.map((unit) => [unit.number, unit])),
    people: new Map(people.map((person) => [person.id, person])),
    employments: new Map(
      employments.map((employment) => [
        employment.number,
        {
          ...employment,
          leaders: leaders.get(employment.id) ?? [],
          units: memberships.get(employment.id) ?? [],
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
/** What begins and ends alike for many comes as one row: the client takes its time for each value. */
type SpanRow = Span & { employmentIds: string }
type LeaveRow = DirectoryLeave & { employmentId: string }

/** Everybody's spans, each list in the order of the rows. */
function byEmployment(rows: readonly SpanRow[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>()
  for (const { employmentIds, ...span } of rows) {
    for (const id of employmentIds.split(' ')) {
      const earlier = spans.get(id)
      if (earlier === undefined) spans.set(id, [span])
      else earlier.push(span)
    }
  }
  return spans
}
