import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { queueFurtherNumberMails } from './outbox.ts'

/**
 * When employments have become further ones of people who were stored: notes it, because their numbers let nobody in for some
 * days, and tells those people (decision 0051).
 */
export async function followFurtherNumbers(
  tx: Tx,
  employmentIds: readonly string[],
  at: Instant,
): Promise<void> {
  if (employmentIds.length === 0) return
  await tx.$executeRaw`
    UPDATE employment SET joined_at = ${new Date(at)} WHERE id = ANY(${[...employmentIds]}::uuid[])`
  await queueFurtherNumberMails(tx, employmentIds, at)
}

/** One of two who become one person, with those of their employments that become the one's. */
interface Side {
  readonly personId: string
  readonly employmentIds: readonly string[]
}

/**
 * Whose numbers are the further ones where two become one person. Which of the two is kept does not matter, HR chooses that: it
 * is whoever was stored later, and whoever has never signed in. So a number that somebody is used to goes on.
 */
export async function furtherOfTwo(tx: Tx, { moved, kept }: { moved: Side; kept: Side }): Promise<string[]> {
  const ids = [moved.personId, kept.personId]
  const pasts = await tx.$queryRaw<{ id: string; storedAs: number; hasSignedIn: boolean }[]>`
    SELECT p.id::text,
      coalesce((SELECT min(f.seq) FROM fact f JOIN employment e ON e.id = f.employment_id
        WHERE e.person_id = p.id AND f.kind = 'joined'), 0)::float8 AS "storedAs",
      EXISTS (SELECT 1 FROM audit_entry a WHERE a.subject = p.id AND a.event LIKE 'session/begun/%') AS "hasSignedIn"
    FROM person p WHERE p.id = ANY(${ids}::uuid[])`
  const storedAs = ({ personId }: Side) => pasts.find(({ id }) => id === personId)?.storedAs ?? 0
  const later = storedAs(kept) > storedAs(moved) ? kept : moved
  const isFurther = (side: Side) =>
    side === later || !pasts.some(({ id, hasSignedIn }) => id === side.personId && hasSignedIn)
  return [moved, kept].filter(isFurther).flatMap(({ employmentIds }) => employmentIds)
}
