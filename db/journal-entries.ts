import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** A try at filing that was refused, or of which nobody knows how it ended (R8.2). */
export const unfiledStatuses = ['failed', 'unknown'] as const
export type UnfiledStatus = (typeof unfiledStatuses)[number]

/** A plan version that the gateway has not filed, as HR sees it: whose, where and why, never what is written (R8.3). */
export interface UnfiledLine {
  id: string
  talkId: string
  versionId: string
  roundName: string
  employeeName: string
  unitName: string
  status: UnfiledStatus
  /** The last try's reason as `journal/gateway.ts` names it. */
  reason: string
  attempts: number
  lastTriedAt: Instant | null
}

export interface UnfiledWish {
  statuses: readonly UnfiledStatus[]
  unitIds: readonly string[]
  /** Whose own plans are left out: nobody is HR of their own talk. */
  exceptPersonId: string
  on: Day
}

/** Those of people in these units on a day, or on their last one; the longest untouched first. */
export async function unfiledEntries(
  db: Tx,
  wish: UnfiledWish,
  { limit, skip }: { limit: number; skip: number },
): Promise<{ total: number; entries: UnfiledLine[] }> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${unfiled(wish)}`
  const rows = await db.$queryRaw<(Omit<UnfiledLine, 'lastTriedAt'> & { lastTriedAt: Date | null })[]>`
    SELECT j.id::text, v.talk_id::text AS "talkId", v.id::text AS "versionId", r.name AS "roundName",
      p.given_name || ' ' || p.family_name AS "employeeName", u.name AS "unitName", j.status,
      coalesce(j.last_outcome->>'reason', '') AS reason, j.attempts, j.last_tried_at AS "lastTriedAt"
    ${unfiled(wish)}
    ORDER BY j.last_tried_at NULLS FIRST, j.id LIMIT ${limit} OFFSET ${skip}`
  const entries = rows.map((row) => ({ ...row, lastTriedAt: row.lastTriedAt?.getTime() ?? null }))
  return { total: counted?.total ?? 0, entries }
}

/** The talk and plan version of a journal entry; null where there is none. */
export async function entryOf(db: Tx, id: string): Promise<{ talkId: string; versionId: string } | null> {
  const [row] = await db.$queryRaw<{ talkId: string; versionId: string }[]>`
    SELECT v.talk_id::text AS "talkId", v.id::text AS "versionId"
    FROM journal_entry j JOIN course.plan_version v ON v.id = j.plan_version_id WHERE j.id = ${id}::uuid`
  return row ?? null
}

function unfiled({ statuses, unitIds, exceptPersonId, on }: UnfiledWish): Prisma.Sql {
  return Prisma.sql`FROM journal_entry j
    JOIN course.plan_version v ON v.id = j.plan_version_id JOIN talk t ON t.id = v.talk_id JOIN round r ON r.id = t.round_id
    JOIN employment e ON e.id = t.employment_id JOIN person p ON p.id = e.person_id
    CROSS JOIN LATERAL (SELECT greatest(least(${on}::date, e.last_day), e.employed_from) AS on_day) seen
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= seen.on_day
      AND (m.to_on IS NULL OR m.to_on >= seen.on_day)
    JOIN unit u ON u.id = m.unit_id
    WHERE j.gateway = 'gateway' AND j.status = ANY(${[...statuses]}) AND m.unit_id = ANY(${[...unitIds]}::uuid[])
      AND p.id <> ${exceptPersonId}::uuid`
}
