import { heartbeat } from '@temporalio/activity'
import { changedEligibility } from '../db/eligibility.ts'
import { forgetOldNotes } from '../db/old-notes.ts'
import { dayAt, openRounds, overdueRounds, overdueTalks, recordedRound, recordedTalk } from '../db/rounds.ts'
import { HOUR } from '../domain/calendar/day.ts'
import { deliverFacts } from './deliver-facts.ts'
import { openTalks, type RoundActivityDeps } from './round-activities.ts'

/** What a morning does: find what should have moved, open joiners' talks, deliver facts (design §6). */
export function createMorningActivities(deps: RoundActivityDeps) {
  const { db, clock, engine } = deps
  return {
    /** Whether today is a working day of the installation, by the injected clock. */
    async lookAtToday(): Promise<{ isWorkingDay: boolean }> {
      return { isWorkingDay: dayAt(await clock.now(), deps.zone).isWorkingDay }
    },

    /** Wakes what should have moved more than an hour ago; what is gone is started from its row. */
    async sweep(): Promise<{ woken: number; started: number }> {
      const before = (await clock.now()) - HOUR
      const counts = { woken: 0, started: 0 }
      for (const roundId of await overdueRounds(db, before)) {
        if (await engine.wakeRound(roundId)) counts.woken++
        else {
          await engine.startRound(await recordedRound(db, roundId))
          counts.started++
        }
        heartbeat()
      }
      for await (const talkId of overdueTalks(db, before)) {
        if (await engine.wakeTalk(talkId)) counts.woken++
        else {
          await engine.startTalk(await recordedTalk(db, talkId))
          counts.started++
        }
        heartbeat()
      }
      return counts
    },

    /** Opens talks for people on a running round's roster who have none, and tests rules' exemptions again (R13.2). */
    async openRosters(): Promise<{ opened: number }> {
      let opened = 0
      for (const roundId of await openRounds(db)) opened += (await openTalks(deps, roundId)).opened
      const { on } = dayAt(await clock.now(), deps.zone)
      for (const { talkId, exemptReason } of await changedEligibility(db, on)) {
        const event = { type: 'eligibility-changed' as const, exemptReason }
        await engine.tellTalk(talkId, { id: `eligibility/${on}`, effectiveOn: on, event })
      }
      return { opened }
    },

    /** Former leaders' unshared notes are kept for twenty working days, no longer (R13.2). */
    async forgetOldNotes(): Promise<{ forgotten: number }> {
      const { on, calendar } = dayAt(await clock.now(), deps.zone)
      return { forgotten: await forgetOldNotes(db, calendar, on) }
    },

    async deliverFacts(): Promise<void> {
      await deliverFacts(deps)
    },
  }
}

export type MorningActivities = ReturnType<typeof createMorningActivities>
