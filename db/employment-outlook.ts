import type { Day } from '../domain/calendar/day.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'

/** What is planned for an employment: whom or where it belongs to from a day on; null = nobody. */
export interface PlannedChange {
  employmentId: string
  what: 'leader' | 'unit'
  name: string | null
  from: Day
}

export interface EmploymentTalk {
  employmentId: string
  id: string
  roundId: string
  roundName: string
  status: TalkStatus
}

/** Changes of leader and unit that have not come yet, earliest first. */
export async function plannedChanges(
  db: Tx,
  employmentIds: readonly string[],
  today: Day,
): Promise<PlannedChange[]> {
  const rows = await db.$queryRaw<(Omit<PlannedChange, 'from'> & { from: Date })[]>`
    SELECT l.employment_id::text AS "employmentId", 'leader' AS what, p.given_name || ' ' || p.family_name AS name,
      l.from_on AS "from"
    FROM reporting_line l JOIN employment e ON e.id = l.employment_id
    JOIN employment le ON le.id = l.leader_id JOIN person p ON p.id = le.person_id
    WHERE l.employment_id = ANY(${[...employmentIds]}::uuid[])
      AND l.from_on > greatest(${today}::date, e.employed_from)
    UNION ALL
    SELECT l.employment_id::text, 'leader', NULL, l.to_on + 1
    FROM reporting_line l JOIN employment e ON e.id = l.employment_id
    WHERE l.employment_id = ANY(${[...employmentIds]}::uuid[]) AND l.to_on >= ${today}::date
      AND (e.last_day IS NULL OR l.to_on < e.last_day)
      AND NOT EXISTS (SELECT 1 FROM reporting_line n WHERE n.employment_id = l.employment_id AND n.from_on = l.to_on + 1)
    UNION ALL
    SELECT m.employment_id::text, 'unit', u.name, m.from_on
    FROM unit_membership m JOIN employment e ON e.id = m.employment_id JOIN unit u ON u.id = m.unit_id
    WHERE m.employment_id = ANY(${[...employmentIds]}::uuid[])
      AND m.from_on > greatest(${today}::date, e.employed_from)
    ORDER BY "from", what`
  return rows.map((row) => ({ ...row, from: toDay(row.from) }))
}

/** How many each of them leads on a day; those who lead nobody are not in it. */
export async function ledBy(
  db: Tx,
  employmentIds: readonly string[],
  today: Day,
): Promise<Map<string, number>> {
  const rows = await db.reportingLine.groupBy({
    by: ['leaderId'],
    where: {
      leaderId: { in: [...employmentIds] },
      fromOn: { lte: toDate(today) },
      OR: [{ toOn: null }, { toOn: { gte: toDate(today) } }],
    },
    _count: true,
  })
  return new Map(rows.map(({ leaderId, _count }) => [leaderId, _count]))
}

/** Their talks with how far each has come, newest first. */
export async function talksOf(db: Tx, employmentIds: readonly string[]): Promise<EmploymentTalk[]> {
  const rows = await db.talk.findMany({
    where: { employmentId: { in: [...employmentIds] } },
    select: {
      id: true,
      employmentId: true,
      roundId: true,
      status: true,
      round: { select: { name: true } },
    },
    orderBy: [{ round: { year: 'desc' } }, { openedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ round, status, ...talk }) => ({
    ...talk,
    status: status as TalkStatus,
    roundName: round.name,
  }))
}
