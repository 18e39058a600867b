import type { Day } from '../domain/calendar/day.ts'
import {
  type EmploymentFacts,
  eligibility,
  firstEligibleOn,
  type RuleReason,
  rulesWithout,
} from '../domain/eligibility.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { isChangedByRule } from '../domain/talk/exemption.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'

/** An employment as the query has it that has these columns. */
export interface EmploymentRow {
  employed_from: Date
  last_day: Date | null
  hours_per_week: unknown
  has_leader: boolean
  is_leader: boolean
}

/** SQL: of an employment `e`, as it is on the day `seen.on_day`, what its eligibility is tested by. */
export const employmentColumns = Prisma.sql`e.employed_from, e.last_day, e.hours_per_week,
  EXISTS (SELECT 1 FROM reporting_line l WHERE l.employment_id = e.id AND l.from_on <= seen.on_day
    AND (l.to_on IS NULL OR l.to_on >= seen.on_day)) AS has_leader,
  ${leadsSomebody(Prisma.sql`seen.on_day`)} AS is_leader`

/** SQL: an employment `e` leads somebody who is employed on a day; whoever has left is led by nobody, though the line stands. */
export function leadsSomebody(on: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM reporting_line l JOIN employment led ON led.id = l.employment_id
    WHERE l.leader_id = e.id AND l.from_on <= ${on} AND (l.to_on IS NULL OR l.to_on >= ${on})
      AND (led.last_day IS NULL OR led.last_day >= ${on}))`
}

/** SQL: the day itself, or the first day employed of an employment `e`. */
export function seenOn(on: Day): Prisma.Sql {
  return Prisma.sql`CROSS JOIN LATERAL (SELECT greatest(${on}::date, e.employed_from) AS on_day) seen`
}

export function employmentFacts(row: EmploymentRow): EmploymentFacts {
  return {
    employedFrom: toDay(row.employed_from),
    employedTo: row.last_day && toDay(row.last_day),
    weeklyHours: row.hours_per_week === null ? null : Number(row.hours_per_week),
    isLeader: row.is_leader,
    hasLeader: row.has_leader,
  }
}

/** The rule that makes somebody exempt on talksTo, and the first day the rules hold (R13.2, R13.3). */
export function testEligibility(employment: EmploymentFacts, policy: Policy) {
  const tested = eligibility(employment, policy, policy.talksTo)
  return {
    exemptReason: tested.eligible ? null : tested.reason,
    eligibleFrom: firstEligibleOn(employment, policy),
  }
}

/** What the eligibility rules of the talk's round say of the employment now (R13.2). */
export async function exemptReasonOf(db: Tx, talkId: string, on: Day): Promise<RuleReason | null> {
  const [row] = await talksWithEmployment(db, on, Prisma.sql`t.id = ${talkId}::uuid`)
  if (row === undefined) throw new Error(`talk ${talkId} is not there: expected one that a fact concerns`)
  return reasonOf(row)
}

export interface ChangedEligibility {
  talkId: string
  exemptReason: RuleReason | null
}

/**
 * Talks whose people the rules now exempt, no longer exempt, or exempt for another reason, page by page; HR's own
 * exemptions are left alone, and so are times that stand.
 * @param after talks whose talksTo is not after this day are settled
 * @param limit talks looked at in one go
 */
export async function* changedByRules(
  db: Db,
  on: Day,
  after: Day,
  limit = 500,
): AsyncGenerator<ChangedEligibility[]> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await talksWithEmployment(
      db,
      on,
      Prisma.sql`t.id > ${last}::uuid AND t.closed_at IS NULL AND NOT t.disagrees
        AND t.status IN ('awaiting', 'invited', 'postponed', 'exempt')
        AND (t.snapshot->'policy'->>'talksTo')::date > ${after}::date ORDER BY t.id LIMIT ${limit}`,
    )
    yield rows
      .map((row) => ({ row, exemptReason: reasonOf(row) }))
      .filter(({ row, exemptReason }) => isChangedByRule(row.standing, exemptReason))
      .map(({ row, exemptReason }) => ({ talkId: row.talk_id, exemptReason }))
    const next = rows.at(-1)
    if (next === undefined || rows.length < limit) return
    last = next.talk_id
  }
}

interface TalkRow extends EmploymentRow {
  talk_id: string
  policy: Policy
  standing: Pick<TalkState, 'status' | 'outcomeReason' | 'exemptByHr' | 'waivedReason'>
}

function talksWithEmployment(db: Tx, on: Day, which: Prisma.Sql): Promise<TalkRow[]> {
  return db.$queryRaw<TalkRow[]>`
    SELECT t.id::text AS talk_id, t.snapshot->'policy' AS policy, jsonb_build_object('status', t.status,
        'outcomeReason', t.outcome_reason, 'exemptByHr', t.snapshot->'exemptByHr',
        'waivedReason', t.snapshot->'waivedReason') AS standing,
      ${employmentColumns}
    FROM talk t JOIN employment e ON e.id = t.employment_id ${seenOn(on)}
    WHERE ${which}`
}

function reasonOf(row: TalkRow): RuleReason | null {
  const { policy, standing } = row
  const rules = rulesWithout(policy, standing.waivedReason)
  return testEligibility(employmentFacts(row), { ...policy, ...rules }).exemptReason
}
