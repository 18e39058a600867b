import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'

/** What is owed in a talk as rows of its own, for a talk that has none yet. */
export function obligationRows({ talkId, obligations }: TalkState) {
  return obligations.map(({ obligation, subject, occurrence, owedBy, dueOn }) => ({
    talkId,
    obligation,
    subject,
    occurrence,
    owedBy,
    dueOn: toDate(dueOn),
  }))
}

/** Makes the table's list of what is owed in a talk equal to the state's; two statements whatever the number. */
export async function writeObligations(tx: Tx, state: TalkState): Promise<void> {
  const open = state.obligations
  const names = open.map((o) => o.obligation)
  const subjects = open.map((o) => o.subject)
  await tx.$executeRaw`
    DELETE FROM obligation o WHERE o.talk_id = ${state.talkId}::uuid AND NOT EXISTS (
      SELECT 1 FROM unnest(${names}::text[], ${subjects}::uuid[]) AS kept(obligation, subject)
      WHERE kept.obligation = o.obligation AND kept.subject = o.subject)`
  if (open.length === 0) return
  await tx.$executeRaw`
    INSERT INTO obligation (id, talk_id, obligation, subject, occurrence, owed_by, due_on)
    SELECT gen_random_uuid(), ${state.talkId}::uuid, owed.obligation, owed.subject, owed.occurrence, owed.owed_by, owed.due_on
    FROM unnest(${names}::text[], ${subjects}::uuid[], ${open.map((o) => o.occurrence)}::int[],
      ${open.map((o) => o.owedBy)}::text[], ${open.map((o) => o.dueOn)}::date[])
      AS owed(obligation, subject, occurrence, owed_by, due_on)
    ON CONFLICT (talk_id, obligation, subject) DO UPDATE
      SET occurrence = excluded.occurrence, owed_by = excluded.owed_by, due_on = excluded.due_on
      WHERE (obligation.occurrence, obligation.owed_by, obligation.due_on)
        IS DISTINCT FROM (excluded.occurrence, excluded.owed_by, excluded.due_on)`
}
