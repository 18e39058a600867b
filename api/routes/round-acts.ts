import { z } from 'zod'
import { previewRoster, startedRoster } from '../../db/round-roster.ts'
import { countRoster } from '../../db/roster.ts'
import { setStopReason } from '../../db/round-stops.ts'
import { startRound, unaccountedFor } from '../../db/rounds.ts'
import { exemptReasons } from '../../domain/eligibility.ts'
import { isNotConfirmed, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun } from '../round-access.ts'
import { answered, hasEnded, notADraft, notStarted, roundEnded } from '../round-answers.ts'
import { round, roundParams } from '../round-schemas.ts'
import { warningsBefore } from '../warnings-before.ts'
import { defineRoute } from '../route.ts'
import { day, id, line, talkStatus } from '../schemas.ts'

const rosterLine = z.object({
  employmentId: id,
  number: z.string(),
  name: z.string(),
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  exemptReason: z.enum(exemptReasons).nullable().meta({
    description: 'Of a draft, the rule; of a started round the reason stands with the one talk',
  }),
  eligibleFrom: day.nullable(),
  hasMail: z.boolean(),
  hasBirthDate: z.boolean(),
  isLeader: z.boolean(),
  talk: z.object({ id, status: talkStatus }).nullable(),
})

export const showRoster = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/roster',
  summary:
    'Shows who is in a round and who is exempt: of a draft as if it started today, why, and what to look at first.',
  params: roundParams,
  response: z.object({
    roster: z.array(rosterLine),
    elsewhere: z.array(
      z.object({
        employmentId: id,
        number: z.string(),
        name: z.string(),
        roundId: id,
        roundName: z.string(),
      }),
    ),
    warnings: z.array(z.object({ code: z.string(), sentence: z.string() })),
  }),
  handle: async (request) => {
    const found = await roundToRun(request, request.params.roundId)
    const asked = { ...found, roundId: found.id }
    if (found.status !== 'draft')
      return { ...(await startedRoster(request.db, asked, request.today)), warnings: [] }
    const preview = await previewRoster(request.db, asked, request.today)
    return { ...preview, warnings: await warningsBefore(request, found, preview) }
  },
})

export const startDraft = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/start',
  summary: 'Starts a draft; it answers at once, and the talks open one after another.',
  params: roundParams,
  response: round,
  handle: async (request) => {
    const { db, now, today, config } = request
    const found = await roundToRun(request, request.params.roundId)
    const expectedTalks = await countRoster(db, { ...found, roundId: found.id }, today)
    const input = await startRound(db, found.id, now, config.zone, expectedTalks)
    if (input === null) throw notADraft()
    await request.rounds.start(found.id, input)
    return answered(request, found.id)
  },
})

export const pauseRound = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/pause',
  summary: 'Pauses a round: nothing is sent and no date passes until it is resumed.',
  params: roundParams,
  response: round,
  handle: (request) => actOn(request, { type: 'pause' }),
})

export const resumeRound = defineRoute({
  method: 'delete',
  path: '/rounds/:roundId/pause',
  summary: 'Resumes a paused round; open due dates move by the working days it was paused.',
  params: roundParams,
  response: round,
  handle: (request) => actOn(request, { type: 'resume' }),
})

export const stopRound = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/stop',
  summary: 'Stops a round for a reason; everyone unfinished ends as "round stopped".',
  params: roundParams,
  body: z.strictObject({ reason: line.min(1) }),
  response: round,
  handle: async (request) => {
    await actOn(request, { type: 'stop' })
    await setStopReason(request.db, request.params.roundId, request.body.reason)
    return answered(request, request.params.roundId)
  },
})

export const closeRound = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/closing',
  summary: 'Closes a round once everyone is accounted for.',
  params: roundParams,
  response: round,
  handle: async (request) => {
    const found = await roundToRun(request, request.params.roundId)
    const unaccounted = await unaccountedFor(request.db, found.id)
    if (found.status === 'closing' && unaccounted > 0) throw someoneUnaccountedFor(unaccounted)
    return actOn(request, { type: 'close', unaccounted })
  },
})

export const roundActRoutes = [showRoster, startDraft, pauseRound, resumeRound, stopRound, closeRound]

async function actOn(
  request: SignedInRequest & { params: { roundId: string } },
  act: Parameters<SignedInRequest['rounds']['act']>[1],
) {
  const found = await roundToRun(request, request.params.roundId)
  if (found.status === 'draft') throw notStarted()
  await request.rounds.act(found.id, act, request.cause).catch((error: unknown) => {
    // The workflow of a round that has ended is gone; a repeated request was answered before it was asked.
    throw isNotConfirmed(error) && hasEnded(found) ? roundEnded() : error
  })
  return answered(request, found.id)
}

function someoneUnaccountedFor(count: number) {
  const da = count === 1 ? '1 person mangler' : `${count} personer mangler`
  const en = count === 1 ? '1 person has' : `${count} people have`
  return refused(
    'someone-unaccounted-for',
    {
      da: `${da} stadig et udfald. Runden kan først lukkes, når alle har et.`,
      en: `${en} no outcome yet. The round can only be closed when everyone has one.`,
    },
    { unaccounted: count },
  )
}
