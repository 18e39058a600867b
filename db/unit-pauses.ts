import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'

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

/** Resumes a unit: the talks that its pause holds are told. Null where it is not paused. */
export async function resumeUnit(tx: Tx, order: UnitOrder): Promise<{ talks: number } | null> {
  const { roundId, unitId, today, at } = order
  await lock(tx, roundId)
  const pause = await tx.roundUnitPause.findFirst({ where: { roundId, unitId, resumedOn: null } })
  if (pause === null) return null
  await tx.roundUnitPause.update({ where: { id: pause.id }, data: { resumedOn: toDate(today) } })
  const talks = await tx.$executeRaw`
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), t.employment_id, t.id, 'resumed', ${today}::date, '{}'::jsonb, ${new Date(at)},
      ${`unit-resumed/${pause.id}`}
    FROM talk t JOIN fact f ON f.talk_id = t.id AND f.cause = ${pauseCause(pause.id)}
    WHERE t.closed_at IS NULL ON CONFLICT (talk_id, cause) DO NOTHING`
  return { talks }
}

/** Stops a unit for a reason: its open talks are told. Null where it is stopped; the same decision stops once. */
export async function stopUnit(tx: Tx, order: UnitOrder, reason: string): Promise<{ talks: number } | null> {
  const id = derivedId('unit-stop', order.decisionId)
  const { roundId, unitId, byPersonId, today, at } = order
  await lock(tx, roundId)
  const known = await tx.roundUnitStop.findUnique({ where: { roundId_unitId: { roundId, unitId } } })
  if (known !== null && known.id !== id) return null
  await tx.roundUnitStop.createMany({
    data: [{ id, roundId, unitId, reason, stoppedOn: toDate(today), byPersonId, createdAt: new Date(at) }],
    skipDuplicates: true,
  })
  return { talks: await tellTalks(tx, order, 'stopped', `unit-stopped/${id}`) }
}

function pauseCause(pauseId: string): string {
  return `unit-paused/${pauseId}`
}

/** Two of HR who press at once wait for each other. */
async function lock(tx: Tx, roundId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`units of round ${roundId}`}))`
}

/** The pauses that last of the unit and those above it. */
async function pausesAbove(tx: Tx, roundId: string, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT p.id::text FROM round_unit_pause p
    WHERE p.round_id = ${roundId}::uuid AND p.resumed_on IS NULL AND p.unit_id IN (SELECT id FROM above)`
  return rows.map((row) => row.id)
}

/** A fact for each open talk of the round in the unit and below; answers how many were told. */
async function tellTalks(
  tx: Tx,
  { roundId, unitId, today, at }: UnitOrder,
  kind: 'paused' | 'stopped',
  cause: string,
): Promise<number> {
  return tx.$executeRaw`
    WITH RECURSIVE below AS (
      SELECT id FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), t.employment_id, t.id, ${kind}, ${today}::date, '{}'::jsonb, ${new Date(at)}, ${cause}
    FROM talk t JOIN employment e ON e.id = t.employment_id
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= greatest(${today}::date, e.employed_from)
      AND (m.to_on IS NULL OR m.to_on >= greatest(${today}::date, e.employed_from))
    WHERE t.round_id = ${roundId}::uuid AND t.closed_at IS NULL AND m.unit_id IN (SELECT id FROM below)
    ON CONFLICT (talk_id, cause) DO NOTHING`
}
