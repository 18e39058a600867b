import { z } from 'zod'
import {
  calendarForDraft,
  createDraft,
  deleteDraft,
  editDraft,
  editRoundTexts,
  type RoundTexts,
} from '../../db/round-drafts.ts'
import { readRound, roundProgress, roundsReaching } from '../../db/round-reading.ts'
import { previewRoster } from '../../db/round-roster.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayRunRounds, unitsAsHr, unitsToFollow } from '../../domain/permissions.ts'
import { newPolicy } from '../../domain/policy/edit-policy.ts'
import { notFound } from '../problem.ts'
import { acceptedPolicy, roundToRun, roundToSee } from '../round-access.ts'
import { answered, answeredRound, notADraft, roundForAll } from '../round-answers.ts'
import { newRound, round, roundChange, roundInBrief, roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { warningsBefore } from '../warnings-before.ts'
import { windowOf } from './policies.ts'

export const listRounds = defineRoute({
  method: 'get',
  path: '/rounds',
  scope: 'rounds',
  summary: 'Lists the rounds that units of the person as HR or works council are in, newest first.',
  response: z.array(round),
  handle: async (request) => {
    const { person, today } = request
    const reach = { followed: unitsToFollow(person), hr: unitsAsHr(person), on: today }
    return (await roundsReaching(request.db, reach)).map((found) => answeredRound(found, request))
  },
})

export const draftRound = defineRoute({
  method: 'post',
  path: '/rounds',
  summary: 'Drafts a round for a unit and all below it, with the default year around its talk window.',
  body: newRound,
  response: round,
  status: 201,
  handle: async (request) => {
    const { db, body, person, cause, now, today, config } = request
    if (!mayRunRounds(person, body.unitId)) throw notFound()
    const { talksFrom, talksTo, overrides, ...written } = body
    const calendar = await calendarForDraft(db, body.unitId, config.zone, now)
    const window = windowOf(talksFrom, talksTo)
    const policy = acceptedPolicy(request, newPolicy({ window, overrides }, calendar), 'body.overrides')
    const id = derivedId('round', cause.decisionId)
    await createDraft(db, { ...written, id, policy }, person.personId, now)
    const drafted = await readRound(db, id)
    if (drafted === null) throw notFound()
    const preview = await previewRoster(db, { ...drafted, roundId: id }, today)
    const warnings = await warningsBefore(request, drafted, preview)
    return { ...answeredRound(drafted, request), warnings }
  },
})

export const showRound = defineRoute({
  method: 'get',
  path: '/rounds/:roundId',
  scope: 'rounds',
  summary: 'Shows a round with its dates and rules; to those in it and their leaders what is meant for all.',
  params: roundParams,
  // The strict one first: what is no brief answer is a whole one.
  response: z.union([roundInBrief, round]),
  handle: async (request) => {
    const { round: found, isFollowed } = await roundToSee(request, request.params.roundId)
    return isFollowed ? answeredRound(found, request) : roundForAll(found)
  },
})

export const changeRound = defineRoute({
  method: 'patch',
  path: '/rounds/:roundId',
  summary: 'Changes texts of a round; of a draft also its unit, year and kind.',
  params: roundParams,
  body: roundChange,
  response: round,
  handle: async (request) => {
    const { db, body, now, person } = request
    const found = await roundToRun(request, request.params.roundId)
    const { unitId, year, kind, ...texts } = body
    if (unitId !== undefined && !mayRunRounds(person, unitId)) throw notFound()
    const ofDraft = withoutUndefined({ unitId, year, kind })
    if (Object.keys(ofDraft).length > 0 && !(await editDraft(db, found.id, ofDraft, now))) throw notADraft()
    await editRoundTexts(db, found.id, withoutUndefined<RoundTexts>(texts))
    return answered(request, found.id)
  },
})

export const deleteRound = defineRoute({
  method: 'delete',
  path: '/rounds/:roundId',
  summary: 'Deletes a draft.',
  params: roundParams,
  handle: async (request) => {
    const found = await roundToRun(request, request.params.roundId)
    if (!(await deleteDraft(request.db, found.id))) throw notADraft()
  },
})

export const showProgress = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/progress',
  scope: 'rounds',
  summary:
    'Tells HR of the round how many of its talks are open, held and late, and how many people have no outcome yet.',
  params: roundParams,
  response: z.object({
    expected: z.number(),
    opened: z.number(),
    started: z.number(),
    unaccounted: z.number(),
    toHold: z.number(),
    held: z.number(),
    late: z.number(),
  }),
  handle: async (request) =>
    roundProgress(request.db, (await roundToRun(request, request.params.roundId)).id, request.today),
})

export const roundRoutes = [listRounds, draftRound, showRound, changeRound, deleteRound, showProgress]

function withoutUndefined<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
