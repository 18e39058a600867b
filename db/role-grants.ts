import { addDays, type Day, type Instant } from '../domain/calendar/day.ts'
import type { GrantedRole } from '../domain/permissions.ts'
import { logChange } from './audit.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'

/** A role given for a unit and all below it (R13.4). */
export interface RoleGrantView {
  id: string
  personId: string
  personName: string
  role: GrantedRole
  unitId: string
  unitName: string
  from: Day
  /** The last day; null = until further notice. */
  to: Day | null
}

export interface RoleGrantOrder {
  id: string
  personId: string
  role: GrantedRole
  unitId: string
  from: Day
  to: Day | null
  /** Null where it was given from outside the service, at set-up. */
  byPersonId: string | null
  at: Instant
}

/** The roles given for these units that are not over on a day, by unit, role and name. */
export async function roleGrantsOf(db: Tx, unitIds: readonly string[], today: Day): Promise<RoleGrantView[]> {
  const rows = await db.roleGrant.findMany({
    where: { unitId: { in: [...unitIds] }, OR: [{ toOn: null }, { toOn: { gte: toDate(today) } }] },
    include: { person: true, unit: { select: { name: true, number: true } } },
    orderBy: [
      { unit: { number: 'asc' } },
      { role: 'asc' },
      { person: { givenName: 'asc' } },
      { person: { familyName: 'asc' } },
      { id: 'asc' },
    ],
  })
  return rows.map(({ id, personId, person, role, unitId, unit, fromOn, toOn }) => ({
    id,
    personId,
    personName: `${person.givenName} ${person.familyName}`,
    role: role as GrantedRole,
    unitId,
    unitName: unit.name,
    from: toDay(fromOn),
    to: toOn && toDay(toOn),
  }))
}

/** Gives a role; the same id twice gives it once. Logged on the grant, with who got it where. */
export async function giveRole(tx: Tx, order: RoleGrantOrder): Promise<void> {
  const { id, personId, role, unitId, from, to, byPersonId, at } = order
  const { count } = await tx.roleGrant.createMany({
    data: [
      {
        id,
        personId,
        role,
        unitId,
        fromOn: toDate(from),
        toOn: to && toDate(to),
        grantedBy: byPersonId,
      },
    ],
    skipDuplicates: true,
  })
  if (count > 0)
    await logChange(tx, {
      subject: id,
      decisionId: 'given',
      version: 1,
      event: `role-given/${role}`,
      about: { person: personId, unit: unitId, from, to },
      byPersonId,
      at,
    })
}

/** Takes a role away from today on; one that has not begun is gone altogether. */
export async function endRole(
  tx: Tx,
  { id, today, byPersonId, at }: { id: string; today: Day; byPersonId: string; at: Instant },
): Promise<void> {
  const grant = await tx.roleGrant.findUniqueOrThrow({ where: { id } })
  if (grant.toOn !== null && toDay(grant.toOn) < today) return
  if (toDay(grant.fromOn) >= today) await tx.roleGrant.delete({ where: { id } })
  else await tx.roleGrant.update({ where: { id }, data: { toOn: toDate(addDays(today, -1)) } })
  const ended = { subject: id, decisionId: `ended/${today}`, version: 2, event: `role-ended/${grant.role}` }
  const about = { person: grant.personId, unit: grant.unitId }
  await logChange(tx, { ...ended, about, byPersonId, at })
}

/** The unit of a grant; null where there is no such grant. */
export async function unitOfGrant(db: Tx, id: string): Promise<string | null> {
  const grant = await db.roleGrant.findUnique({ where: { id }, select: { unitId: true } })
  return grant?.unitId ?? null
}

/** How many others are administrators of the unit or a unit above it on a day. */
export async function otherAdministrators(
  db: Tx,
  unitId: string,
  exceptId: string,
  today: Day,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT count(*)::int AS count FROM role_grant g JOIN above a ON a.id = g.unit_id
    WHERE g.role = 'administrator' AND g.id <> ${exceptId}::uuid AND g.from_on <= ${today}::date
      AND (g.to_on IS NULL OR g.to_on > ${today}::date)`
  return row?.count ?? 0
}
