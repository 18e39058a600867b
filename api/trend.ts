import { overviewTalks } from '../db/overview.ts'
import type { RoundView } from '../db/round-reading.ts'
import { unitsUnder } from '../db/units.ts'
import type { Day } from '../domain/calendar/day.ts'
import { maySeeStatus } from '../domain/permissions.ts'
import { figuresOf, type OverviewFigures, groupByUnit } from '../domain/round/overview.ts'
import { inTreeOrder } from './overview.ts'
import type { SignedInRequest } from './request.ts'
import { shownFigures } from './shown-figures.ts'

/** One unit's figures in one round, as it stood on a day; null where the group is too small for the reader. */
export async function trendOf(
  request: SignedInRequest,
  round: RoundView,
  unitId: string,
  on: Day,
): Promise<OverviewFigures | null> {
  const [talks, units] = await Promise.all([
    overviewTalks(request.db, round.id, on),
    unitsUnder(request.db, round.unitId),
  ])
  const groups = groupByUnit(talks, units, round.unitId)
  const ordered = inTreeOrder(units, round.unitId)
  const group = groups.get(unitId)
  if (maySeeStatus(request.person, unitId)) return group === undefined ? null : figuresOf(group)
  return (await shownFigures(request, round, ordered, groups)).get(unitId)?.figures ?? null
}
