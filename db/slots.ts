import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import { calendarOf } from '../domain/policy/policy.ts'
import type { Db, Tx } from './client.ts'
import { closingsOf } from './closings.ts'
import { Prisma } from './generated/client.ts'
import { unitsOf } from './outbox-lines.ts'
import { leadsOn } from './leads-on.ts'
import { policyOf, zoneFactsOf } from './rounds.ts'

/** A time that a leader offers for employees to pick (R4.2). */
export interface SlotRow {
  readonly id: string
  /** The employment of the leader who offers it. */
  readonly leaderId: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  /** The talk that picked it. */
  readonly takenBy: string | null
}

export interface NewSlot {
  readonly id: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
}

/** The person's jobs that lead somebody with a talk in the round on a day, with those they act for. */
export async function leadingJobs(
  db: Tx,
  roundId: string,
  personId: string,
  on: Day,
): Promise<{ employmentId: string; personId: string }[]> {
  return db.$queryRaw<{ employmentId: string; personId: string }[]>`
    SELECT DISTINCT leader.id::text AS "employmentId", leader.person_id::text AS "personId"
    FROM talk
    JOIN reporting_line line ON line.employment_id = talk.employment_id AND line.from_on <= ${on}::date
      AND (line.to_on IS NULL OR line.to_on >= ${on}::date)
    JOIN employment leader ON leader.id = line.leader_id
    WHERE talk.round_id = ${roundId}::uuid AND ${leadsOn(Prisma.sql`leader.id`, personId, on)}`
}

/**
 * Publishes slots and tells those of the team who can still be invited; one that starts when another of the same leader
 * does is left out, and where all are nobody is told.
 */
export async function insertSlots(
  db: Db,
  { roundId, leaderId, on, at }: { roundId: string; leaderId: string; on: Day; at: Instant },
  slots: readonly NewSlot[],
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.slot.createMany({
      data: slots.map((slot) => ({ ...slot, roundId, leaderId, startsAt: new Date(slot.startsAt) })),
      skipDuplicates: true,
    })
    if (count > 0) await tellTeam(tx, { roundId, leaderId, on, at })
  })
}

/** Once for each publishing; whoever has not read of the last one yet reads of both at once. */
async function tellTeam(
  tx: Tx,
  { roundId, leaderId, on, at }: { roundId: string; leaderId: string; on: Day; at: Instant },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notice (id, subject, obligation, occurrence, step, audience, talk_id, round_id, while_open, decided_at)
    SELECT gen_random_uuid(), t.id, ${'slots-published' satisfies NoticeKind}, 1 + count(told.id), 'told', 'employee', t.id,
      t.round_id, false, ${new Date(at)}
    FROM talk t JOIN reporting_line l ON l.employment_id = t.employment_id AND l.leader_id = ${leaderId}::uuid
      AND l.from_on <= ${on}::date AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
    LEFT JOIN course.notice told ON told.subject = t.id AND told.obligation = 'slots-published'
    WHERE t.round_id = ${roundId}::uuid AND t.status IN ('awaiting', 'postponed')
    GROUP BY t.id HAVING count(told.id) FILTER (WHERE told.status = 'queued') = 0
    ON CONFLICT DO NOTHING`
}

export async function slotsOf(db: Tx, roundId: string, leaderIds: readonly string[]): Promise<SlotRow[]> {
  const rows = await db.slot.findMany({
    where: { roundId, leaderId: { in: [...leaderIds] } },
    orderBy: { startsAt: 'asc' },
  })
  return rows.map(({ id, leaderId, startsAt, minutes, place, onlineUrl, takenBy }) => ({
    id,
    leaderId,
    startsAt: startsAt.getTime(),
    minutes,
    place,
    onlineUrl,
    takenBy,
  }))
}

/** The working days of each slot's leader under the rules of the round, by the leader's employment. */
export async function leadersCalendars(
  db: Tx,
  roundId: string,
  slots: readonly Pick<SlotRow, 'leaderId'>[],
  { zone, at, on }: { zone: string; at: Instant; on: Day },
): Promise<Map<string, Calendar>> {
  const leaderIds = [...new Set(slots.map(({ leaderId }) => leaderId))]
  const units = await unitsOf(db, leaderIds, on)
  const closings = await closingsOf(db, [...new Set(units.values())])
  const policy = await policyOf(db, roundId)
  const calendar = (leaderId: string) =>
    calendarOf(policy, zoneFactsOf(zone, at), closings.get(units.get(leaderId) ?? '') ?? [])
  return new Map(leaderIds.map((leaderId) => [leaderId, calendar(leaderId)]))
}

/** What an employee can pick: their leader's slots in the round that are free and still to come. */
export async function freeSlots(db: Tx, roundId: string, leaderId: string, at: Instant): Promise<SlotRow[]> {
  const slots = await slotsOf(db, roundId, [leaderId])
  return slots.filter(({ takenBy, startsAt }) => takenBy === null && startsAt > at)
}

/** What a talk had before it took a slot; null = another talk was faster. */
export type Taken = { readonly previousSlotId: string | null } | null

/** Takes a slot for a talk, which gives up the one it had. Asked again by the talk that has it, nothing changes. */
export async function takeSlot(db: Db, slotId: string, talkId: string): Promise<Taken> {
  return db.$transaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ takenBy: string | null }[]>`
      SELECT taken_by::text AS "takenBy" FROM slot WHERE id = ${slotId}::uuid FOR UPDATE`
    if (locked === undefined || (locked.takenBy !== null && locked.takenBy !== talkId)) return null
    const previous = await tx.slot.findUnique({ where: { takenBy: talkId }, select: { id: true } })
    if (previous?.id === slotId) return { previousSlotId: slotId }
    await freeSlotOf(tx, talkId)
    await tx.slot.update({ where: { id: slotId }, data: { takenBy: talkId } })
    return { previousSlotId: previous?.id ?? null }
  })
}

/** Undoes a choice that the rules refused: the talk has the slot it had before, unless somebody took it meanwhile. */
export async function giveBackSlot(db: Db, talkId: string, taken: NonNullable<Taken>): Promise<void> {
  await db.$transaction(async (tx) => {
    await freeSlotOf(tx, talkId)
    if (taken.previousSlotId === null) return
    await tx.slot.updateMany({
      where: { id: taken.previousSlotId, takenBy: null },
      data: { takenBy: talkId },
    })
  })
}

/** After a time ended or was replaced: a slot that is not the talk's time can be picked by others again (R4.2). */
export async function freeSlotWithoutTime(tx: Tx, talkId: string, startsAt: Instant | null): Promise<void> {
  await tx.slot.updateMany({
    where: { takenBy: talkId, ...(startsAt !== null && { startsAt: { not: new Date(startsAt) } }) },
    data: { takenBy: null },
  })
}

/** The talk's slot can be picked by others again. */
async function freeSlotOf(db: Tx, talkId: string): Promise<void> {
  await db.slot.updateMany({ where: { takenBy: talkId }, data: { takenBy: null } })
}

/** Takes a free slot back; how many it was. */
export async function deleteFreeSlot(db: Tx, slotId: string, leaderIds: readonly string[]): Promise<number> {
  const { count } = await db.slot.deleteMany({
    where: { id: slotId, takenBy: null, leaderId: { in: [...leaderIds] } },
  })
  return count
}

export async function slotRound(db: Tx, slotId: string): Promise<string | null> {
  const slot = await db.slot.findUnique({ where: { id: slotId }, select: { roundId: true } })
  return slot?.roundId ?? null
}
