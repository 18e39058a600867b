import type { Day, Instant } from '../domain/calendar/day.ts'
import type { MailTemplate } from '../domain/notices/mail-outcome.ts'
import type { Party } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'

/** A calendar event's news for its parties, as a decision asks for it. */
export interface CalendarMailOrder {
  talkId: string
  method: 'request' | 'cancel'
  /** The talk or status talk; one calendar event for each. */
  subject: string
  appointmentId: string
  /** RFC 5545: counts up for every move and cancellation. */
  sequence: number
  to: readonly Party[]
  at: Instant
}

/** What a calendar mail's row keeps: ids alone; names, time and place are read when it is handed over. */
export interface CalendarMailData {
  talkId: string
  method: 'request' | 'cancel'
  subject: string
  appointmentId: string
  sequence: number
  party: Party
  /** Set where the event is taken out of the calendar of somebody who no longer is the party. */
  formerPersonId?: string
}

/** What a mail about a team talk keeps (§12): who it is for is found when it is handed over. */
export interface GroupTalkMailData {
  groupTalkId: string
  /** The talk of the employee it is for; null = the leader. */
  talkId: string | null
  method: 'request' | 'cancel'
  sequence: number
  /** To the leader: somebody has fallen off the list. */
  isShorter?: true
  /** Who led it before, or stood in, and has the event in the calendar still. */
  formerId?: string
}

/** What a sign-in mail's row keeps: of which link the token is made when the mail is handed over. */
export interface SignInMailData {
  tokenHash: string
  linkId: string
}

/** What a mail about an opened plan keeps: who it goes to is found when it is handed over. */
export interface PlanOpeningMailData {
  openingId: string
  party: Party
}

/** Tells both whose plan it is. */
export async function queuePlanOpeningMails(
  tx: Tx,
  { openingId, at }: { openingId: string; at: Instant },
): Promise<void> {
  const mails = (['employee', 'leader'] as const).map((party) => {
    const data: PlanOpeningMailData = { openingId, party }
    return { key: `plan-opening:${openingId}:${party}`, template: 'plan-opening' as const, data }
  })
  await queueAtOnce(tx, mails, at)
}

/** What a mail about a new leader keeps: names are read when it is handed over. */
export interface LeaderChangeMailData {
  employmentId: string
  leaderId: string
  on: Day
}

/** What the mail to who led employees before keeps: all of a change in one. */
export interface FormerLeaderMailData {
  changes: LeaderChangeMailData[]
}

/**
 * Tells employees who is to read what they have written (R15.1), and whoever led them that they are led by another, with the
 * change itself: HR could make it undone before any talk hears of it. Whoever has no talk has nothing to be read.
 */
export async function queueLeaderChangeMails(
  tx: Tx,
  changes: readonly LeaderChangeMailData[],
  at: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail (id, key, template, lane, person_id, data, not_before_at, created_at)
    SELECT gen_random_uuid(), concat_ws(':', 'leader-change', e.id, r."leaderId", r."on", ${at}::bigint),
      'leader-change', 'at-once', e.person_id, to_jsonb(r), ${new Date(at)}, ${new Date(at)}
    FROM json_to_recordset(${JSON.stringify(changes)}::json) AS r("employmentId" uuid, "leaderId" uuid, "on" date)
    JOIN employment e ON e.id = r."employmentId"
    WHERE EXISTS (SELECT 1 FROM talk t WHERE t.employment_id = e.id)
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO mail (id, key, template, lane, person_id, data, not_before_at, created_at)
    SELECT gen_random_uuid(), concat_ws(':', 'leader-change', 'former', f.person_id, r."on", ${at}::bigint),
      'leader-change', 'at-once', f.person_id,
      jsonb_build_object('changes', jsonb_agg(to_jsonb(r) ORDER BY r."employmentId")), ${new Date(at)}, ${new Date(at)}
    FROM json_to_recordset(${JSON.stringify(changes)}::json) AS r("employmentId" uuid, "leaderId" uuid, "on" date)
    JOIN reporting_line l ON l.employment_id = r."employmentId" AND l.to_on = r."on" - 1
    JOIN employment f ON f.id = l.leader_id AND (f.last_day IS NULL OR f.last_day >= r."on")
    WHERE l.leader_id <> r."leaderId" AND EXISTS (SELECT 1 FROM talk t WHERE t.employment_id = r."employmentId")
    GROUP BY f.person_id, r."on"
    ON CONFLICT DO NOTHING`
}

/**
 * What a mail about another mail address tells: to the old one that it was `replaced` or `removed`, on paper that there is
 * a `first` one, and to the new one that it is `now-yours`.
 */
export interface AddressChangeMailData {
  news: 'replaced' | 'removed' | 'first' | 'now-yours'
}

/** @property recipient null = on paper */
export type AddressChange = AddressChangeMailData & { personId: string; recipient: string | null }

/** Tells people at the old and the new address, with the change itself. */
export async function queueAddressChangeMails(
  tx: Tx,
  changes: readonly AddressChange[],
  at: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail (id, key, template, lane, person_id, recipient, data, not_before_at, created_at)
    SELECT gen_random_uuid(), concat_ws(':', 'address-change', r."personId", r.news, ${at}::bigint),
      'address-change', 'at-once', r."personId", r.recipient, jsonb_build_object('news', r.news),
      ${new Date(at)}, ${new Date(at)}
    FROM json_to_recordset(${JSON.stringify(changes)}::json) AS r("personId" uuid, recipient text, news text)
    ON CONFLICT DO NOTHING`
}

/** What a mail about one more employee number keeps: the number is read when it is handed over. */
export interface FurtherNumberMailData {
  employmentId: string
}

/** Tells people that one more employment, with its number, is theirs. */
export async function queueFurtherNumberMails(
  tx: Tx,
  employmentIds: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail (id, key, template, lane, person_id, data, not_before_at, created_at)
    SELECT gen_random_uuid(), concat_ws(':', 'further-number', e.id, ${at}::bigint), 'further-number', 'at-once',
      e.person_id, jsonb_build_object('employmentId', e.id), ${new Date(at)}, ${new Date(at)}
    FROM employment e WHERE e.id = ANY(${[...employmentIds]}::uuid[])
    ON CONFLICT DO NOTHING`
}

/** Puts a calendar mail for each party into the outbox; repeated in the same decision it changes nothing. */
export async function queueCalendarMail(tx: Tx, order: CalendarMailOrder): Promise<void> {
  const { talkId, method, subject, appointmentId, sequence, at } = order
  const mails = order.to.map((party) => {
    const data: CalendarMailData = { talkId, method, subject, appointmentId, sequence, party }
    return { key: `calendar:${appointmentId}:${sequence}:${party}`, template: 'calendar' as const, data }
  })
  await queueAtOnce(tx, mails, at)
}

/** Puts a calendar mail about a team talk into the outbox for each of those it concerns. */
export async function queueGroupTalkMails(
  tx: Tx,
  order: {
    groupTalkId: string
    sequence: number
    to: readonly Omit<GroupTalkMailData, 'groupTalkId' | 'sequence'>[]
    at: Instant
  },
): Promise<void> {
  const { groupTalkId, sequence, to, at } = order
  const mails = to.map((reader) => {
    const data: GroupTalkMailData = { groupTalkId, sequence, ...reader }
    const whose = reader.talkId ?? reader.formerId ?? 'leader'
    return { key: `group-talk:${groupTalkId}:${sequence}:${whose}`, template: 'group-talk' as const, data }
  })
  await queueAtOnce(tx, mails, at)
}

/**
 * Puts a mail with a sign-in link into the outbox, to the address that was asked for and no other. The link itself (its
 * hash) is inserted by the caller in the same transaction; the token stands nowhere.
 */
export async function queueSignInMail(
  tx: Tx,
  order: SignInMailData & { personId: string; email: string; at: Instant },
): Promise<void> {
  const data: SignInMailData = { tokenHash: order.tokenHash, linkId: order.linkId }
  const { personId, email: recipient, at } = order
  await queueAtOnce(
    tx,
    [{ key: `sign-in:${order.tokenHash}`, template: 'sign-in', personId, recipient, data }],
    at,
  )
}

interface MailAtOnce {
  /** Where a mail has it already, nothing is put into the outbox. */
  readonly key: string
  readonly template: MailTemplate
  /** Where it is known from the beginning, as the recipient. */
  readonly personId?: string
  readonly recipient?: string
  readonly data: object
}

/** Puts mails into the outbox that go at any hour, in one statement whose text is always the same (decision 0050). */
export async function queueAtOnce(tx: Tx, mails: readonly MailAtOnce[], at: Instant): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail (id, key, template, lane, person_id, recipient, data, not_before_at, created_at)
    SELECT gen_random_uuid(), key, template, 'at-once', "personId", recipient, data, ${new Date(at)}, ${new Date(at)}
    FROM json_to_recordset(${JSON.stringify(mails)}::json) AS m(key text, template text, "personId" uuid, recipient text,
      data jsonb)
    ON CONFLICT DO NOTHING`
}
