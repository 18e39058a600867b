import { actionsOf, evaluationsOf } from '../db/evaluation-pack.ts'
import { taggedTalks } from '../db/group-feedback.ts'
import { overviewTalks } from '../db/overview.ts'
import { showGroups } from '../db/published-cells.ts'
import type { RoundView } from '../db/round-reading.ts'
import { type UnitView, unitsUnder } from '../db/units.ts'
import { type EvaluationSummary, evaluationSummary } from '../domain/evaluation/summary.ts'
import { maySeeAggregates } from '../domain/permissions.ts'
import { groupByUnit, type OverviewFigures } from '../domain/round/overview.ts'
import type { ThemeCount } from '../domain/round/themes.ts'
import { inTreeOrder } from './overview.ts'
import type { SignedInRequest } from './request.ts'
import { shownFigures } from './shown-figures.ts'
import { shownThemes } from './team-themes.ts'

/** What the works council evaluates a round by, for one unit with all below it (R10.2). */
export interface PackRow {
  unit: UnitView
  depth: number
  /** Null where the group is too small; the same for each of the others. */
  figures: OverviewFigures | null
  /** Of the actions whose date has come: how many their owners have answered for. */
  actions: { due: number; answered: number } | null
  evaluations: EvaluationSummary | null
  themes: ThemeCount[] | null
}

/**
 * The evaluation pack of the reader's units, the same for HR and the works council: aggregates of groups that are large enough. Themes and
 * evaluations are counted once the talk window is over; shown one by one they would tell of the newest.
 */
export async function packOf(request: SignedInRequest, round: RoundView): Promise<PackRow[]> {
  const { db, person, today } = request
  const [talks, units, actions] = await Promise.all([
    overviewTalks(db, round.id, today),
    unitsUnder(db, round.unitId),
    actionsOf(db, round.id, today),
  ])
  const ordered = inTreeOrder(units, round.unitId)
  const groups = groupByUnit(talks, units, round.unitId)
  const shown = await shownFigures(request, round, ordered, groups, actions)
  const isOver = today > round.policy.talksTo
  const evaluations = isOver ? await shownEvaluations(request, round, units) : new Map()
  const themes = isOver ? await themesByUnit(request, round, units) : new Map()
  const own = ordered.filter(({ unit }) => maySeeAggregates(person, unit.id))
  return own.map(({ unit, depth }) => {
    const { figures = null, actions: acted = null } = shown.get(unit.id) ?? {}
    return {
      unit,
      depth,
      figures,
      actions: acted,
      evaluations: evaluations.get(unit.id) ?? null,
      themes: themes.get(unit.id) ?? null,
    }
  })
}

async function shownEvaluations(
  { db, now }: SignedInRequest,
  round: RoundView,
  units: readonly UnitView[],
): Promise<Map<string, EvaluationSummary>> {
  const all = await evaluationsOf(db, round.id)
  const groups = groupByUnit(all, units, round.unitId)
  // Nobody knows whose an evaluation is: each counts as a person of its own.
  const cells = [...groups].map(([key, group]) => ({
    key,
    records: group.map(({ id }) => ({ id, person: id })),
  }))
  const about = {
    roundId: round.id,
    kind: 'evaluations' as const,
    minimum: round.policy.minimumGroup,
    at: now,
  }
  const shown = await showGroups(db, about, cells)
  const byId = new Map(all.map((evaluation) => [evaluation.id, evaluation.answers]))
  return new Map(
    [...shown].map(([unitId, records]) => [
      unitId,
      evaluationSummary(records.flatMap(({ id }) => byId.get(id) ?? [])),
    ]),
  )
}

async function themesByUnit(request: SignedInRequest, round: RoundView, units: readonly UnitView[]) {
  const talks = await taggedTalks(request.db, round.id, request.today)
  const groups = groupByUnit(talks, units, round.unitId)
  return shownThemes(
    request,
    round,
    [...groups].map(([key, group]) => ({ key, talks: group })),
  )
}
