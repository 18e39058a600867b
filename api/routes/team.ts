import { z } from 'zod'
import { type TeamTalk, teamTalksWithState } from '../../db/team-talks.ts'
import { roundKinds } from '../../domain/round/round.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import { obligationKinds } from '../../domain/policy/ladder.ts'
import { askedOfLeader } from '../../domain/talk/asked.ts'
import { canBeInvited, noticeKeptFrom } from '../../domain/talk/propose-times.ts'
import { isStanding, leaveOn } from '../../domain/talk/standing.ts'
import { offersDue } from '../../domain/talk/offers-due.ts'
import { offerKinds, type TalkState } from '../../domain/talk/talk.ts'
import { withdrawalAt } from '../../domain/talk/times.ts'
import { compiled } from '../../domain/talk/turn.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant, talkStatus } from '../schemas.ts'
import { timeWarning, warningsAbout } from '../time-warnings.ts'
import { leading } from '../team-access.ts'

const teamTalk = z.object({
  id,
  employee: z.string(),
  unit: z.string(),
  status: talkStatus,
  isPaused: z.boolean(),
  heldOn: day.nullable(),
  /** The last day to invite, and the last for the talk. */
  inviteDueOn: day,
  holdOn: day,
  appointment: z
    .object({
      startsAt: instant,
      stands: z.boolean(),
      otherTimeAsked: z.boolean(),
      answerBy: instant.nullable(),
      /** Such as a Sunday, or hours outside 7–18. */
      warnings: z.array(timeWarning),
    })
    .nullable(),
  /** The first status talk for which the employee asks for another time. */
  statusTimeAsked: z.object({ statusTalkId: id, startsAt: instant }).nullable(),
  contradictedOn: day.nullable(),
  /** Offers the leader must make and has not (R4.5). */
  offersDue: z.array(z.enum(offerKinds)),
  /** The leave that holds today; its last day, null until further notice. */
  leave: z.object({ to: day.nullable() }).nullable(),
  canBeInvited: z.boolean(),
  /** The first day on which notice is kept for who is invited today; null while the end of a leave is unknown. */
  earliestOn: day.nullable(),
  /** What is owed now, most urgent first. */
  owed: z.array(
    z.object({
      obligation: z.enum(obligationKinds),
      subject: id,
      owedBy: z.enum(['employee', 'leader', 'hr']),
      dueOn: day,
    }),
  ),
})

const team = z.object({
  round: z.object({
    id,
    name: z.string(),
    kind: z.enum(roundKinds),
    year: z.int(),
    orientationOn: day,
    talksFrom: day,
    talksTo: day,
    talkMinutes: z.int(),
  }),
  leaderId: id,
  /** Null where the post is vacant. */
  leaderName: z.string().nullable(),
  /** The leader whom the person acts for; null for the leader, and over a vacancy. */
  onBehalfOf: z.string().nullable(),
  talks: z.array(teamTalk),
})

export const showTeam = defineRoute({
  method: 'get',
  path: '/team',
  summary:
    'Shows the teams the person leads or acts for: each open talk, what it waits for and who acts next.',
  response: z.object({ teams: z.array(team) }),
  handle: async (request) => {
    const talks = await teamTalksWithState(request.db, await leading(request), request.today)
    return { teams: teamsOf(talks, request) }
  },
})

export const teamRoutes = [showTeam]

/** One team for each leader and round, the person's own first. */
function teamsOf(talks: readonly TeamTalk[], request: SignedInRequest): z.output<typeof team>[] {
  const teams = new Map<string, z.output<typeof team>>()
  const ownFirst = talks.toSorted((a, b) => Number(a.onBehalfOf !== null) - Number(b.onBehalfOf !== null))
  for (const { roundId, roundName, kind, year, leaderId, leader, onBehalfOf, ...talk } of ownFirst) {
    if (leaderId === null) continue
    const key = `${roundId} ${leaderId}`
    const { orientationOn, talksFrom, talksTo, talkMinutes } = talk.state.policy
    const round = { id: roundId, name: roundName, kind, year, orientationOn, talksFrom, talksTo, talkMinutes }
    const known = teams.get(key) ?? { round, leaderId, leaderName: leader, onBehalfOf, talks: [] }
    known.talks.push(teamTalkOf(talk, request))
    teams.set(key, known)
  }
  return [...teams.values()]
}

type Line = Omit<TeamTalk, 'roundId' | 'roundName' | 'kind' | 'year' | 'leaderId' | 'leader' | 'onBehalfOf'>

function teamTalkOf(
  { id: talkId, employee, unit, state, offerFacts }: Line,
  { today, now, language }: SignedInRequest,
): z.output<typeof teamTalk> {
  const { appointment } = state
  const calendar = compiled(state.calendar)
  const leave = leaveOn(state, today)
  return {
    id: talkId,
    employee,
    unit,
    status: state.status,
    isPaused: state.pausedOn !== null,
    heldOn: state.heldOn,
    inviteDueOn: state.inviteDueOn,
    holdOn: state.holdOn,
    appointment: appointment && {
      startsAt: appointment.startsAt,
      stands: isStanding(appointment),
      otherTimeAsked: appointment.otherTimeAsked,
      answerBy: withdrawalAt(appointment, state, calendar),
      warnings: warningsAbout(appointment, calendar, language),
    },
    statusTimeAsked: statusTimeAskedIn(state, now),
    contradictedOn: state.contradictedOn,
    offersDue: offersDue(state, offerFacts, now),
    leave: leave && { to: leave.to },
    canBeInvited: canBeInvited(state),
    earliestOn: noticeKeptFrom(state, calendar, today),
    owed: state.obligations
      .map(({ obligation, subject, owedBy, dueOn }) => ({ obligation, subject, owedBy, dueOn }))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
  }
}

function statusTimeAskedIn(state: TalkState, now: Instant): z.output<typeof teamTalk>['statusTimeAsked'] {
  const asked = askedOfLeader(state, now).find(({ about }) => about === 'status-talk')
  if (asked === undefined || asked.startsAt === null) return null
  return { statusTalkId: asked.subject, startsAt: asked.startsAt }
}
