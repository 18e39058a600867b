import { z } from 'zod'
import {
  cancelGroupTalk,
  type GroupTalkCause,
  holdGroupTalk,
  moveGroupTalk,
  planGroupTalk,
  type PlannedGroupTalk,
} from '../../db/group-talk-acts.ts'
import {
  type GroupTalk,
  groupTalkLines,
  groupTalksOf,
  groupTalksWith,
  listedMembers,
  membersOf,
  type NamedMember,
  readGroupTalk,
} from '../../db/group-talks.ts'
import type { Leadership } from '../../db/leaderships.ts'
import type { RoundView } from '../../db/round-reading.ts'
import { leadersCalendars } from '../../db/slots.ts'
import { MINUTE } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import {
  groupTalkStatuses,
  LEAST_MEMBERS,
  refuseChange,
  refuseGroupTime,
  refuseHeld,
} from '../../domain/group-talk/group-talk.ts'
import { type EnteredTime, timeBody } from '../appointment.ts'
import { mayRunRounds, maySeeStatus } from '../../domain/permissions.ts'
import { groupTalkRefused } from '../group-talk-problems.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToWatch } from '../round-access.ts'
import { hasEnded, roundEnded } from '../round-answers.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { created, day, id, instant } from '../schemas.ts'
import { seenTalk } from '../talk-access.ts'
import { teamToLead } from '../team-access.ts'
import { timeWarning, warningsAbout } from '../time-warnings.ts'
import { talkParams } from './talks.ts'

const groupTalkParams = z.object({ groupTalkId: id })
export const ofTeamWithGroupTalks = z.object({
  leaderId: id.optional().meta({ description: 'Whose deputy the person is' }),
})

const body = timeBody.extend({
  /** The talks of those who are called in. */
  talkIds: z
    .array(id)
    .min(LEAST_MEMBERS)
    .max(500)
    .refine((all) => new Set(all).size === all.length, { error: 'each talk once' }),
})

const groupTalk = z.object({
  id,
  startsAt: instant,
  minutes: z.int(),
  place: z.string(),
  onlineUrl: z.string(),
  status: z.enum(groupTalkStatuses),
  heldOn: day.nullable(),
  parts: z.array(
    z.object({
      talkId: id,
      employee: z.string(),
      /** Null until it was held. */
      tookPart: z.boolean().nullable(),
    }),
  ),
  /** Such as a Sunday, or hours outside 7–18. */
  warnings: z.array(timeWarning),
})

const teamsTalks = z.object({
  leaderId: id,
  /** Those of the team who can be called in. */
  members: z.array(z.object({ talkId: id, employee: z.string() })),
  groupTalks: z.array(groupTalk),
})

/** What a change is answered with: the team's list as it is then, also when the same request comes again. */
const answersTeamsTalks = {
  response: teamsTalks,
  again: async (request: SignedInRequest & { params: { groupTalkId: string } }) => {
    const { round, team } = await ledGroupTalk(request)
    return shown(request, round, team)
  },
}

export const listGroupTalks = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/group-talks',
  summary: 'Lists the team talks (GRUS) of the team the person leads, and who can be called in.',
  params: roundParams,
  query: ofTeamWithGroupTalks,
  response: teamsTalks,
  handle: async (request) => {
    const { round, team } = await teamToLead(request, request.params.roundId, request.query.leaderId)
    return shown(request, round, team)
  },
})

export const planTeamTalk = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/group-talks',
  summary: 'Calls several of the team in to one team talk; their own talks stay as they are.',
  params: roundParams,
  query: ofTeamWithGroupTalks,
  body,
  response: created,
  status: 201,
  handle: async (request) => {
    const { round, team } = await teamToLead(request, request.params.roundId, request.query.leaderId)
    if (hasEnded(round)) throw roundEnded()
    const members = await membersOf(request.db, round.id, team.leaderId, request.today)
    const planned = plannedOf(request, round, members, request.body)
    const about = {
      id: derivedId('group-talk', request.cause.decisionId),
      roundId: round.id,
      leaderId: team.leaderId,
    }
    await planGroupTalk(request.db, about, planned, causeFor(request, team))
    return { id: about.id }
  },
})

export const moveTeamTalk = defineRoute({
  method: 'put',
  path: '/group-talks/:groupTalkId',
  summary: 'Changes the time, the place or who is called in; everybody’s calendar event follows.',
  params: groupTalkParams,
  body,
  ...answersTeamsTalks,
  handle: async (request) => {
    const { found, round, team } = await ledGroupTalk(request)
    const { db, today, now } = request
    const refusal = refuseChange(found, now)
    if (refusal !== null) throw groupTalkRefused(refusal, [])
    const members = await membersOf(db, round.id, team.leaderId, today)
    const listed = await listedMembers(db, found.id)
    const planned = plannedOf(request, round, [...members, ...listed], request.body)
    await moveGroupTalk(db, found, planned, causeFor(request, team))
    return shown(request, round, team)
  },
})

export const cancelTeamTalk = defineRoute({
  method: 'delete',
  path: '/group-talks/:groupTalkId',
  summary: 'Calls a team talk off, and takes it out of everybody’s calendar.',
  params: groupTalkParams,
  ...answersTeamsTalks,
  handle: async (request) => {
    const { found, round, team } = await ledGroupTalk(request)
    const refusal = refuseChange(found, request.now)
    if (refusal !== null) throw groupTalkRefused(refusal, [])
    await cancelGroupTalk(request.db, found, causeFor(request, team))
    return shown(request, round, team)
  },
})

export const holdTeamTalk = defineRoute({
  method: 'post',
  path: '/group-talks/:groupTalkId/outcome',
  summary: 'Reports a team talk held, and who took part; said again it corrects who did.',
  params: groupTalkParams,
  body: z.object({ heldOn: day, tookPart: z.array(id).max(500) }),
  ...answersTeamsTalks,
  handle: async (request) => {
    const { found, round, team } = await ledGroupTalk(request)
    const { heldOn, tookPart } = request.body
    const refusal = refuseHeld(found, heldOn, request)
    if (refusal !== null) throw groupTalkRefused(refusal, [])
    if (tookPart.some((talkId) => !found.parts.some((part) => part.talkId === talkId))) throw notFound()
    await holdGroupTalk(request.db, found, { heldOn, tookPart }, causeFor(request, team))
    return shown(request, round, team)
  },
})

export const listGroupTalksOfRound = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/group-talks/overview',
  summary: 'Lists the team talks (GRUS) of a round by leader and status, for HR.',
  params: roundParams,
  response: z.array(
    z.object({
      id,
      leader: z.string(),
      startsAt: instant,
      status: z.enum(groupTalkStatuses),
      calledIn: z.int(),
      tookPart: z.int(),
    }),
  ),
  handle: async (request) => {
    const { db, person, today } = request
    const round = await roundToWatch(request, request.params.roundId)
    const isRunner = mayRunRounds(person, round.unitId)
    const lines = await groupTalkLines(db, round.id, today)
    return lines
      .filter(({ unitId }) => isRunner || (unitId !== null && maySeeStatus(person, unitId)))
      .map(({ startsAt, ...line }) => ({ ...line, startsAt: startsAt.getTime() }))
  },
})

export const listGroupTalksOfTalk = defineRoute({
  method: 'get',
  path: '/talks/:talkId/group-talks',
  summary: 'Lists the team talks (GRUS) that list the talk, and whether its employee took part.',
  params: talkParams,
  response: z.array(
    z.object({
      id,
      leader: z.string(),
      startsAt: instant,
      minutes: z.int(),
      /** Place and link are for the two parties. */
      place: z.string().nullable(),
      onlineUrl: z.string().nullable(),
      status: z.enum(groupTalkStatuses),
      heldOn: day.nullable(),
      tookPart: z.boolean().nullable(),
    }),
  ),
  handle: async (request) => {
    const { talk, standing } = await seenTalk(request, request.params.talkId)
    const isParty = standing.party !== null
    const found = await groupTalksWith(request.db, talk.id)
    return found.map(({ parts, place, onlineUrl, ...rest }) => ({
      ...rest,
      place: isParty ? place : null,
      onlineUrl: isParty ? onlineUrl : null,
      tookPart: parts.find(({ talkId }) => talkId === talk.id)?.tookPart ?? null,
    }))
  },
})

export const groupTalkRoutes = [
  listGroupTalks,
  planTeamTalk,
  moveTeamTalk,
  cancelTeamTalk,
  holdTeamTalk,
  listGroupTalksOfRound,
  listGroupTalksOfTalk,
]

/** A team talk of a team that the person answers for today; for all others it does not exist. */
async function ledGroupTalk(
  request: SignedInRequest & { params: { groupTalkId: string } },
): Promise<{ found: GroupTalk; round: RoundView; team: Leadership }> {
  const found = await readGroupTalk(request.db, request.params.groupTalkId)
  if (found === null) throw notFound()
  return { found, ...(await teamToLead(request, found.roundId, found.leaderId)) }
}

/** As it is to be written; refused where somebody is not of the team, or away that day. */
function plannedOf(
  { now, localTime }: SignedInRequest,
  round: RoundView,
  members: readonly NamedMember[],
  {
    startsAt,
    minutes = round.policy.talkMinutes,
    place,
    onlineUrl,
    talkIds,
  }: EnteredTime & { talkIds: string[] },
): PlannedGroupTalk {
  const calledIn = talkIds.map((talkId) => members.find((member) => member.talkId === talkId) ?? null)
  if (calledIn.includes(null)) throw notFound()
  const { on } = localTime(startsAt)
  const known = calledIn.filter((member) => member !== null)
  const refusal = refuseGroupTime({ startsAt, on }, known, now)
  if (refusal !== null) throw groupTalkRefused(refusal, known)
  return { startsAt, on, minutes, place, onlineUrl, talkIds }
}

function causeFor({ cause, now, person }: SignedInRequest, { onBehalfOf }: Leadership): GroupTalkCause {
  return { decisionId: cause.decisionId, at: now, byPersonId: person.personId, onBehalfOf }
}

async function shown(
  request: SignedInRequest,
  { id: roundId }: RoundView,
  { leaderId }: Leadership,
): Promise<z.output<typeof teamsTalks>> {
  const { db, config, now, today, language } = request
  const found = await groupTalksOf(db, roundId, leaderId)
  const members = await membersOf(db, roundId, leaderId, today)
  const where = { zone: config.zone, at: now, on: today }
  const calendar = (await leadersCalendars(db, roundId, [{ leaderId }], where)).get(leaderId)
  const groupTalks = found.map((one) => {
    const time = { startsAt: one.startsAt, endsAt: one.startsAt + one.minutes * MINUTE }
    const isAhead = one.status === 'planned' && calendar !== undefined
    return { ...one, parts: [...one.parts], warnings: isAhead ? warningsAbout(time, calendar, language) : [] }
  })
  return { leaderId, members, groupTalks }
}
