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
