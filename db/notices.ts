import type { Instant } from '../domain/calendar/day.ts'
import type { NoticeEffect } from '../domain/talk/effects.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'

/** A notice of a talk, as its rules decided it. */
export interface DecidedNotice {
  readonly state: Pick<TalkState, 'talkId' | 'roundId'>
  readonly notice: NoticeEffect
}

/** Lets notices wait for the sender, in one statement whose text is always the same (decision 0050); each waits once. */
export async function insertNotices(tx: Tx, decided: readonly DecidedNotice[], at: Instant): Promise<void> {
  if (decided.length === 0) return
  const rows = decided.map(({ state: { talkId, roundId }, notice }) => ({ talkId, roundId, ...notice }))
  await tx.$executeRaw`
    INSERT INTO notice (id, talk_id, round_id, subject, obligation, occurrence, step, audience, due_on, reminder, position,
      distance, while_open, decided_at)
    SELECT gen_random_uuid(), "talkId", "roundId", subject, obligation, occurrence, step, audience, "dueOn", reminder,
      "position", distance, "whileOpen", ${new Date(at)}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n("talkId" uuid, "roundId" uuid, subject uuid, obligation text,
      occurrence int, step text, audience text, "dueOn" date, reminder boolean, "position" int, distance int,
      "whileOpen" boolean)
    ON CONFLICT DO NOTHING`
}
