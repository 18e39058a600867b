import type { Day, Instant } from '../domain/calendar/day.ts'
import type { LeaveRecord, PeopleChanges } from '../domain/people/changes.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Db } from './client.ts'
import { writePeopleChanges } from './people-changes.ts'
import { directoryOn } from './people-directory.ts'
import { lockPeople } from './people-lock.ts'

/**
 * Writes what HR enters by hand as an import would: decided against everybody as stored, one at a time with imports, and
 * with the same facts.
 */
export async function enterByHand<Refused>(
  db: Db,
  { today, at }: { today: Day; at: Instant },
  decide: (directory: Directory) => { changes: PeopleChanges } | { refused: Refused },
): Promise<{ refused: Refused } | null> {
  return db.$transaction(
    async (tx) => {
      await lockPeople(tx)
      const decided = decide(await directoryOn(tx, today))
      if ('refused' in decided) return decided
      await writePeopleChanges(tx, decided.changes, at)
      return null
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

/** A leave that is new or has other days, with the fact that tells the talks. */
export function leaveSet(leave: LeaveRecord): PeopleChanges {
  const { id, employmentId, from, to } = leave
  return {
    ...nothing,
    leaves: { set: [leave], removed: [] },
    facts: [{ employmentId, effectiveOn: from, kind: 'leave-set', data: { leaveId: id, from, to } }],
  }
}

/** A leave that does not happen after all. */
export function leaveRemoved(leave: LeaveRecord, today: Day): PeopleChanges {
  const { id, employmentId } = leave
  return {
    ...nothing,
    leaves: { set: [], removed: [leave] },
    facts: [{ employmentId, effectiveOn: today, kind: 'leave-removed', data: { leaveId: id } }],
  }
}

const nothing: PeopleChanges = {
  people: { added: [], changed: [] },
  employments: { added: [], changed: [] },
  lines: [],
  memberships: [],
  leaves: { set: [], removed: [] },
  facts: [],
}
