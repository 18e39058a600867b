import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { day } from '../../../domain/calendar/day.ts'
import { zoneOffsets } from '../../../domain/calendar/zone-offsets.ts'
import { mayGoAt, nextHandOver } from '../../../domain/notices/send-window.ts'

const { zoneName, ...settings } = defaultCalendarSettings
const calendar = createCalendar({ ...settings, zone: zoneOffsets(zoneName, 2026, 2029) })
const hours = { singleFrom: 7 * 60, singleTo: 7 * 60 + 45, digestAt: 8 * 60, digestTo: 9 * 60 }
const at = (date: string, h: number, m = 0) => calendar.instantOf(day(date), h * 60 + m)
const next = (lane: 'single' | 'digest' | 'at-once', from: number, id = 'a') =>
  nextHandOver(lane, id, from, hours, calendar)

describe('the hours in which mails go (R3.2)', () => {
  test('a step decided before dawn goes the same morning', () => {
    const single = calendar.localTime(next('single', at('2027-02-16', 5, 10)))
    expect(single.on).toBe('2027-02-16')
    expect(single.minutes).toBeGreaterThanOrEqual(7 * 60)
    expect(single.minutes).toBeLessThan(7 * 60 + 45)
    const digest = calendar.localTime(next('digest', at('2027-02-16', 5, 10)))
    expect(digest.on).toBe('2027-02-16')
    expect(digest.minutes).toBeGreaterThanOrEqual(8 * 60)
    expect(digest.minutes).toBeLessThan(9 * 60)
  })

  test('what misses its hour waits for the next working day', () => {
    expect(calendar.dayOf(next('single', at('2027-02-16', 7, 46)))).toBe('2027-02-17')
    expect(calendar.dayOf(next('digest', at('2027-02-19', 9, 1)))).toBe('2027-02-22')
  })

  test('the last minute of the hour still counts', () => {
    const last = at('2027-02-16', 7, 45) + 30_000
    expect(mayGoAt('single', 'a', last, hours, calendar)).toBe(true)
    expect(mayGoAt('single', 'a', at('2027-02-16', 7, 46), hours, calendar)).toBe(false)
  })

  test('nothing goes on weekends, holidays or in quiet periods', () => {
    expect(calendar.dayOf(next('single', at('2027-02-20', 7)))).toBe('2027-02-22')
    expect(calendar.dayOf(next('digest', at('2027-03-25', 8)))).toBe('2027-03-30')
    expect(calendar.dayOf(next('single', at('2027-07-12', 7)))).toBe('2027-08-02')
  })

  test('calendar and sign-in mails go at once, at night and on Christmas Day too', () => {
    const night = at('2027-12-25', 3, 12)
    expect(next('at-once', night)).toBe(night)
  })

  test('mails are spread over the hour and not sent all at one instant', () => {
    const instants = new Set(
      Array.from({ length: 200 }, (_, i) => next('single', at('2027-02-16', 5), `notice-${i}`)),
    )
    expect(instants.size).toBeGreaterThan(35)
  })

  test('at any instant the next hand-over is on a working day, within the hour, and never in the past', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('single' as const, 'digest' as const),
        fc.uuid(),
        fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }),
        (lane, id, minutes) => {
          const from = at('2026-12-01', 0) + minutes * 60_000
          const goes = nextHandOver(lane, id, from, hours, calendar)
          const local = calendar.localTime(goes)
          const [first, last] = lane === 'single' ? [420, 465] : [480, 540]
          expect(goes).toBeGreaterThanOrEqual(from)
          expect(calendar.isWorkingDay(local.on)).toBe(true)
          expect(local.minutes).toBeGreaterThanOrEqual(first)
          expect(local.minutes).toBeLessThanOrEqual(last)
          expect(mayGoAt(lane, id, goes, hours, calendar)).toBe(true)
        },
      ),
    )
  })

  test('at the end of the hour everything that waited since morning may go', () => {
    const end = { single: at('2027-02-16', 7, 45), digest: at('2027-02-16', 9) }
    for (let i = 0; i < 200; i++) {
      expect(mayGoAt('single', `notice-${i}`, end.single, hours, calendar)).toBe(true)
      expect(mayGoAt('digest', `person-${i}`, end.digest, hours, calendar)).toBe(true)
    }
  })
})
