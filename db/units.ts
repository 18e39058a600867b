import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Db, Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import { lockPeople } from './people-lock.ts'

export interface UnitView {
  id: string
  number: string
  name: string
  parentId: string | null
  trName: string
}

export interface ClosingView {
  id: string
  unitId: string
  from: Day
  to: Day
}

/** These units, or all, in the order of their numbers. */
export async function readUnits(db: Tx, ids?: readonly string[]): Promise<UnitView[]> {
  return db.unit.findMany({
    ...(ids && { where: { id: { in: [...ids] } } }),
    select: { id: true, number: true, name: true, parentId: true, trName: true },
    orderBy: { number: 'asc' },
  })
}

/** The unit and every unit below it. */
export async function unitsUnder(db: Tx, unitId: string): Promise<UnitView[]> {
  return db.$queryRaw<UnitView[]>`
    WITH RECURSIVE below AS (
      SELECT * FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.* FROM unit u JOIN below b ON u.parent_id = b.id)
    SELECT id::text, number, name, parent_id::text AS "parentId", tr_name AS "trName" FROM below ORDER BY number`
}

/** The units with none above them. */
export async function topUnits(db: Tx): Promise<string[]> {
  const rows = await db.unit.findMany({ where: { parentId: null }, select: { id: true } })
  return rows.map((row) => row.id)
}

/** Names the union representative of a unit (R4.1); '' = nobody. */
export async function nameTr(db: Tx, unitId: string, trName: string): Promise<void> {
  await db.unit.update({ where: { id: unitId }, data: { trName } })
}

/** A unit's own closing days; those of the units above count too, but are theirs. */
export async function readClosings(db: Tx, unitId: string): Promise<ClosingView[]> {
  const rows = await db.unitClosing.findMany({
    where: { unitId },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ id: row.id, unitId, from: toDay(row.fromOn), to: toDay(row.toOn) }))
}

/** Adds closing days; the same id twice adds them once. */
export async function addClosing(db: Tx, closing: ClosingView): Promise<void> {
  const { id, unitId, from, to } = closing
  await db.unitClosing.createMany({
    data: [{ id, unitId, fromOn: toDate(from), toOn: toDate(to) }],
    skipDuplicates: true,
  })
}

/** Whether there was such a closing of the unit to remove. */
export async function removeClosing(db: Tx, unitId: string, closingId: string): Promise<boolean> {
  const { count } = await db.unitClosing.deleteMany({ where: { id: closingId, unitId } })
  return count > 0
}

/**
 * Tells the open talks of everybody in the unit or below that their working days are others (R3.1), each through a
 * fact of its own.
 * @param cause the same cause tells a talk once
 */
export async function tellNewClosings(
  db: Db,
  unitId: string,
  cause: string,
  today: Day,
  at: Instant,
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await lockPeople(tx)
      await tx.$executeRaw`
      WITH RECURSIVE below AS (
        SELECT id FROM unit WHERE id = ${unitId}::uuid
        UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
      INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
      SELECT gen_random_uuid(), t.employment_id, t.id, 'unit-changed', ${today}::date,
        jsonb_build_object('unitId', m.unit_id), ${new Date(at)}, ${`closings/${cause}`}
      FROM talk t JOIN unit_membership m ON m.employment_id = t.employment_id AND m.from_on <= ${today}::date
        AND (m.to_on IS NULL OR m.to_on >= ${today}::date)
      WHERE t.closed_at IS NULL AND m.unit_id IN (SELECT id FROM below)
      ON CONFLICT (talk_id, cause) DO NOTHING`
    },
    { timeout: 60_000 },
  )
}
