import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RoundKind, RoundStatus } from '../domain/round/round.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

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

/** The rounds of these units, newest first. */
export async function roundsOfUnits(db: Tx, unitIds: readonly string[]): Promise<RoundView[]> {
  const rows = await db.round.findMany({
    where: { unitId: { in: [...unitIds] } },
    include: roundParts,
    orderBy: [{ year: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(roundFrom)
}

export interface RoundProgress {
  expected: number
  /** Talks whose row is written. */
  opened: number
  /** Talks whose clock runs. */
  started: number
  unaccounted: number
}

/** How far the opening of talks has come (R1.4), and how many have no outcome yet (R1.5). */
export async function roundProgress(db: Tx, id: string): Promise<RoundProgress> {
  const [round, opened, started, unaccounted] = await Promise.all([
    db.round.findUniqueOrThrow({ where: { id }, select: { expectedTalks: true } }),
    db.talk.count({ where: { roundId: id } }),
    db.talk.count({ where: { roundId: id, started: true } }),
    db.talk.count({ where: { roundId: id, outcome: null } }),
  ])
  return { expected: Math.max(round.expectedTalks, opened), opened, started, unaccounted }
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
