import { randomUUID } from 'node:crypto'
import type { Db } from '../db/client.ts'
import { writeObligations } from '../db/obligations.ts'
import { talkColumns } from '../db/record-talk.ts'
import { defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import { createCalendar } from '../domain/calendar/calendar.ts'
import { DAY, day, dayOfUtc, HOUR, type Instant, MINUTE, utcOf } from '../domain/calendar/day.ts'
import { defaultPolicy } from '../domain/policy/policy.ts'
import { decideAct } from '../domain/talk/decide.ts'
import { openTalk } from '../domain/talk/open-talk.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import { addOrganisation } from '../test/support/organisation.ts'
import { copyTeams, TEAM, writeTeam } from './installation.ts'

/**
 * Every run has the same local day, a Wednesday on which no ladder has a step, whatever day it is: the zone of these talks
 * is made for it.
 */
const LOCAL_DAY = day('2027-02-03')

/**
 * Writes that many talks whose employee was offered a time at short notice and has not answered: at one instant, the same
 * for all, each time is withdrawn, and both are told by mail at once (R4.2). Answers the talks as they were recorded.
 * @param at on a whole minute
 */
export async function writeDueTalks(db: Db, count: number, at: Instant): Promise<TalkState[]> {
  await writeTeam(db, TEAM)
  await copyTeams(db, Math.ceil(count / TEAM) - 1)
  const { calendarFacts, policy } = rulesWith(at)
  const { addRound } = await addOrganisation(db, 2027)
  const roundId = await addRound({ status: 'running', policy })
  const employees = await db.employment.findMany({
    where: { reportsTo: { some: {} }, leads: { none: {} }, person: { roleGrants: { none: {} } } },
    select: { id: true, personId: true, reportsTo: { select: { leader: { select: { personId: true } } } } },
    take: count,
  })
  const talks: Offered[] = employees.map(({ id: employmentId, personId, reportsTo }) => ({
    state: offered(roundId, policy, calendarFacts, at),
    employmentId,
    parties: { employee: personId, leader: reportsTo[0]?.leader.personId ?? personId },
  }))
  for (let from = 0; from < talks.length; from += 500) await write(db, talks.slice(from, from + 500), at)
  await db.$executeRaw`ANALYZE`
  return talks.map(({ state }) => state)
}

interface Offered {
  readonly state: TalkState
  readonly employmentId: string
  readonly parties: { readonly employee: string; readonly leader: string }
}

function rulesWith(at: Instant) {
  const { zoneName: _name, ...settings } = defaultCalendarSettings
  const minutes = (utcOf(LOCAL_DAY) - utcOf(dayOfUtc(at))) / MINUTE
  const calendarFacts = { ...settings, zone: { name: 'bench', offsets: [{ fromAt: 0, minutes }] } }
  const calendar = createCalendar(calendarFacts)
  const answerBy = (at - utcOf(dayOfUtc(at))) / MINUTE
  // Leaders' digests are for another hour: what is told at once is what is measured.
  const digestAt = (answerBy + 8 * 60) % (23 * 60)
  const plain = defaultPolicy(day('2027-02-01'), day('2027-04-30'), calendar)
  const sendWindow = { ...plain.sendWindow, digestAt, digestTo: digestAt + 1 }
  return { calendarFacts, policy: { ...plain, answerBy, sendWindow } }
}

function offered(
  roundId: string,
  policy: TalkState['policy'],
  calendar: TalkState['calendar'],
  at: Instant,
): TalkState {
  const openedAt = at - 90 * DAY
  const { state } = openTalk({
    talkId: randomUUID(),
    roundId,
    policy,
    calendar,
    journaling: 'off',
    openedAt,
    employedFrom: day('2020-01-01'),
    lastDay: null,
    eligibleFrom: day('2020-01-01'),
    exemptReason: null,
    hasLeader: true,
    leaves: [],
    actions: [],
    actionObligations: [],
  })
  const startsAt = at + DAY
  const time = { appointmentId: randomUUID(), startsAt, endsAt: startsAt + HOUR, picked: false }
  const decided = decideAct(state, { type: 'set-appointment', ...time }, at - 2 * HOUR)
  if ('refused' in decided) throw new Error(`a time at short notice was refused: ${decided.refused.code}`)
  return decided.state
}

async function write(db: Db, talks: readonly Offered[], at: Instant): Promise<void> {
  const [openedAt, offeredAt] = [new Date(at - 90 * DAY), new Date(at - 2 * HOUR)]
  await db.talk.createMany({
    data: talks.map(({ state, employmentId }) => ({
      id: state.talkId,
      roundId: state.roundId,
      employmentId,
      kind: 'mus',
      version: 1,
      started: true,
      openedAt,
      newestFact: 0,
      ...talkColumns(state),
    })),
  })
  await writeObligations(
    db,
    talks.map(({ state }) => state),
  )
  await db.appointment.createMany({
    data: talks.flatMap(({ state: { talkId, appointment } }) =>
      appointment === null
        ? []
        : {
            id: appointment.id,
            talkId,
            subject: talkId,
            startsAt: new Date(appointment.startsAt),
            minutes: 60,
            place: 'Kontoret',
            status: 'current',
            sequence: appointment.sequence,
            createdAt: offeredAt,
          },
    ),
  })
  // Both have the time in their calendars: what never came there need not be taken out.
  await db.mail.createMany({ data: talks.flatMap((talk) => invitations(talk, offeredAt)) })
}

function invitations({ state, parties }: Offered, at: Date) {
  const { talkId, appointment } = state
  if (appointment === null) return []
  const { id: appointmentId, sequence } = appointment
  return (['employee', 'leader'] as const).map((party) => ({
    key: `calendar:${appointmentId}:${sequence}:${party}`,
    template: 'calendar',
    lane: 'at-once',
    personId: parties[party],
    data: { talkId, method: 'request', subject: talkId, appointmentId, sequence, party },
    status: 'sent',
    notBeforeAt: at,
    createdAt: at,
    endedAt: at,
  }))
}
