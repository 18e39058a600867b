import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'

/** The leader's common feedback to a team in a round (R10.1). */
export interface GroupFeedbackView {
  /** The team's id, which follows from round and leader. */
  id: string
  text: string
  /** How often it was saved. */
  version: number
  /** optional = under the minimum group, or before the end of the talk window; the leader may write all the same. */
  status: 'owed' | 'optional' | 'sent'
  sentAt: Instant | null
}

/** A held talk with what its leader has tagged it with. */
export interface TaggedTalk {
  talkId: string
  personId: string
  /** Where the employee is, or was last. */
  unitId: string
  leaderId: string | null
  themes: string[]
}

export function teamId(roundId: string, leaderId: string): string {
  return derivedId('team', roundId, leaderId)
}

export async function readGroupFeedback(
  db: Tx,
  roundId: string,
  leaderId: string,
): Promise<GroupFeedbackView> {
  const id = teamId(roundId, leaderId)
  const row = await db.groupFeedback.findFirst({ where: { id } })
  if (row === null) return { id, text: '', version: 0, status: 'optional', sentAt: null }
  return {
    id,
    text: row.text,
    version: row.version,
    status: row.status as GroupFeedbackView['status'],
    sentAt: row.sentAt?.getTime() ?? null,
  }
}

/** Keeps what the leader has written over the version they saw; false where another was kept meanwhile, or it is sent. */
export async function writeGroupFeedback(
  db: Tx,
  { roundId, leaderId, text, version }: { roundId: string; leaderId: string; text: string; version: number },
): Promise<boolean> {
  const id = teamId(roundId, leaderId)
  await db.groupFeedback.createMany({
    data: [{ id, roundId, leaderId, status: 'optional' }],
    skipDuplicates: true,
  })
  const { count } = await db.groupFeedback.updateMany({
    where: { id, version, status: { not: 'sent' } },
    data: { text, version: version + 1 },
  })
  return count > 0
}

/** Sends what is written: the team is told, and it stays as it is. False where there is no text, or it was sent. */
export async function sendGroupFeedback(
  tx: Tx,
  { roundId, leaderId, today, at }: { roundId: string; leaderId: string; today: Day; at: Instant },
): Promise<boolean> {
  const { count } = await tx.groupFeedback.updateMany({
    where: { id: teamId(roundId, leaderId), status: { not: 'sent' }, text: { not: '' } },
    data: { status: 'sent', sentAt: new Date(at) },
  })
  if (count > 0) await tellTeam(tx, { roundId, leaderId, today, at })
  return count > 0
}

/** The feedback that an employee's team was sent; null where none was, or not to them. */
export async function feedbackToEmployee(
  db: Tx,
  talkId: string,
  roundId: string,
): Promise<{ leaderName: string; text: string; sentAt: Instant } | null> {
  const sent = await db.groupFeedback.findMany({
    where: { roundId, status: 'sent' },
    include: { leader: { include: { person: true } } },
    orderBy: { sentAt: 'desc' },
  })
  const told = await db.notice.findMany({
    where: { talkId, obligation: KIND, subject: { in: sent.map((team) => derivedId(team.id, talkId)) } },
    select: { subject: true },
  })
  const subjects = new Set(told.map((notice) => notice.subject))
  const team = sent.find((one) => subjects.has(derivedId(one.id, talkId)))
  if (team === undefined) return null
  const { givenName, familyName } = team.leader.person
  return {
    leaderName: `${givenName} ${familyName}`,
    text: team.text,
    sentAt: team.sentAt?.getTime() ?? 0,
  }
}

/** Every held talk of a round with its themes, by today's leader and unit. */
export async function taggedTalks(db: Tx, roundId: string, on: Day): Promise<TaggedTalk[]> {
  return db.$queryRaw<TaggedTalk[]>`
    SELECT t.id::text AS "talkId", e.person_id::text AS "personId", coalesce(m.unit_id::text, '') AS "unitId",
      l.leader_id::text AS "leaderId",
      coalesce(g.themes, '{}') AS themes
    FROM talk t JOIN employment e ON e.id = t.employment_id
    CROSS JOIN LATERAL (SELECT greatest(least(${on}::date, e.last_day), e.employed_from) AS on_day) seen
    LEFT JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= seen.on_day
      AND (m.to_on IS NULL OR m.to_on >= seen.on_day)
    LEFT JOIN reporting_line l ON l.employment_id = e.id AND l.from_on <= seen.on_day
      AND (l.to_on IS NULL OR l.to_on >= seen.on_day)
    LEFT JOIN fence.themes(${roundId}::uuid) g ON g.talk_id = t.id
    WHERE t.round_id = ${roundId}::uuid AND t.outcome = 'held' ORDER BY t.id`
}

const KIND: NoticeKind = 'group-feedback-sent'

/** One notice to each employee of the team who has a talk in the round and is still employed. */
async function tellTeam(
  tx: Tx,
  { roundId, leaderId, today, at }: { roundId: string; leaderId: string; today: Day; at: Instant },
): Promise<void> {
  const team = teamId(roundId, leaderId)
  const talks = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id::text FROM talk t JOIN reporting_line l ON l.employment_id = t.employment_id
      AND l.leader_id = ${leaderId}::uuid AND l.from_on <= ${today}::date
      AND (l.to_on IS NULL OR l.to_on >= ${today}::date)
    WHERE t.round_id = ${roundId}::uuid AND t.status <> 'left'`
  await tx.notice.createMany({
    data: talks.map(({ id: talkId }) => ({
      subject: derivedId(team, talkId),
      obligation: KIND,
      occurrence: 1,
      step: 'told',
      audience: 'employee',
      talkId,
      roundId,
      whileOpen: false,
      decidedAt: new Date(at),
    })),
    skipDuplicates: true,
  })
}
