import { namingLeaders } from '../../db/deputies.ts'
import { mayBeNamedLeader } from '../../domain/permissions.ts'
import type { SignedInBegun } from '../begin.ts'

/** Those whom the person may name as a leader: a form offers nobody whom it would refuse. */
export async function offeredAsLeaders<One extends { personId: string; employmentId: string }>(
  { db, person, today }: SignedInBegun,
  found: readonly One[],
): Promise<One[]> {
  const by = await namingLeaders(db, person.personId, today)
  return found.filter((one) => mayBeNamedLeader(by, one))
}
