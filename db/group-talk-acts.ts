import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'
import { type GroupTalk, groupTalksAhead, readGroupTalk } from './group-talks.ts'
import { queueGroupTalkMails } from './outbox.ts'

/** A team talk as its leader plans or moves it. */
export interface PlannedGroupTalk {
  readonly startsAt: Instant
  /** Its local day. */
  readonly on: Day
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  readonly talkIds: readonly string[]
}

/** Who does it, for whom, under which decision: the same request sent twice is done once. */
export interface GroupTalkCause {
  readonly decisionId: string
  readonly at: Instant
  readonly byPersonId: string
  readonly onBehalfOf: string | null
}

/** Calls in everybody listed, and the leader. */
export async function planGroupTalk(
  db: Db,
  about: { id: string; roundId: string; leaderId: string },
  planned: PlannedGroupTalk,
  cause: GroupTalkCause,
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await isFirst(tx, about.id, 0, 'plan-group-talk', cause))) return
    const { talkIds } = planned
    await tx.groupTalk.create({
      data: {
        ...about,
        ...timeColumns(planned),
        createdAt: new Date(cause.at),
        parts: { create: talkIds.map((talkId) => ({ talkId })) },
      },
    })
    const to = [null, ...talkIds].map((talkId) => ({ talkId, method: 'request' as const }))
    await queueGroupTalkMails(tx, { groupTalkId: about.id, sequence: 0, to, at: cause.at })
  })
}

/** The same calendar event, one number later; who is no longer listed has it cancelled. */
export async function moveGroupTalk(
  db: Db,
  { id }: GroupTalk,
  planned: PlannedGroupTalk,
  cause: GroupTalkCause,
): Promise<void> {
  await change(db, id, 'move-group-talk', cause, async (tx, before, sequence) => {
    const { talkIds } = planned
    await tx.groupTalkPart.deleteMany({ where: { groupTalkId: id, talkId: { notIn: [...talkIds] } } })
    await tx.groupTalkPart.createMany({
      data: talkIds.map((talkId) => ({ groupTalkId: id, talkId })),
      skipDuplicates: true,
    })
    await tx.groupTalk.update({ where: { id }, data: { ...timeColumns(planned), sequence } })
    const gone = before.parts.map(({ talkId }) => talkId).filter((talkId) => !talkIds.includes(talkId))
    const to = [
      ...[null, ...talkIds].map((talkId) => ({ talkId, method: 'request' as const })),
      ...gone.map((talkId) => ({ talkId, method: 'cancel' as const })),
    ]
    await queueGroupTalkMails(tx, { groupTalkId: id, sequence, to, at: cause.at })
  })
}

export async function cancelGroupTalk(db: Db, { id }: GroupTalk, cause: GroupTalkCause): Promise<void> {
  await change(db, id, 'cancel-group-talk', cause, (tx, before) => callOff(tx, before, cause.at))
}

/** Those still ahead in a round that is stopped: nobody turns up for what has ended. */
export async function callOffGroupTalks(tx: Tx, roundId: string, at: Instant): Promise<void> {
  for (const groupTalk of await groupTalksAhead(tx, roundId, at)) await callOff(tx, groupTalk, at)
}

async function callOff(tx: Tx, { id, parts, sequence: before }: GroupTalk, at: Instant): Promise<void> {
  const sequence = before + 1
  await tx.groupTalk.update({ where: { id }, data: { status: 'cancelled', sequence } })
  const to = [null, ...parts.map(({ talkId }) => talkId)].map((talkId) => ({
    talkId,
    method: 'cancel' as const,
  }))
  await queueGroupTalkMails(tx, { groupTalkId: id, sequence, to, at })
}

/** It was held: each talk listed is marked with whether its employee took part, and stays as it is otherwise. */
export async function holdGroupTalk(
  db: Db,
  { id }: GroupTalk,
  { heldOn, tookPart }: { heldOn: Day; tookPart: readonly string[] },
  cause: GroupTalkCause,
): Promise<void> {
  await change(db, id, 'hold-group-talk', cause, async (tx) => {
    await tx.groupTalk.update({ where: { id }, data: { status: 'held', heldOn: toDate(heldOn) } })
    const talkIds = [...tookPart]
    const ofThis = { groupTalkId: id }
    await tx.groupTalkPart.updateMany({ where: ofThis, data: { tookPart: false } })
    await tx.groupTalkPart.updateMany({
      where: { ...ofThis, talkId: { in: talkIds } },
      data: { tookPart: true },
    })
  })
}

/**
 * Nobody is called in on a day of leave or after the last day employed (R13.2), nor once their talk is stopped with its
 * unit: who has come to be away is taken off the list, and the event out of their calendar. The leader is told.
 */
export async function takeAwayFromGroupTalks(tx: Tx, at: Instant): Promise<void> {
  const away = await tx.$queryRaw<{ groupTalkId: string; talkId: string }[]>`
    DELETE FROM group_talk_part part USING group_talk g, talk t, employment e
    WHERE g.id = part.group_talk_id AND t.id = part.talk_id AND e.id = t.employment_id
      AND g.status = 'planned' AND g.starts_at > ${new Date(at)}
      AND (t.status = 'stopped' OR e.last_day < g.on_day OR EXISTS (SELECT 1 FROM leave v WHERE v.employment_id = e.id
        AND v.from_on <= g.on_day AND (v.to_on IS NULL OR v.to_on >= g.on_day)))
    RETURNING g.id::text AS "groupTalkId", t.id::text AS "talkId"`
  for (const [groupTalkId, parts] of Map.groupBy(away, (part) => part.groupTalkId)) {
    const { sequence } = await tx.groupTalk.update({
      where: { id: groupTalkId },
      data: { sequence: { increment: 1 } },
    })
    const toLeader = { talkId: null, method: 'request' as const, isShorter: true as const }
    const to = [toLeader, ...parts.map(({ talkId }) => ({ talkId, method: 'cancel' as const }))]
    await queueGroupTalkMails(tx, { groupTalkId, sequence, to, at })
  }
}

/**
 * A team talk that is ahead follows its team: once its leader leads none of those it lists, it is the one's who leads
 * most of them, with the event in that calendar instead (R13.2).
 * @param talkId one of those whose leader has changed
 */
export async function handOverGroupTalks(tx: Tx, talkId: string, on: Day, at: Instant): Promise<void> {
  const handedOver = await tx.$queryRaw<{ id: string; sequence: number }[]>`
    WITH led AS (
      SELECT g.id, l.leader_id, count(*) AS people FROM group_talk g
      JOIN group_talk_part part ON part.group_talk_id = g.id JOIN talk t ON t.id = part.talk_id
      JOIN reporting_line l ON l.employment_id = t.employment_id AND l.from_on <= ${on}::date
        AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
      WHERE g.status = 'planned' AND g.starts_at > ${new Date(at)}
        AND EXISTS (SELECT 1 FROM group_talk_part p WHERE p.group_talk_id = g.id AND p.talk_id = ${talkId}::uuid)
      GROUP BY g.id, l.leader_id),
    most AS (SELECT DISTINCT ON (id) id, leader_id FROM led ORDER BY id, people DESC, leader_id)
    UPDATE group_talk g SET leader_id = most.leader_id, sequence = g.sequence + 1 FROM most
    WHERE g.id = most.id AND NOT EXISTS (SELECT 1 FROM led WHERE led.id = g.id AND led.leader_id = g.leader_id)
    RETURNING g.id::text, g.sequence`
  const to = [{ talkId: null, method: 'request' as const }]
  for (const { id: groupTalkId, sequence } of handedOver)
    await queueGroupTalkMails(tx, { groupTalkId, sequence, to, at })
}

/** One change at a time, and each cause once. */
async function change(
  db: Db,
  id: string,
  event: string,
  cause: GroupTalkCause,
  write: (tx: Tx, before: GroupTalk, sequence: number) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM group_talk WHERE id = ${id}::uuid FOR UPDATE`
    const before = await readGroupTalk(tx, id)
    if (before === null) return
    const sequence = before.sequence + 1
    if (await isFirst(tx, id, sequence, event, cause)) await write(tx, before, sequence)
  })
}

/** Notes who did it (R15.2); false where this cause is noted already. */
async function isFirst(
  tx: Tx,
  subject: string,
  version: number,
  event: string,
  { decisionId, at, byPersonId, onBehalfOf }: GroupTalkCause,
): Promise<boolean> {
  const entry = { subject, decisionId, version, event, at: new Date(at), byPersonId, onBehalfOf }
  const { count } = await tx.auditEntry.createMany({ data: [entry], skipDuplicates: true })
  return count === 1
}

function timeColumns({ startsAt, on, minutes, place, onlineUrl }: PlannedGroupTalk) {
  return { startsAt: new Date(startsAt), onDay: toDate(on), minutes, place, onlineUrl }
}
