import { z } from 'zod'
import { readRound } from '../../db/round-reading.ts'
import {
  deleteFreeSlot,
  freeSlots,
  giveBackSlot,
  leadersCalendars,
  leadingJobs,
  insertSlots,
  slotRound,
  type SlotRow,
  slotsOf,
  takeSlot,
} from '../../db/slots.ts'
import { MINUTE } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayPickSlot } from '../../domain/permissions.ts'
import { meetingUrl, setAppointment } from '../appointment.ts'
import { notFound, Problem, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id, instant, line } from '../schemas.ts'
import { partysTalk, type SeenTalk, talkWhere } from '../talk-access.ts'
import { timeWarning, warningsAbout } from '../time-warnings.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

const roundParams = z.object({ roundId: id })
const offered = z.object({
  id,
  startsAt: instant,
  minutes: z.int(),
  place: z.string(),
  onlineUrl: z.string(),
})
const published = offered.extend({
  leaderId: id,
  takenBy: id.nullable(),
  /** Such as a Sunday, or hours outside 7–18. */
  warnings: z.array(timeWarning),
})

export const listFreeSlots = defineRoute({
  method: 'get',
  path: '/talks/:talkId/slots',
  summary: 'Lists the published times that can be picked for the talk.',
  params: talkParams,
  response: z.array(offered),
  handle: async (request) => {
    const { talk } = await partysTalk(request, request.params.talkId)
    return talk.leader === null
      ? []
      : freeSlots(request.db, talk.roundId, talk.leader.employmentId, request.now)
  },
})

export const pickSlot = defineRoute({
  method: 'post',
  path: '/talks/:talkId/slot-choice',
  summary: 'Picks a published time for the talk, which then stands.',
  params: talkParams,
  body: z.object({ slotId: id }),
  ...answersTalk,
  handle: async (request) => {
    const { talkId } = request.params
    await pick(request, await talkWhere(request, talkId, mayPickSlot), request.body.slotId)
    return freshTalk(request, talkId)
  },
})

export const publishSlots = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/slots',
  summary: 'Publishes times that the employees of a leader can pick.',
  params: roundParams,
  body: z.object({
    /** Needed where the person leads from more than one job. */
    leaderEmploymentId: id.optional(),
    slots: z
      .array(
        z.object({
          startsAt: instant,
          minutes: z.int().min(5).max(480).optional(),
          place: line,
          onlineUrl: meetingUrl,
        }),
      )
      .min(1)
      .max(100),
  }),
  response: z.array(published),
  status: 201,
  handle: async (request) => {
    const { params, body, now, today, cause } = request
    const leaderId = await leadingJob(request, params.roundId, body.leaderEmploymentId)
    if (body.slots.some(({ startsAt }) => startsAt <= now)) throw inThePast()
    const round = await readRound(request.db, params.roundId)
    if (round === null) throw notFound()
    const slots = body.slots.map((slot, place) => ({
      ...slot,
      // Left out, the round's own length counts.
      minutes: slot.minutes ?? round.policy.talkMinutes,
      id: derivedId('slot', cause.decisionId, place),
    }))
    await insertSlots(request.db, { roundId: params.roundId, leaderId, on: today, at: now }, slots)
    return withWarnings(request, params.roundId, await slotsOf(request.db, params.roundId, [leaderId]))
  },
  again: publishedSlots,
})

export const listPublishedSlots = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/slots',
  summary: 'Lists the times the person has published, with the talks that picked them.',
  params: roundParams,
  response: z.array(published),
  handle: publishedSlots,
})

export const withdrawSlot = defineRoute({
  method: 'delete',
  path: '/slots/:slotId',
  summary: 'Takes back a published time that nobody has picked.',
  params: z.object({ slotId: id }),
  handle: async (request) => {
    const { db, params, person, today } = request
    const roundId = await slotRound(db, params.slotId)
    if (roundId === null) throw notFound()
    const jobs = await leadingJobs(db, roundId, person.personId, today)
    const leaderIds = jobs.map(({ employmentId }) => employmentId)
    const own = await slotsOf(db, roundId, leaderIds)
    const slot = own.find(({ id: slotId }) => slotId === params.slotId)
    const job = jobs.find(({ employmentId }) => employmentId === slot?.leaderId)
    if (job === undefined) throw notFound()
    actFor(request, job)
    if ((await deleteFreeSlot(db, params.slotId, leaderIds)) === 0) throw taken()
  },
})

export const slotRoutes = [publishSlots, listPublishedSlots, withdrawSlot, listFreeSlots, pickSlot]

async function publishedSlots(request: SignedInRequest & { params: { roundId: string } }) {
  const { db, params, person, today } = request
  const jobs = await leadingJobs(db, params.roundId, person.personId, today)
  const leaderIds = jobs.map(({ employmentId }) => employmentId)
  return withWarnings(request, params.roundId, await slotsOf(db, params.roundId, leaderIds))
}

/** What to look at once more about each time, by the rules of the round and the closing days of the leader's unit. */
async function withWarnings(request: SignedInRequest, roundId: string, slots: SlotRow[]) {
  const { db, config, now, today, language } = request
  const calendars = await leadersCalendars(db, roundId, slots, { zone: config.zone, at: now, on: today })
  return slots.map((slot) => {
    const time = { startsAt: slot.startsAt, endsAt: slot.startsAt + slot.minutes * MINUTE }
    const calendar = calendars.get(slot.leaderId)
    return { ...slot, warnings: calendar === undefined ? [] : warningsAbout(time, calendar, language) }
  })
}

/** The slot is taken first, so that two employees never get the same; a refusal gives it back. */
async function pick(request: SignedInRequest, seen: SeenTalk, slotId: string): Promise<void> {
  const { db } = request
  const { talk } = seen
  const leaderIds = talk.leader ? [talk.leader.employmentId] : []
  const slot = (await slotsOf(db, talk.roundId, leaderIds)).find((candidate) => candidate.id === slotId)
  if (slot === undefined) throw notFound()
  const choice = await takeSlot(db, slotId, talk.id)
  if (choice === null) throw taken()
  try {
    const { startsAt, minutes, place, onlineUrl } = slot
    await setAppointment(request, seen, { startsAt, minutes, place, onlineUrl }, true)
  } catch (error) {
    // Where it is not known whether the time was set, the slot stays taken until the request is sent again.
    if (error instanceof Problem && error.status === 409) await giveBackSlot(db, talk.id, choice)
    throw error
  }
}

async function leadingJob(
  request: SignedInRequest,
  roundId: string,
  named: string | undefined,
): Promise<string> {
  const { db, person, today } = request
  const jobs = await leadingJobs(db, roundId, person.personId, today)
  const fitting = jobs.filter(({ employmentId }) => named === undefined || employmentId === named)
  const [job] = fitting
  if (job === undefined) throw notFound()
  if (fitting.length > 1) throw severalJobs()
  actFor(request, job)
  return job.employmentId
}

function actFor({ person, acting }: SignedInRequest, { personId }: { personId: string }): void {
  acting.onBehalfOf = personId === person.personId ? null : personId
}

function taken(): Problem {
  return refused('slot-taken', {
    da: 'Tiden er allerede valgt af en anden.',
    en: 'The time was already picked by somebody else.',
  })
}

function inThePast(): Problem {
  return refused('time-in-the-past', { da: 'Tidspunktet er passeret.', en: 'The time has already passed.' })
}

function severalJobs(): Problem {
  return refused('several-jobs', {
    da: 'Du leder fra mere end én ansættelse. Vælg hvilken.',
    en: 'You lead from more than one job. Choose which.',
  })
}
