import { databaseClock } from '../db/clock.ts'
import { changedByRules } from '../db/eligibility.ts'
import { recountGroupFeedback } from '../db/group-feedback-teams.ts'
import { forgetOldNotes } from '../db/old-notes.ts'
import { dayAt, openRounds, overdueTalks, recordedRound, recordedTalk, runningRounds } from '../db/rounds.ts'
import { forgetExpired } from '../db/sessions.ts'
import { pauseMovers } from '../db/unit-pauses.ts'
import { HOUR } from '../domain/calendar/day.ts'
import { beat } from './beat.ts'
import { deliverFacts } from './deliver-facts.ts'
import { eachByItself } from './each-by-itself.ts'
import { createPace } from './pace.ts'
import { openTalks, type RoundActivityDeps } from './round-activities.ts'

/** What a morning does: find what should have moved, open joiners' talks, deliver facts (design §6). */
export function createMorningActivities(deps: RoundActivityDeps) {
  const { db, clock, engine, zone } = deps
  return {
    /** Whether today is a working day of the installation, by the injected clock. */
    async lookAtToday(): Promise<{ isWorkingDay: boolean }> {
      return { isWorkingDay: dayAt(await clock.now(), deps.zone).isWorkingDay }
    },

    /**
     * Wakes what should have moved more than an hour ago; what is gone is started from its row, and so is a round
     * whose start was recorded and never reached the engine.
     */
    async sweep(): Promise<void> {
      const before = (await clock.now()) - HOUR
      for (const { roundId, isOverdue } of await runningRounds(db, before)) {
        beat()
        if (isOverdue && (await engine.wakeRound(roundId))) continue
        await engine.startRound(await recordedRound(db, roundId))
      }
      for await (const talkId of overdueTalks(db, before)) {
        beat()
        if (await engine.wakeTalk(talkId)) continue
        await engine.startTalk(await recordedTalk(db, talkId))
      }
    },

    /** A round that HR made recurring has its yearly Schedule from the next morning on (R1.3). */
    async ensureSchedules(): Promise<void> {
      await deps.ensureSchedules?.()
    },

    /**
     * Opens talks for people on a running round's roster who have none, pauses those who have moved into a paused unit,
     * tests the others again, and finds the teams that their leader of today owes common feedback (R13.2, R14.3).
     */
    async openRosters(): Promise<void> {
      const openRoster = async (roundId: string) => {
        await openTalks(deps, roundId)
        const at = await clock.now()
        await db.$transaction((tx) => pauseMovers(tx, roundId, dayAt(at, zone).on, at))
      }
      const rounds = await openRounds(db)
      await eachByItself([
        ...rounds.map((id): [string, () => Promise<void>] => [`round/${id}`, () => openRoster(id)]),
        ['group-feedback', async () => recountGroupFeedback(db, dayAt(await clock.now(), zone).on)],
        ['eligibility', () => tellChangedByRules(deps)],
      ])
    },

    /**
     * Former leaders' unshared notes are kept for twenty working days, no longer (R13.2); sessions, links, service
     * tokens and answers to repeated requests no longer than they are of use, also where nobody signs in.
     */
    async forgetOldNotes(): Promise<{ forgotten: number }> {
      // They are on real time.
      await forgetExpired(db, await databaseClock(db).now())
      const { on, calendar } = dayAt(await clock.now(), deps.zone)
      return { forgotten: await forgetOldNotes(db, calendar, on) }
    },

    async deliverFacts(): Promise<void> {
      await deliverFacts(deps)
    },
  }
}

export type MorningActivities = ReturnType<typeof createMorningActivities>

/** Somebody may come to lead, or reach another rule, without a fact of their own: talksTo is the last day it counts. */
async function tellChangedByRules({ db, clock, engine, zone }: RoundActivityDeps): Promise<void> {
  const { on, calendar } = dayAt(await clock.now(), zone)
  const pace = createPace()
  for await (const changed of changedByRules(db, on, calendar.addWorkingDays(on, -1))) {
    beat()
    for (const { talkId, exemptReason } of changed) {
      await pace()
      beat()
      const event = { type: 'eligibility-changed' as const, exemptReason }
      await engine.tellTalk(talkId, { id: `eligibility/${on}/${exemptReason}`, effectiveOn: on, event })
    }
  }
}
