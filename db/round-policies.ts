import type { Instant } from '../domain/calendar/day.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Tx } from './client.ts'

export interface PolicyVersion {
  version: number
  policy: Policy
  /** Who wrote it; null where the service did. */
  by: string | null
  at: Instant
}

/** Every version of a round's rules, newest first (R14.2). */
export async function policyVersions(db: Tx, roundId: string): Promise<PolicyVersion[]> {
  const rows = await db.roundPolicy.findMany({ where: { roundId }, orderBy: { version: 'desc' } })
  const ids = rows.flatMap((row) => row.byPersonId ?? [])
  const people = await db.person.findMany({ where: { id: { in: ids } } })
  const names = new Map(people.map((person) => [person.id, `${person.givenName} ${person.familyName}`]))
  return rows.map((row) => ({
    version: row.version,
    policy: row.policy as unknown as Policy,
    by: row.byPersonId && (names.get(row.byPersonId) ?? null),
    at: row.createdAt.getTime(),
  }))
}
