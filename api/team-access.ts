import type { Leading } from '../db/home.ts'
import { type Leadership, leadershipsIn } from '../db/leaderships.ts'
import { readRound, type RoundView } from '../db/round-reading.ts'
import { notFound } from './problem.ts'
import type { SignedInRequest } from './request.ts'

/** The person with the teams they answer for today. */
export async function leading({ person, teams }: SignedInRequest): Promise<Leading> {
  return { personId: person.personId, ...(await teams()) }
}

/**
 * The round and the team in it that the person answers for today, as leader or deputy; for all others it does not exist.
 * Without `leaderId` it is the person's own team, else the first they are deputy for.
 */
export async function teamToLead(
  request: SignedInRequest,
  roundId: string,
  leaderId: string | undefined,
): Promise<{ round: RoundView; team: Leadership }> {
  const { db, person, acting, today } = request
  const round = await readRound(db, roundId)
  const teams = round === null ? [] : await leadershipsIn(db, roundId, person.personId, today)
  const team = teams.find((one) => leaderId === undefined || one.leaderId === leaderId)
  if (round === null || team === undefined) throw notFound()
  acting.onBehalfOf = team.onBehalfOf
  return { round, team }
}
