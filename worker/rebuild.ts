import type { Engine } from '../activities/engine.ts'
import { createPace } from '../activities/pace.ts'
import type { Db } from '../db/client.ts'
import { openTalkIds, recordedRound, recordedTalk, runningRounds } from '../db/rounds.ts'

/**
 * Starts every open round and talk again from its row, for when the engine's store is gone; one that runs is left
 * alone. What was sent before is in the rows, so nothing is sent twice.
 */
export async function rebuild(parts: {
  db: Db
  engine: Engine
  ensureSchedules: () => Promise<void>
}): Promise<{ rounds: number; talks: number }> {
  const { db, engine } = parts
  const pace = createPace()
  const counts = { rounds: 0, talks: 0 }
  for (const { roundId } of await runningRounds(db)) {
    await engine.startRound(await recordedRound(db, roundId))
    counts.rounds++
  }
  for await (const talkId of openTalkIds(db)) {
    await pace()
    await engine.startTalk(await recordedTalk(db, talkId))
    counts.talks++
  }
  await parts.ensureSchedules()
  return counts
}
