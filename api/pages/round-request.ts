import { mayRunRounds } from '../../domain/permissions.ts'
import { notFound, Problem } from '../problem.ts'
import { showRound } from '../routes/rounds.ts'
import { ask, type PageRequest } from './page.ts'

export type RoundRequest = PageRequest<{ roundId: string }>

/** The round, for those who follow it with figures; for those who only take part the page is not there. */
export async function followedRound(request: RoundRequest) {
  const found = await ask(request, showRound, { params: request.params })
  if (!('policy' in found)) throw notFound()
  return { ...found, isRunner: mayRunRounds(request.person, found.unitId) }
}

/** The round, for HR of its unit; for all others the page is not there. */
export async function runRound(request: RoundRequest) {
  const found = await followedRound(request)
  if (!found.isRunner) throw notFound()
  return found
}

/** What is not there for this reader is left out of the page. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  })
}
