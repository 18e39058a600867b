import type { Day, Instant } from '../domain/calendar/day.ts'
import type { NoticeAudience, NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

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
      FROM notice n
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
