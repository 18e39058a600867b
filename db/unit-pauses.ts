import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

export type UnitFact = 'paused' | 'resumed' | 'stopped'

/**
 * Tells the open talks of a round in one unit and below that they are paused, resumed or stopped (R14.3), each by a
 * fact of its own; answers how many were told. The same decision tells a talk once.
 */
export async function tellTalksOfUnit(
  tx: Tx,
  order: {
    roundId: string
    unitId: string
    fact: UnitFact
    decisionId: string
    byPersonId: string
    today: Day
    at: Instant
  },
): Promise<number> {
  const { roundId, unitId, fact, decisionId, byPersonId, today, at } = order
  const told = await tx.$executeRaw`
    WITH RECURSIVE below AS (
      SELECT id FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), t.employment_id, t.id, ${fact}, ${today}::date, '{}'::jsonb, ${new Date(at)},
      ${`${fact}/${decisionId}`}
    FROM talk t JOIN employment e ON e.id = t.employment_id
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= greatest(${today}::date, e.employed_from)
      AND (m.to_on IS NULL OR m.to_on >= greatest(${today}::date, e.employed_from))
    WHERE t.round_id = ${roundId}::uuid AND t.closed_at IS NULL AND m.unit_id IN (SELECT id FROM below)
    ON CONFLICT (talk_id, cause) DO NOTHING`
  await tx.auditEntry.createMany({
    data: [
      {
        subject: unitId,
        decisionId,
        version: 0,
        event: `unit-${fact}/${roundId}`,
        at: new Date(at),
        byPersonId,
      },
    ],
    skipDuplicates: true,
  })
  return told
}
