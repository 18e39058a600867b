import type { Tx } from '../db/client.ts'
import type { CalendarMailData } from '../db/outbox.ts'
import {
  type CalendarFacts,
  hasNewerEvent,
  lastEvents,
  queueFormerCancel,
  readCalendarFacts,
} from '../db/outbox-calendar.ts'
import { linesOfTalks, unitsOf } from '../db/outbox-lines.ts'
import type { OutboxMail } from '../db/outbox-mails.ts'
import { readPolicies } from '../db/outbox-notices.ts'
import { type Recipient, readRecipient } from '../db/outbox-people.ts'
import { addDays } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import { holdersOf } from '../domain/notices/roles.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { lastAnswerAt } from '../domain/talk/times.ts'
import { calendarPart } from './calendar-event.ts'
import { readCalendars } from './calendars.ts'
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

/** A calendar event for one party, as it stands at this moment; goes on any day and at any hour (R3.2). */
export async function prepareCalendar(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const data = mail.data as unknown as CalendarMailData
  const facts = await readCalendarFacts(tx, data, mail.createdAt, moment.today)
  if (facts === null) return end('done')
  const policy = (await readPolicies(tx, [facts.roundId])).get(facts.roundId)
  // Whoever holds the role on the day of the talk has the meeting, wherever they are when it is mailed.
  const { on } = createZone(moment.zone).localTime(facts.startsAt)
  const line = (await linesOfTalks(tx, [facts.employmentId], on)).get(facts.employmentId)
  const [leader] = line?.leaders ?? []
  // Who acts over a vacancy has the meeting (R11.2); HR, to whom a step goes at last, holds no talks.
  const [leaderId = null] = line === undefined ? [] : holdersOf('leader', { ...line, hr: [] })
  const told = await lastEvents(tx, mail.id, data)
  const personId = mail.recipient === null ? partyOf(data, facts, leaderId, told) : mail.personId
  const refusal = await refuse(tx, data, facts, moment, told.size > 0)
  if (refusal !== null || policy === undefined) return end(refusal ?? 'done', personId)
  if (data.party === 'employee' && facts.employeeOnLeave) return untilTomorrow(moment, personId)
  if (data.party === 'leader' && data.method === 'request' && (await isAway(tx, leaderId, facts, moment)))
    return untilTomorrow(moment, personId)
  if (personId === null) return end(leader === undefined ? 'no-recipient' : 'on-leave')
  const employee = await readRecipient(tx, facts.employeeId)
  const leading = data.party === 'leader' ? personId : (leaderId ?? leader?.personId ?? null)
  const other = leading === null ? null : await readRecipient(tx, leading)
  if (employee === null || other === null) return end('left', personId)

  const parties = { employee, leader: other }
  const news = newsOf(data, facts, told.get(personId))
  const answerBy = await answerByOf(tx, facts, policy, moment)
  if (data.method === 'request') await cancelForFormer(tx, data, personId, told, moment)
  return sendTo(data, { facts, policy, parties, news, answerBy, mail, moment, settings })
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

async function refuse(
  tx: Tx,
  data: CalendarMailData,
  facts: CalendarFacts,
  moment: Moment,
  wasTold: boolean,
): Promise<MailReason | null> {
  if (facts.startsAt <= moment.now) return 'past-due-day'
  if (data.formerPersonId === undefined && (await hasNewerEvent(tx, data))) return 'overtaken'
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
async function isAway(
  tx: Tx,
  leaderId: string | null,
  { employmentId }: CalendarFacts,
  { today }: Moment,
): Promise<boolean> {
  const line = (await linesOfTalks(tx, [employmentId], today)).get(employmentId)
  return line?.leaders.some(({ personId, present }) => personId === leaderId && !present) ?? false
}

/** The party of the day of the talk; a cancellation goes to whoever has the event in the calendar, whoever leads today. */
function partyOf(
  data: CalendarMailData,
  facts: CalendarFacts,
  leaderId: string | null,
  told: Map<string, 'request' | 'cancel'>,
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
async function answerByOf(
  tx: Tx,
  facts: CalendarFacts,
  policy: Policy,
  moment: Moment,
): Promise<LocalTime | null> {
  if (!facts.answerNeeded) return null
  const unitId = (await unitsOf(tx, [facts.employmentId], moment.today)).get(facts.employmentId)
  const calendar = (await readCalendars(tx, [unitId], moment.zone)).of(policy, unitId)
  return calendar.localTime(lastAnswerAt(facts.startsAt, facts, policy, calendar))
}

async function cancelForFormer(
  tx: Tx,
  data: CalendarMailData,
  personId: string,
  told: Map<string, 'request' | 'cancel'>,
  moment: Moment,
): Promise<void> {
  for (const [former, method] of told) {
    if (former !== personId && method === 'request') await queueFormerCancel(tx, data, former, moment.now)
  }
}

function end(reason: MailReason, meantFor: string | null = null): Preparation {
  return { verdict: 'end', reason, meantFor }
}
