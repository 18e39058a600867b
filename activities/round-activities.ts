import type { Clock } from '../db/clock.ts'
import type { Db } from '../db/client.ts'
import { draftNextRound } from '../db/next-round.ts'
import { markStarted, openTalksPage, unstartedTalks } from '../db/open-talks.ts'
import { recordRound, type RecordRoundInput } from '../db/record-round.ts'
import type { Recorded } from '../db/recorded.ts'
import { unaccountedFor } from '../db/rounds.ts'
import type { RoundState } from '../domain/round/round.ts'
import type { OpenRoundInput } from '../workflows/round/round.messages.ts'
import type { Engine } from './engine.ts'
import { beat } from './beat.ts'
import { deliverFacts } from './deliver-facts.ts'
import { createPace } from './pace.ts'

export interface RoundActivityDeps {
  db: Db
  clock: Clock
  engine: Engine
  /** IANA name of the installation's zone. */
  zone: string
  journaling: 'gateway' | 'manual' | 'off'
  /** Brings the Schedules up to date; absent where only a player moves the clock. */
  ensureSchedules?: () => Promise<void>
}

/** What a round's workflow asks of the world. */
export function createRoundActivities(deps: RoundActivityDeps) {
  const { db, clock } = deps
  return {
    recordRound(input: RecordRoundInput): Promise<Recorded<RoundState>> {
      return recordRound(db, input)
    },

    /** Opens a talk for everyone on the roster who has none; a second run after a crash opens nobody twice. */
    openTalks(input: { roundId: string }): Promise<{ opened: number }> {
      return openTalks(deps, input.roundId)
    },

    async countUnaccounted(input: { roundId: string }): Promise<{ unaccounted: number }> {
      return { unaccounted: await unaccountedFor(db, input.roundId) }
    },

    async deliverRoundFacts(): Promise<void> {
      await deliverFacts(deps)
    },

    /** A recurring round's next year, as a draft for HR to look at (R1.3). */
    async draftNextRound(input: OpenRoundInput): Promise<{ roundId: string | null }> {
      return { roundId: await draftNextRound(db, input.roundId, await clock.now(), deps.zone) }
    },
  }
}

export type RoundActivities = ReturnType<typeof createRoundActivities>

/** How many workflows are being started at once. */
const STARTS_AT_ONCE = 10

/**
 * Page by page: rows first, in one transaction, then their workflows. The rows are the cursor: a second run after a
 * crash finds who has none yet, and which were not started.
 */
export async function openTalks(deps: RoundActivityDeps, roundId: string): Promise<{ opened: number }> {
  const { db, clock } = deps
  await startOpened(deps, roundId)
  let opened = 0
  let after: string | null = null
  do {
    const page = await openTalksPage(db, roundId, deps, await clock.now(), after)
    beat()
    opened += page.opened
    await startOpened(deps, roundId)
    after = page.after
  } while (after !== null)
  return { opened }
}

/** Starts the workflows of talks whose rows are written; one that runs already is left alone. */
async function startOpened({ db, engine }: RoundActivityDeps, roundId: string): Promise<void> {
  const pace = createPace()
  for (;;) {
    const talks = await unstartedTalks(db, roundId, STARTS_AT_ONCE)
    if (talks.length === 0) return
    await Promise.all(
      talks.map(async (talk) => {
        await pace()
        beat()
        await engine.startTalk(talk)
      }),
    )
    await markStarted(
      db,
      talks.map((talk) => talk.state.talkId),
    )
  }
}
