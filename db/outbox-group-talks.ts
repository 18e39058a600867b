import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'
import { type GroupTalk, readGroupTalk } from './group-talks.ts'
import type { GroupTalkMailData } from './outbox.ts'
import { type Recipient, readRecipient } from './outbox-people.ts'

/** A team talk as a mail about it tells it. */
export interface GroupTalkFacts {
  readonly groupTalk: GroupTalk
  /** Those listed now. */
  readonly members: Recipient[]
  /** Of the employee the mail is for; null where it is for the leader, or the talk is gone. */
  readonly employee: { personId: string; onLeave: boolean; left: boolean } | null
  /** The one it is for no longer works here, in any job. */
  readonly formerLeft: boolean
}

/** Null where the team talk is gone. */
export async function readGroupTalkFacts(
  tx: Tx,
  { groupTalkId, talkId, formerId }: GroupTalkMailData,
  on: Day,
): Promise<GroupTalkFacts | null> {
  const groupTalk = await readGroupTalk(tx, groupTalkId)
  if (groupTalk === null) return null
  const members = await Promise.all(groupTalk.parts.map(({ personId }) => readRecipient(tx, personId)))
  const rows = await tx.$queryRaw<NonNullable<GroupTalkFacts['employee']>[]>`
    SELECT e.person_id::text AS "personId", coalesce(e.last_day < ${on}::date, false) AS left,
      EXISTS (SELECT 1 FROM leave v WHERE v.employment_id = e.id AND v.from_on <= ${on}::date
        AND (v.to_on IS NULL OR v.to_on >= ${on}::date)) AS "onLeave"
    FROM talk t JOIN employment e ON e.id = t.employment_id WHERE t.id = ${talkId}::uuid`
  return {
    groupTalk,
    members: members.filter((member) => member !== null),
    employee: rows[0] ?? null,
    formerLeft: formerId !== undefined && !(await isEmployed(tx, formerId, on)),
  }
}

async function isEmployed(tx: Tx, personId: string, on: Day): Promise<boolean> {
  const jobs = { personId, OR: [{ lastDay: null }, { lastDay: { gte: toDate(on) } }] }
  return (await tx.employment.count({ where: jobs })) > 0
}

/** What the same reader is told of it beside this mail. */
export interface ToldOfGroupTalk {
  /** A newer mail is in the outbox or went already. */
  readonly isOvertaken: boolean
  /** The last that went, or may have gone, and to whom; null where nothing did. */
  readonly last: { personId: string; method: 'request' | 'cancel' } | null
}

export async function toldOfGroupTalk(
  tx: Tx,
  mailId: string,
  { groupTalkId, talkId, sequence, formerId }: GroupTalkMailData,
): Promise<ToldOfGroupTalk> {
  const rows = await tx.$queryRaw<
    { personId: string | null; method: 'request' | 'cancel'; status: string; isNewer: boolean }[]
  >`
    SELECT person_id::text AS "personId", data->>'method' AS method, status, (data->>'sequence')::int > ${sequence} AS "isNewer"
    FROM mail WHERE template = 'group-talk' AND data->>'groupTalkId' = ${groupTalkId}
      AND data->>'talkId' IS NOT DISTINCT FROM ${talkId}::text
      AND data->>'formerId' IS NOT DISTINCT FROM ${formerId ?? null}::text AND id <> ${mailId}::uuid
    ORDER BY (data->>'sequence')::int DESC`
  const went = rows.find(({ status }) => ['sent', 'unknown', 'leased', 'printed'].includes(status))
  return {
    isOvertaken: rows.some(({ isNewer }) => isNewer),
    last: went && went.personId !== null ? { personId: went.personId, method: went.method } : null,
  }
}
