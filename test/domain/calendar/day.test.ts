import { expect, test } from '@jest/globals'
import { addMonths, day, daysBetween, parseDay, weekOf } from '../../../domain/calendar/day.ts'
import { formatDay, formatDayAndTime, formatTime } from '../../../domain/calendar/format.ts'

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-04-29', 8, '2027-12-29'],
  ['2027-08-31', 4, '2027-12-31'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2027-03-31', -1, '2027-02-28'],
  ['2027-01-15', -13, '2025-12-15'],
  ['2028-02-29', 12, '2029-02-28'],
])('%s and %i months is %s: the same day number, else the last of the month', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

test.each(['2027-02-30', '2027-13-01', '27-02-01', '2027-2-1', '2027-02-01T00:00', ''])(
  "'%s' is no day of the calendar",
  (text) => {
    expect(parseDay(text)).toBeNull()
    expect(() => day(text)).toThrow(`day is '${text}': expected a date such as 2027-02-26`)
  },
)

test.each([
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2026-12-31', 53],
  ['2024-12-30', 1],
  ['2027-03-30', 13],
])('%s lies in week %i', (on, week) => {
  expect(weekOf(day(on))).toBe(week)
})

test('a day counts once across the night the clocks change', () => {
  expect(daysBetween(day('2027-03-27'), day('2027-03-29'))).toBe(2)
})

test('dates and times are written the Danish way, and in English never month first', () => {
  expect(formatDay(day('2027-03-30'), 'da')).toBe('30.03.2027 (uge 13)')
  expect(formatDay(day('2027-03-30'), 'en')).toBe('30 March 2027 (week 13)')
  expect(formatTime(9 * 60 + 30, 'da')).toBe('kl. 9.30')
  expect(formatTime(13 * 60 + 5, 'en')).toBe('13:05')
  expect(formatDayAndTime(day('2027-02-01'), 600, 'da')).toBe('01.02.2027 (uge 5) kl. 10.00')
  expect(formatDayAndTime(day('2027-02-01'), 600, 'en')).toBe('1 February 2027 (week 5) at 10:00')
})
