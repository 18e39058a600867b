import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { ActionState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import { Prisma } from './generated/client.ts'

/** What of a talk an employee lets a colleague read: their own preparation sheet, or actions they chose (R5.3, R9.2). */
export type SharedKind = 'sheet' | 'actions'

export interface ShareOrder {
  talkId: string
  withEmploymentId: string
  what: SharedKind
  /** Empty for a sheet. */
  actionIds: readonly string[]
  /** When the two will follow up together; null where they agree on no day, and of a sheet. */
  followUpOn: Day | null
  at: Instant
}

/** One share as either side lists it. */
export interface ShareLine {
  id: string
  talkId: string
  what: SharedKind
  roundName: string
  employee: string
  colleague: string
  followUpOn: Day | null
  at: Instant
}

export interface Share extends ShareLine {
  employeePersonId: string
  colleaguePersonId: string
}

export interface SharedAction {
  id: string
  what: string
  dueOn: Day
  status: ActionState['status']
}

export interface Colleague {
  employmentId: string
  name: string
  title: string
  unit: string
}

/** Shares with a colleague; shared again with the same one, the newest choice of actions and of a day counts. Its id. */
export async function share(tx: Tx, order: ShareOrder): Promise<string> {
  const { talkId, withEmploymentId, what, actionIds, at } = order
  const followUpOn = order.followUpOn && toDate(order.followUpOn)
  const id = derivedId('share', talkId, withEmploymentId, what)
  await tx.share.createMany({
    data: [{ id, talkId, withEmploymentId, what, createdAt: new Date(at) }],
    skipDuplicates: true,
  })
  await tx.share.updateMany({ where: { id }, data: { followUpOn } })
  await tx.shareAction.deleteMany({ where: { shareId: id, actionId: { notIn: [...actionIds] } } })
  await tx.shareAction.createMany({
    data: actionIds.map((actionId) => ({ shareId: id, actionId })),
    skipDuplicates: true,
  })
  return id
}

export async function takeBackShare(db: Tx, shareId: string): Promise<void> {
  await db.share.deleteMany({ where: { id: shareId } })
}

/** Null where there is no such share, or one of the two is no longer employed. */
export async function readShare(db: Tx, shareId: string, today: Day): Promise<Share | null> {
  const [found] = await readShares(db, Prisma.sql`s.id = ${shareId}::uuid`, today)
  return found ?? null
}

/** What colleagues share with a person, newest first. */
export async function sharedWith(db: Tx, personId: string, today: Day): Promise<ShareLine[]> {
  return readShares(db, Prisma.sql`c.person_id = ${personId}::uuid`, today)
}

/** What a person shares with colleagues, newest first. */
export async function sharedBy(db: Tx, personId: string, today: Day): Promise<ShareLine[]> {
  return readShares(db, Prisma.sql`e.person_id = ${personId}::uuid`, today)
}

/** The actions of a share as they are now, soonest first. */
export async function sharedActions(db: Tx, shareId: string): Promise<SharedAction[]> {
  const rows = await db.action.findMany({
    where: { shares: { some: { shareId } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, what, dueOn, status }) => ({
    id,
    what,
    dueOn: toDay(dueOn),
    status: status as SharedAction['status'],
  }))
}

/** Whose employment it is, where they are employed on the day. */
export async function personEmployedIn(db: Tx, employmentId: string, today: Day): Promise<string | null> {
  const [row] = await db.$queryRaw<{ personId: string }[]>`
    SELECT e.person_id::text AS "personId" FROM employment e
    WHERE e.id = ${employmentId}::uuid AND ${isEmployed('e', today)}`
  return row?.personId ?? null
}

/** People employed on the day whose name holds a text, but not the person themself; at most `limit`, by name. */
export async function findColleagues(
  db: Tx,
  { personId, search, limit }: { personId: string; search: string; limit: number },
  today: Day,
): Promise<Colleague[]> {
  const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db.$queryRaw<Colleague[]>`
    SELECT e.id::text AS "employmentId", p.given_name || ' ' || p.family_name AS name, e.title, u.name AS unit
    FROM employment e JOIN person p ON p.id = e.person_id
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= ${today}::date
      AND (m.to_on IS NULL OR m.to_on >= ${today}::date)
    JOIN unit u ON u.id = m.unit_id
    WHERE p.id <> ${personId}::uuid AND p.given_name || ' ' || p.family_name ILIKE ${like}
      AND ${isEmployed('e', today)}
    ORDER BY name, e.id LIMIT ${limit}`
}

/** Both must still be employed: what somebody shared goes with them, and a colleague who has left reads nothing. */
async function readShares(db: Tx, which: Prisma.Sql, today: Day): Promise<Share[]> {
  const rows = await db.$queryRaw<
    (Omit<Share, 'at' | 'followUpOn'> & { at: Date; followUpOn: Date | null })[]
  >`
    SELECT s.id::text, s.talk_id::text AS "talkId", s.what, r.name AS "roundName", s.created_at AS at,
      s.follow_up_on AS "followUpOn",
      p.given_name || ' ' || p.family_name AS employee, p.id::text AS "employeePersonId",
      cp.given_name || ' ' || cp.family_name AS colleague, cp.id::text AS "colleaguePersonId"
    FROM share s JOIN talk t ON t.id = s.talk_id JOIN round r ON r.id = t.round_id
    JOIN employment e ON e.id = t.employment_id JOIN person p ON p.id = e.person_id
    JOIN employment c ON c.id = s.with_employment_id JOIN person cp ON cp.id = c.person_id
    WHERE ${which} AND ${isEmployed('e', today)} AND ${isEmployed('c', today)}
    ORDER BY s.created_at DESC, s.id`
  return rows.map(({ followUpOn, ...row }) => ({
    ...row,
    followUpOn: followUpOn && toDay(followUpOn),
    at: row.at.getTime(),
  }))
}

function isEmployed(employment: 'e' | 'c', on: Day): Prisma.Sql {
  const name = Prisma.raw(employment)
  return Prisma.sql`${name}.employed_from <= ${on}::date AND (${name}.last_day IS NULL OR ${name}.last_day >= ${on}::date)`
}
