import { z } from 'zod'
import { recordLateDiscussion } from '../../db/round-stops.ts'
import { evaluationQuestionIds } from '../../domain/evaluation/questions.ts'
import { packOf } from '../evaluation-pack.ts'
import { figures } from '../figure-schemas.ts'
import { packTable } from '../pack-table.ts'
import { refused } from '../problem.ts'
import { refusalSentences } from '../refusal-sentences.ts'
import { roundToDiscuss, roundToFollow } from '../round-access.ts'
import { answered, notStarted, roundEnded } from '../round-answers.ts'
import { round, roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { day } from '../schemas.ts'
import { CSV, csvFile } from '../table-file.ts'
import { unit } from '../unit-schemas.ts'

const PDF = 'application/pdf'

const row = z.object({
  unit,
  depth: z.number(),
  figures: figures.nullable(),
  actions: z.object({ due: z.number(), answered: z.number() }).nullable(),
  evaluations: z
    .object({
      answers: z.number(),
      questions: z.array(
        z.object({
          id: z.enum(evaluationQuestionIds),
          average: z.number().nullable(),
          chosen: z.array(z.number()),
        }),
      ),
    })
    .nullable(),
  themes: z.array(z.object({ theme: z.string(), talks: z.number() })).nullable(),
})

export const showPack = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/evaluation-pack',
  scope: 'rounds',
  summary:
    'Shows what the works council evaluates a round by: coverage, timeliness, follow-up, evaluations, themes.',
  params: roundParams,
  response: z.object({
    on: day,
    roundName: z.string(),
    committee: z.string(),
    discussedOn: day.nullable(),
    dueOn: day,
    units: z.array(row),
  }),
  handle: async (request) => {
    const found = await roundToFollow(request, request.params.roundId)
    return {
      on: request.today,
      roundName: found.name,
      committee: found.committee,
      discussedOn: found.evaluationDiscussedOn,
      dueOn: found.policy.evaluationBy,
      units: await packOf(request, found),
    }
  },
})

export const recordDiscussion = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/evaluation-discussion',
  summary: 'Records the day on which the works council discussed the evaluation; reminders end.',
  params: roundParams,
  body: z.strictObject({ on: day }),
  response: round,
  handle: async (request) => {
    const found = await roundToDiscuss(request, request.params.roundId)
    if (found.status === 'draft') throw notStarted()
    if (found.status === 'stopped') throw roundEnded()
    const { db, body, today, now, person, cause } = request
    if (found.status === 'closed') {
      if (body.on > today)
        throw refused('discussed-in-the-future', refusalSentences('discussed-in-the-future'))
      await recordLateDiscussion(db, found.id, {
        ...cause,
        on: body.on,
        at: now,
        byPersonId: person.personId,
      })
    } else {
      await request.rounds.act(found.id, { type: 'discuss-evaluation', on: body.on }, cause)
    }
    return answered(request, found.id)
  },
})

export const worksCouncilRoutes = [
  showPack,
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/evaluation-pack.csv',
    scope: 'rounds',
    summary: 'Gives the evaluation pack as a semicolon-separated file.',
    params: roundParams,
    givesFile: CSV,
    handle: async (request) => {
      const found = await roundToFollow(request, request.params.roundId)
      return csvFile(packTable(found.name, await packOf(request, found), request.language))
    },
  }),
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/evaluation-pack.pdf',
    scope: 'rounds',
    summary: 'Gives the evaluation pack as PDF/A for the meeting, with what is left out and why.',
    params: roundParams,
    givesFile: PDF,
    handle: async (request) => {
      const { journal, config, today, language } = request
      const found = await roundToFollow(request, request.params.roundId)
      const rows = await packOf(request, found)
      const document = {
        employer: config.employerName,
        roundName: found.name,
        unit: found.unitName,
        committee: found.committee,
        on: today,
        talksFrom: found.policy.talksFrom,
        talksTo: found.policy.talksTo,
        dueOn: found.policy.evaluationBy,
        discussedOn: found.evaluationDiscussedOn,
        minimumGroup: found.policy.minimumGroup,
        rows: rows.map((line) => ({ ...line, unit: line.unit.name })),
      }
      const bytes = journal.evaluationPdf(document, language)
      return { contentType: PDF, fileName: `${found.name}.pdf`, bytes }
    },
  }),
  recordDiscussion,
]
