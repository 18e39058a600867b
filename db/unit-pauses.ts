import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import { Prisma } from './generated/client.ts'
import { isHeldByUnit, pauseCause, stopCause } from './unit-holds.ts'

/** What HR does with one unit of a round, and all below it, while the rest goes on (R14.3). */
export interface UnitOrder {
  roundId: string
  unitId: string
  decisionId: string
  byPersonId: string
  today: Day
  at: Instant
}

/** A pause of a unit that lasts. */
export interface UnitPause {
  id: string
  unitId: string
  unitName: string
  pausedOn: Day
}

export interface UnitStop {
  unitId: string
  unitName: string
  stoppedOn: Day
  reason: string
}

/** The units of a round that are paused now, the first paused first. */
export async function openUnitPauses(db: Tx, roundId: string): Promise<UnitPause[]> {
  const rows = await db.roundUnitPause.findMany({
    where: { roundId, resumedOn: null },
    include: { unit: { select: { name: true } } },
    orderBy: [{ pausedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, unitId, unit, pausedOn }) => ({
    id,
    unitId,
    unitName: unit.name,
    pausedOn: toDay(pausedOn),
  }))
}

/** The units that a round was stopped for, the first stopped first. */
export async function unitStopsOf(db: Tx, roundId: string): Promise<UnitStop[]> {
  const rows = await db.roundUnitStop.findMany({
    where: { roundId },
    include: { unit: { select: { name: true } } },
    orderBy: [{ stoppedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ unitId, unit, stoppedOn, reason }) => ({
    unitId,
    unitName: unit.name,
    stoppedOn: toDay(stoppedOn),
    reason,
  }))
}

/** Pauses a unit: its open talks are told. Null where it, or a unit above it, is paused; the same decision pauses once. */
export async function pauseUnit(tx: Tx, order: UnitOrder): Promise<{ talks: number } | null> {
  const id = derivedId('unit-pause', order.decisionId)
  const { roundId, unitId, byPersonId, today, at } = order
  await lock(tx, roundId)
  const others = await pausesAbove(tx, roundId, unitId)
  if (others.some((pause) => pause !== id)) return null
  await tx.roundUnitPause.createMany({
    data: [{ id, roundId, unitId, pausedOn: toDate(today), byPersonId, createdAt: new Date(at) }],
    skipDuplicates: true,
  })
  return { talks: await tellTalks(tx, order, 'paused', pauseCause(id)) }
}

/**
 * Whoever has moved into a paused unit since is paused with it (R14.3). A unit that was stopped takes nobody in: a move
 * inside the round leaves the talk as it is (R13.2).
 */
export async function pauseMovers(tx: Tx, roundId: string, today: Day, at: Instant): Promise<void> {
  await lock(tx, roundId)
  for (const { id, unitId } of await openUnitPauses(tx, roundId))
    await tellTalks(tx, { roundId, unitId, today, at }, 'paused', pauseCause(id))
}

/**
 * Resumes a unit: the talks that its pause holds are told, but for those that the round's own pause or that of another
 * unit holds still; those resume with it, and the days count once. Null where it is not paused.
 */
export async function resumeUnit(tx: Tx, order: UnitOrder): Promise<{ talks: number } | null> {
  const { roundId, unitId } = order
  await lock(tx, roundId)
  const pause = await tx.roundUnitPause.findFirst({ where: { roundId, unitId, resumedOn: null } })
  return pause === null ? null : { talks: await endPause(tx, order, pause.id) }
}

/**
 * Stops a unit for a reason: its unfinished talks are told, and what is held there goes on, resumed if it was paused.
 * Null where it, or a unit above it, is stopped; the same decision stops once.
 */
export async function stopUnit(tx: Tx, order: UnitOrder, reason: string): Promise<{ talks: number } | null> {
  const id = derivedId('unit-stop', order.decisionId)
  const { roundId, unitId, byPersonId, today, at } = order
  await lock(tx, roundId)
  const others = await stopsAbove(tx, roundId, unitId)
  if (others.some((stop) => stop !== id)) return null
  await tx.roundUnitStop.createMany({
    data: [{ id, roundId, unitId, reason, stoppedOn: toDate(today), byPersonId, createdAt: new Date(at) }],
    skipDuplicates: true,
  })
  const talks = await tellTalks(tx, order, 'stopped', stopCause(id))
  for (const pauseId of await pausesBelow(tx, roundId, unitId)) await endPause(tx, order, pauseId)
  return { talks }
}

/** A round that has ended holds nobody any more; its talks are told by the round itself. */
export async function endUnitPauses(tx: Tx, roundId: string, today: Day): Promise<void> {
  await tx.roundUnitPause.updateMany({
    where: { roundId, resumedOn: null },
    data: { resumedOn: toDate(today) },
  })
}

const ofTalk = { id: Prisma.sql`t.id`, roundId: Prisma.sql`t.round_id` }

async function endPause(tx: Tx, { today, at }: UnitOrder, pauseId: string): Promise<number> {
  await tx.roundUnitPause.update({ where: { id: pauseId }, data: { resumedOn: toDate(today) } })
  return tx.$executeRaw`
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), t.employment_id, t.id, 'resumed', ${today}::date, '{}'::jsonb, ${new Date(at)},
      ${`unit-resumed/${pauseId}`}
    FROM talk t JOIN fact f ON f.talk_id = t.id AND f.cause = ${pauseCause(pauseId)}
    JOIN round r ON r.id = t.round_id
    WHERE t.closed_at IS NULL AND r.paused_on IS NULL AND NOT ${isHeldByUnit(ofTalk)}
    ON CONFLICT (talk_id, cause) DO NOTHING`
}

/** Two of HR who press at once wait for each other, for the round's own decisions and for talks that are being opened. */
async function lock(tx: Tx, roundId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM round WHERE id = ${roundId}::uuid FOR NO KEY UPDATE`
}

/** The pauses that last of the unit and those above it. */
async function pausesAbove(tx: Tx, roundId: string, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    ${above(unitId)} SELECT p.id::text FROM round_unit_pause p
    WHERE p.round_id = ${roundId}::uuid AND p.resumed_on IS NULL AND p.unit_id IN (SELECT id FROM above)`
  return rows.map((row) => row.id)
}

async function stopsAbove(tx: Tx, roundId: string, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    ${above(unitId)} SELECT s.id::text FROM round_unit_stop s
    WHERE s.round_id = ${roundId}::uuid AND s.unit_id IN (SELECT id FROM above)`
  return rows.map((row) => row.id)
}

async function pausesBelow(tx: Tx, roundId: string, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    ${below(unitId)} SELECT p.id::text FROM round_unit_pause p
    WHERE p.round_id = ${roundId}::uuid AND p.resumed_on IS NULL AND p.unit_id IN (SELECT id FROM below)`
  return rows.map((row) => row.id)
}

function above(unitId: string): Prisma.Sql {
  return Prisma.sql`WITH RECURSIVE above AS (
    SELECT id, parent_id FROM unit WHERE id = ${unitId}::uuid
    UNION ALL SELECT u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)`
}

function below(unitId: string): Prisma.Sql {
  return Prisma.sql`WITH RECURSIVE below AS (
    SELECT id FROM unit WHERE id = ${unitId}::uuid
    UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)`
}

/** A fact for each open talk of the round in the unit and below; being stopped concerns the unfinished alone. */
async function tellTalks(
  tx: Tx,
  { roundId, unitId, today, at }: Pick<UnitOrder, 'roundId' | 'unitId' | 'today' | 'at'>,
  kind: 'paused' | 'stopped',
  cause: string,
): Promise<number> {
  const concerned =
    kind === 'paused'
      ? Prisma.sql`true`
      : Prisma.sql`t.status IN ('awaiting', 'invited', 'arranged', 'to-confirm', 'postponed')`
  return tx.$executeRaw`
    ${below(unitId)}
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), t.employment_id, t.id, ${kind}, ${today}::date, '{}'::jsonb, ${new Date(at)}, ${cause}
    FROM talk t JOIN employment e ON e.id = t.employment_id
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= greatest(${today}::date, e.employed_from)
      AND (m.to_on IS NULL OR m.to_on >= greatest(${today}::date, e.employed_from))
    WHERE t.round_id = ${roundId}::uuid AND t.closed_at IS NULL AND m.unit_id IN (SELECT id FROM below)
      AND ${concerned}
    ON CONFLICT (talk_id, cause) DO NOTHING`
}
