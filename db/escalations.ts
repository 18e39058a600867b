import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { NoticeAudience, NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { fromTalks, type Leading, leads, restOn } from './home.ts'
import { pairsOf } from './leads-on.ts'
import { holds } from './people.ts'

/** Something still open of which the leader's leader or HR has been told, or is about to be (R14.5). */
export interface Escalation {
  obligation: NoticeKind
  /** How far up it has come. */
  audience: Extract<NoticeAudience, 'leaders-leader' | 'hr'>
  /** Null for what is about a team or the round. */
  talkId: string | null
  employeeName: string | null
  leaderName: string | null
  /** Where the employee, or the team's leader, is that day. */
  unitId: string | null
  unitName: string | null
  dueOn: Day | null
  /** When the newest step up was decided. */
  since: Instant
  /** How many steps above the leader there have been. */
  steps: number
}

/** The escalations of a round that are open now, the oldest due date first; one line for each open obligation. */
export async function openEscalations(db: Tx, roundId: string, on: Day): Promise<Escalation[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH climbed AS (
      SELECT n.subject, n.obligation, n.occurrence, n.talk_id, n.leader_id, max(n.due_on) AS due_on,
        max(n.decided_at) AS since, count(*)::int AS steps, bool_or(n.audience = 'hr') AS reached_hr
      FROM course.notice n
      WHERE n.round_id = ${roundId}::uuid AND n.while_open AND n.audience IN ('leaders-leader', 'hr')
        AND n.obligation <> 'evaluation'
        AND CASE WHEN n.talk_id IS NULL
          THEN EXISTS (SELECT 1 FROM course.group_feedback g WHERE g.id = n.subject AND g.status = 'owed')
          ELSE EXISTS (SELECT 1 FROM obligation o WHERE o.talk_id = n.talk_id AND o.obligation = n.obligation
            AND o.subject = n.subject AND o.occurrence = n.occurrence) END
      GROUP BY n.subject, n.obligation, n.occurrence, n.talk_id, n.leader_id)
    SELECT c.obligation, c.reached_hr, c.talk_id::text, c.due_on, c.since, c.steps,
      p.given_name || ' ' || p.family_name AS employee_name, lp.given_name || ' ' || lp.family_name AS leader_name,
      u.id::text AS unit_id, u.name AS unit_name
    FROM climbed c
    LEFT JOIN talk t ON t.id = c.talk_id
    LEFT JOIN employment e ON e.id = t.employment_id
    LEFT JOIN person p ON p.id = e.person_id
    LEFT JOIN reporting_line l ON l.employment_id = e.id AND l.from_on <= ${on}::date
      AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
    LEFT JOIN employment le ON le.id = coalesce(l.leader_id, c.leader_id)
    LEFT JOIN person lp ON lp.id = le.person_id
    LEFT JOIN unit_membership m ON m.employment_id = coalesce(e.id, c.leader_id) AND m.from_on <= ${on}::date
      AND (m.to_on IS NULL OR m.to_on >= ${on}::date)
    LEFT JOIN unit u ON u.id = m.unit_id
    ORDER BY c.due_on, c.since, c.subject`
  return rows.map((row) => ({
    obligation: row.obligation,
    audience: row.reached_hr ? 'hr' : 'leaders-leader',
    talkId: row.talk_id,
    employeeName: row.employee_name,
    leaderName: row.leader_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    dueOn: row.due_on && toDay(row.due_on),
    since: row.since.getTime(),
    steps: row.steps,
  }))
}

interface Row {
  obligation: NoticeKind
  reached_hr: boolean
  talk_id: string | null
  employee_name: string | null
  leader_name: string | null
  unit_id: string | null
  unit_name: string | null
  due_on: Date | null
  since: Date
  steps: number
}

/** How much of a round is open of which HR was told. */
export interface ToldHr {
  readonly roundId: string
  readonly roundName: string
  readonly count: number
  readonly oldestDueOn: Day
}

/** What HR of these units was told and is open, counted by round: in their own rounds all of it, else of their people. */
export async function escalatedToHr(db: Tx, unitIds: readonly string[], today: Day): Promise<ToldHr[]> {
  if (unitIds.length === 0) return []
  const rows = await db.$queryRaw<(Omit<ToldHr, 'oldestDueOn'> & { oldestDueOn: Date })[]>`
    WITH late AS (
      SELECT t.round_id, t.employment_id, o.due_on FROM obligation o JOIN talk t ON t.id = o.talk_id
      WHERE o.due_on < ${today}::date AND EXISTS (SELECT 1 FROM course.notice n WHERE n.talk_id = o.talk_id
        AND n.subject = o.subject AND n.obligation = o.obligation AND n.occurrence = o.occurrence
        AND n.audience = 'hr' AND n.while_open)
      UNION ALL
      SELECT g.round_id, g.leader_id, n.due_on FROM course.group_feedback g
      CROSS JOIN LATERAL (SELECT max(n.due_on) AS due_on FROM course.notice n
        WHERE n.subject = g.id AND n.obligation = 'group-feedback' AND n.audience = 'hr' AND n.while_open) n
      WHERE g.status = 'owed' AND n.due_on IS NOT NULL)
    SELECT round.id::text AS "roundId", round.name AS "roundName", min(late.due_on) AS "oldestDueOn",
      count(*)::int AS count
    FROM late JOIN round ON round.id = late.round_id
    WHERE round.unit_id = ANY(${[...unitIds]}::uuid[]) OR EXISTS (SELECT 1 FROM unit_membership m
      WHERE m.employment_id = late.employment_id AND ${holds('m', today)} AND m.unit_id = ANY(${[...unitIds]}::uuid[]))
    GROUP BY round.id ORDER BY "oldestDueOn", round.id`
  return rows.map((row) => ({ ...row, oldestDueOn: toDay(row.oldestDueOn) }))
}

/** Something a leader has not done, of which their own leader was told: that it is missing, never what it says. */
export interface LateLeader {
  readonly obligation: string
  readonly subject: string
  /** Null for the common feedback to a team. */
  readonly talkId: string | null
  readonly roundId: string
  readonly roundName: string
  readonly kind: RoundKind
  /** The employment. */
  readonly leaderId: string
  readonly leader: string
  readonly employee: string | null
  readonly dueOn: Day
}

/**
 * What is open and was told the person as the leader of the leader (R11.2), the oldest first; what rests is left out. No
 * step goes above a leader who was not there when it went (R13.2).
 */
export async function escalatedToLeadersLeader(db: Tx, who: Leading, today: Day): Promise<LateLeader[]> {
  const { personId, teams, ofOne } = who
  const above = [...teams, ...ofOne.map(({ leaderId }) => leaderId)]
  const rows = await db.$queryRaw<(Omit<LateLeader, 'dueOn'> & { dueOn: Date })[]>`
    WITH below AS MATERIALIZED (
      SELECT l.employment_id AS id, l.leader_id AS above_id, person.id AS person_id,
        person.given_name || ' ' || person.family_name AS name
      FROM reporting_line l JOIN employment ON employment.id = l.employment_id
      JOIN person ON person.id = employment.person_id
      WHERE l.leader_id = ANY(${above}::uuid[]) AND ${holds('l', today)} AND person.id <> ${personId}::uuid),
    wanted AS MATERIALIZED (
      SELECT open.id FROM talk open WHERE open.closed_at IS NULL AND open.employment_id IN (
        SELECT ever.employment_id FROM reporting_line ever WHERE ever.leader_id IN (SELECT id FROM below)))
    SELECT obligation.obligation, obligation.subject::text, talk.id::text AS "talkId", round.id::text AS "roundId",
      round.name AS "roundName", round.kind, below.id::text AS "leaderId", below.name AS leader,
      person.given_name || ' ' || person.family_name AS employee, obligation.due_on AS "dueOn"
    ${fromTalks(today)}
    JOIN below ON below.id = line.leader_id
    JOIN obligation ON obligation.talk_id = talk.id
    WHERE person.id <> ${personId}::uuid AND NOT ${leads(who)}
      AND (below.above_id = ANY(${[...teams]}::uuid[])
        OR (below.above_id, below.person_id) IN (${pairsOf(who)}) OR (below.above_id, person.id) IN (${pairsOf(who)}))
      AND ${restOn(today)} IS NULL
      AND EXISTS (SELECT 1 FROM course.notice n WHERE n.subject = obligation.subject AND n.obligation = obligation.obligation
        AND n.occurrence = obligation.occurrence AND n.audience = 'leaders-leader' AND n.while_open
        AND n.decided_at >= line.from_on)
    UNION ALL
    SELECT 'group-feedback', feedback.id::text, NULL, round.id::text, round.name, round.kind, below.id::text, below.name, NULL,
      (round.snapshot->'policy'->>'groupFeedbackBy')::date
    FROM below JOIN course.group_feedback feedback ON feedback.leader_id = below.id AND feedback.status = 'owed'
    JOIN round ON round.id = feedback.round_id
    WHERE below.id <> ALL(${[...teams]}::uuid[]) AND round.paused_on IS NULL
      AND EXISTS (SELECT 1 FROM course.notice n WHERE n.subject = feedback.id AND n.obligation = 'group-feedback'
        AND n.audience = 'leaders-leader' AND n.while_open)
    ORDER BY "dueOn", leader, employee`
  return rows.map((row) => ({ ...row, dueOn: toDay(row.dueOn) }))
}
