import type { Day, Instant } from '../domain/calendar/day.ts'
import { logChange } from './audit.ts'
import type { Db, Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** A person of whom nothing is deleted. */
export interface HeldPerson {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly reason: string
  readonly placedAt: Instant
}

export async function standingHolds(db: Tx): Promise<HeldPerson[]> {
  const rows = await db.legalHold.findMany({
    where: { liftedAt: null },
    include: { person: { select: { givenName: true, familyName: true } } },
    orderBy: { placedAt: 'desc' },
  })
  return rows.map(({ id, personId, reason, placedAt, person }) => ({
    id,
    personId,
    reason,
    name: `${person.givenName} ${person.familyName}`,
    placedAt: placedAt.getTime(),
  }))
}

/** Placed twice by the same request it is placed once. Logged on the hold, with whom it is about. */
export async function placeHold(
  db: Db,
  hold: { id: string; personId: string; reason: string; byPersonId: string; at: Instant },
): Promise<void> {
  const { id, personId, reason, byPersonId, at } = hold
  await db.$transaction(async (tx) => {
    const { count } = await tx.legalHold.createMany({
      data: { id, personId, reason, placedBy: byPersonId, placedAt: new Date(at) },
      skipDuplicates: true,
    })
    if (count === 0) return
    const placed = { subject: id, decisionId: 'placed', version: 1, event: 'hold-placed' }
    await logChange(tx, { ...placed, about: { person: personId }, byPersonId, at })
  })
}

/** False where no such hold stands. Logged on the hold, with whom it was about. */
export async function liftHold(
  db: Db,
  lift: { id: string; byPersonId: string; at: Instant },
): Promise<boolean> {
  const { id, byPersonId, at } = lift
  return db.$transaction(async (tx) => {
    const [hold] = await tx.legalHold.updateManyAndReturn({
      where: { id, liftedAt: null },
      data: { liftedAt: new Date(at), liftedBy: byPersonId },
      select: { personId: true },
    })
    if (hold === undefined) return false
    const lifted = { subject: id, decisionId: 'lifted', version: 2, event: 'hold-lifted' }
    await logChange(tx, { ...lifted, about: { person: hold.personId }, byPersonId, at })
    return true
  })
}

/** Somebody of whom something may be deleted. @param personId in the query */
export function isNotHeld(personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.person_id = ${personId} AND h.lifted_at IS NULL)`
}

/**
 * A talk of which something may be deleted: nobody whose it is, or who wrote or read in it, is held back. For the worker,
 * whom the list is shown.
 * @param talkId in the query
 */
export function isNotHeldTalk(talkId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${talkId} <> ALL (ARRAY(SELECT fence.held_talks()))`
}

/** Whether anybody's hold stands on a talk. */
export async function isHeldBack(db: Tx, talkId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ held: boolean }[]>`SELECT fence.is_held_back(${talkId}::uuid) AS held`
  return rows[0]?.held ?? false
}

/** The person with an employee number; null where nobody has it. */
export async function personByNumber(
  db: Tx,
  number: string,
): Promise<{ personId: string; name: string; lastDay: Day | null } | null> {
  const row = await db.employment.findUnique({ where: { number }, include: { person: true } })
  if (row === null) return null
  const { givenName, familyName } = row.person
  return {
    personId: row.personId,
    name: `${givenName} ${familyName}`,
    lastDay: row.lastDay && (row.lastDay.toISOString().slice(0, 10) as Day),
  }
}
