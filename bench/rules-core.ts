import { createCalendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import { day } from '../domain/calendar/day.ts'
import { zoneOffsets } from '../domain/calendar/zone-offsets.ts'
import { derivedId } from '../domain/derived-id.ts'
import { defaultPolicy } from '../domain/policy/policy.ts'
import { behaviourNames, behaviours } from '../domain/simulation/behaviours.ts'
import { simulateTalk } from '../domain/simulation/simulate-talk.ts'
import type { TalkOpening } from '../domain/talk/talk.ts'
import type { Bench, Subject } from './subject.ts'
import { type Row, whole } from './table.ts'

export const rulesCore: Subject = { name: 'rules-core', measure: async (bench) => measure(bench) }

const SECONDS = { small: 3, full: 10 } as const

const { zoneName, ...settings } = defaultCalendarSettings
const calendarFacts = { ...settings, zone: zoneOffsets(zoneName, 2026, 2029) }
const calendar = createCalendar(calendarFacts)
const policy = defaultPolicy(day('2027-02-01'), undefined, calendar)
const until = calendar.instantOf(policy.closesOn, 24 * 60)

/** Whole years of talks played on one core, from opening to the round's close. */
function measure({ isFull }: Bench): Row[] {
  return behaviourNames.map((name) => {
    play(name, WARM_UP)
    const { years, took } = play(name, isFull ? SECONDS.full : SECONDS.small)
    const rate = years / took
    return {
      what: `rules core, ${name}`,
      measured: `${whole(rate)} talk-years/s of one core`,
      baseline: '–',
      ratio: null,
      reach: '≥ 1,000/s',
      isReached: rate >= 1_000,
    }
  })
}

/** Seconds until the functions are compiled. */
const WARM_UP = 1

/** Counted in seconds of CPU, so that whatever else runs on the machine does not matter. */
function play(name: (typeof behaviourNames)[number], seconds: number): { years: number; took: number } {
  const begun = process.cpuUsage()
  let years = 0
  let took = 0
  while (took < seconds) {
    const { turns } = simulateTalk(openingOf(years), behaviours[name], until)
    if (turns < 2) throw new Error(`a talk-year of '${name}' took ${turns} turns: expected the clock to run`)
    years++
    const { user, system } = process.cpuUsage(begun)
    took = (user + system) / 1e6
  }
  return { years, took }
}

function openingOf(n: number): TalkOpening {
  return {
    talkId: derivedId('bench', n),
    roundId: derivedId('bench-round'),
    policy,
    // As a workflow meets it: facts read back from the table, new objects each time.
    calendar: { ...calendarFacts },
    journaling: 'gateway',
    openedAt: calendar.instantOf(day('2026-11-24'), 10 * 60),
    employedFrom: day('2010-01-01'),
    lastDay: null,
    eligibleFrom: day('2010-04-01'),
    exemptReason: null,
    hasLeader: true,
    leaves: [],
    actions: [],
    actionObligations: [],
  }
}
