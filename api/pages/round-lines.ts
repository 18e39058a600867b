import { mayRunRounds } from '../../domain/permissions.ts'
import type { RoundLine } from '../../web/components/round-table.tsx'
import { listRounds, showProgress } from '../routes/rounds.ts'
import { ask, type PageRequest } from './page.ts'
import { openingOf } from './round.ts'

/** The rounds that the person follows, newest first; those they run with how far each has come. */
export async function roundLines(request: PageRequest): Promise<RoundLine[]> {
  const found = await ask(request, listRounds)
  return Promise.all(
    found.map(async (round) => {
      const isCounted = round.status !== 'draft' && mayRunRounds(request.person, round.unitId)
      const progress = isCounted ? await ask(request, showProgress, { params: { roundId: round.id } }) : null
      return { ...round, progress, opening: progress && openingOf(request, round, progress) }
    }),
  )
}
