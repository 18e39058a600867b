import { z } from 'zod'
import { insertAppointment, isHeldAt } from '../db/appointments.ts'
import { MINUTE } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Span } from '../domain/talk/free-times.ts'
import { sameTime, type TimeAct } from '../domain/talk/same-time.ts'
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
 * the same request sent twice sets one time; the time there is, sent again under another cause, changes nothing.
 */
export async function setAppointment(
  request: SignedInRequest,
  seen: SeenTalk,
  time: EnteredTime,
  picked = false,
): Promise<Span> {
  const { id, state } = seen.talk
  const wanted = { subject: id, time, usualMinutes: state.policy.talkMinutes }
  return setTime(request, seen, wanted, (given) => ({ type: 'set-appointment', ...given, picked }))
}

export async function setStatusAppointment(
  request: SignedInRequest,
  seen: SeenTalk,
  statusTalkId: string,
  time: EnteredTime,
): Promise<void> {
  const wanted = { subject: statusTalkId, time, usualMinutes: seen.talk.state.policy.statusTalkMinutes }
  await setTime(request, seen, wanted, (given) => ({
    type: 'set-status-appointment',
    statusTalkId,
    ...given,
  }))
}

/** The extra time of an offer that was accepted (§12). */
export async function setExtraAppointment(
  request: SignedInRequest,
  seen: SeenTalk,
  offerId: string,
  time: EnteredTime,
): Promise<void> {
  const wanted = { subject: offerId, time, usualMinutes: seen.talk.state.policy.talkMinutes }
  await setTime(request, seen, wanted, (given) => ({ type: 'set-extra-appointment', offerId, ...given }))
}

interface Wanted {
  /** The talk, status talk or offer. */
  readonly subject: string
  readonly time: EnteredTime
  readonly usualMinutes: number
}

async function setTime(
  request: SignedInRequest,
  seen: SeenTalk,
  { subject, time, usualMinutes }: Wanted,
  actOf: (given: Span & { appointmentId: string }) => TimeAct,
): Promise<Span> {
  const { db, cause, now, person } = request
  const { talk } = seen
  const { startsAt, minutes = usualMinutes, place, onlineUrl } = time
  const span = { startsAt, endsAt: startsAt + minutes * MINUTE }
  const appointmentId = derivedId('appointment', subject, cause.decisionId)
  const wanted = actOf({ appointmentId, ...span })
  const before = sameTime(talk.state, wanted, now)
  if (before !== null && (await isHeldAt(db, before.id, { place, onlineUrl }))) return span
  await insertAppointment(db, {
    id: appointmentId,
    talkId: talk.id,
    subject,
    startsAt,
    minutes,
    place,
    onlineUrl,
    byPersonId: person.personId,
    createdAt: now,
  })
  await act(request, seen, wanted)
  return span
}
