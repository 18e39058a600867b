import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'

/** Makes the table's list of what is owed in talks equal to their states', in one statement however many. */
export async function writeObligations(tx: Tx, states: readonly TalkState[]): Promise<void> {
  const talkIds = states.map(({ talkId }) => talkId)
  const owed = states.flatMap(({ talkId, obligations }) => obligations.map((one) => ({ talkId, ...one })))
  await tx.$executeRaw`
    WITH owed AS (
      SELECT "talkId" AS talk_id, obligation, subject, occurrence, "owedBy" AS owed_by, "dueOn" AS due_on
      FROM json_to_recordset(${JSON.stringify(owed)}::json) AS o("talkId" uuid, obligation text, subject uuid,
        occurrence int, "owedBy" text, "dueOn" date)
    ), ended AS (
      DELETE FROM obligation o WHERE o.talk_id = ANY(${talkIds}::uuid[]) AND NOT EXISTS (
        SELECT 1 FROM owed WHERE owed.talk_id = o.talk_id AND owed.obligation = o.obligation AND owed.subject = o.subject)
    )
    INSERT INTO obligation (id, talk_id, obligation, subject, occurrence, owed_by, due_on)
    SELECT gen_random_uuid(), * FROM owed
    ON CONFLICT (talk_id, obligation, subject) DO UPDATE
      SET occurrence = excluded.occurrence, owed_by = excluded.owed_by, due_on = excluded.due_on
      WHERE (obligation.occurrence, obligation.owed_by, obligation.due_on)
        IS DISTINCT FROM (excluded.occurrence, excluded.owed_by, excluded.due_on)`
}
