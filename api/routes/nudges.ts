import { z } from 'zod'
import { openEscalations } from '../../db/escalations.ts'
import { nudge, nudgeableTalks, nudgesOfRound, nudgesTo } from '../../db/nudges.ts'
import { calendarForDraft } from '../../db/round-drafts.ts'
import type { RoundView } from '../../db/round-reading.ts'
import { leadersOfRound } from '../../db/teams.ts'
import { addDays, type Instant } from '../../domain/calendar/day.ts'
import { mayRunRounds, maySeeStatus } from '../../domain/permissions.ts'
import { wrongField } from '../field-problems.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun, roundToWatch } from '../round-access.ts'
import { notStarted } from '../round-answers.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant } from '../schemas.ts'

const nudgeView = z.object({
  id,
  to: z.enum(['leader', 'employee']),
  talkId: id.nullable(),
  leaderId: id.nullable(),
  name: z.string().nullable().meta({ description: 'Whom it was written to' }),
  text: z.string(),
  by: z.string().nullable(),
  at: instant,
})

const words = z.string().trim().min(1).max(2_000)

export const listEscalations = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/escalations',
  summary: "Lists what is still open of which the leader's leader or HR was told, the oldest first.",
  params: roundParams,
  response: z.array(
    z.object({
      obligation: z.string(),
      audience: z.enum(['leaders-leader', 'hr']),
      talkId: id.nullable(),
      employeeName: z.string().nullable(),
      leaderName: z.string().nullable(),
      unitName: z.string().nullable(),
      dueOn: day.nullable(),
      since: instant,
      steps: z.number(),
    }),
  ),
  handle: async (request) => {
    const { db, person, today } = request
    const round = await roundToWatch(request, request.params.roundId)
    const escalations = await openEscalations(db, round.id, today)
    if (mayRunRounds(person, round.unitId)) return escalations
    return escalations.filter(({ unitId }) => unitId !== null && maySeeStatus(person, unitId))
  },
})

export const listNudges = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/nudges',
  summary: 'Lists what HR has written to people in a round, newest first.',
  params: roundParams,
  response: z.array(nudgeView),
  handle: async (request) =>
    nudgesOfRound(request.db, (await roundToRun(request, request.params.roundId)).id),
})

export const sendNudge = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/nudges',
  summary: "Writes to leaders or employees in HR's own words; the mail carries only a link to them.",
  params: roundParams,
  body: z.strictObject({
    leaderIds: z.array(id).max(500).default([]).meta({ description: "Leaders' employments" }),
    talkIds: z.array(id).max(500).default([]).meta({ description: 'Talks whose employees are written to' }),
    text: words,
    despiteWarnings,
  }),
  response: z.object({ told: z.number() }),
  status: 201,
  handle: async (request) => {
    const { db, body, person, cause, now } = request
    const round = await roundToRun(request, request.params.roundId)
    if (round.status === 'draft') throw notStarted()
    const leaderIds = [...new Set(body.leaderIds)]
    const talkIds = [...new Set(body.talkIds)]
    await mustBeOfRound(request, round, leaderIds, talkIds)
    warnBeforeSharing({ text: body.text }, body.despiteWarnings)
    const { decisionId } = cause
    const order = {
      decisionId,
      roundId: round.id,
      leaderIds,
      talkIds,
      text: body.text,
      byPersonId: person.personId,
      at: now,
    }
    const since = await throttledSince(request, round)
    const recently = await db.$transaction((tx) => nudge(tx, order, since))
    if (recently.size > 0) throw nudgedRecently(round.policy.nudgeEvery, [...recently])
    return { told: leaderIds.length + talkIds.length }
  },
})

export const listOwnNudges = defineRoute({
  method: 'get',
  path: '/me/nudges',
  summary: 'Lists what HR has written to the person, as a leader and about their own talks, newest first.',
  response: z.array(nudgeView),
  handle: async ({ db, person }) => {
    const leaderIds = person.employmentIds
    const talks = await db.talk.findMany({
      where: { employmentId: { in: [...leaderIds] } },
      select: { id: true },
    })
    return nudgesTo(db, { leaderIds, talkIds: talks.map((talk) => talk.id) })
  },
})

export const nudgeRoutes = [listEscalations, listNudges, sendNudge, listOwnNudges]

async function mustBeOfRound(
  { db, today, language }: SignedInRequest,
  round: RoundView,
  leaderIds: readonly string[],
  talkIds: readonly string[],
): Promise<void> {
  if (leaderIds.length + talkIds.length === 0)
    throw wrongField('body.leaderIds', '', 'nobody-named', language)
  const leaders = new Set(await leadersOfRound(db, round.id, today))
  const strange = leaderIds.find((leaderId) => !leaders.has(leaderId))
  if (strange !== undefined) throw wrongField('body.leaderIds', strange, 'unknown-employment', language)
  const talks = await nudgeableTalks(db, round.id, talkIds)
  const unknown = talkIds.find((talkId) => !talks.has(talkId))
  if (unknown !== undefined) throw wrongField('body.talkIds', unknown, 'unknown-talk', language)
}

/** The first instant that is too recent for another word to the same person. */
async function throttledSince(
  { db, config, now, today }: SignedInRequest,
  round: RoundView,
): Promise<Instant> {
  const calendar = await calendarForDraft(db, round.unitId, config.zone, now)
  const last = calendar.addWorkingDays(today, -round.policy.nudgeEvery)
  return calendar.instantOf(addDays(last, 1), 0)
}

function nudgedRecently(every: number, recipients: readonly string[]) {
  return refused(
    'nudged-recently',
    {
      da: `Nogle af dem har fået en besked fra HR inden for de seneste ${every} arbejdsdage. Vent, eller vælg dem fra.`,
      en: `Some of them have had a message from HR within the last ${every} working days. Wait, or leave them out.`,
    },
    { recipients },
  )
}
