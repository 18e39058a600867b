import type { Tx } from '../db/client.ts'
import type { CalendarMailData } from '../db/outbox.ts'
import {
  type CalendarFacts,
  type EventsTold,
  lastEvents,
  overtakenEvents,
  queueFormerCancel,
  readCalendarFacts,
} from '../db/outbox-calendar.ts'
import { linesOfTalks, unitsOf } from '../db/outbox-lines.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { readPolicies } from '../db/outbox-notices.ts'
import { type Recipient, readRecipients } from '../db/outbox-people.ts'
import { addDays } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import { holdersOf, type Line } from '../domain/notices/roles.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { lastAnswerAt } from '../domain/talk/times.ts'
import { calendarPart } from './calendar-event.ts'
import { type Calendars, readCalendars } from './calendars.ts'
import type { Moment } from './judge.ts'
import type { CalendarPart, Mailbox } from './outgoing.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import {
  type CalendarMailInput,
  calendarMail,
  eventDescription,
  eventSummary,
} from './templates/calendar-mail.ts'
import type { CalendarNews } from './templates/calendar-texts.ts'
import { linksOf } from './templates/links.ts'
import type { LocalTime } from './templates/words.ts'

/** Calendar events for one party each, as they stand at this moment; they go on any day and at any hour (R3.2). */
export async function prepareCalendars(
  tx: Tx,
  mails: readonly OutboxMail[],
  moment: Moment,
  settings: MailSettings,
): Promise<[OutboxMail, Preparation][]> {
  const known = await readKnown(tx, mails, moment)
  const cases = mails.map((mail) => ({ mail, judged: judge(mail, known, moment) }))
  const people = await readRecipients(
    tx,
    cases.flatMap(({ judged }) => ('verdict' in judged ? [] : whoIsNamed(judged))),
  )
  const prepared: [OutboxMail, Preparation][] = []
  for (const { mail, judged } of cases) {
    if ('verdict' in judged) prepared.push([mail, judged])
    else prepared.push([mail, await tell(tx, mail, judged, people, known, moment, settings)])
  }
  return prepared
}

/** What the mails are judged by. */
interface Known {
  /** By mail, as the told and the overtaken. */
  facts: Map<string, CalendarFacts>
  told: Map<string, EventsTold>
  overtaken: Set<string>
  /** By round. */
  policies: Map<string, Policy>
  /** Of each mail's employee on the day of the talk. */
  lines: Map<string, Line | undefined>
  /** Those of today, by employment; of mails alone that need them. */
  today: Map<string, Line>
  /** By employment. */
  units: Map<string, string>
  calendars: Calendars
}

async function readKnown(tx: Tx, mails: readonly OutboxMail[], moment: Moment): Promise<Known> {
  const ids = mails.map(({ id }) => id)
  const facts = await readCalendarFacts(tx, ids, moment.today)
  const all = [...facts.values()]
  const invitesLeader = ({ data }: OutboxMail) => data.party === 'leader' && data.method === 'request'
  const invited = mails.filter(invitesLeader).flatMap(({ id }) => facts.get(id)?.employmentId ?? [])
  const asked = all.filter(({ answerNeeded }) => answerNeeded).map(({ employmentId }) => employmentId)
  const units = asked.length === 0 ? new Map() : await unitsOf(tx, asked, moment.today)
  return {
    facts,
    told: await lastEvents(tx, ids),
    overtaken: await overtakenEvents(tx, ids),
    policies: await readPolicies(tx, [...new Set(all.map(({ roundId }) => roundId))]),
    lines: await linesOfTheDays(tx, facts, moment),
    today: await linesOfTalks(tx, invited, moment.today),
    units,
    calendars: await readCalendars(tx, [...units.values()], moment.zone),
  }
}

/** Whoever holds the role on the day of the talk has the meeting, wherever they are when it is mailed. */
async function linesOfTheDays(
  tx: Tx,
  facts: Map<string, CalendarFacts>,
  moment: Moment,
): Promise<Map<string, Line | undefined>> {
  const zone = createZone(moment.zone)
  const byDay = Map.groupBy(facts, ([, { startsAt }]) => zone.localTime(startsAt).on)
  const lines = new Map<string, Line | undefined>()
  for (const [on, those] of byDay) {
    const ofDay = await linesOfTalks(
      tx,
      those.map(([, { employmentId }]) => employmentId),
      on,
    )
    for (const [mailId, { employmentId }] of those) lines.set(mailId, ofDay.get(employmentId))
  }
  return lines
}

/** A mail that is to go, to whom, and who leads the talk. */
interface Going {
  facts: CalendarFacts
  policy: Policy
  told: EventsTold
  personId: string
  leadingId: string | null
}

function judge(mail: OutboxMail, known: Known, moment: Moment): Going | Preparation {
  const data = mail.data as unknown as CalendarMailData
  const facts = known.facts.get(mail.id)
  if (facts === undefined) return end('done')
  const policy = known.policies.get(facts.roundId)
  const line = known.lines.get(mail.id)
  const [leader] = line?.leaders ?? []
  // Who acts over a vacancy has the meeting (R11.2); HR, to whom a step goes at last, holds no talks.
  const [leaderId = null] = line === undefined ? [] : holdersOf('leader', { ...line, hr: [] })
  const told: EventsTold = known.told.get(mail.id) ?? new Map()
  const personId = mail.recipient === null ? partyOf(data, facts, leaderId, told) : mail.personId
  const refusal = refuse(data, facts, moment, told.size > 0, known.overtaken.has(mail.id))
  if (refusal !== null || policy === undefined) return end(refusal ?? 'done', personId)
  if (data.party === 'employee' && facts.employeeOnLeave) return untilTomorrow(moment, personId)
  if (
    data.party === 'leader' &&
    data.method === 'request' &&
    isAway(leaderId, known.today.get(facts.employmentId))
  )
    return untilTomorrow(moment, personId)
  if (personId === null) return end(leader === undefined ? 'no-recipient' : 'on-leave')
  const leadingId = data.party === 'leader' ? personId : (leaderId ?? leader?.personId ?? null)
  return { facts, policy, told, personId, leadingId }
}

function whoIsNamed({ facts, leadingId }: Going): string[] {
  return leadingId === null ? [facts.employeeId] : [facts.employeeId, leadingId]
}

async function tell(
  tx: Tx,
  mail: OutboxMail,
  { facts, policy, told, personId, leadingId }: Going,
  people: Map<string, Recipient>,
  known: Known,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const data = mail.data as unknown as CalendarMailData
  const employee = people.get(facts.employeeId)
  const leader = people.get(leadingId ?? '')
  if (employee === undefined || leader === undefined) return end('left', personId)
  if (data.method === 'request') await cancelForFormer(tx, data, personId, told, moment)
  const news = newsOf(data, facts, told.get(personId))
  const answerBy = answerByOf(facts, policy, known)
  return sendTo(data, {
    facts,
    policy,
    parties: { employee, leader },
    news,
    answerBy,
    mail,
    moment,
    settings,
  })
}

interface CalendarCase {
  facts: CalendarFacts
  policy: Policy
  parties: Record<'employee' | 'leader', Recipient>
  news: CalendarNews
  answerBy: LocalTime | null
  mail: OutboxMail
  moment: Moment
  settings: MailSettings
}

function sendTo(data: CalendarMailData, known: CalendarCase): Preparation {
  const { facts, policy, parties, news, answerBy, moment, settings } = known
  const to = parties[data.party]
  const other = parties[data.party === 'employee' ? 'leader' : 'employee']
  const planMinutes = facts.about === 'talk' && policy.planMinutes < facts.minutes ? policy.planMinutes : 0
  const input: CalendarMailInput = {
    news,
    to: data.party,
    givenName: to.givenName,
    other: other.name,
    about: facts.about,
    kind: facts.kind,
    talkId: data.talkId,
    time: createZone(moment.zone).localTime(facts.startsAt),
    minutes: facts.minutes,
    planMinutes,
    place: facts.place,
    onlineUrl: facts.onlineUrl,
    answerBy,
  }
  return {
    verdict: 'send',
    to,
    content: calendarMail(input, to.language, settings),
    notices: [],
    replyTo: other.email === null ? null : { name: other.name, address: other.email },
    calendar: eventOf(data, known, to),
  }
}

function eventOf(data: CalendarMailData, known: CalendarCase, to: Recipient): CalendarPart {
  const { facts, parties, mail, settings } = known
  const names = {
    about: facts.about,
    kind: facts.kind,
    employee: parties.employee.name,
    leader: parties.leader.name,
  }
  return calendarPart({
    method: data.method,
    subject: data.subject,
    sequence: data.sequence,
    summary: eventSummary(names, to.language, settings),
    description: eventDescription(data.talkId, facts.onlineUrl, to.language, settings),
    place: facts.place,
    url: linksOf(settings.publicUrl).talk(data.talkId),
    startsAt: facts.startsAt,
    minutes: facts.minutes,
    organizer: settings.mail.from,
    attendees: [parties.employee, parties.leader].flatMap(({ name, email }): Mailbox[] =>
      email === null ? [] : [{ name, address: email }],
    ),
    at: mail.createdAt,
  })
}

function refuse(
  data: CalendarMailData,
  facts: CalendarFacts,
  moment: Moment,
  wasTold: boolean,
  hasNewer: boolean,
): MailReason | null {
  if (facts.startsAt <= moment.now) return 'past-due-day'
  if (data.formerPersonId === undefined && hasNewer) return 'overtaken'
  if (data.method === 'request' && !facts.isCurrent) return 'done'
  // What never came into a calendar need not be taken out of it.
  if (data.method === 'cancel' && !wasTold) return 'overtaken'
  if (data.party === 'employee' && facts.employeeLeft) return 'left'
  return null
}

/** Nobody on leave is written to (R13.2); asked again each day, for a leave may end sooner or later than it was said to. */
function untilTomorrow({ zone, today }: Moment, meantFor: string | null): Preparation {
  const until = createZone(zone).instantOf(addDays(today, 1), 0)
  return { verdict: 'wait', until, reason: 'on-leave', meantFor }
}

/** The leader of the day of the talk is on leave today, or has not begun. */
function isAway(leaderId: string | null, today: Line | undefined): boolean {
  return today?.leaders.some(({ personId, present }) => personId === leaderId && !present) ?? false
}

/** The party of the day of the talk; a cancellation goes to whoever has the event in the calendar, whoever leads today. */
function partyOf(
  data: CalendarMailData,
  facts: CalendarFacts,
  leaderId: string | null,
  told: EventsTold,
): string | null {
  if (data.formerPersonId !== undefined) return data.formerPersonId
  const party = data.party === 'employee' ? facts.employeeId : leaderId
  if (data.method === 'request' || (party !== null && told.get(party) === 'request')) return party
  const holding = [...told].find(([, method]) => method === 'request')
  return holding?.[0] ?? party
}

function newsOf(
  data: CalendarMailData,
  facts: CalendarFacts,
  before: 'request' | 'cancel' | undefined,
): CalendarNews {
  if (data.formerPersonId !== undefined) return 'handed-over'
  if (data.method === 'cancel') return facts.withdrawn ? 'withdrawn' : 'cancelled'
  return before === 'request' ? 'moved' : 'invited'
}

/** Until when the employee may answer, where the time does not stand by itself (R4.2). */
function answerByOf(facts: CalendarFacts, policy: Policy, { units, calendars }: Known): LocalTime | null {
  if (!facts.answerNeeded) return null
  const calendar = calendars.of(policy, units.get(facts.employmentId))
  return calendar.localTime(lastAnswerAt(facts.startsAt, facts, policy, calendar))
}

async function cancelForFormer(
  tx: Tx,
  data: CalendarMailData,
  personId: string,
  told: EventsTold,
  moment: Moment,
): Promise<void> {
  for (const [former, method] of told) {
    if (former !== personId && method === 'request') await queueFormerCancel(tx, data, former, moment.now)
  }
}

function end(reason: MailReason, meantFor: string | null = null): Preparation {
  return { verdict: 'end', reason, meantFor }
}
