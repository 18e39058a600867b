import { overviewTalks } from '../db/overview.ts'
import type { RoundView } from '../db/round-reading.ts'
import { type UnitView, unitsUnder } from '../db/units.ts'
import { maySeeAggregates, maySeeStatus } from '../domain/permissions.ts'
import { figuresOf, type OverviewFigures, type OverviewTalk, groupByUnit } from '../domain/round/overview.ts'
import type { SignedInRequest } from './request.ts'
import { shownFigures } from './shown-figures.ts'
import { shownThemes } from './team-themes.ts'

/** One unit with all below it. */
export interface OverviewRow {
  unit: UnitView
  /** 0 = the round's own unit. */
  depth: number
  /** The talks counted, for whoever may see each of them. */
  talks: readonly OverviewTalk[] | null
  /** Null where the group is too small for this reader (R10.1). */
  figures: OverviewFigures | null
  /** How many have no talk, by each reason that enough share; null where too few have any. */
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
  const shown = own.every(({ unit }) => maySeeStatus(person, unit.id))
    ? new Map()
    : await shownFigures(request, round, ordered, groups)
  const reasons = await reasonsOf(request, round, ordered, groups)
  return own.map(({ unit, depth }) => {
    const group = maySeeStatus(person, unit.id) ? (groups.get(unit.id) ?? []) : null
    return {
      unit,
      depth,
      talks: group,
      figures: group === null ? (shown.get(unit.id)?.figures ?? null) : figuresOf(group),
      reasons: reasons.get(unit.id) ?? null,
    }
  })
}

/** A reason that few share is theirs alone, and so is what is left when another unit's count is taken from it. */
async function reasonsOf(
  request: SignedInRequest,
  round: RoundView,
  units: readonly { unit: UnitView }[],
  groups: ReadonlyMap<string, readonly OverviewTalk[]>,
): Promise<Map<string, Record<string, number>>> {
  const withReason = units.map(({ unit }) => ({
    key: unit.id,
    talks: (groups.get(unit.id) ?? []).flatMap(({ talkId, personId, reason }) =>
      reason === null ? [] : { talkId, personId, themes: [reason] },
    ),
  }))
  const shown = await shownThemes(request, round, withReason, 'reasons')
  return new Map(
    [...shown].map(([unitId, counts]) => [
      unitId,
      Object.fromEntries(counts.map(({ theme, talks }) => [theme, talks])),
    ]),
  )
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
