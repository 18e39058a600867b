import { z } from 'zod'
import { tellTalksOfUnit, type UnitFact } from '../../db/unit-pauses.ts'
import { unitsUnder } from '../../db/units.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { notFound, refused } from '../problem.ts'
import { tellRunningRounds } from '../reactions.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun } from '../round-access.ts'
import { hasEnded, notStarted, roundEnded } from '../round-answers.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { id } from '../schemas.ts'

const unitParams = roundParams.extend({ unitId: id })
const told = z.object({
  talks: z.number().meta({ description: 'How many talks were told' }),
  reacting: z.boolean().meta({ description: 'False = they learn of it in the morning' }),
})

/** A round goes on while one of its units is paused or stopped (R14.3). */
export const unitPauseRoutes = [
  defineRoute({
    method: 'post',
    path: '/rounds/:roundId/units/:unitId/pause',
    summary:
      'Pauses the talks of one unit and below: nothing is sent and no date passes until they are resumed.',
    params: unitParams,
    response: told,
    handle: (request) => tell(request, 'paused'),
  }),
  defineRoute({
    method: 'delete',
    path: '/rounds/:roundId/units/:unitId/pause',
    summary:
      'Resumes the talks of one unit and below; open due dates move by the working days they were paused.',
    params: unitParams,
    response: told,
    handle: (request) => tell(request, 'resumed'),
  }),
  defineRoute({
    method: 'post',
    path: '/rounds/:roundId/units/:unitId/stop',
    summary: 'Stops the talks of one unit and below; everyone unfinished there ends as "round stopped".',
    params: unitParams,
    response: told,
    handle: (request) => tell(request, 'stopped'),
  }),
]

async function tell(
  request: SignedInRequest & { params: { roundId: string; unitId: string } },
  fact: UnitFact,
): Promise<z.output<typeof told>> {
  const { db, params, person, cause, today, now } = request
  const round = await roundToRun(request, params.roundId)
  const units = await unitsUnder(db, round.unitId)
  if (!units.some((unit) => unit.id === params.unitId)) throw notFound()
  if (round.status === 'draft') throw notStarted()
  if (hasEnded(round)) throw roundEnded()
  if (round.pausedOn !== null) throw wholeRoundPaused()
  const { decisionId } = cause
  const order = { roundId: round.id, unitId: params.unitId, fact, decisionId, today, at: now }
  const talks = await db.$transaction((tx) => tellTalksOfUnit(tx, { ...order, byPersonId: person.personId }))
  const reacting = await tellRunningRounds(request, `unit-${derivedId('morning', decisionId)}`)
  return { talks, reacting }
}

function wholeRoundPaused() {
  return refused('whole-round-paused', {
    da: 'Hele runden er sat på pause. Genoptag den, før du vælger en enkelt enhed.',
    en: 'The whole round is paused. Resume it before you choose a single unit.',
  })
}
