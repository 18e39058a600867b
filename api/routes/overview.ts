import { z } from 'zod'
import { countRoundTalks, roundLeaders, roundsOfUnit, roundTalks } from '../../db/overview.ts'
import { readRound, type RoundView } from '../../db/round-reading.ts'
import { shownCourse } from '../../db/published-cells.ts'
import { unitsUnder } from '../../db/units.ts'
import { earlierOf } from '../../domain/calendar/day.ts'
import { maySeeAggregates, maySeeStatus, mayRunRounds, unitsAsHr } from '../../domain/permissions.ts'
import { obligationKinds } from '../../domain/policy/ladder.ts'
import { counterKey } from '../../domain/round/counter-cells.ts'
import { type CoverageWeek, coverageByStep, coverageByWeek } from '../../domain/round/coverage-weeks.ts'
import type { Counter } from '../../domain/round/overview.ts'
import { roundKinds } from '../../domain/round/round.ts'
import { talkStatuses } from '../../domain/talk/talk.ts'
import { overviewOf, type OverviewRow } from '../overview.ts'
import { overviewTable } from '../overview-table.ts'
import { pageAnswer, pageOf, pageQuery, skipped } from '../paging.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { figures } from '../figure-schemas.ts'
import { roundToFollow, roundToRun, roundToWatch } from '../round-access.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { day, id, talkStatus } from '../schemas.ts'
import { CSV, csvFile, XLSX, xlsxFile } from '../table-file.ts'
import { trendOf } from '../trend.ts'
import { unit } from '../unit-schemas.ts'

const yes = z.stringbool().default(false)

export const showOverview = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/overview',
  scope: 'rounds',
  summary: 'Shows coverage, lateness and reasons for each unit; figures about too few people are left out.',
  params: roundParams,
  response: z.object({
    on: day,
    units: z.array(
      z.object({
        unit,
        depth: z.number(),
        figures: figures.nullable(),
        reasons: z.record(z.string(), z.number()).nullable(),
      }),
    ),
    /** How the first unit's talks were held over the weeks, with even progress beside it. */
    weeks: z.array(z.object({ on: day, held: z.number(), planned: z.number() })),
  }),
  handle: async (request) => {
    const round = await roundToFollow(request, request.params.roundId)
    const units = await overviewOf(request, round)
    return {
      on: request.today,
      units: units.map((row) => ({ ...row, reasons: counted(row.reasons) })),
      weeks: await weeksOf(request, round, units),
    }
  },
})

export const listRoundTalks = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/talks',
  scope: 'rounds',
  summary:
    'Lists the talks of a round with their status, for HR, by name, page by page: who is late with what, never content.',
  params: roundParams,
  query: z.object({
    unitId: id.optional(),
    status: talkStatus.optional(),
    late: yes.meta({ description: 'Only talks where something is past its day' }),
    unaccounted: yes.meta({ description: 'Only talks without an outcome' }),
    ...pageQuery,
  }),
  response: z.object({
    ...pageAnswer,
    talks: z.array(
      z.object({
        talkId: id,
        employmentId: id,
        number: z.string(),
        name: z.string(),
        unitId: z.string(),
        unitName: z.string(),
        leaderId: id.nullable().meta({ description: "The leader's employment" }),
        leaderName: z.string().nullable(),
        status: z.enum(talkStatuses),
        outcome: z.string().nullable(),
        isPaused: z.boolean(),
        inviteDueOn: day.nullable(),
        holdDueOn: day.nullable(),
        heldOn: day.nullable(),
        planDueOn: day.nullable(),
        agreedOn: day.nullable(),
        isFiled: z.boolean(),
        late: z.array(z.enum(obligationKinds)),
      }),
    ),
  }),
  handle: async (request) => {
    const { db, query, today } = request
    const { unitId, status, late, unaccounted } = query
    const round = await roundToWatch(request, request.params.roundId)
    const unitIds = await wantedUnits(request, round, unitId)
    const wish = { unitIds, late, unaccounted, ...(status !== undefined && { status }) }
    const total = await countRoundTalks(db, round.id, wish, today)
    const page = { limit: query.pageSize, skip: skipped(query) }
    return { ...pageOf(query, total), talks: await roundTalks(db, round.id, wish, today, page) }
  },
})

export const listRoundLeaders = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/leaders',
  summary: 'Lists whoever leads somebody with a talk in a round, for its HR; the most late first.',
  params: roundParams,
  response: z.array(
    z.object({
      leaderId: id.meta({ description: "The leader's employment" }),
      number: z.string(),
      name: z.string(),
      title: z.string(),
      unitName: z.string(),
      all: z.int().meta({ description: 'Talks' }),
      late: z.int().meta({ description: 'Talks where something is past its day' }),
    }),
  ),
  handle: async (request) => {
    const round = await roundToRun(request, request.params.roundId)
    return roundLeaders(request.db, round.id, request.today)
  },
})

export const showTrend = defineRoute({
  method: 'get',
  path: '/units/:unitId/trend',
  scope: 'rounds',
  summary: "Shows a unit's coverage over the years, one line for each round it was in.",
  params: z.object({ unitId: id }),
  query: z.object({ kind: z.enum(roundKinds).default('mus') }),
  response: z.array(
    z.object({ roundId: id, name: z.string(), year: z.number(), figures: figures.nullable() }),
  ),
  handle: async (request) => {
    const { db, person, params, query, today } = request
    if (!maySeeAggregates(person, params.unitId)) throw notFound()
    const rounds = await roundsOfUnit(db, params.unitId, query.kind)
    const lines = []
    for (const { id: roundId, name, year, closesOn } of rounds) {
      const round = await readRound(db, roundId)
      if (round === null) continue
      const on = closesOn === null ? today : earlierOf(today, closesOn)
      lines.push({ roundId, name, year, figures: await trendOf(request, round, params.unitId, on) })
    }
    return lines
  },
})

export const overviewRoutes = [
  showOverview,
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/overview.csv',
    scope: 'rounds',
    summary: 'Gives the overview as a semicolon-separated file.',
    params: roundParams,
    givesFile: CSV,
    handle: async (request) => {
      const round = await roundToFollow(request, request.params.roundId)
      return csvFile(overviewTable(round.name, await overviewOf(request, round), request.language))
    },
  }),
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/overview.xlsx',
    scope: 'rounds',
    summary: 'Gives the overview as a spreadsheet.',
    params: roundParams,
    givesFile: XLSX,
    handle: async (request) => {
      const round = await roundToFollow(request, request.params.roundId)
      return xlsxFile(overviewTable(round.name, await overviewOf(request, round), request.language))
    },
  }),
  listRoundTalks,
  listRoundLeaders,
  showTrend,
]

/**
 * The units whose talks the reader sees, of one unit and below where it is named; null = all of the round's. Who has left
 * its units since is still accounted for in it (R1.5), by its own HR.
 */
async function wantedUnits(
  { db, person }: SignedInRequest,
  round: RoundView,
  unitId: string | undefined,
): Promise<string[] | null> {
  const isRunner = mayRunRounds(person, round.unitId)
  if (unitId === undefined || unitId === round.unitId) return isRunner ? null : [...unitsAsHr(person)]
  const below = (await unitsUnder(db, unitId)).map((one) => one.id)
  const ofRound = new Set((await unitsUnder(db, round.unitId)).map((one) => one.id))
  if (!ofRound.has(unitId)) throw notFound()
  return below.filter((one) => isRunner || maySeeStatus(person, one))
}

/** Whoever may see each talk's day sees every week; others see the days on which more were shown to be held. */
async function weeksOf(
  { db, today, localTime }: SignedInRequest,
  { id: roundId, policy }: RoundView,
  [first]: readonly OverviewRow[],
): Promise<CoverageWeek[]> {
  if (first?.figures == null) return []
  const until = earlierOf(today, policy.closesOn)
  if (first.talks === null) {
    const key = counterKey(first.unit.id, 'held' satisfies Counter)
    const steps = await shownCourse(db, { roundId, kind: 'counts', key })
    return coverageByStep(
      steps.map(({ at, count }) => ({ on: localTime(at).on, held: count })),
      policy,
      until,
    )
  }
  const heldOn = first.talks.flatMap((talk) => (talk.outcome === 'held' ? (talk.heldOn ?? []) : []))
  return coverageByWeek(heldOn, policy, until)
}

function counted(reasons: Partial<Record<string, number>> | null): Record<string, number> | null {
  return reasons as Record<string, number> | null
}
