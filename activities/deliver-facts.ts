import type { Db } from '../db/client.ts'
import { closeDeliveredFacts, undeliveredFacts } from '../db/facts.ts'
import { recordedTalk } from '../db/rounds.ts'
import { beat } from './beat.ts'
import type { Engine } from './engine.ts'
import { createPace } from './pace.ts'

const PAGE = 200

/**
 * Signals every fact to the talks that have not recorded it, in the order the facts became known. A talk drops ids
 * it knows, so that a fact signalled twice acts once; a talk whose workflow is gone is started from its row first.
 */
export async function deliverFacts({ db, engine }: { db: Db; engine: Engine }): Promise<void> {
  await closeDeliveredFacts(db)
  const pace = createPace()
  let last: bigint | null = 0n
  while (last !== null) {
    const page = await undeliveredFacts(db, last, PAGE)
    for (const { talkId, fact } of page.facts) {
      await pace()
      beat()
      if (await engine.tellTalk(talkId, fact)) continue
      await engine.startTalk(await recordedTalk(db, talkId))
      await engine.tellTalk(talkId, fact)
    }
    last = page.last
    beat()
  }
}
