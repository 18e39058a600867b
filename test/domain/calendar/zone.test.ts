import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addDays, day, HOUR, MINUTE } from '../../../domain/calendar/day.ts'
import type { Day, Instant } from '../../../domain/calendar/day.ts'
import { createZone } from '../../../domain/calendar/zone.ts'
import { zoneOffsets } from '../../../domain/calendar/zone-offsets.ts'

const zones = [
  'Europe/Copenhagen',
  'Europe/London',
  'Europe/Helsinki',
  'Atlantic/Azores',
  'Atlantic/Faroe',
  'America/Nuuk',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
]

describe.each(zones)('in %s', (name) => {
  const facts = zoneOffsets(name, 2026, 2028)
  const zone = createZone(facts)
  const shown = clockOf(name)
  const changes = facts.offsets.slice(1)

  test('local clocks show what the zone data say, on every hour around a change and on any other', () => {
    const around = changes.flatMap(({ fromAt }) => [-HOUR, -1, 0, MINUTE, HOUR].map((step) => fromAt + step))
    for (const at of around) expect(zone.localTime(at)).toEqual(shown(at))
    const anyTime = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) })
    fc.assert(fc.property(anyTime, (at) => expect(zone.localTime(at)).toEqual(shown(at))))
  })

  test('each local time of the nights the clocks change has exactly one instant', () => {
    const wrong: string[] = []
    for (const { fromAt } of changes) {
      const on = zone.localTime(fromAt).on
      for (const date of [addDays(on, -1), on]) {
        for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
          if (!isRight(date, minutes)) wrong.push(`${date} ${minutes}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  function isRight(on: Day, minutes: number): boolean {
    const wanted = Date.parse(on) + minutes * MINUTE
    const at = zone.instantOf(on, minutes)
    // Shown by clocks: then it is the first time, and nothing up to three hours earlier shows the same.
    if (stamp(shown(at)) === wanted) {
      return [30, 60, 120, 180].every((back) => stamp(shown(at - back * MINUTE)) !== wanted)
    }
    // Never shown: then it is the first instant after the gap.
    return stamp(shown(at)) > wanted && stamp(shown(at - MINUTE)) < wanted
  }
})

test('most of these zones change their clocks, some by half an hour and some in the southern spring', () => {
  const changesOf = (zone: string) => zoneOffsets(zone, 2026, 2028).offsets.slice(1)
  expect(zones.filter((zone) => changesOf(zone).length >= 6).length).toBeGreaterThanOrEqual(14)
  expect(zoneOffsets('Australia/Lord_Howe', 2027, 2027).offsets.map((offset) => offset.minutes)).toEqual([
    660, 630, 660,
  ])
})

test('in Copenhagen half past two happens once on the night it is skipped and once on the night it comes twice', () => {
  const zone = createZone(zoneOffsets('Europe/Copenhagen', 2027, 2027))
  expect(zone.instantOf(day('2027-03-28'), 150)).toBe(Date.UTC(2027, 2, 28, 1, 0))
  expect(zone.instantOf(day('2027-10-31'), 150)).toBe(Date.UTC(2027, 9, 31, 0, 30))
})

test('a due day ends at midnight of the next day, also where clocks skip that midnight', () => {
  const zone = createZone(zoneOffsets('America/Santiago', 2027, 2027))
  const ends = zone.instantOf(day('2027-09-04'), 24 * 60)
  expect(ends).toBe(zone.instantOf(day('2027-09-05'), 0))
  expect(zone.localTime(ends)).toEqual({ on: '2027-09-05', minutes: 60 })
})

test('a zone that nobody knows is refused by name', () => {
  expect(() => zoneOffsets('Europe/Kobenhavn', 2027, 2027)).toThrow(
    "zone is 'Europe/Kobenhavn': expected an IANA name such as Europe/Copenhagen",
  )
})

/** An independent reading: the wall clock itself as Intl prints it, not its offset. */
function clockOf(zone: string): (at: Instant) => { on: Day; minutes: number } {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (at) => {
    const [on = '', time = ''] = format.format(at).split(' ')
    const [hours = '', minutes = ''] = time.split(':')
    return { on: day(on), minutes: Number(hours) * 60 + Number(minutes) }
  }
}

function stamp(local: { on: Day; minutes: number }): number {
  return Date.parse(local.on) + local.minutes * MINUTE
}
