import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RoundKind, RoundStatus } from '../domain/round/round.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'
import { leadsOn } from './leads-on.ts'

export const sectors = ['state', 'municipal', 'regional', 'private'] as const
export type Sector = (typeof sectors)[number]

export interface RoundLink {
  label: string
  url: string
}

/** A round as HR sees it. */
export interface RoundView {
  id: string
  unitId: string
  unitName: string
  name: string
  year: number
  kind: RoundKind
  sector: Sector
  focusText: string
  orientationText: string
  links: RoundLink[]
  guidelinesDiscussedOn: Day | null
  committee: string
  recurs: boolean
  previousRoundId: string | null
  status: RoundStatus
  stopReason: string | null
  startedAt: Instant | null
  pausedOn: Day | null
  expectedTalks: number
  evaluationDiscussedOn: Day | null
  /** The newest version; while the round runs, the dates may have moved by pauses. */
  policyVersion: number
  policy: Policy
}

/** Null where there is no such round. */
export async function readRound(db: Tx, id: string): Promise<RoundView | null> {
  const row = await db.round.findUnique({ where: { id }, include: roundParts })
  return row && roundFrom(row)
}

/** Whom rounds concern: everybody in these units on a day. */
export interface Reach {
  /** Followed with figures, as HR or works council. */
  followed: readonly string[]
  /** Of HR: also the rounds of those who have moved here from elsewhere (R13.2). */
  hr: readonly string[]
  on: Day
}

/** The rounds of these units and of every unit above them, newest first; drafts only of the units themselves. */
export async function roundsReaching(db: Tx, reach: Reach): Promise<RoundView[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM unit WHERE id = ANY(${[...reach.followed]}::uuid[])
      UNION SELECT u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT r.id::text FROM round r
    WHERE r.unit_id = ANY(${[...reach.followed]}::uuid[])
      OR (r.status <> 'draft' AND (r.unit_id IN (SELECT id FROM above) OR ${hasPeopleOf(reach)}))`
  const rows = await db.round.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: roundParts,
    orderBy: [{ year: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(roundFrom)
}

/** Whether somebody with a talk in the round is in a unit of this HR on a day. */
export async function roundHasPeopleOf(
  db: Tx,
  roundId: string,
  reach: Omit<Reach, 'followed'>,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM round r WHERE r.id = ${roundId}::uuid AND ${hasPeopleOf(reach)}`
  return rows.length > 0
}

/** Whether a person has a talk in the round, or is above somebody who has, as leader or as deputy, on a day. */
export async function concernsPerson(db: Tx, roundId: string, personId: string, on: Day): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE line AS (
      SELECT t.employment_id AS id FROM talk t WHERE t.round_id = ${roundId}::uuid
      UNION SELECT l.leader_id FROM line JOIN reporting_line l ON l.employment_id = line.id
        AND l.from_on <= ${on}::date AND (l.to_on IS NULL OR l.to_on >= ${on}::date))
    SELECT 1 FROM talk t JOIN employment e ON e.id = t.employment_id
      WHERE t.round_id = ${roundId}::uuid AND e.person_id = ${personId}::uuid
    UNION ALL SELECT 1 FROM line JOIN employment e ON e.id = line.id WHERE ${leadsOn(Prisma.sql`e.id`, personId, on)} LIMIT 1`
  return rows.length > 0
}

export interface RoundProgress {
  expected: number
  /** Talks whose row is written. */
  opened: number
  /** Talks whose clock runs. */
  started: number
  unaccounted: number
  /** Those who should have a talk: all but exempt and left. */
  toHold: number
  held: number
  /** Talks where something is past its day. */
  late: number
}

/** How far the opening of talks has come (R1.4), how many have no outcome yet (R1.5), and how many are late, on a day. */
export async function roundProgress(db: Tx, id: string, on: Day): Promise<RoundProgress> {
  const [row] = await db.$queryRaw<(Omit<RoundProgress, 'expected'> & { planned: number })[]>`
    WITH of_round AS MATERIALIZED (SELECT id, started, outcome FROM talk WHERE round_id = ${id}::uuid),
    late AS (SELECT DISTINCT o.talk_id FROM of_round JOIN obligation o ON o.talk_id = of_round.id AND o.due_on < ${on}::date)
    SELECT r.expected_talks AS planned, count(t.id)::int AS opened, count(*) FILTER (WHERE t.started)::int AS started,
      count(t.id) FILTER (WHERE t.outcome IS NULL)::int AS unaccounted,
      count(t.id) FILTER (WHERE t.outcome IS DISTINCT FROM 'exempt' AND t.outcome IS DISTINCT FROM 'left')::int AS "toHold",
      count(*) FILTER (WHERE t.outcome = 'held')::int AS held, count(late.talk_id)::int AS late
    FROM round r LEFT JOIN of_round t ON true LEFT JOIN late ON late.talk_id = t.id
    WHERE r.id = ${id}::uuid GROUP BY r.id`
  if (row === undefined) throw new Error(`round ${id} is not there: expected one that was found just now`)
  const { planned, ...counts } = row
  return { expected: Math.max(planned, counts.opened), ...counts }
}

/** Of a round `r`. */
function hasPeopleOf({ hr, on }: Omit<Reach, 'followed'>): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM talk t JOIN unit_membership m ON m.employment_id = t.employment_id
    AND m.from_on <= ${on}::date AND (m.to_on IS NULL OR m.to_on >= ${on}::date)
    WHERE t.round_id = r.id AND m.unit_id = ANY(${[...hr]}::uuid[]))`
}

const roundParts = {
  unit: { select: { name: true } },
  policies: { orderBy: { version: 'desc' }, take: 1 },
} as const

type RoundRow = NonNullable<Awaited<ReturnType<typeof oneRow>>>
const oneRow = (db: Tx) => db.round.findFirst({ include: roundParts })

function roundFrom(row: RoundRow): RoundView {
  const [newest] = row.policies
  if (newest === undefined) throw new Error(`round ${row.id} has no policy: expected one from its draft on`)
  const running = row.snapshot as { policy?: Policy } | null
  return {
    id: row.id,
    unitId: row.unitId,
    unitName: row.unit.name,
    name: row.name,
    year: row.year,
    kind: row.kind as RoundKind,
    sector: row.sector as Sector,
    focusText: row.focusText,
    orientationText: row.orientationText,
    links: row.links as unknown as RoundLink[],
    guidelinesDiscussedOn: row.guidelinesDiscussedOn && toDay(row.guidelinesDiscussedOn),
    committee: row.committee,
    recurs: row.recurs,
    previousRoundId: row.previousRoundId,
    status: row.status as RoundStatus,
    stopReason: row.stopReason,
    startedAt: row.startedAt?.getTime() ?? null,
    pausedOn: row.pausedOn && toDay(row.pausedOn),
    expectedTalks: row.expectedTalks,
    evaluationDiscussedOn: row.evaluationDiscussedOn && toDay(row.evaluationDiscussedOn),
    policyVersion: newest.version,
    policy: running?.policy ?? (newest.policy as unknown as Policy),
  }
}
