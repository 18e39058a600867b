import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'

/** One employment as HR sees it on a day. */
export interface PersonLine {
  employmentId: string
  personId: string
  number: string
  /** Since when the number is one more of theirs; null where they came with it. */
  joinedAt: Instant | null
  givenName: string
  familyName: string
  email: string | null
  /** Null where they came with it. */
  emailChangedAt: Instant | null
  phone: string | null
  language: Language
  title: string
  jobGroup: string
  hoursPerWeek: number | null
  employedFrom: Day
  lastDay: Day | null
  /** Where they are that day, or were last, or will be first. */
  unitId: string
  unitName: string
  leaderId: string | null
  leaderName: string | null
  leaves: { id: string; from: Day; to: Day | null }[]
}

export interface PeopleWish {
  unitIds: readonly string[]
  /** Part of a name, number or address. */
  search?: string
  withoutMail?: boolean
  withoutLeader?: boolean
  /** Only those who lead somebody, that day or later. */
  leading?: boolean
  /** Also those whose last day is over. */
  alsoLeft?: boolean
  employmentId?: string
}

/** Those employed on a day or later in these units, unless the wish says otherwise, by name; at most `limit`, after leaving out the first `skip`. */
export async function peopleOfUnits(
  db: Tx,
  wish: PeopleWish,
  on: Day,
  limit: number,
  skip = 0,
): Promise<PersonLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id::text AS employment_id, p.id::text AS person_id, e.number, e.joined_at, p.given_name, p.family_name, p.email,
      p.email_changed_at, p.phone, p.language, e.title, e.job_group, e.hours_per_week::float8 AS hours_per_week, e.employed_from, e.last_day,
      m.unit_id::text, u.name AS unit_name, l.leader_id::text, lp.given_name || ' ' || lp.family_name AS leader_name,
      coalesce((SELECT json_agg(json_build_object('id', v.id, 'from', v.from_on, 'to', v.to_on) ORDER BY v.from_on)
        FROM leave v WHERE v.employment_id = e.id AND (v.to_on IS NULL OR v.to_on >= ${on}::date)), '[]') AS leaves
    ${membersOn(on)}
    JOIN unit u ON u.id = m.unit_id
    LEFT JOIN reporting_line l ON l.employment_id = e.id AND l.from_on <= seen.on_day
      AND (l.to_on IS NULL OR l.to_on >= seen.on_day)
    LEFT JOIN employment le ON le.id = l.leader_id
    LEFT JOIN person lp ON lp.id = le.person_id
    WHERE m.unit_id = ANY(${[...wish.unitIds]}::uuid[]) AND ${conditions(wish, on)}
    ORDER BY p.given_name, p.family_name, e.number LIMIT ${limit} OFFSET ${skip}`
  return rows.map(lineFrom)
}

/** How many there are, however few are listed at a time. */
export async function countPeople(db: Tx, wish: PeopleWish, on: Day): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${membersOn(on)}
    WHERE m.unit_id = ANY(${[...wish.unitIds]}::uuid[]) AND ${conditions(wish, on)}`
  return row?.count ?? 0
}

/** One employment, also of somebody who has left. */
export async function employmentLine(
  db: Tx,
  employmentId: string,
  unitIds: readonly string[],
  on: Day,
): Promise<PersonLine | null> {
  const [line] = await peopleOfUnits(db, { unitIds, employmentId }, on, 1)
  return line ?? null
}

/** Full names by employee number. */
export async function namesByNumber(db: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.employment.findMany({
    where: { number: { in: [...numbers] } },
    select: { number: true, person: { select: { givenName: true, familyName: true } } },
  })
  return new Map(rows.map(({ number, person }) => [number, `${person.givenName} ${person.familyName}`]))
}

/** Every employment with its person and the unit it is in on a day, was in last, or will be in first. */
function membersOn(on: Day): Prisma.Sql {
  return Prisma.sql`FROM employment e
    JOIN person p ON p.id = e.person_id
    CROSS JOIN LATERAL (SELECT greatest(least(${on}::date, e.last_day), e.employed_from) AS on_day) seen
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= seen.on_day
      AND (m.to_on IS NULL OR m.to_on >= seen.on_day)`
}

function conditions(wish: PeopleWish, on: Day): Prisma.Sql {
  const { search, withoutMail, withoutLeader, leading, alsoLeft, employmentId } = wish
  const wanted = [Prisma.sql`TRUE`]
  if (employmentId !== undefined) wanted.push(Prisma.sql`e.id = ${employmentId}::uuid`)
  else if (!alsoLeft) wanted.push(Prisma.sql`(e.last_day IS NULL OR e.last_day >= ${on}::date)`)
  if (withoutMail) wanted.push(Prisma.sql`p.email IS NULL`)
  if (withoutLeader)
    wanted.push(Prisma.sql`NOT EXISTS (SELECT 1 FROM reporting_line l WHERE l.employment_id = e.id
      AND l.from_on <= seen.on_day AND (l.to_on IS NULL OR l.to_on >= seen.on_day))`)
  if (leading)
    wanted.push(Prisma.sql`EXISTS (SELECT 1 FROM reporting_line l WHERE l.leader_id = e.id
      AND (l.to_on IS NULL OR l.to_on >= ${on}::date))`)
  if (search) {
    const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
    wanted.push(
      Prisma.sql`(p.given_name || ' ' || p.family_name ILIKE ${like} OR e.number ILIKE ${like} OR p.email ILIKE ${like})`,
    )
  }
  return Prisma.join(wanted, ' AND ')
}

interface Row {
  employment_id: string
  person_id: string
  number: string
  joined_at: Date | null
  given_name: string
  family_name: string
  email: string | null
  email_changed_at: Date | null
  phone: string | null
  language: Language
  title: string
  job_group: string
  hours_per_week: number | null
  employed_from: Date
  last_day: Date | null
  unit_id: string
  unit_name: string
  leader_id: string | null
  leader_name: string | null
  leaves: PersonLine['leaves']
}

function lineFrom(row: Row): PersonLine {
  return {
    employmentId: row.employment_id,
    personId: row.person_id,
    number: row.number,
    joinedAt: row.joined_at?.getTime() ?? null,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    emailChangedAt: row.email_changed_at?.getTime() ?? null,
    phone: row.phone,
    language: row.language,
    title: row.title,
    jobGroup: row.job_group,
    hoursPerWeek: row.hours_per_week,
    employedFrom: toDay(row.employed_from),
    lastDay: row.last_day && toDay(row.last_day),
    unitId: row.unit_id,
    unitName: row.unit_name,
    leaderId: row.leader_id,
    leaderName: row.leader_name,
    leaves: row.leaves,
  }
}
