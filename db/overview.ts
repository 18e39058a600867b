import type { Day } from '../domain/calendar/day.ts'
import type { OverviewTalk } from '../domain/round/overview.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'

/** An overview's talk with the names that a drill-down shows; names and status, never content (R14.4). */
export interface NamedOverviewTalk extends OverviewTalk {
  employmentId: string
  number: string
  name: string
  unitName: string
  /** Of today's leader. */
  leaderId: string | null
  leaderName: string | null
  inviteDueOn: Day | null
  /** Alone or with the round. */
  isPaused: boolean
}

/** Which talks of a round are wanted. */
export interface RoundTalksWish {
  /** Those in these units on the day; null = all, wherever they are. */
  readonly unitIds: readonly string[] | null
  readonly status?: TalkStatus
  /** Something is past its day. */
  readonly late?: boolean
  /** Without an outcome. */
  readonly unaccounted?: boolean
}

/**
 * Every talk of a round as it stands on a day; who has moved or left counts where they were last. What talks have several
 * of is gathered for the whole round at once, and neither names nor the workflow's state are read: there may be ten
 * thousand.
 */
export async function overviewTalks(db: Tx, roundId: string, on: Day): Promise<OverviewTalk[]> {
  return db.$queryRaw<OverviewTalk[]>`
    WITH of_round AS MATERIALIZED (SELECT id FROM talk WHERE round_id = ${roundId}::uuid),
    filed AS (SELECT DISTINCT v.talk_id FROM of_round JOIN course.plan_version v ON v.talk_id = of_round.id
      JOIN journal_entry j ON j.plan_version_id = v.id AND j.status = 'filed'),
    status AS (SELECT s.talk_id, count(*)::int AS due,
        count(*) FILTER (WHERE s.status IN ('held', 'agreed-away'))::int AS done
      FROM of_round JOIN course.status_talk s ON s.talk_id = of_round.id AND s.status <> 'replaced' AND s.due_on < ${on}::date
      GROUP BY s.talk_id),
    overdue AS (SELECT o.talk_id, array_agg(o.obligation ORDER BY o.due_on, o.obligation) AS late
      FROM of_round JOIN obligation o ON o.talk_id = of_round.id AND o.due_on < ${on}::date
      GROUP BY o.talk_id)
    SELECT ${ofTalk}, filed.talk_id IS NOT NULL AS "isFiled", coalesce(status.due, 0) AS "statusTalksDue",
      coalesce(status.done, 0) AS "statusTalksDone", coalesce(overdue.late, '{}') AS late
    FROM talk t
    JOIN employment e ON e.id = t.employment_id
    ${unitOn(on)}
    LEFT JOIN filed ON filed.talk_id = t.id
    LEFT JOIN status ON status.talk_id = t.id
    LEFT JOIN overdue ON overdue.talk_id = t.id
    WHERE t.round_id = ${roundId}::uuid
    ORDER BY t.id`
}

/** The talks of a round that are wanted, by name: at most `limit`, after leaving out the first `skip`. */
export async function roundTalks(
  db: Tx,
  roundId: string,
  wish: RoundTalksWish,
  on: Day,
  { limit, skip }: { limit: number; skip: number },
): Promise<NamedOverviewTalk[]> {
  return db.$queryRaw<NamedOverviewTalk[]>`
    SELECT ${ofTalk}, t.employment_id::text AS "employmentId", e.number, p.given_name || ' ' || p.family_name AS name,
      coalesce(u.name, '') AS "unitName", l.leader_id::text AS "leaderId",
      lp.given_name || ' ' || lp.family_name AS "leaderName", t.invite_due_on::text AS "inviteDueOn",
      t.snapshot->>'pausedOn' IS NOT NULL AS "isPaused",
      EXISTS (SELECT 1 FROM course.plan_version v JOIN journal_entry j ON j.plan_version_id = v.id
        WHERE v.talk_id = t.id AND j.status = 'filed') AS "isFiled",
      (SELECT count(*)::int FROM course.status_talk s WHERE s.talk_id = t.id AND s.status <> 'replaced'
        AND s.due_on < ${on}::date) AS "statusTalksDue",
      (SELECT count(*)::int FROM course.status_talk s WHERE s.talk_id = t.id AND s.status IN ('held', 'agreed-away')
        AND s.due_on < ${on}::date) AS "statusTalksDone",
      ARRAY(SELECT o.obligation FROM obligation o WHERE o.talk_id = t.id AND o.due_on < ${on}::date
        ORDER BY o.due_on, o.obligation) AS late
    FROM talk t
    JOIN employment e ON e.id = t.employment_id
    JOIN person p ON p.id = e.person_id
    ${unitOn(on)}
    LEFT JOIN unit u ON u.id = m.unit_id
    ${leaderOn(on)}
    LEFT JOIN employment le ON le.id = l.leader_id
    LEFT JOIN person lp ON lp.id = le.person_id
    WHERE t.round_id = ${roundId}::uuid AND ${conditions(wish, on)}
    ORDER BY p.given_name, p.family_name, t.id LIMIT ${limit} OFFSET ${skip}`
}

/** What an overview reads of a talk `t`, its employment `e` and unit `m`. Days are text: ten thousand are not to be parsed. */
const ofTalk = Prisma.sql`t.id::text AS "talkId", e.person_id::text AS "personId", coalesce(m.unit_id::text, '') AS "unitId",
  t.status, t.outcome, t.outcome_reason AS reason, t.hold_due_on::text AS "holdDueOn", t.plan_due_on::text AS "planDueOn",
  t.held_on::text AS "heldOn", t.agreed_on::text AS "agreedOn"`

/** How many talks are wanted, however few are listed at a time. */
export async function countRoundTalks(
  db: Tx,
  roundId: string,
  wish: RoundTalksWish,
  on: Day,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM talk t JOIN employment e ON e.id = t.employment_id
    ${unitOn(on)}
    WHERE t.round_id = ${roundId}::uuid AND ${conditions(wish, on)}`
  return row?.count ?? 0
}

/** Somebody who leads people with a talk in a round on a day. */
export interface RoundLeader {
  readonly leaderId: string
  readonly number: string
  readonly name: string
  readonly title: string
  readonly unitName: string
  /** Their talks, and those where something is past its day. */
  readonly all: number
  readonly late: number
}

/** The leaders of a round's talks on a day, the most late first. */
export async function roundLeaders(db: Tx, roundId: string, on: Day): Promise<RoundLeader[]> {
  return db.$queryRaw<RoundLeader[]>`
    SELECT l.leader_id::text AS "leaderId", le.number, lp.given_name || ' ' || lp.family_name AS name, le.title,
      coalesce((SELECT u.name FROM unit u JOIN (${unitOf('le', on)}) m ON m.unit_id = u.id), '') AS "unitName",
      count(*)::int AS "all",
      count(*) FILTER (WHERE ${isLate(on)})::int AS late
    FROM talk t JOIN employment e ON e.id = t.employment_id
    ${leaderOn(on)}
    JOIN employment le ON le.id = l.leader_id
    JOIN person lp ON lp.id = le.person_id
    WHERE t.round_id = ${roundId}::uuid AND t.status NOT IN ('exempt', 'left', 'stopped')
    GROUP BY l.leader_id, lp.id, le.id
    ORDER BY late DESC, name, l.leader_id`
}

/** SQL: the unit of an employment `e` on a day, or where they were last. */
export function unitOn(on: Day): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (${unitOf('e', on)}) m ON true`
}

function unitOf(employment: string, on: Day): Prisma.Sql {
  const row = Prisma.raw(employment)
  return Prisma.sql`SELECT x.unit_id FROM unit_membership x WHERE x.employment_id = ${row}.id
    AND x.from_on <= greatest(${on}::date, ${row}.employed_from) ORDER BY x.from_on DESC LIMIT 1`
}

function leaderOn(on: Day): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (SELECT x.leader_id FROM reporting_line x WHERE x.employment_id = e.id
      AND x.from_on <= greatest(${on}::date, e.employed_from) AND (x.to_on IS NULL OR x.to_on >= ${on}::date)
      ORDER BY x.from_on DESC LIMIT 1) l ON true`
}

function conditions({ unitIds, status, late, unaccounted }: RoundTalksWish, on: Day): Prisma.Sql {
  const wanted = [Prisma.sql`TRUE`]
  if (unitIds !== null) wanted.push(Prisma.sql`m.unit_id = ANY(${[...unitIds]}::uuid[])`)
  if (status !== undefined) wanted.push(Prisma.sql`t.status = ${status}`)
  if (late) wanted.push(isLate(on))
  if (unaccounted) wanted.push(Prisma.sql`t.outcome IS NULL`)
  return Prisma.join(wanted, ' AND ')
}

function isLate(on: Day): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM obligation o WHERE o.talk_id = t.id AND o.due_on < ${on}::date)`
}

/** The rounds of a kind that had a unit in them, oldest first; drafts are not counted. */
export async function roundsOfUnit(
  db: Tx,
  unitId: string,
  kind: string,
): Promise<{ id: string; name: string; year: number; unitId: string; closesOn: Day | null }[]> {
  const rows = await db.$queryRaw<
    { id: string; name: string; year: number; unit_id: string; closes_on: Date | null }[]
  >`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT r.id::text, r.name, r.year, r.unit_id::text, r.closes_on FROM round r
    WHERE r.unit_id IN (SELECT id FROM above) AND r.kind = ${kind} AND r.status <> 'draft'
    ORDER BY r.year, r.created_at, r.id`
  return rows.map(({ unit_id, closes_on, ...round }) => ({
    ...round,
    unitId: unit_id,
    closesOn: closes_on && toDay(closes_on),
  }))
}
