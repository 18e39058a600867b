import { MINUTE } from '../../domain/calendar/day.ts'
import { mayRunRounds } from '../../domain/permissions.ts'
import { roundBriefPage } from '../../web/pages/round-brief.tsx'
import { roundPage } from '../../web/pages/round.tsx'
import { Problem } from '../problem.ts'
import { roundParams } from '../round-schemas.ts'
import { listEscalations } from '../routes/nudges.ts'
import { showOverview } from '../routes/overview.ts'
import { showProgress, showRound } from '../routes/rounds.ts'
import { ask, definePage, type PageRequest } from './page.ts'

type RoundRequest = PageRequest<{ roundId: string }>

/** Talks that still open so long after the start have a fault that is told elsewhere. */
const LONGEST_OPENING = 60 * MINUTE

export const oneRound = definePage({
  path: '/rounds/:roundId',
  params: roundParams,
  show: async (request: RoundRequest) => {
    const { frame, params } = request
    const found = await ask(request, showRound, { params })
    if (!('policy' in found)) return roundBriefPage(frame, found)
    return overview(request, { ...found, ...reachOf(request, found) })
  },
})

/** What the reader may do with a round beside reading its figures. */
function reachOf({ person }: RoundRequest, round: { id: string; unitId: string }) {
  const isRunner = mayRunRounds(person, round.unitId)
  return { id: round.id, isRunner, isWatcher: isRunner }
}

type ShownRound = Parameters<typeof roundPage>[1]['round']

async function overview(request: RoundRequest, found: ShownRound & { startedAt: number | null }) {
  const { params } = request
  const [{ units, weeks }, escalations, progress] = await Promise.all([
    ask(request, showOverview, { params }),
    orNull(ask(request, listEscalations, { params })),
    found.isRunner ? ask(request, showProgress, { params }) : null,
  ])
  return roundPage(request.frame, {
    round: { ...found, isWatcher: escalations !== null },
    units,
    weeks,
    opening: progress && openingOf(request, found, progress),
    escalations,
    open: progress,
  })
}

/** How far the opening of a round's talks has come; null once it is over (R1.4). */
export function openingOf<P extends { started: number; expected: number }>(
  { now }: PageRequest,
  { startedAt }: { startedAt: number | null },
  progress: P,
): P | null {
  const isRecent = startedAt !== null && now - startedAt < LONGEST_OPENING
  return isRecent && progress.started < progress.expected ? progress : null
}

/** What is not there for this reader is left out of the page. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  })
}
