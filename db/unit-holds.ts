import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** What a talk's fact names that a pause of a unit told it: by this it is known which talks the pause holds. */
export function pauseCause(pauseId: string): string {
  return `unit-paused/${pauseId}`
}

export function stopCause(stopId: string): string {
  return `unit-stopped/${stopId}`
}

/** What holds the people of each unit now, by unit: whoever joins there meanwhile is told the same. */
export async function unitHoldsOf(
  tx: Tx,
  roundId: string,
): Promise<Map<string, { kind: 'paused' | 'stopped'; cause: string }[]>> {
  const rows = await tx.$queryRaw<{ kind: 'paused' | 'stopped'; id: string; unitId: string }[]>`
    WITH RECURSIVE held (kind, id, unit_id) AS (
      SELECT 'paused', id, unit_id FROM round_unit_pause
      WHERE round_id = ${roundId}::uuid AND resumed_on IS NULL
      UNION SELECT 'stopped', id, unit_id FROM round_unit_stop WHERE round_id = ${roundId}::uuid
      UNION SELECT h.kind, h.id, u.id FROM held h JOIN unit u ON u.parent_id = h.unit_id)
    SELECT kind, id::text, unit_id::text AS "unitId" FROM held ORDER BY kind, id`
  const holds = new Map<string, { kind: 'paused' | 'stopped'; cause: string }[]>()
  for (const { kind, id, unitId } of rows) {
    const cause = kind === 'paused' ? pauseCause(id) : stopCause(id)
    holds.set(unitId, [...(holds.get(unitId) ?? []), { kind, cause }])
  }
  return holds
}

/**
 * SQL: a pause of a unit that lasts holds the talk: the one whose fact it was told, wherever its employee is by now.
 * @param talk a talk's id and its round's, as columns
 */
export function isHeldByUnit(talk: { id: Prisma.Sql; roundId: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM round_unit_pause up
    JOIN fact uf ON uf.talk_id = ${talk.id} AND uf.cause = ${pauseCause('')} || up.id::text
    WHERE up.round_id = ${talk.roundId} AND up.resumed_on IS NULL)`
}

/**
 * SQL: the leader's own unit is paused in the round: so is what they are told about their team.
 * @param leader a leader's employment and the round's id, as columns
 */
export function isLeaderHeld(leader: { id: Prisma.Sql; roundId: Prisma.Sql }, on: Day): Prisma.Sql {
  return Prisma.sql`EXISTS (
    WITH RECURSIVE below AS (
      SELECT up.unit_id AS id FROM round_unit_pause up WHERE up.round_id = ${leader.roundId} AND up.resumed_on IS NULL
      UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
    SELECT 1 FROM unit_membership um JOIN below b ON b.id = um.unit_id
    WHERE um.employment_id = ${leader.id} AND um.from_on <= ${on}::date
      AND (um.to_on IS NULL OR um.to_on >= ${on}::date))`
}
