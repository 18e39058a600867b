import { describe, expect, test } from '@jest/globals'
import Holidays from 'date-holidays'
import * as fc from 'fast-check'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import type { CalendarFacts } from '../../../domain/calendar/calendar.ts'
import { addDays, day, weekday, weekOf } from '../../../domain/calendar/day.ts'
import type { Day } from '../../../domain/calendar/day.ts'
import { easterSunday, holidaysOf } from '../../../domain/calendar/holidays.ts'

const zone = { name: 'UTC', offsets: [{ fromAt: 0, minutes: 0 }] }
const facts: CalendarFacts = { zone, ...defaultCalendarSettings }
const calendar = createCalendar(facts)
const withoutQuiet = createCalendar({ ...facts, quietPeriods: [] })

const anyDay = fc.integer({ min: 0, max: 365 * 25 }).map((n) => addDays(day('2018-01-01'), n))

describe('Danish days off', () => {
  const oracle = new Holidays('DK', { types: ['public'] })
  const open = { mayDay: false, constitutionDay: false, christmasEve: false, newYearsEve: false }

  test.each(Array.from({ length: 21 }, (_, i) => 2020 + i))('are those of the law in %i', (year) => {
    const expected = new Set(oracle.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)))
    expect(new Set(holidaysOf(year, open).map((holiday) => holiday.on))).toEqual(expected)
  })

  test('Store bededag is closed until 2023 and a working day from 2024', () => {
    expect(calendar.isWorkingDay(day('2023-05-05'))).toBe(false)
    expect(calendar.isWorkingDay(day('2024-04-26'))).toBe(true)
  })

  test('Easter is found in its earliest, latest and excepted years', () => {
    expect([1818, 1943, 1954, 1981, 2038].map(easterSunday)).toEqual([
      '1818-03-22',
      '1943-04-25',
      '1954-04-18',
      '1981-04-19',
      '2038-04-25',
    ])
  })

  test.each([
    ['mayDay', '2026-05-01'],
    ['constitutionDay', '2026-06-05'],
    ['christmasEve', '2026-12-24'],
    ['newYearsEve', '2026-12-31'],
  ] as const)('%s is closed by default and open where the employer says so', (name, date) => {
    const switched = createCalendar({
      ...facts,
      quietPeriods: [],
      closed: { ...facts.closed, [name]: false },
    })
    expect(withoutQuiet.isWorkingDay(day(date))).toBe(false)
    expect(switched.isWorkingDay(day(date))).toBe(true)
  })
})

describe('quiet periods and local closing days', () => {
  test('weeks 28 to 30 and 24 December to 1 January hold no working day', () => {
    expect(calendar.addWorkingDays(day('2027-07-09'), 1)).toBe('2027-08-02')
    expect(calendar.addWorkingDays(day('2026-12-23'), 1)).toBe('2027-01-04')
  })

  test.each([1, 2, 27, 28, 52, 53])('quiet week %i is the week of that number in every year', (week) => {
    const quiet = createCalendar({ ...facts, quietPeriods: [{ weeks: [week, week] }] })
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(quiet.isWorkingDay(on)).toBe(withoutQuiet.isWorkingDay(on) && weekOf(on) !== week)
      }),
    )
  })

  test('quiet weeks may run over New Year', () => {
    const quiet = createCalendar({ ...facts, quietPeriods: [{ weeks: [52, 1] }] })
    expect(quiet.addWorkingDays(day('2026-12-18'), 1)).toBe('2027-01-11')
  })

  test("a school's closed July counts for that school alone", () => {
    const school = createCalendar({
      ...facts,
      closings: [{ from: day('2027-06-28'), to: day('2027-08-06') }],
    })
    expect(school.onOrAfter(day('2027-07-01'))).toBe('2027-08-09')
    expect(calendar.onOrAfter(day('2027-07-01'))).toBe('2027-07-01')
  })

  test('a calendar that closes every day says so instead of searching for ever', () => {
    const shut = createCalendar({ ...facts, quietPeriods: [{ weeks: [1, 53] }] })
    expect(() => shut.addWorkingDays(day('2027-02-01'), 1)).toThrow(/no working day within 100 years of 2027/)
    expect(() => shut.addWorkingDays(day('2027-02-01'), -1)).toThrow(/no working day/)
  })
})

describe('counting working days', () => {
  test('the day itself never counts, whether it is a working day or not', () => {
    expect(calendar.addWorkingDays(day('2027-02-12'), 1)).toBe('2027-02-15')
    expect(calendar.addWorkingDays(day('2027-02-13'), 1)).toBe('2027-02-15')
    expect(calendar.addWorkingDays(day('2027-02-15'), -1)).toBe('2027-02-12')
    expect(calendar.addWorkingDays(day('2027-02-14'), -1)).toBe('2027-02-12')
    expect(calendar.addWorkingDays(day('2027-02-14'), 0)).toBe('2027-02-14')
  })

  test('an invitation on 10 February to a talk on 18 February gives 6 working days of notice', () => {
    expect(calendar.workingDaysBetween(day('2027-02-10'), day('2027-02-18'))).toBe(6)
    expect(calendar.workingDaysBetween(day('2027-02-18'), day('2027-02-10'))).toBe(-6)
  })

  test('agrees with counting one day at a time', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -80, max: 80 }), (from, n) => {
        expect(calendar.addWorkingDays(from, n)).toBe(walk(from, n))
      }),
    )
  })

  test('the distance to the n-th working day is n', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (from, n) => {
        const to = calendar.addWorkingDays(from, n)
        expect(calendar.workingDaysBetween(from, to)).toBe(n)
        expect(calendar.workingDaysBetween(to, from)).toBe(-n)
        expect(calendar.isWorkingDay(to)).toBe(true)
      }),
    )
  })

  test('the next working day is the day itself or the first one after it', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(calendar.onOrAfter(on)).toBe(calendar.isWorkingDay(on) ? on : walk(on, 1))
      }),
    )
  })

  test('never falls on a Saturday or Sunday', () => {
    fc.assert(fc.property(anyDay, (on) => expect(weekday(calendar.onOrAfter(on))).toBeLessThan(6)))
  })
})

/** Written again, slowly, from the sentences of R3.1. */
function walk(from: Day, n: number): Day {
  let on = from
  for (let left = Math.abs(n); left > 0; ) {
    on = addDays(on, Math.sign(n))
    if (calendar.isWorkingDay(on)) left -= 1
  }
  return on
}
