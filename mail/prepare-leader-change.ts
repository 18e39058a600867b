import type { Tx } from '../db/client.ts'
import { toDate } from '../db/days.ts'
import type { FormerLeaderMailData, LeaderChangeMailData } from '../db/outbox.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { isLedBy, readRecipient, type Recipient, unitsOfPeople } from '../db/outbox-people.ts'
import { defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { nextHandOver } from '../domain/notices/send-window.ts'
import { defaultSendWindow } from '../domain/policy/policy.ts'
import { readCalendars } from './calendars.ts'
import type { Moment } from './judge.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import type { MailContent } from './templates/content.ts'
import { formerLeaderMail } from './templates/former-leader-mail.ts'
import { leaderChangeMail } from './templates/leader-change-mail.ts'

/**
 * Tells an employee of a new leader, or whoever led them before, also in leave: it is theirs to know (R15.1). What holds at
 * once is told at once, even if it was taken back. A plan for a later day is told from that day on, when single mails go (R3.2);
 * it may be withdrawn, and then was never news.
 */
export async function prepareLeaderChange(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const data = mail.data as unknown as LeaderChangeMailData | FormerLeaderMailData
  const changes = 'changes' in data ? data.changes : [data]
  const [first] = changes
  if (first === undefined) return { verdict: 'end', reason: 'done' }
  const isPlan = first.on > createZone(moment.zone).localTime(mail.createdAt).on
  const until = isPlan ? await handOverOfPlan(tx, mail, first.on, moment) : moment.now
  if (until > moment.now) return { verdict: 'wait', until, reason: null }
  const told: LeaderChangeMailData[] = []
  for (const change of changes)
    if (!isPlan || (await isLedBy(tx, change.employmentId, change.leaderId, change.on))) told.push(change)
  if (told.length === 0) return { verdict: 'end', reason: 'done' }
  const to = await readRecipient(tx, mail.personId ?? '')
  const isFormer = 'changes' in data
  if (to === null || (isFormer && !(await isEmployedOn(tx, to.personId, first.on))))
    return { verdict: 'end', reason: 'left' }
  const content = await contentFor(tx, to, { told, isFormer }, settings)
  if (content === null) return { verdict: 'end', reason: 'left' }
  return { verdict: 'send', to, content, notices: [], replyTo: null, calendar: null }
}

/** When a mail of a change that was planned for a day may go: as a single mail, on a working day of the recipient. */
async function handOverOfPlan(tx: Tx, mail: OutboxMail, on: Day, { now, zone }: Moment): Promise<Instant> {
  const personId = mail.personId ?? ''
  const unitId = (await unitsOfPeople(tx, personId === '' ? [] : [personId], on)).get(personId)
  const calendar = (await readCalendars(tx, [unitId], zone)).of(defaultCalendarSettings, unitId)
  const from = Math.max(now, calendar.instantOf(on, 0))
  return nextHandOver('single', mail.id, from, defaultSendWindow, calendar)
}

/** Whoever has left by the day of the change is told of nobody (R11.5). */
async function isEmployedOn(tx: Tx, personId: string, on: Day): Promise<boolean> {
  const stays = { OR: [{ lastDay: null }, { lastDay: { gte: toDate(on) } }] }
  return (await tx.employment.count({ where: { personId, ...stays } })) > 0
}

/** Null where nobody is left whom it could name. */
async function contentFor(
  tx: Tx,
  { givenName, language }: Recipient,
  { told, isFormer }: { told: readonly LeaderChangeMailData[]; isFormer: boolean },
  settings: MailSettings,
): Promise<MailContent | null> {
  const changes: { employee: string; leader: string; on: LeaderChangeMailData['on'] }[] = []
  for (const { employmentId, leaderId, on } of told) {
    const [employee, leader] = [await nameOf(tx, employmentId), await nameOf(tx, leaderId)]
    if (employee !== null && leader !== null) changes.push({ employee, leader, on })
  }
  const [first] = changes
  if (first === undefined) return null
  const { leader, on } = first
  return isFormer
    ? formerLeaderMail({ givenName, on, changes }, language, settings)
    : leaderChangeMail({ givenName, leader, on }, language, settings)
}

async function nameOf(tx: Tx, employmentId: string): Promise<string | null> {
  const job = await tx.employment.findUnique({ where: { id: employmentId }, select: { personId: true } })
  return job && ((await readRecipient(tx, job.personId))?.name ?? null)
}
