import type { Day } from '../domain/calendar/day.ts'
import type { ObligationKind } from '../domain/policy/ladder.ts'
import type { OverviewTalk } from '../domain/round/overview.ts'
import type { Outcome, TalkStatus } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

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

/** Every talk of a round as it stands on a day, by name; who has moved or left counts where they were last. */
export async function overviewTalks(db: Tx, roundId: string, on: Day): Promise<NamedOverviewTalk[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id::text, t.employment_id::text, e.person_id::text, e.number,
      p.given_name || ' ' || p.family_name AS name, coalesce(m.unit_id::text, '') AS unit_id,
      coalesce(u.name, '') AS unit_name, l.leader_id::text, lp.given_name || ' ' || lp.family_name AS leader_name,
      t.status, t.outcome, t.outcome_reason, t.snapshot->>'pausedOn' IS NOT NULL AS is_paused, t.invite_due_on, t.hold_due_on, t.plan_due_on, t.held_on, t.agreed_on,
      EXISTS (SELECT 1 FROM plan_version v JOIN journal_entry j ON j.plan_version_id = v.id
        WHERE v.talk_id = t.id AND j.status = 'filed') AS is_filed,
      (SELECT count(*)::int FROM status_talk s WHERE s.talk_id = t.id AND s.status <> 'replaced'
        AND s.due_on < ${on}::date) AS status_talks_due,
      (SELECT count(*)::int FROM status_talk s WHERE s.talk_id = t.id AND s.status IN ('held', 'agreed-away')
        AND s.due_on < ${on}::date) AS status_talks_done,
      ARRAY(SELECT o.obligation FROM obligation o WHERE o.talk_id = t.id AND o.due_on < ${on}::date
        ORDER BY o.due_on, o.obligation) AS late
    FROM talk t
    JOIN employment e ON e.id = t.employment_id
    JOIN person p ON p.id = e.person_id
    LEFT JOIN LATERAL (SELECT x.unit_id FROM unit_membership x WHERE x.employment_id = e.id
      AND x.from_on <= greatest(${on}::date, e.employed_from) ORDER BY x.from_on DESC LIMIT 1) m ON true
    LEFT JOIN unit u ON u.id = m.unit_id
    LEFT JOIN LATERAL (SELECT x.leader_id FROM reporting_line x WHERE x.employment_id = e.id
      AND x.from_on <= greatest(${on}::date, e.employed_from) AND (x.to_on IS NULL OR x.to_on >= ${on}::date)
      ORDER BY x.from_on DESC LIMIT 1) l ON true
    LEFT JOIN employment le ON le.id = l.leader_id
    LEFT JOIN person lp ON lp.id = le.person_id
    WHERE t.round_id = ${roundId}::uuid
    ORDER BY p.given_name, p.family_name, t.id`
  return rows.map(talkFrom)
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

interface Row {
  id: string
  employment_id: string
  person_id: string
  number: string
  name: string
  unit_id: string
  unit_name: string
  leader_id: string | null
  leader_name: string | null
  status: TalkStatus
  outcome: Outcome | null
  outcome_reason: string | null
  is_paused: boolean
  invite_due_on: Date | null
  hold_due_on: Date | null
  plan_due_on: Date | null
  held_on: Date | null
  agreed_on: Date | null
  is_filed: boolean
  status_talks_due: number
  status_talks_done: number
  late: ObligationKind[]
}

function talkFrom(row: Row): NamedOverviewTalk {
  return {
    talkId: row.id,
    employmentId: row.employment_id,
    personId: row.person_id,
    number: row.number,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    leaderId: row.leader_id,
    leaderName: row.leader_name,
    status: row.status,
    outcome: row.outcome,
    reason: row.outcome_reason,
    isPaused: row.is_paused,
    inviteDueOn: row.invite_due_on && toDay(row.invite_due_on),
    holdDueOn: row.hold_due_on && toDay(row.hold_due_on),
    planDueOn: row.plan_due_on && toDay(row.plan_due_on),
    heldOn: row.held_on && toDay(row.held_on),
    agreedOn: row.agreed_on && toDay(row.agreed_on),
    isFiled: row.is_filed,
    statusTalksDue: row.status_talks_due,
    statusTalksDone: row.status_talks_done,
    late: row.late,
  }
}
