import type { Tx } from '../db/client.ts'
import { type GroupTalkMailData, queueGroupTalkMails } from '../db/outbox.ts'
import {
  type GroupTalkFacts,
  readGroupTalkFacts,
  type ToldOfGroupTalk,
  toldOfGroupTalk,
} from '../db/outbox-group-talks.ts'
import { linesOfTeams } from '../db/outbox-lines.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { type Recipient, readRecipient } from '../db/outbox-people.ts'
import { addDays } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import { holdersOf } from '../domain/notices/roles.ts'
import { calendarPart } from './calendar-event.ts'
import type { Moment } from './judge.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import {
  groupTalkDescription,
  groupTalkHref,
  groupTalkMail,
  type GroupTalkMailInput,
  groupTalkSummary,
} from './templates/group-talk-mail.ts'

/** A team talk's calendar event for one of those it lists, or for the leader; goes on any day and at any hour (R3.2). */
export async function prepareGroupTalk(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const data = mail.data as unknown as GroupTalkMailData
  const facts = await readGroupTalkFacts(tx, data, moment.today)
  if (facts === null) return { verdict: 'end', reason: 'done' }
  const told = await toldOfGroupTalk(tx, mail.id, data)
  const refusal = refuse(data, facts, told, moment)
  const meantFor = facts.employee?.personId ?? null
  if (refusal !== null) return { verdict: 'end', reason: refusal, meantFor }
  if (facts.employee?.onLeave === true) {
    const until = createZone(moment.zone).instantOf(addDays(moment.today, 1), 0)
    return { verdict: 'wait', until, reason: 'on-leave', meantFor }
  }
  const leaderId = await holderOfTeam(tx, facts.groupTalk.leaderId, moment)
  const personId = mail.recipient === null ? readerOf(data, facts, told, leaderId) : mail.personId
  const to = personId === null ? null : await readRecipient(tx, personId)
  if (to === null) return { verdict: 'end', reason: 'no-recipient' }
  const leader = leaderId === null ? null : await readRecipient(tx, leaderId)
  await takeFromFormer(tx, data, told, to, moment)
  return sendTo(to, { data, facts, leader, news: newsOf(data, told, to), mail, moment, settings })
}

function newsOf(
  { method, formerId, isShorter }: GroupTalkMailData,
  { last }: ToldOfGroupTalk,
  to: Recipient,
): GroupTalkMailInput['news'] {
  if (formerId !== undefined) return 'handed-over'
  if (method === 'cancel') return 'cancelled'
  if (last?.method !== 'request' || last.personId !== to.personId) return 'invited'
  return isShorter ? 'fewer' : 'moved'
}

/** Whoever had the event in the calendar as the leader, and is it no longer, has it cancelled as the next one gets it. */
async function takeFromFormer(
  tx: Tx,
  { groupTalkId, talkId, method, sequence }: GroupTalkMailData,
  { last }: ToldOfGroupTalk,
  to: Recipient,
  { now }: Moment,
): Promise<void> {
  if (talkId !== null || method === 'cancel' || last?.method !== 'request') return
  if (last.personId === to.personId) return
  const former = { talkId, method: 'cancel' as const, formerId: last.personId }
  await queueGroupTalkMails(tx, { groupTalkId, sequence, to: [former], at: now })
}

interface GroupTalkCase {
  data: GroupTalkMailData
  facts: GroupTalkFacts
  leader: Recipient | null
  news: GroupTalkMailInput['news']
  mail: OutboxMail
  moment: Moment
  settings: MailSettings
}

function sendTo(
  to: Recipient,
  { data, facts, leader, news, mail, moment, settings }: GroupTalkCase,
): Preparation {
  const { groupTalk, members } = facts
  const { id, roundId, leaderId, startsAt, minutes, place, onlineUrl } = groupTalk
  const leaderName = leader?.name ?? groupTalk.leader
  const about = { talkId: data.talkId, roundId, leaderId }
  const input: GroupTalkMailInput = {
    news,
    ...about,
    givenName: to.givenName,
    leader: leaderName,
    members: members.map(({ name }) => name),
    time: createZone(moment.zone).localTime(startsAt),
    minutes,
    place,
    onlineUrl,
  }
  const attendees = leader === null ? members : [...members, leader]
  return {
    verdict: 'send',
    to,
    content: groupTalkMail(input, to.language, settings),
    notices: [],
    replyTo: data.talkId === null || !leader?.email ? null : { name: leader.name, address: leader.email },
    calendar: calendarPart({
      method: data.method,
      subject: id,
      sequence: data.sequence,
      summary: groupTalkSummary(leaderName, to.language),
      description: groupTalkDescription(about, onlineUrl, to.language, settings),
      place,
      url: groupTalkHref(about, settings),
      startsAt,
      minutes,
      organizer: settings.mail.from,
      attendees: attendees.flatMap(({ name, email }) => (email === null ? [] : [{ name, address: email }])),
      at: mail.createdAt,
    }),
  }
}

function refuse(
  { talkId, method, formerId }: GroupTalkMailData,
  { groupTalk, employee, formerLeft }: GroupTalkFacts,
  { isOvertaken, last }: ToldOfGroupTalk,
  { now }: Moment,
): MailReason | null {
  if (groupTalk.startsAt <= now) return 'past-due-day'
  if (isOvertaken) return 'overtaken'
  const isListed = talkId === null || groupTalk.parts.some((part) => part.talkId === talkId)
  if (method === 'request' && (groupTalk.status !== 'planned' || !isListed)) return 'done'
  // What never came into a calendar need not be taken out of it.
  if (method === 'cancel' && formerId === undefined && last === null) return 'overtaken'
  return employee?.left === true || formerLeft ? 'left' : null
}

/** Who holds the leader's role for the team today, over a vacancy too; HR holds no talks (R11.2). */
async function holderOfTeam(tx: Tx, leaderId: string, { today }: Moment): Promise<string | null> {
  const line = (await linesOfTeams(tx, [leaderId], today)).get(leaderId)
  return line === undefined ? null : (holdersOf('leader', { ...line, hr: [] })[0] ?? null)
}

/** Of the leaders a cancellation goes to the one who has the event in the calendar. */
function readerOf(
  { talkId, method, formerId }: GroupTalkMailData,
  { employee }: GroupTalkFacts,
  { last }: ToldOfGroupTalk,
  leaderId: string | null,
): string | null {
  if (formerId !== undefined) return formerId
  if (talkId !== null) return employee?.personId ?? null
  return method === 'cancel' ? (last?.personId ?? leaderId) : leaderId
}
