import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'

/** Something open that a person was told about before: the second part of a digest (R11.4). */
export interface OpenMatter {
  kind: NoticeKind
  subject: string
  /** Whether the reader owes it, or only hears how it stands. */
  reader: 'owes' | 'hears'
  owedBy: 'employee' | 'leader' | 'hr'
  dueOn: Day | null
  /** Null for what concerns a team or a whole round. */
  talkId: string | null
  employee: string
  leader: string | null
  time: Instant | null
  round: { id: string; name: string; kind: RoundKind; committee: string }
}

/** Lists longer than this are cut; the page shows them whole. */
const MOST = 500

/**
 * All that is still open for a person as of a day and was told to the role they hold, soonest due first. Of the
 * talks in `handedOver` everything their leader owes is listed, told before or not: a new leader's list (R13.2).
 */
export async function openMatters(
  tx: Tx,
  personId: string,
  on: Day,
  handedOver: readonly string[],
): Promise<OpenMatter[]> {
  const rows = await tx.$queryRaw<MatterRow[]>`
    WITH RECURSIVE acting AS (
      SELECT id FROM employment WHERE person_id = ${personId}::uuid
      UNION SELECT d.leader_id FROM deputy d JOIN employment de ON de.id = d.deputy_id
      WHERE de.person_id = ${personId}::uuid AND d.from_on <= ${on}::date AND d.to_on >= ${on}::date),
    line AS (SELECT employment_id, leader_id FROM reporting_line
      WHERE from_on <= ${on}::date AND (to_on IS NULL OR to_on >= ${on}::date)),
    led AS (SELECT employment_id FROM line WHERE leader_id IN (SELECT id FROM acting)),
    led_twice AS (SELECT employment_id FROM line WHERE leader_id IN (SELECT employment_id FROM led)),
    units AS (
      SELECT unit_id AS id FROM role_grant WHERE person_id = ${personId}::uuid AND role = 'hr'
        AND from_on <= ${on}::date AND (to_on IS NULL OR to_on >= ${on}::date)
      UNION SELECT u.id FROM units JOIN unit u ON u.parent_id = units.id),
    watched AS (SELECT m.employment_id FROM unit_membership m JOIN units ON units.id = m.unit_id
      WHERE m.from_on <= ${on}::date AND (m.to_on IS NULL OR m.to_on >= ${on}::date)),
    matter AS (
      SELECT o.obligation AS kind, o.subject, o.occurrence, o.owed_by, o.due_on, t.id AS talk_id, t.employment_id,
        t.round_id, NULL::uuid AS team_leader_id, t.snapshot->'appointment'->>'startsAt' AS starts_at
      FROM obligation o JOIN talk t ON t.id = o.talk_id
      UNION ALL
      SELECT DISTINCT ON (n.subject, n.obligation) n.obligation, n.subject, n.occurrence, 'leader', n.due_on, NULL::uuid,
        NULL::uuid, n.round_id, n.leader_id, NULL
      FROM notice n JOIN group_feedback g ON g.id = n.subject AND g.status = 'owed'
      WHERE n.obligation = 'group-feedback'
      UNION ALL
      SELECT DISTINCT ON (n.subject, n.obligation) n.obligation, n.subject, n.occurrence, 'hr', n.due_on, NULL::uuid,
        NULL::uuid, n.round_id, NULL::uuid, NULL
      FROM notice n JOIN round r ON r.id = n.round_id AND r.evaluation_discussed_on IS NULL
      WHERE n.obligation = 'evaluation')
    SELECT m.kind, m.subject::text, m.owed_by, m.due_on, m.talk_id::text, m.starts_at,
      CASE WHEN m.owed_by = 'hr' OR (m.owed_by = 'leader' AND (m.employment_id IN (SELECT employment_id FROM led)
        OR m.team_leader_id IN (SELECT id FROM acting))) THEN 'owes' ELSE 'hears' END AS reader,
      coalesce(p.given_name || ' ' || p.family_name, '') AS employee, lp.given_name || ' ' || lp.family_name AS leader,
      r.id::text AS round_id, r.name AS round_name, r.kind AS round_kind, r.committee
    FROM matter m
    JOIN round r ON r.id = m.round_id AND r.status <> 'stopped' AND (r.paused_on IS NULL OR m.kind = 'journal')
    LEFT JOIN employment e ON e.id = m.employment_id
    LEFT JOIN person p ON p.id = e.person_id
    LEFT JOIN line l ON l.employment_id = m.employment_id
    LEFT JOIN employment le ON le.id = coalesce(m.team_leader_id, l.leader_id)
    LEFT JOIN person lp ON lp.id = le.person_id
    WHERE (m.kind = 'journal' OR e.id IS NULL OR (coalesce(e.last_day >= ${on}::date, true) AND NOT EXISTS (
        SELECT 1 FROM leave v WHERE v.employment_id = e.id AND v.from_on <= ${on}::date
          AND (v.to_on IS NULL OR v.to_on >= ${on}::date))))
      AND ((m.owed_by = 'leader' AND m.talk_id = ANY(${[...handedOver]}::uuid[]))
        OR (${wasTold('leader')} AND (m.employment_id IN (SELECT employment_id FROM led)
          OR m.team_leader_id IN (SELECT id FROM acting)))
        OR (${wasTold('leaders-leader')} AND (m.employment_id IN (SELECT employment_id FROM led_twice)
          OR m.team_leader_id IN (SELECT employment_id FROM led)))
        OR (${wasTold('hr')} AND (m.employment_id IN (SELECT employment_id FROM watched)
          OR m.team_leader_id IN (SELECT employment_id FROM watched)
          OR (m.kind = 'evaluation' AND r.unit_id IN (SELECT id FROM units)))))
    ORDER BY m.due_on, employee, m.subject LIMIT ${MOST}`
  return rows.map(matterFrom)
}

/** The role heard of the matter in its present occurrence. */
function wasTold(audience: 'leader' | 'leaders-leader' | 'hr'): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM notice n WHERE n.subject = m.subject AND n.obligation = m.kind
    AND n.occurrence = m.occurrence AND n.audience = ${audience} AND n.status IN ('sent', 'refused'))`
}

interface MatterRow {
  kind: NoticeKind
  subject: string
  owed_by: OpenMatter['owedBy']
  due_on: Date | null
  talk_id: string | null
  starts_at: string | null
  reader: OpenMatter['reader']
  employee: string
  leader: string | null
  round_id: string
  round_name: string
  round_kind: RoundKind
  committee: string
}

function matterFrom(row: MatterRow): OpenMatter {
  return {
    kind: row.kind,
    subject: row.subject,
    reader: row.reader,
    owedBy: row.owed_by,
    dueOn: row.due_on && toDay(row.due_on),
    talkId: row.talk_id,
    employee: row.employee,
    leader: row.leader,
    time: row.starts_at === null ? null : Number(row.starts_at),
    round: { id: row.round_id, name: row.round_name, kind: row.round_kind, committee: row.committee },
  }
}
