import type { Day } from '../domain/calendar/day.ts'
import type { EvaluationSummary } from '../domain/evaluation/summary.ts'
import type { OverviewFigures } from '../domain/round/overview.ts'
import type { ThemeCount } from '../domain/round/themes.ts'

/** What the works council evaluates a round by, with names as people read them (R10.2). */
export interface EvaluationDocument {
  readonly employer: string
  readonly roundName: string
  /** The round's own unit. */
  readonly unit: string
  /** Empty where the round names none. */
  readonly committee: string
  /** The day the figures stood like this. */
  readonly on: Day
  readonly talksFrom: Day
  readonly talksTo: Day
  readonly dueOn: Day
  readonly discussedOn: Day | null
  /** Figures about fewer people are left out (R10.1). */
  readonly minimumGroup: number
  readonly rows: readonly EvaluationRow[]
}

/** One unit with all below it; null = too few people, or counted later. */
export interface EvaluationRow {
  readonly unit: string
  /** 0 = the round's own unit. */
  readonly depth: number
  readonly figures: OverviewFigures | null
  readonly actions: { readonly due: number; readonly answered: number } | null
  readonly evaluations: EvaluationSummary | null
  readonly themes: readonly ThemeCount[] | null
}

/** Evaluations and themes are counted once the last talk may have been held; one by one they would tell of the newest. */
export function isCounted({ on, talksTo }: EvaluationDocument): boolean {
  return on > talksTo
}
