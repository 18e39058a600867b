import { z } from 'zod'
import { insertAppointment } from '../db/appointments.ts'
import { type Instant, MINUTE } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import { despiteWarnings } from './guard.ts'
import type { SignedInRequest } from './request.ts'
import { instant, line, text } from './schemas.ts'
import { act, type SeenTalk } from './talk-access.ts'

/** The address of a meeting; '' where there is none. */
export const meetingUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default('')

/** A time as a person enters it. */
export const timeBody = z.object({
  startsAt: instant,
  /** Left out, the round's own length counts. */
  minutes: z.int().min(5).max(480).optional(),
  place: line.default(''),
  onlineUrl: meetingUrl,
})
export type EnteredTime = z.output<typeof timeBody>

/** What the employee writes with "another time, please". */
export const wishBody = z.object({ wish: text.max(1_000).default(''), despiteWarnings })

/**
 * Sets or moves the time of a talk, and answers it. What it says is written first, under an id made of the cause, so that
 * the same request sent twice sets one time.
 */
export async function setAppointment(
  request: SignedInRequest,
  seen: SeenTalk,
  time: EnteredTime,
  picked = false,
): Promise<{ startsAt: Instant; endsAt: Instant }> {
  const { talk } = seen
  const written = await writeTime(request, seen, talk.id, time, talk.state.policy.talkMinutes)
  await act(request, seen, { type: 'set-appointment', ...written, picked })
  return written
}

export async function setStatusAppointment(
  request: SignedInRequest,
  seen: SeenTalk,
  statusTalkId: string,
  time: EnteredTime,
): Promise<void> {
  const minutes = seen.talk.state.policy.statusTalkMinutes
  const written = await writeTime(request, seen, statusTalkId, time, minutes)
  await act(request, seen, { type: 'set-status-appointment', statusTalkId, ...written })
}

/** The extra time of an offer that was accepted (§12). */
export async function setExtraAppointment(
  request: SignedInRequest,
  seen: SeenTalk,
  offerId: string,
  time: EnteredTime,
): Promise<void> {
  const written = await writeTime(request, seen, offerId, time, seen.talk.state.policy.talkMinutes)
  await act(request, seen, { type: 'set-extra-appointment', offerId, ...written })
}

async function writeTime(
  request: SignedInRequest,
  { talk }: SeenTalk,
  subject: string,
  time: EnteredTime,
  usualMinutes: number,
) {
  const { startsAt, minutes = usualMinutes, place, onlineUrl } = time
  const appointmentId = derivedId('appointment', subject, request.cause.decisionId)
  await insertAppointment(request.db, {
    id: appointmentId,
    talkId: talk.id,
    subject,
    startsAt,
    minutes,
    place,
    onlineUrl,
    byPersonId: request.person.personId,
    createdAt: request.now,
  })
  return { appointmentId, startsAt, endsAt: startsAt + minutes * MINUTE }
}
