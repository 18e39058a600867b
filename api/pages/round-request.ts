import { mayRunRounds } from '../../domain/permissions.ts'
import type { SignedInBegun } from '../begin.ts'
import { notFound, Problem } from '../problem.ts'
import { roundToWatch } from '../round-access.ts'
import { showRound } from '../routes/rounds.ts'
import { listUnits } from '../routes/units.ts'
import { ask } from './page.ts'

export type RoundRequest = SignedInBegun & { readonly params: { roundId: string } }

/** The round, for those who follow it with figures; for those who only take part the page is not there. */
export async function followedRound(request: RoundRequest) {
  const found = await ask(request, showRound, { params: request.params })
  if (!('policy' in found)) throw notFound()
  return { ...found, isRunner: mayRunRounds(request.person, found.unitId) }
}

/** The round, for HR of its unit, who also see status by name; for all others the page is not there. */
export async function runRound(request: RoundRequest) {
  const found = await followedRound(request)
  if (!found.isRunner) throw notFound()
  return { ...found, isWatcher: true }
}

/** What is not there for this reader is left out of the page. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  })
}

/** The round's unit and all below it that the reader holds a role for, each after the one above it. */
export async function unitsOfRound(request: SignedInBegun, topId: string) {
  const units = await ask(request, listUnits)
  const start = units.findIndex(({ id }) => id === topId)
  const top = units[start]
  if (top === undefined) return units
  const next = units.findIndex(({ depth }, index) => index > start && depth <= top.depth)
  const own = units.slice(start, next === -1 ? undefined : next)
  return own.map((unit) => ({ ...unit, depth: unit.depth - top.depth }))
}

/** Whether the reader may see status by name in the round. */
export async function isWatcher(request: RoundRequest): Promise<boolean> {
  return (await orNull(roundToWatch(request, request.params.roundId))) !== null
}
