import { randomUUID } from 'node:crypto'
import { zoneFactsOf } from '../db/rounds.ts'
import { createCalendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import { addDays, day, dayOfUtc } from '../domain/calendar/day.ts'
import { defaultPolicy } from '../domain/policy/policy.ts'
import { openTalk } from '../domain/talk/open-talk.ts'
import type { TalkState } from '../domain/talk/talk.ts'

/** A talk of a round that has just started, with months until its first date. */
export function waitingTalk(): TalkState {
  const now = Date.now()
  const { zoneName, ...settings } = defaultCalendarSettings
  const calendar = { ...settings, zone: zoneFactsOf(zoneName, now) }
  const { state } = openTalk({
    talkId: randomUUID(),
    roundId: randomUUID(),
    policy: defaultPolicy(addDays(dayOfUtc(now), 150), undefined, createCalendar(calendar)),
    calendar,
    journaling: 'off',
    openedAt: now,
    employedFrom: day('2015-08-01'),
    lastDay: null,
    eligibleFrom: day('2015-11-01'),
    exemptReason: null,
    hasLeader: true,
    leaves: [],
    actions: [],
    actionObligations: [],
  })
  return state
}
