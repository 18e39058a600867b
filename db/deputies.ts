import { addDays, type Day, type Instant } from '../domain/calendar/day.ts'
import type { NamingLeaders } from '../domain/permissions.ts'
import { logChange } from './audit.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import { teamsAnsweredFor } from './leads-on.ts'

/** Somebody who acts for a leader in a time-box (R13.2). */
export interface DeputyView {
  id: string
  leaderId: string
  leaderName: string
  deputyId: string
  deputyName: string
  from: Day
  to: Day
}

export interface DeputyOrder {
  id: string
  leaderId: string
  deputyId: string
  from: Day
  to: Day
  byPersonId: string
  at: Instant
}

/**
 * Deputies that are not over on a day, earliest first: of the person's own employments on either side, and of leaders
 * who are in these units that day.
 */
export async function deputiesOf(
  db: Tx,
  { employmentIds, unitIds }: { employmentIds: readonly string[]; unitIds: readonly string[] },
  today: Day,
): Promise<DeputyView[]> {
  const rows = await db.$queryRaw<(Omit<DeputyView, 'from' | 'to'> & { from_on: Date; to_on: Date })[]>`
    SELECT d.id::text, d.leader_id::text AS "leaderId", lp.given_name || ' ' || lp.family_name AS "leaderName",
      d.deputy_id::text AS "deputyId", dp.given_name || ' ' || dp.family_name AS "deputyName", d.from_on, d.to_on
    FROM deputy d
    JOIN employment l ON l.id = d.leader_id JOIN person lp ON lp.id = l.person_id
    JOIN employment a ON a.id = d.deputy_id JOIN person dp ON dp.id = a.person_id
    WHERE d.to_on >= ${today}::date AND (
      d.leader_id = ANY(${[...employmentIds]}::uuid[]) OR d.deputy_id = ANY(${[...employmentIds]}::uuid[])
      OR EXISTS (SELECT 1 FROM unit_membership m WHERE m.employment_id = d.leader_id
        AND m.unit_id = ANY(${[...unitIds]}::uuid[]) AND m.from_on <= ${today}::date
        AND (m.to_on IS NULL OR m.to_on >= ${today}::date)))
    ORDER BY d.from_on, d.id`
  return rows.map(({ from_on, to_on, ...deputy }) => ({ ...deputy, from: toDay(from_on), to: toDay(to_on) }))
}

/** For whom a person acts on a day, as the deputy or over a vacancy, or is named to act later. */
export async function namingLeaders(db: Tx, personId: string, today: Day): Promise<NamingLeaders> {
  const { teams } = await teamsAnsweredFor(db, personId, today)
  const boxes = await db.deputy.findMany({
    where: { deputy: { personId }, toOn: { gte: toDate(today) } },
    select: { leaderId: true },
  })
  return { personId, actsFor: new Set([...teams, ...boxes.map(({ leaderId }) => leaderId)]) }
}

/** Names a deputy; the same id twice names one. Logged on the time-box, with who acts for whom. */
export async function nameDeputy(tx: Tx, order: DeputyOrder): Promise<void> {
  const { id, leaderId, deputyId, from, to, byPersonId, at } = order
  const { count } = await tx.deputy.createMany({
    data: [{ id, leaderId, deputyId, fromOn: toDate(from), toOn: toDate(to) }],
    skipDuplicates: true,
  })
  if (count === 0) return
  const named = { subject: id, decisionId: 'named', version: 1, event: 'deputy-named' }
  const about = { leader: leaderId, deputy: deputyId, from, to }
  await logChange(tx, { ...named, about, byPersonId, at })
}

/** Ends a deputy's time-box yesterday, or takes away one that has not begun; whether there was one to end. */
export async function endDeputy(
  tx: Tx,
  { id, today, byPersonId, at }: { id: string; today: Day; byPersonId: string; at: Instant },
): Promise<boolean> {
  const row = await tx.deputy.findUnique({ where: { id } })
  if (row === null || toDay(row.toOn) < today) return false
  if (toDay(row.fromOn) >= today) await tx.deputy.delete({ where: { id } })
  else await tx.deputy.update({ where: { id }, data: { toOn: toDate(addDays(today, -1)) } })
  const ended = { subject: id, decisionId: 'ended', version: 2, event: 'deputy-ended' }
  const about = { leader: row.leaderId, deputy: row.deputyId }
  await logChange(tx, { ...ended, about, byPersonId, at })
  return true
}
