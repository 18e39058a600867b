import { z } from 'zod'
import { type DryRunMaterial, dryRunMaterial } from '../../db/dry-run.ts'
import type { RoundView } from '../../db/round-reading.ts'
import { behaviourNames, type BehaviourName } from '../../domain/simulation/behaviours.ts'
import { type DryRunLine, mailsPerDay } from '../../domain/simulation/dry-run-line.ts'
import { dryRun } from '../../domain/simulation/simulate-round.ts'
import { dryRunTable } from '../dry-run-table.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun } from '../round-access.ts'
import { notADraft } from '../round-answers.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { day, id } from '../schemas.ts'
import { CSV, csvFile } from '../table-file.ts'

const behaviour = z.enum(behaviourNames).default('nobody-acts').meta({
  description: 'What is supposed of people: nobody does a thing, or everyone does everything on time',
})
const audience = z.enum(['employee', 'leader', 'leaders-leader', 'hr'])
const lane = z.enum(['at-once', 'single', 'digest'])

export const playDryRun = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/dry-run',
  summary: "Plays a draft's year: how many mails each day would bring and to which roles; nothing is sent.",
  params: roundParams,
  query: z.object({
    behaviour,
    on: day.optional().meta({ description: 'Lists every mail of that day' }),
  }),
  response: z.object({
    total: z.number(),
    days: z.array(z.object({ on: day, single: z.number(), digest: z.number(), atOnce: z.number() })),
    /** Each kind of step to each role: how often, first and last. */
    steps: z.array(
      z.object({
        kind: z.string(),
        step: z.string(),
        audience,
        lane,
        count: z.number(),
        firstOn: day,
        lastOn: day,
      }),
    ),
    /** Of the day asked for. */
    lines: z.array(
      z.object({
        kind: z.string(),
        step: z.string(),
        audience,
        lane,
        talkId: id.nullable(),
        employeeName: z.string().nullable(),
        recipientName: z.string().nullable(),
      }),
    ),
  }),
  handle: async (request) => {
    const found = await draftToPlay(request, request.params.roundId)
    const { lines, names } = await played(request, found, request.query.behaviour)
    const days = mailsPerDay(lines)
    return {
      total: days.reduce((sum, { single, digest, atOnce }) => sum + single + digest + atOnce, 0),
      days,
      steps: stepsOf(lines),
      lines: lines
        .filter(({ on }) => on === request.query.on)
        .map((line) => ({
          ...line,
          employeeName: line.talkId === null ? null : (names.get(line.talkId) ?? null),
          recipientName: names.get(line.recipient) ?? null,
        })),
    }
  },
})

export const dryRunRoutes = [
  playDryRun,
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/dry-run.csv',
    summary: 'Gives every mail of the dry run with day, role and recipient as a semicolon-separated file.',
    params: roundParams,
    query: z.object({ behaviour }),
    givesFile: CSV,
    handle: async (request) => {
      const found = await draftToPlay(request, request.params.roundId)
      const { lines, names } = await played(request, found, request.query.behaviour)
      return csvFile(dryRunTable(found.name, lines, names, request.language))
    },
  }),
]

async function draftToPlay(request: SignedInRequest, roundId: string): Promise<RoundView> {
  const found = await roundToRun(request, roundId)
  if (found.status !== 'draft') throw notADraft()
  return found
}

async function played(
  { db, config, now, today }: SignedInRequest,
  found: RoundView,
  supposed: BehaviourName,
): Promise<{ lines: DryRunLine[]; names: DryRunMaterial['names'] }> {
  const { gateway } = config.journal
  const installation = {
    zone: config.zone,
    journaling: gateway === 'folder' ? ('gateway' as const) : gateway,
  }
  const round = { ...found, roundId: found.id }
  const material = await dryRunMaterial(db, round, installation, { at: now, today })
  return { lines: dryRun(material.round, supposed), names: material.names }
}

function stepsOf(lines: readonly DryRunLine[]) {
  const steps = Map.groupBy(lines, ({ kind, step, audience: to, lane: by }) => `${kind}/${step}/${to}/${by}`)
  return [...steps.values()].flatMap((group) => {
    const [first] = group
    const last = group.at(-1)
    if (first === undefined || last === undefined) return []
    const { kind, step, audience: to, lane: by } = first
    return [{ kind, step, audience: to, lane: by, count: group.length, firstOn: first.on, lastOn: last.on }]
  })
}
