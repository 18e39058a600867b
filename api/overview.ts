import { overviewTalks } from '../db/overview.ts'
import { type FigureKind, showGroups } from '../db/published-cells.ts'
import type { RoundView } from '../db/round-reading.ts'
import { type UnitView, unitsUnder } from '../db/units.ts'
import { maySeeAggregates, maySeeStatus } from '../domain/permissions.ts'
import {
  countsOf,
  figuresOf,
  type OverviewFigures,
  type OverviewTalk,
  groupByUnit,
} from '../domain/round/overview.ts'
import type { CountedRecord } from '../domain/suppression.ts'
import type { SignedInRequest } from './request.ts'

/** One unit with all below it. */
export interface OverviewRow {
  unit: UnitView
  /** 0 = the round's own unit. */
  depth: number
  /** What the figures count; null where the group is too small for this reader (R10.1). */
  talks: readonly OverviewTalk[] | null
  /** Null where there are no talks to count. */
  figures: OverviewFigures | null
  /** How many have no talk, by reason; null where the group is too small for anybody. */
  reasons: Partial<Record<string, number>> | null
}

/**
 * The overview of a round on a day: the reader's units, in the order of the tree. HR may see everybody's status, so only
 * the reasons are held back from them; the works council sees figures about groups that are large enough (R14.4, R15.1).
 */
export async function overviewOf(request: SignedInRequest, round: RoundView): Promise<OverviewRow[]> {
  const { db, person, today } = request
  const [talks, units] = await Promise.all([overviewTalks(db, round.id, today), unitsUnder(db, round.unitId)])
  const ordered = inTreeOrder(units, round.unitId)
  const groups = groupByUnit(talks, units, round.unitId)
  const own = ordered.filter(({ unit }) => maySeeAggregates(person, unit.id))
  // What is large enough to be shown is the same for every reader, whoever asks first.
  const shown = own.every(({ unit }) => maySeeStatus(person, unit.id))
    ? groups
    : await shownTalks(request, round, 'coverage', ordered, groups)
  const withReason = new Map(
    [...groups].map(([unitId, group]) => [unitId, group.filter((talk) => talk.reason !== null)]),
  )
  const reasoned = await shownTalks(request, round, 'reasons', ordered, withReason)
  return own.map(({ unit, depth }) => {
    const group = (maySeeStatus(person, unit.id) ? groups : shown).get(unit.id)
    const reasons = reasoned.get(unit.id)
    return {
      unit,
      depth,
      talks: group ?? null,
      figures: group === undefined ? null : figuresOf(group),
      reasons: reasons === undefined ? null : countsOf(reasons.flatMap((talk) => talk.reason ?? [])),
    }
  })
}

/** The talks that figures about each unit may be counted from; a unit that is missing has none. */
export async function shownTalks<Talk extends { talkId: string; personId: string }>(
  { db, now }: SignedInRequest,
  round: RoundView,
  kind: FigureKind,
  units: readonly { unit: UnitView }[],
  groups: ReadonlyMap<string, readonly Talk[]>,
): Promise<Map<string, Talk[]>> {
  const cells = units.map(({ unit }) => ({
    key: unit.id,
    records: (groups.get(unit.id) ?? []).map((talk) => ({ id: talk.talkId, person: talk.personId })),
  }))
  const about = { roundId: round.id, kind, minimum: round.policy.minimumGroup, at: now }
  const shown = await showGroups(db, about, cells)
  const byId = new Map([...groups.values()].flat().map((talk) => [talk.talkId, talk]))
  const talksOf = (records: readonly CountedRecord[]) => records.flatMap(({ id }) => byId.get(id) ?? [])
  return new Map([...shown].map(([unitId, records]) => [unitId, talksOf(records)]))
}

/** A unit and all below it, every unit after the one above it, siblings by number. */
export function inTreeOrder(units: readonly UnitView[], top: string): { unit: UnitView; depth: number }[] {
  const below = Map.groupBy(units, (unit) => unit.parentId)
  const walk = (unit: UnitView, depth: number): { unit: UnitView; depth: number }[] => [
    { unit, depth },
    ...(below.get(unit.id) ?? []).flatMap((child) => walk(child, depth + 1)),
  ]
  return units.filter((unit) => unit.id === top).flatMap((unit) => walk(unit, 0))
}
