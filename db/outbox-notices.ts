import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { MailReason, NoticeStatus } from '../domain/notices/mail-outcome.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { NoticeAudience, NoticeKind } from '../domain/talk/effects.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'
import { isHeldByUnit, isLeaderHeld } from './unit-holds.ts'

/** A notice with all that the sender must know to judge it, as of a day; names and dates, never texts. */
export interface OutboxNotice {
  id: string
  subject: string
  kind: NoticeKind
  occurrence: number
  step: string
  audience: NoticeAudience
  dueOn: Day | null
  whileOpen: boolean
  status: NoticeStatus
  reason: MailReason | null
  decidedAt: Instant
  endedAt: Instant | null
  mailId: string | null
  /** Who owes it, as long as it is open; null for information and for what has ended. */
  owedBy: 'employee' | 'leader' | 'hr' | null
  obligationOpen: boolean
  /** Its round is paused, or the unit within the round. */
  paused: boolean
  /** Its round is stopped, or its talk with its unit. */
  stopped: boolean
  /** Its round has come farther than a draft. */
  isStarted: boolean
  round: NoticeRound
  talk: NoticeTalk | null
  /** The employment of a team's leader, for what is about a team. */
  teamLeaderId: string | null
  /** The first day on which that leader led anybody of the team in the round; null for what is about no team. */
  teamLedSince: Day | null
}

export interface NoticeRound {
  id: string
  name: string
  kind: RoundKind
  committee: string
  unitId: string
}

export interface NoticeTalk {
  id: string
  /** The notice is about the talk itself, not about a status talk, a plan or an action of it. */
  isSubject: boolean
  employmentId: string
  personId: string
  givenName: string
  name: string
  language: Language
  status: TalkStatus
  /** The day the newest leader took over. */
  leaderSince: Day | null
  /** The notice is about a status talk of it. */
  isStatusTalk: boolean
  /** The time set for what the notice is about: the talk, or a status talk. */
  time: Instant | null
  inviteDueOn: Day
  employeeOnLeave: boolean
  employeeLeft: boolean
  newTimeSince: boolean
  statusTalkOpen: boolean
  offerAnswered: boolean
  hasFreeTimes: boolean
  planEnded: boolean
  filed: boolean
  evaluated: boolean
  remindsHere: boolean
}

/** Notices that wait for the sender and are on no mail yet, oldest first; those of paused rounds and units are left out. */
export async function waitingNotices(
  tx: Tx,
  audience: 'employee' | 'above',
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id::text FROM notice n JOIN round r ON r.id = n.round_id
    WHERE n.status = 'queued' AND n.mail_id IS NULL AND (n.audience = 'employee') = ${audience === 'employee'}
      AND ((r.paused_on IS NULL AND NOT ${isHeldByUnit(ofNotice)}) OR n.obligation IN ('journal', 'plan-to-file', 'filing-failed'))
    ORDER BY n.decided_at, n.id LIMIT ${limit}`
  return rows.map((row) => row.id)
}

/** The rounds of which a leader, or somebody above, has something to hear that is on no mail yet. */
export async function roundsWithWaiting(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT round_id::text AS id FROM notice
    WHERE status = 'queued' AND mail_id IS NULL AND audience <> 'employee'`
  return rows.map((row) => row.id)
}

/** The notices with these ids as of a moment, in no order; ids that are gone are left out. */
export async function readNotices(
  tx: Tx,
  ids: readonly string[],
  { today: on, now }: { today: Day; now: Instant },
): Promise<OutboxNotice[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<NoticeRow[]>`
    SELECT n.id::text, n.subject::text, n.obligation AS kind, n.occurrence, n.step, n.audience, n.due_on, n.while_open,
      n.status, n.reason, n.decided_at, n.ended_at, n.mail_id::text, n.leader_id::text AS team_leader_id, o.owed_by,
      CASE WHEN n.talk_id IS NOT NULL THEN o.id IS NOT NULL
        WHEN r.status = 'stopped' THEN false
        WHEN n.obligation = 'group-feedback' THEN
          EXISTS (SELECT 1 FROM group_feedback g WHERE g.id = n.subject AND g.status = 'owed')
        ELSE r.evaluation_discussed_on IS NULL END AS obligation_open,
      r.id::text AS round_id, r.name AS round_name, r.kind AS round_kind, r.committee, r.unit_id::text,
      r.paused_on IS NOT NULL OR ${isHeldByUnit(ofNotice)} OR (n.talk_id IS NULL AND ${isLeaderHeld(ofTeam, on)}) AS paused,
      r.status = 'stopped' OR coalesce(t.status = 'stopped', false) AS stopped,
      r.status <> 'draft' AS is_started,
      CASE WHEN n.leader_id IS NOT NULL THEN (SELECT min(l.from_on) FROM talk led
        JOIN reporting_line l ON l.employment_id = led.employment_id AND l.leader_id = n.leader_id
          AND l.from_on <= ${on}::date AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
        WHERE led.round_id = n.round_id) END AS team_led_since,
      t.id::text AS talk_id, t.status AS talk_status, t.snapshot->>'leaderSince' AS leader_since,
      s.id IS NOT NULL AS is_status_talk, coalesce(s.status = 'open', false) AS status_talk_open,
      EXISTS (SELECT 1 FROM offer WHERE offer.id = n.subject AND offer.answer IS NOT NULL) AS offer_answered,
      EXISTS (SELECT 1 FROM reporting_line l JOIN slot f ON f.leader_id = l.leader_id AND f.round_id = n.round_id
        WHERE n.obligation = 'slots-published' AND l.employment_id = e.id AND l.from_on <= ${on}::date
          AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
          AND f.taken_by IS NULL AND f.starts_at > ${new Date(now)}) AS has_free_times,
      CASE WHEN n.subject = t.id THEN t.snapshot->'appointment'->>'startsAt'
        ELSE s.time->>'startsAt' END AS starts_at, t.invite_due_on,
      EXISTS (SELECT 1 FROM plan_version v WHERE v.id = n.subject AND v.status <> 'current') OR EXISTS (
        SELECT 1 FROM notice later WHERE n.obligation = 'plan-proposed' AND later.subject = n.subject
          AND later.obligation = 'plan-returned' AND later.decided_at > n.decided_at) AS plan_ended,
      EXISTS (SELECT 1 FROM journal_entry j WHERE j.plan_version_id = n.subject AND j.status = 'filed') AS filed,
      e.id::text AS employment_id, p.id::text AS person_id, p.given_name,
      p.given_name || ' ' || p.family_name AS name, p.language,
      coalesce(e.last_day < ${on}::date, false) AS employee_left,
      EXISTS (SELECT 1 FROM leave v WHERE v.employment_id = e.id AND v.from_on <= ${on}::date
        AND (v.to_on IS NULL OR v.to_on >= ${on}::date)) AS employee_on_leave,
      EXISTS (SELECT 1 FROM appointment a WHERE a.talk_id = t.id AND a.subject = n.subject AND a.status = 'current'
        AND a.created_at > n.decided_at) AS new_time_since,
      EXISTS (SELECT 1 FROM evaluation_mark m WHERE m.talk_id = t.id) AS evaluated,
      NOT EXISTS (SELECT 1 FROM action a WHERE a.id = n.subject AND a.talk_id <> n.talk_id) AS reminds_here
    FROM notice n
    JOIN round r ON r.id = n.round_id
    LEFT JOIN talk t ON t.id = n.talk_id
    LEFT JOIN employment e ON e.id = t.employment_id
    LEFT JOIN person p ON p.id = e.person_id
    LEFT JOIN LATERAL (SELECT st->>'id' AS id, st->>'status' AS status, st->'appointment' AS time
      FROM jsonb_array_elements(t.snapshot->'statusTalks') st WHERE st->>'id' = n.subject::text) s ON true
    LEFT JOIN obligation o ON o.talk_id = n.talk_id AND o.obligation = n.obligation AND o.subject = n.subject
      AND o.occurrence = n.occurrence
    WHERE n.id = ANY(${ids}::uuid[])`
  return rows.map(noticeFrom)
}

const ofNotice = { id: Prisma.sql`n.talk_id`, roundId: Prisma.sql`n.round_id` }
const ofTeam = { id: Prisma.sql`n.leader_id`, roundId: Prisma.sql`n.round_id` }

/** The policy in force in each round (R14.2): the one the round goes by, or its draft's newest. */
export async function readPolicies(tx: Tx, roundIds: readonly string[]): Promise<Map<string, Policy>> {
  const rows = await tx.$queryRaw<{ round_id: string; policy: Policy }[]>`
    SELECT DISTINCT ON (p.round_id) p.round_id::text, coalesce(r.snapshot->'policy', p.policy) AS policy
    FROM round_policy p JOIN round r ON r.id = p.round_id
    WHERE p.round_id = ANY(${[...roundIds]}::uuid[]) ORDER BY p.round_id, p.version DESC`
  return new Map(rows.map((row) => [row.round_id, row.policy]))
}

interface NoticeRow {
  id: string
  subject: string
  kind: NoticeKind
  occurrence: number
  step: string
  audience: NoticeAudience
  due_on: Date | null
  while_open: boolean
  status: NoticeStatus
  reason: MailReason | null
  decided_at: Date
  ended_at: Date | null
  mail_id: string | null
  team_leader_id: string | null
  team_led_since: Date | null
  owed_by: OutboxNotice['owedBy']
  obligation_open: boolean
  round_id: string
  round_name: string
  round_kind: RoundKind
  committee: string
  unit_id: string
  paused: boolean
  stopped: boolean
  is_started: boolean
  talk_id: string | null
  talk_status: TalkStatus
  leader_since: string | null
  is_status_talk: boolean
  status_talk_open: boolean
  offer_answered: boolean
  has_free_times: boolean
  starts_at: string | null
  invite_due_on: Date | null
  plan_ended: boolean
  filed: boolean
  employment_id: string
  person_id: string
  given_name: string
  name: string
  language: Language
  employee_left: boolean
  employee_on_leave: boolean
  new_time_since: boolean
  evaluated: boolean
  reminds_here: boolean
}

function noticeFrom(row: NoticeRow): OutboxNotice {
  return {
    id: row.id,
    subject: row.subject,
    kind: row.kind,
    occurrence: row.occurrence,
    step: row.step,
    audience: row.audience,
    dueOn: row.due_on && toDay(row.due_on),
    whileOpen: row.while_open,
    status: row.status,
    reason: row.reason,
    decidedAt: row.decided_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    mailId: row.mail_id,
    owedBy: row.talk_id === null ? (row.kind === 'evaluation' ? 'hr' : 'leader') : row.owed_by,
    obligationOpen: row.obligation_open,
    paused: row.paused,
    stopped: row.stopped,
    isStarted: row.is_started,
    round: {
      id: row.round_id,
      name: row.round_name,
      kind: row.round_kind,
      committee: row.committee,
      unitId: row.unit_id,
    },
    talk: row.talk_id === null ? null : talkFrom(row, row.talk_id),
    teamLeaderId: row.team_leader_id,
    teamLedSince: row.team_led_since && toDay(row.team_led_since),
  }
}

function talkFrom(row: NoticeRow, id: string): NoticeTalk {
  return {
    id,
    isSubject: row.subject === id,
    employmentId: row.employment_id,
    personId: row.person_id,
    givenName: row.given_name,
    name: row.name,
    language: row.language,
    status: row.talk_status,
    leaderSince: row.leader_since as Day | null,
    isStatusTalk: row.is_status_talk,
    time: row.starts_at === null ? null : Number(row.starts_at),
    inviteDueOn: toDay(row.invite_due_on ?? row.decided_at),
    employeeOnLeave: row.employee_on_leave,
    employeeLeft: row.employee_left,
    newTimeSince: row.new_time_since,
    statusTalkOpen: row.status_talk_open,
    offerAnswered: row.offer_answered,
    hasFreeTimes: row.has_free_times,
    planEnded: row.plan_ended,
    filed: row.filed,
    evaluated: row.evaluated,
    remindsHere: row.reminds_here,
  }
}
