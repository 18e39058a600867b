import { z } from 'zod'
import { takenTimes, type TeamTalk, teamTalksWithState } from '../../db/team-talks.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { daysOf, freeTimes, type Hours } from '../../domain/talk/free-times.ts'
import { canBeInvited, noTimeReasons, proposeTimes } from '../../domain/talk/propose-times.ts'
import { noTimeSentence } from '../../domain/talk/refusal-sentences.ts'
import { compiled } from '../../domain/talk/turn.ts'
import { wrongField } from '../field-problems.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant } from '../schemas.ts'
import { leading } from '../team-access.ts'

const minutesOfDay = z
  .int()
  .min(0)
  .max(24 * 60)
  .meta({ description: 'Minutes after local midnight' })

const hours = z.object({
  from: day,
  to: day,
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .default([1, 2, 3, 4, 5])
    .meta({ description: '1 = Monday … 7 = Sunday' }),
  begin: minutesOfDay,
  end: minutesOfDay,
  /** Left out, the round's own length counts. */
  minutes: z.int().min(5).max(480).optional(),
  /** The least time between two talks. */
  pause: z.int().min(0).max(240).default(0),
})

/** Many more days than a talk window has. */
const MOST_DAYS = 200

export const proposeMany = defineRoute({
  method: 'post',
  path: '/team/proposed-times',
  summary: 'Lays out times for many in the hours the leader chooses; nothing is set or sent.',
  body: hours.extend({ talkIds: z.array(id).min(1).max(200) }),
  response: z.object({
    times: z.array(
      z.object({
        talkId: id,
        startsAt: instant.nullable(),
        reason: z.object({ code: z.enum(noTimeReasons), sentence: z.string() }).nullable(),
      }),
    ),
  }),
  remembered: false,
  handle: async (request) => {
    const { body, now, language } = request
    const team = await teamNow(request)
    const chosen = body.talkIds.map((talkId) => team.find((talk) => talk.id === talkId))
    const talks = chosen.map((talk) => {
      if (talk === undefined || !canBeInvited(talk.state)) throw notFound()
      return talk
    })
    const taken = await takenBy(request, team)
    const invitees = talks.map(({ id: talkId, state, employeePersonId }) => ({
      talkId,
      talk: state,
      calendar: compiled(state.calendar),
      busy: taken.filter((time) => time.employeePersonId === employeePersonId),
    }))
    const proposed = proposeTimes(invitees, hoursOf(request, talks), leadersOwn(taken, team, request), now)
    return {
      times: proposed.map(({ talkId, time, reason }) => ({
        talkId,
        startsAt: time?.startsAt ?? null,
        reason: reason && { code: reason, sentence: noTimeSentence(reason, language) },
      })),
    }
  },
})

export const findFreeTimes = defineRoute({
  method: 'post',
  path: '/team/free-times',
  summary:
    'Finds the free times of the person in the hours they choose, to be published; nothing is published.',
  body: hours.extend({ roundId: id, leaderId: id }),
  response: z.object({ minutes: z.int(), times: z.array(instant) }),
  remembered: false,
  handle: async (request) => {
    const { body, now } = request
    const team = await teamNow(request)
    const talks = team.filter(
      ({ roundId, leaderId }) => roundId === body.roundId && leaderId === body.leaderId,
    )
    const [first] = talks
    if (first === undefined) throw notFound()
    const wanted = hoursOf(request, talks)
    const calendars = talks.map(({ state }) => compiled(state.calendar))
    const days = daysOf(wanted).filter((on) => calendars.some((calendar) => calendar.isWorkingDay(on)))
    const taken = leadersOwn(await takenBy(request, team), team, request)
    const times = freeTimes(days, wanted, compiled(first.state.calendar).instantOf, taken, now)
    return { minutes: wanted.minutes, times: times.slice(0, MOST_TIMES).map(({ startsAt }) => startsAt) }
  },
})

/** As many as can be published at once. */
const MOST_TIMES = 100

export const proposedTimeRoutes = [proposeMany, findFreeTimes]

async function teamNow(request: SignedInRequest): Promise<TeamTalk[]> {
  return teamTalksWithState(request.db, await leading(request), request.today)
}

/** What the person and those they lead have in their calendars. */
function takenBy({ db, person, now }: SignedInRequest, team: readonly TeamTalk[]) {
  return takenTimes(
    db,
    {
      talkIds: team.map(({ id: talkId }) => talkId),
      personIds: [person.personId, ...team.map(({ employeePersonId }) => employeePersonId)],
      leaderIds: [...new Set(team.flatMap(({ leaderId }) => leaderId ?? []))],
    },
    now,
  )
}

/** Those of them that the person takes part in: not what their employees have with others. */
function leadersOwn(
  taken: Awaited<ReturnType<typeof takenBy>>,
  team: readonly TeamTalk[],
  { person }: SignedInRequest,
) {
  const talkIds = new Set(team.map(({ id: talkId }) => talkId))
  return taken.filter(
    ({ talkId, employeePersonId }) =>
      talkId === null || talkIds.has(talkId) || employeePersonId === person.personId,
  )
}

function hoursOf(
  { body, today, language }: SignedInRequest & { body: z.output<typeof hours> },
  talks: readonly TeamTalk[],
): Hours {
  const { from, to, weekdays, begin, end, pause } = body
  if (to < from) throw wrongField('body.to', to, 'ends-before-it-begins', language)
  if (to < today) throw wrongField('body.to', to, 'in-the-past', language)
  if (to > addDays(from, MOST_DAYS)) throw wrongField('body.to', to, 'too-far-away', language)
  const minutes = body.minutes ?? talks[0]?.state.policy.talkMinutes ?? USUAL_MINUTES
  if (end < begin + minutes) throw wrongField('body.end', String(end), 'too-short-for-a-talk', language)
  return { from, to, weekdays, begin, end, minutes, pause }
}

/** Where there is no talk to ask. */
const USUAL_MINUTES = 60
