import { z } from 'zod'
import type { TeamChoice } from '../../web/components/team-choice.tsx'
import { notFound } from '../problem.ts'
import { showTeam } from '../routes/team.ts'
import { ask, type FormFields } from './page.ts'
import type { SignedInBegun } from '../begin.ts'

/** Which team of which round a page is about; without it the first. */
export const teamQuery = z.object({ round: z.string().optional(), leader: z.string().optional() })

/** The same, from a form's own fields. */
export function teamOfForm(entered: FormFields): { round: string; leader: string } {
  return { round: entered.text('round'), leader: entered.text('leader') }
}

/** The teams the person answers for, and the one that is asked for; for others there is nothing. */
export async function chosenTeam(
  request: SignedInBegun,
  { round, leader }: { round?: string | undefined; leader?: string | undefined },
) {
  const { teams } = await ask(request, showTeam)
  const choices = teams.map((team): TeamChoice & { team: typeof team } => ({
    roundId: team.round.id,
    roundName: team.round.name,
    leaderId: team.leaderId,
    onBehalfOf: team.onBehalfOf,
    team,
  }))
  const chosen = choices.find(
    ({ roundId, leaderId }) =>
      (round === undefined || roundId === round) && (leader === undefined || leaderId === leader),
  )
  if (chosen === undefined) throw notFound()
  return { choices, chosen }
}
