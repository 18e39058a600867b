import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'
import { type AnsweredTeams, pairsOf, teamsAnsweredFor } from './leads-on.ts'
import { isHeldByUnit, isLeaderHeld } from './unit-holds.ts'

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
  /** The time set, where the matter is the talk itself. */
  time: Instant | null
  round: { id: string; name: string; kind: RoundKind; committee: string }
}

/** Lists longer than this are cut; the page shows them whole. */
const MOST = 500

/**
 * All that is still open for a person as of a day and was told to the role they hold, soonest due first. Of the
 * talks in `handedOver` everything their leader owes is listed, and what the team is owed, told before or not: a new
 * leader's list (R13.2).
 */
export async function openMatters(
  tx: Tx,
  personId: string,
  on: Day,
  handedOver: readonly string[],
): Promise<OpenMatter[]> {
  const answered = await teamsAnsweredFor(tx, personId, on)
  const rows = await tx.$queryRaw<MatterRow[]>`
    WITH RECURSIVE ${whoTheyAre(personId, answered, on)}, matter AS (${whatIsOpen})
    SELECT m.kind, m.subject::text, m.owed_by, m.due_on, m.talk_id::text, m.starts_at,
      CASE WHEN m.owed_by = 'hr' OR (m.owed_by = 'leader' AND ${leads}) THEN 'owes' ELSE 'hears' END AS reader,
      coalesce(p.given_name || ' ' || p.family_name, '') AS employee, lp.given_name || ' ' || lp.family_name AS leader,
      r.id::text AS round_id, r.name AS round_name, r.kind AS round_kind, r.committee
    FROM matter m
    JOIN round r ON r.id = m.round_id AND (r.status <> 'stopped' OR m.talk_id IS NOT NULL)
      AND (m.kind = 'journal' OR NOT (r.paused_on IS NOT NULL OR ${isHeldByUnit(ofMatter)}
        OR (m.talk_id IS NULL AND ${isLeaderHeld(ofTeam, on)})))
    LEFT JOIN employment e ON e.id = m.employment_id
    LEFT JOIN person p ON p.id = e.person_id
    LEFT JOIN line l ON l.employment_id = m.employment_id
    LEFT JOIN employment le ON le.id = coalesce(m.team_leader_id, l.leader_id)
    LEFT JOIN person lp ON lp.id = le.person_id
    WHERE (m.kind = 'journal' OR e.id IS NULL OR (coalesce(e.last_day >= ${on}::date, true) AND NOT EXISTS (
        SELECT 1 FROM leave v WHERE v.employment_id = e.id AND ${holds('v', on)})))
      AND ((m.owed_by = 'leader' AND (m.talk_id = ANY(${[...handedOver]}::uuid[]) OR ${isTeamHandedOver(handedOver)}))
        OR (${leads} AND ${wasTold('leader')})
        OR (${leadsLeader} AND ${wasTold('leaders-leader')})
        OR (${isHr} AND ${wasTold('hr')}))
    ORDER BY m.due_on, employee, m.subject LIMIT ${MOST}`
  return rows.map(matterFrom)
}

const ofMatter = { id: Prisma.sql`m.talk_id`, roundId: Prisma.sql`m.round_id` }
const ofTeam = { id: Prisma.sql`m.team_leader_id`, roundId: Prisma.sql`m.round_id` }

/**
 * The leaders' jobs a person answers for, today's lines, those they lead and lead above, and those they are HR of; never
 * they themselves.
 */
function whoTheyAre(personId: string, answered: AnsweredTeams, on: Day): Prisma.Sql {
  return Prisma.sql`acting AS (SELECT unnest(${[...answered.teams]}::uuid[]) AS id),
    line AS (SELECT l.employment_id, l.leader_id FROM reporting_line l WHERE ${holds('l', on)}),
    led AS (SELECT employment_id AS id FROM line WHERE leader_id IN (SELECT id FROM acting)
      AND employment_id NOT IN (SELECT id FROM employment WHERE person_id = ${personId}::uuid)
      UNION SELECT line.employment_id FROM line JOIN employment ON employment.id = line.employment_id
      WHERE (line.leader_id, employment.person_id) IN (${pairsOf(answered)})),
    led_above AS (SELECT employment_id AS id FROM line WHERE leader_id IN (SELECT id FROM led)),
    units AS (
      SELECT g.unit_id AS id FROM role_grant g
      WHERE g.person_id = ${personId}::uuid AND g.role = 'hr' AND ${holds('g', on)}
      UNION SELECT u.id FROM units JOIN unit u ON u.parent_id = units.id),
    watched AS (SELECT m.employment_id AS id FROM unit_membership m JOIN units ON units.id = m.unit_id
      WHERE ${holds('m', on)}),
    seen AS (SELECT id FROM led UNION SELECT id FROM led_above UNION SELECT id FROM watched)`
}

/** What is owed in the talks of those people, by teams, and for whole rounds; one shape for the three. */
const whatIsOpen = Prisma.sql`
  SELECT o.obligation AS kind, o.subject, o.occurrence, o.owed_by, o.due_on, t.id AS talk_id, t.employment_id,
    t.round_id, NULL::uuid AS team_leader_id,
    CASE WHEN o.subject = t.id THEN t.snapshot->'appointment'->>'startsAt' END AS starts_at
  FROM talk t JOIN obligation o ON o.talk_id = t.id WHERE t.employment_id IN (SELECT id FROM seen)
  UNION ALL
  (SELECT DISTINCT ON (g.id) 'group-feedback', g.id, n.occurrence, 'leader',
    coalesce(n.due_on, (r.snapshot->'policy'->>'groupFeedbackBy')::date), NULL::uuid, NULL::uuid, g.round_id, g.leader_id, NULL
  FROM group_feedback g JOIN round r ON r.id = g.round_id
  LEFT JOIN notice n ON n.subject = g.id AND n.obligation = 'group-feedback'
  WHERE g.status = 'owed' ORDER BY g.id, n.occurrence DESC)
  UNION ALL
  (SELECT DISTINCT ON (n.subject) n.obligation, n.subject, n.occurrence, 'hr', n.due_on, NULL::uuid, NULL::uuid,
    n.round_id, NULL::uuid, NULL
  FROM round r JOIN notice n ON n.subject = r.id AND n.obligation = 'evaluation'
  WHERE r.evaluation_discussed_on IS NULL ORDER BY n.subject, n.occurrence DESC)`

const leads = Prisma.sql`(m.employment_id IN (SELECT id FROM led) OR m.team_leader_id IN (SELECT id FROM acting))`
const leadsLeader = Prisma.sql`(m.employment_id IN (SELECT id FROM led_above)
  OR m.team_leader_id IN (SELECT id FROM led))`
const isHr = Prisma.sql`(m.employment_id IN (SELECT id FROM watched) OR m.team_leader_id IN (SELECT id FROM watched)
  OR (m.kind = 'evaluation' AND r.unit_id IN (SELECT id FROM units)))`

/** With its people's talks a new leader takes over what the team is owed: told to somebody else, or to nobody yet. */
function isTeamHandedOver(talkIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(m.team_leader_id IN (SELECT id FROM acting) AND EXISTS (SELECT 1 FROM talk h JOIN line hl
    ON hl.employment_id = h.employment_id WHERE h.id = ANY(${[...talkIds]}::uuid[]) AND h.round_id = m.round_id
      AND hl.leader_id = m.team_leader_id))`
}

function holds(alias: 'l' | 'g' | 'm' | 'v', on: Day): Prisma.Sql {
  const row = Prisma.raw(alias)
  return Prisma.sql`${row}.from_on <= ${on}::date AND (${row}.to_on IS NULL OR ${row}.to_on >= ${on}::date)`
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
