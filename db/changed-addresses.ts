import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { type AddressChange, queueAddressChangeMails } from './outbox.ts'
import { closeWaysIn } from './sessions.ts'

/**
 * Before the addresses of people are written: notes whose are other ones, tells them at both, and ends their sessions and
 * links (decision 0048).
 * @param people JSON of `id` and `email`; who is not stored is new, and has nothing that anybody could get at
 */
export async function followChangedAddresses(tx: Tx, people: string, at: Instant): Promise<void> {
  const changed = await tx.$queryRaw<{ personId: string; before: string | null; after: string | null }[]>`
    UPDATE person p SET email_changed_at = ${new Date(at)}
    FROM json_to_recordset(${people}::json) AS r(id uuid, email text)
    WHERE p.id = r.id AND p.email IS DISTINCT FROM r.email
    RETURNING p.id::text AS "personId", p.email AS before, r.email AS after`
  if (changed.length === 0) return
  await queueAddressChangeMails(tx, changed.flatMap(newsOf), at)
  await closeWaysIn(
    tx,
    changed.map(({ personId }) => personId),
    at,
  )
}

/** The one who had no address is told by a letter, which their leader prints. */
function newsOf({
  personId,
  before,
  after,
}: {
  personId: string
  before: string | null
  after: string | null
}): AddressChange[] {
  const was = before === null ? 'first' : after === null ? 'removed' : 'replaced'
  const toOld: AddressChange = { personId, recipient: before, news: was }
  return after === null ? [toOld] : [toOld, { personId, recipient: after, news: 'now-yours' }]
}
