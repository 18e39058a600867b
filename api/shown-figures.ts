import { showGroups } from '../db/published-cells.ts'
import type { RoundView } from '../db/round-reading.ts'
import type { UnitView } from '../db/units.ts'
import { counterCells, counterKey } from '../domain/round/counter-cells.ts'
import {
  type Counter,
  figuresFrom,
  type OverviewFigures,
  type OverviewTalk,
  shownCounters,
  timesIn,
} from '../domain/round/overview.ts'
import type { SignedInRequest } from './request.ts'

/** A unit's figures as far as they tell of nobody (R10.1). */
export interface ShownFigures {
  figures: OverviewFigures
  /** Of the actions whose date has come: how many their owners have answered for; null where one is held back. */
  actions: { due: number; answered: number } | null
}

/** Actions of talks whose date has come, by talk. */
export type ActionCounts = ReadonlyMap<string, { readonly due: number; readonly answered: number }>

/**
 * The figures about each unit for whoever may not see each talk; a unit that is missing has none. What is large enough to be
 * shown is the same for every reader, whoever asks first.
 */
export async function shownFigures(
  { db, now }: SignedInRequest,
  round: RoundView,
  units: readonly { unit: UnitView }[],
  groups: ReadonlyMap<string, readonly OverviewTalk[]>,
  actions: ActionCounts = new Map(),
): Promise<Map<string, ShownFigures>> {
  const cells = counterCells(
    units.map(({ unit }) => ({ key: unit.id, talks: groups.get(unit.id) ?? [] })),
    [...shownCounters, ...actionCounters],
    (talk, counter) =>
      isOfActions(counter) ? (actions.get(talk.talkId)?.[counter] ?? 0) : timesIn(talk, counter),
  )
  const about = { roundId: round.id, kind: 'counts' as const, minimum: round.policy.minimumGroup, at: now }
  const shown = await showGroups(db, about, cells)
  return new Map(
    units.flatMap(({ unit: { id } }) => {
      const countOf = (counter: Counter | ActionCounter) => shown.get(counterKey(id, counter))?.length ?? null
      if (countOf('expected') === null) return []
      const [due, answered] = [countOf('due'), countOf('answered')]
      const acted = due === null || answered === null ? null : { due, answered }
      return [[id, { figures: figuresFrom(countOf), actions: acted }] as const]
    }),
  )
}

const actionCounters = ['due', 'answered'] as const
type ActionCounter = (typeof actionCounters)[number]

function isOfActions(counter: Counter | ActionCounter): counter is ActionCounter {
  return counter === 'due' || counter === 'answered'
}
