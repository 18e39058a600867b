import { z } from 'zod'
import {
  openUnitPauses,
  pauseUnit,
  resumeUnit,
  stopUnit,
  type UnitOrder,
  unitStopsOf,
} from '../../db/unit-pauses.ts'
import { unitsUnder } from '../../db/units.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { notFound, type Problem, refused } from '../problem.ts'
import { tellRunningRounds } from '../reactions.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun } from '../round-access.ts'
import { hasEnded, notStarted, roundEnded } from '../round-answers.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { day, id, line } from '../schemas.ts'

const unitParams = roundParams.extend({ unitId: id })
const told = z.object({
  talks: z.number().meta({ description: 'How many talks were told' }),
  reacting: z.boolean().meta({ description: 'False = they learn of it in the morning' }),
})

export const listUnitPauses = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/unit-pauses',
  summary: 'Lists the units of a round that are paused now.',
  params: roundParams,
  response: z.array(z.object({ id, unitId: id, unitName: z.string(), pausedOn: day })),
  handle: async (request) =>
    openUnitPauses(request.db, (await roundToRun(request, request.params.roundId)).id),
})

export const listUnitStops = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/unit-stops',
  summary: 'Lists the units that a round was stopped for, and why.',
  params: roundParams,
  response: z.array(z.object({ unitId: id, unitName: z.string(), stoppedOn: day, reason: z.string() })),
  handle: async (request) => unitStopsOf(request.db, (await roundToRun(request, request.params.roundId)).id),
})

export const pauseUnitTalks = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/units/:unitId/pause',
  summary:
    'Pauses the talks of one unit and below: nothing is sent and no date passes until they are resumed.',
  params: unitParams,
  response: told,
  handle: async (request) => {
    const order = await ordered(request)
    const done = await request.db.$transaction((tx) => pauseUnit(tx, order))
    return tell(request, done, unitAlreadyPaused)
  },
})

export const resumeUnitTalks = defineRoute({
  method: 'delete',
  path: '/rounds/:roundId/units/:unitId/pause',
  summary: 'Resumes a paused unit; open due dates move by the working days it was paused.',
  params: unitParams,
  response: told,
  handle: async (request) => {
    const order = await ordered(request)
    const done = await request.db.$transaction((tx) => resumeUnit(tx, order))
    return tell(request, done, unitNotPaused)
  },
})

export const stopUnitTalks = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/units/:unitId/stop',
  summary:
    'Stops the talks of one unit and below for a reason; everyone unfinished there ends as "round stopped".',
  params: unitParams,
  body: z.strictObject({ reason: line.min(1) }),
  response: told,
  handle: async (request) => {
    const order = await ordered(request)
    const done = await request.db.$transaction((tx) => stopUnit(tx, order, request.body.reason))
    return tell(request, done, unitAlreadyStopped)
  },
})

/** A round goes on while one of its units is paused or stopped (R14.3). */
export const unitPauseRoutes = [listUnitPauses, listUnitStops, pauseUnitTalks, resumeUnitTalks, stopUnitTalks]

type UnitRequest = SignedInRequest & { params: { roundId: string; unitId: string } }

/** Checks that the round runs and has the unit. */
async function ordered(request: UnitRequest): Promise<UnitOrder> {
  const { db, params, person, cause, today, now } = request
  const round = await roundToRun(request, params.roundId)
  const units = await unitsUnder(db, round.unitId)
  if (!units.some((unit) => unit.id === params.unitId)) throw notFound()
  if (round.status === 'draft') throw notStarted()
  if (hasEnded(round)) throw roundEnded()
  const { decisionId } = cause
  const { personId: byPersonId } = person
  return { roundId: round.id, unitId: params.unitId, decisionId, byPersonId, today, at: now }
}

async function tell(
  request: UnitRequest,
  done: { talks: number } | null,
  otherwise: () => Problem,
): Promise<z.output<typeof told>> {
  if (done === null) throw otherwise()
  const cause = `unit-${derivedId('morning', request.cause.decisionId)}`
  return { ...done, reacting: await tellRunningRounds(request, cause) }
}

function unitAlreadyPaused() {
  return refused('unit-already-paused', {
    da: 'Enheden, eller en enhed over den, er allerede sat på pause.',
    en: 'The unit, or a unit above it, is already paused.',
  })
}

function unitNotPaused() {
  return refused('unit-not-paused', {
    da: 'Enheden er ikke sat på pause.',
    en: 'The unit is not paused.',
  })
}

function unitAlreadyStopped() {
  return refused('unit-already-stopped', {
    da: 'Runden er allerede stoppet for enheden eller en enhed over den.',
    en: 'The round is already stopped for the unit, or for one above it.',
  })
}
