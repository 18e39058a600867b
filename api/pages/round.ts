import { MINUTE } from '../../domain/calendar/day.ts'
import { mayRunRounds } from '../../domain/permissions.ts'
import { roundBriefPage } from '../../web/pages/round-brief.tsx'
import { roundDraftPage } from '../../web/pages/round-draft.tsx'
import { roundPage } from '../../web/pages/round.tsx'
import { roundParams } from '../round-schemas.ts'
import { showRoster } from '../routes/round-acts.ts'
import { listGroupTalksOfRound } from '../routes/group-talks.ts'
import { listEscalations } from '../routes/nudges.ts'
import { showOverview } from '../routes/overview.ts'
import { showTeam } from '../routes/team.ts'
import { showProgress, showRound } from '../routes/rounds.ts'
import type { SignedInBegun } from '../begin.ts'
import { ask, definePage, type PageRequest } from './page.ts'
import { type followedRound, orNull } from './round-request.ts'

type RoundPageRequest = PageRequest<{ roundId: string }>

/** Talks that still open so long after the start have a fault that is told elsewhere. */
const LONGEST_OPENING = 60 * MINUTE

export const oneRound = definePage({
  path: '/rounds/:roundId',
  params: roundParams,
  show: async (request: RoundPageRequest) => {
    const { frame, params } = request
    const found = await ask(request, showRound, { params })
    if (!('policy' in found))
      return roundBriefPage(frame, { ...found, isLeader: await leadsIn(request, found.id) })
    const isRunner = mayRunRounds(request.person, found.unitId)
    const followed = { ...found, isRunner }
    return found.status === 'draft' && isRunner ? draftPage(request, followed) : overview(request, followed)
  },
})

async function leadsIn(request: RoundPageRequest, roundId: string): Promise<boolean> {
  if (!request.frame.sections.includes('team')) return false
  const { teams } = await ask(request, showTeam)
  return teams.some(({ round }) => round.id === roundId)
}

type ShownRound = Parameters<typeof roundPage>[1]['round']

async function overview(
  request: RoundPageRequest,
  found: Omit<ShownRound, 'isWatcher'> & { startedAt: number | null },
) {
  const { params } = request
  const [{ units, weeks }, escalations, groupTalks, progress] = await Promise.all([
    ask(request, showOverview, { params }),
    orNull(ask(request, listEscalations, { params })),
    orNull(ask(request, listGroupTalksOfRound, { params })),
    found.isRunner ? ask(request, showProgress, { params }) : null,
  ])
  return roundPage(request.frame, {
    round: { ...found, isWatcher: escalations !== null },
    units,
    weeks,
    opening: progress && openingOf(request, found, progress),
    escalations,
    groupTalks: groupTalks ?? [],
    open: progress,
  })
}

/** How far the opening of a round's talks has come; null once it is over (R1.4). */
export function openingOf<P extends { started: number; expected: number }>(
  { now }: SignedInBegun,
  { startedAt }: { startedAt: number | null },
  progress: P,
): P | null {
  const isRecent = startedAt !== null && now - startedAt < LONGEST_OPENING
  return isRecent && progress.started < progress.expected ? progress : null
}

/** The page of a draft, for whoever runs it. */
async function draftPage(request: RoundPageRequest, round: Awaited<ReturnType<typeof followedRound>>) {
  const { roster: people, warnings } = await ask(request, showRoster, { params: request.params })
  const exempt = people.filter(({ exemptReason }) => exemptReason !== null).length
  return roundDraftPage(request.frame, { ...round, talks: people.length - exempt, exempt, warnings })
}
