import type { Db } from './client.ts'

/**
 * An answer and the mark that its talk was evaluated are stored together, so that none is lost; the table's own
 * bookkeeping (`xmin`, the place on disk) then still tells which belong together. Writes all answers of a round that got
 * new ones again, in the order of their random ids and in one transaction, so that it no longer does (R6.2). A copy that
 * was put back in one transaction is new as a whole.
 */
export async function mixEvaluations(db: Db): Promise<void> {
  await db.$executeRaw`
    WITH fresh AS (
      SELECT DISTINCT round_id FROM talk_evaluation WHERE xmin IN (SELECT xmin FROM evaluation_mark)),
    taken AS (
      DELETE FROM talk_evaluation WHERE round_id IN (SELECT round_id FROM fresh) RETURNING *)
    INSERT INTO talk_evaluation SELECT * FROM taken ORDER BY id`
}
