import type { Day } from '../domain/calendar/day.ts'
import type { EmploymentFacts, RuleReason } from '../domain/eligibility.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { ObligationState } from '../domain/obligation/obligation.ts'
import type { ActionState, TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import {
  employmentColumns,
  employmentFacts,
  type EmploymentRow,
  leadsSomebody,
  seenOn,
  testEligibility,
} from './eligibility.ts'
import { Prisma } from './generated/client.ts'

/** Somebody a round must account for and has no talk for yet, with what opening it needs. */
export interface RosterEntry {
  employmentId: string
  unitId: string
  employment: EmploymentFacts
  /** The rule that makes them exempt on talksTo, tested as R13.2 says; null = has a talk. */
  exemptReason: RuleReason | null
  eligibleFrom: Day | null
  leaves: { id: string; from: Day; to: Day | null }[]
  previousTalkId: string | null
  openActions: (ActionState & { talkId: string })[]
  /** How far the reminding about those actions has come. */
  actionObligations: ObligationState[]
}

export interface RosterRound {
  roundId: string
  unitId: string
  kind: string
  policy: Policy
}

/**
 * The next page of those on the roster without a talk in the round: employed on or before talksTo, not gone, in the
 * round's unit or below, and without a talk of the same kind whose window overlaps (R1.1, R13.2). LUS is for leaders
 * alone (R12).
 * @param after the last employment of the page before, or null
 */
export async function rosterPage(
  tx: Tx,
  round: RosterRound,
  today: Day,
  after: string | null,
  limit: number,
): Promise<RosterEntry[]> {
  const rows = await tx.$queryRaw<CandidateRow[]>`
    SELECT e.id, m.unit_id, ${employmentColumns},
      (SELECT t.id FROM talk t WHERE t.employment_id = e.id AND t.kind = ${round.kind}
        AND t.round_id <> ${round.roundId}::uuid ORDER BY t.opened_at DESC LIMIT 1) AS previous_talk_id
    ${withoutTalk(round, today)}
      AND e.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
    ORDER BY e.id LIMIT ${limit}`
  return withLeavesAndActions(tx, round, rows)
}

/** How many {@link rosterPage} would give, all pages together. */
export async function countRoster(tx: Tx, round: RosterRound, today: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${withoutTalk(round, today)}`
  return row?.count ?? 0
}

/** SQL: employments `e` on the roster without a talk in the round, each with its membership `m`, as on the day `seen.on_day`. */
function withoutTalk(round: RosterRound, today: Day): Prisma.Sql {
  return Prisma.sql`
    FROM employment e ${seenOn(today)}
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= seen.on_day
      AND (m.to_on IS NULL OR m.to_on >= seen.on_day)
    WHERE m.unit_id IN (
        WITH RECURSIVE below AS (
          SELECT id FROM unit WHERE id = ${round.unitId}::uuid
          UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
        SELECT id FROM below)
      AND e.employed_from <= ${round.policy.talksTo}::date
      AND (e.last_day IS NULL OR e.last_day >= ${today}::date)
      AND (${round.kind} <> 'lus' OR ${leadsSomebody(Prisma.sql`seen.on_day`)})
      AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.round_id = ${round.roundId}::uuid AND t.employment_id = e.id)
      AND NOT EXISTS (
        SELECT 1 FROM talk t JOIN round r ON r.id = t.round_id
        WHERE t.employment_id = e.id AND t.kind = ${round.kind} AND r.id <> ${round.roundId}::uuid
          AND r.status IN ('scheduled', 'running', 'closing')
          AND (r.snapshot->'policy'->>'talksFrom')::date <= ${round.policy.talksTo}::date
          AND (r.snapshot->'policy'->>'talksTo')::date >= ${round.policy.talksFrom}::date)`
}

interface CandidateRow extends EmploymentRow {
  id: string
  unit_id: string
  previous_talk_id: string | null
}

async function withLeavesAndActions(
  tx: Tx,
  round: RosterRound,
  rows: CandidateRow[],
): Promise<RosterEntry[]> {
  const ids = rows.map((row) => row.id)
  const leaves = await tx.leave.findMany({ where: { employmentId: { in: ids } } })
  const carried = await openActions(tx, ids)
  return rows.map((row) => {
    const employment = employmentFacts(row)
    return {
      employmentId: row.id,
      unitId: row.unit_id,
      employment,
      ...testEligibility(employment, round.policy),
      leaves: leaves
        .filter((leave) => leave.employmentId === row.id)
        .map((leave) => ({ id: leave.id, from: toDay(leave.fromOn), to: leave.toOn && toDay(leave.toOn) })),
      previousTalkId: row.previous_talk_id,
      ...carriedBy(row.id, carried),
    }
  })
}

interface Carried {
  actions: { id: string; employmentId: string; talkId: string }[]
  talks: Map<string, TalkState>
}

/**
 * Open actions and the talks that have reminded about them, whose rows are locked: a step that such a talk takes now
 * is either seen here or decided after the action has moved on.
 */
async function openActions(tx: Tx, employmentIds: string[]): Promise<Carried> {
  const actions = await tx.$queryRaw<Carried['actions']>`
    SELECT id::text, employment_id::text AS "employmentId", talk_id::text AS "talkId" FROM course.action
    WHERE employment_id = ANY(${employmentIds}::uuid[]) AND status = 'open' ORDER BY id`
  const talkIds = [...new Set(actions.map((action) => action.talkId))]
  const rows = await tx.$queryRaw<{ id: string; snapshot: TalkState }[]>`
    SELECT id, snapshot FROM talk WHERE id = ANY(${talkIds}::uuid[]) ORDER BY id FOR UPDATE`
  return { actions, talks: new Map(rows.map((row) => [row.id, row.snapshot])) }
}

function carriedBy(
  employmentId: string,
  carried: Carried,
): Pick<RosterEntry, 'openActions' | 'actionObligations'> {
  const actions: RosterEntry['openActions'] = []
  const actionObligations: ObligationState[] = []
  for (const { id, talkId, employmentId: owner } of carried.actions) {
    const talk = carried.talks.get(talkId)
    const action = talk?.actions.find((candidate) => candidate.id === id)
    if (owner !== employmentId || !talk || !action) continue
    actions.push({ ...action, talkId })
    actionObligations.push(
      ...talk.obligations.filter((open) => open.obligation === 'action' && open.subject === id),
    )
  }
  return { openActions: actions, actionObligations }
}
