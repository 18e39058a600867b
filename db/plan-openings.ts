import type { Instant } from '../domain/calendar/day.ts'
import { namesOf } from './accesses.ts'
import type { Db, Tx } from './client.ts'
import { queuePlanOpeningMails } from './outbox.ts'

/** A plan that somebody of HR has opened for a while, and why (R15.1). */
export interface PlanOpening {
  readonly id: string
  readonly by: string | null
  readonly reason: string
  readonly openedAt: Instant
  readonly untilAt: Instant
}

export interface OpeningOrder {
  readonly id: string
  readonly talkId: string
  readonly byPersonId: string
  readonly reason: string
  readonly openedAt: Instant
  readonly untilAt: Instant
}

/** Opens the plan, writes it down where the parties read it and in the talk's chain, and queues their mails: all or nothing. */
export async function openPlan(db: Db, order: OpeningOrder): Promise<void> {
  const { id, talkId, byPersonId, openedAt, untilAt } = order
  await db.$transaction(async (tx) => {
    const row = { ...order, openedAt: new Date(openedAt), untilAt: new Date(untilAt) }
    const { count } = await tx.planOpening.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) return
    // Without the reason: what people wrote can be erased, a chain cannot.
    await tx.auditEntry.create({
      data: {
        subject: talkId,
        talkId,
        decisionId: `plan-opening/${id}`,
        version: 0,
        event: 'plan-opened',
        at: row.openedAt,
        byPersonId,
      },
    })
    await queuePlanOpeningMails(tx, { openingId: id, at: openedAt })
  })
}

/** The opening by which a person may read the plan at an instant; null where none lasts. */
export async function lastingOpening(
  db: Tx,
  talkId: string,
  personId: string,
  at: Instant,
): Promise<PlanOpening | null> {
  const row = await db.planOpening.findFirst({
    where: { talkId, byPersonId: personId, openedAt: { lte: new Date(at) }, untilAt: { gt: new Date(at) } },
    orderBy: { openedAt: 'desc' },
  })
  return row === null ? null : openingOf(row, null)
}

/** Every time the plan was opened, newest first. */
export async function planOpenings(db: Tx, talkId: string): Promise<PlanOpening[]> {
  const rows = await db.planOpening.findMany({ where: { talkId }, orderBy: { openedAt: 'desc' } })
  const names = await namesOf(
    db,
    rows.flatMap(({ byPersonId }) => byPersonId ?? []),
  )
  return rows.map((row) => openingOf(row, row.byPersonId && (names.get(row.byPersonId) ?? null)))
}

/** What a mail about an opening tells: who opened whose plan, and when; null once it is gone. */
export async function openingToTell(
  tx: Tx,
  id: string,
): Promise<{
  talkId: string
  employmentId: string
  employeeId: string
  by: string | null
  openedAt: Instant
} | null> {
  const row = await tx.planOpening.findFirst({
    where: { id },
    include: { talk: { select: { employmentId: true, employment: { select: { personId: true } } } } },
  })
  if (row === null) return null
  const { talkId, byPersonId, openedAt, talk } = row
  const names = await namesOf(tx, byPersonId === null ? [] : [byPersonId])
  return {
    talkId,
    employmentId: talk.employmentId,
    employeeId: talk.employment.personId,
    by: byPersonId && (names.get(byPersonId) ?? null),
    openedAt: openedAt.getTime(),
  }
}

function openingOf(
  row: { id: string; reason: string; openedAt: Date; untilAt: Date },
  by: string | null,
): PlanOpening {
  const { id, reason, openedAt, untilAt } = row
  return { id, by, reason, openedAt: openedAt.getTime(), untilAt: untilAt.getTime() }
}
