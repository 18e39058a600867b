import { addDays, weekday, weekOf } from './day.ts'
import type { Day, Instant } from './day.ts'
import { holidaysOf } from './holidays.ts'
import type { ClosedDays } from './holidays.ts'
import { createZone } from './zone.ts'
import type { ZoneFacts } from './zone.ts'

/** ISO weeks, both included, or dates of the year 'MM-DD', both included; either may run over New Year. */
export type QuietPeriod = { weeks: [from: number, through: number] } | { from: string; to: string }

/** A span of days, both included. */
export interface Closing {
  from: Day
  to: Day
}

/** The calendar as plain data: carried in workflow state, so that no workflow asks a library or Intl. */
export interface CalendarFacts {
  zone: ZoneFacts
  closed: ClosedDays
  quietPeriods: QuietPeriod[]
  /** The unit's own closing days, such as a school's July (R3.1). */
  closings: Closing[]
}

/** Counts working days (R3.1) and turns local times into instants (R3.2) for one unit's calendar facts. */
export interface Calendar {
  readonly facts: CalendarFacts
  /** Not a weekend, holiday, quiet period or local closing day. */
  isWorkingDay(on: Day): boolean
  /** The day itself, or the next working day. */
  onOrAfter(on: Day): Day
  /** The n-th working day after (n > 0) or before (n < 0) a day that itself never counts; n = 0 is the day. */
  addWorkingDays(from: Day, n: number): Day
  /** Working days d with after < d <= through; the same count made negative when `through` is earlier. */
  workingDaysBetween(after: Day, through: Day): number
  /** The local day an instant falls on. */
  dayOf(at: Instant): Day
  /** The one instant at which local clocks show that many minutes after midnight (see `createZone`). */
  instantOf(on: Day, minutes: number): Instant
  /** The local day, and whole minutes shown by local clocks since its midnight. */
  localTime(at: Instant): { on: Day; minutes: number }
}

/** R3.1 and the quietPeriods line of the default year; each is a setting of the installation or the round. */
export const defaultCalendarSettings: {
  zoneName: string
  closed: ClosedDays
  quietPeriods: QuietPeriod[]
  closings: Closing[]
} = {
  zoneName: 'Europe/Copenhagen',
  closed: { mayDay: true, constitutionDay: true, christmasEve: true, newYearsEve: true },
  quietPeriods: [{ weeks: [28, 30] }, { from: '12-24', to: '01-01' }],
  closings: [],
}

/**
 * A calendar over these facts, which must not be changed afterwards. Years are compiled when first
 * asked for and kept. Throws RangeError when the facts leave no working day within a century.
 */
export function createCalendar(facts: CalendarFacts): Calendar {
  const known = calendars.get(facts)
  if (known !== undefined) return known
  const made = buildCalendar(facts)
  calendars.set(facts, made)
  return made
}

/** Rules create the calendar from their state again and again: the same facts give the same calendar. */
const calendars = new WeakMap<CalendarFacts, Calendar>()

/** A year's working days in order, and how many of them lie on or before each day of the year. */
interface Year {
  working: Day[]
  through: Uint16Array
}

function buildCalendar(facts: CalendarFacts): Calendar {
  const years = new Map<number, Year>()
  const zone = createZone(facts.zone)

  function yearOf(number: number): Year {
    let year = years.get(number)
    if (year === undefined) {
      year = compileYear(number, facts)
      years.set(number, year)
    }
    return year
  }

  /** The working day at `index`, counted from the first one of `year`; the index may leave the year. */
  function workingDayAt(year: number, index: number): Day {
    let number = year
    let left = index
    for (; left < 0; left += yearOf(number).working.length) number = within(year, number - 1)
    for (let length = yearOf(number).working.length; left >= length; length = yearOf(number).working.length) {
      left -= length
      number = within(year, number + 1)
    }
    return yearOf(number).working[left] as Day
  }

  function through(on: Day): number {
    return yearOf(yearNumber(on)).through[placeInYear(on)] as number
  }

  function isWorkingDay(on: Day): boolean {
    const year = yearOf(yearNumber(on))
    return year.working[(year.through[placeInYear(on)] as number) - 1] === on
  }

  function countBetween(after: Day, last: Day): number {
    let count = through(last) - through(after)
    for (let year = yearNumber(after); year < yearNumber(last); year++) count += yearOf(year).working.length
    return count
  }

  return {
    facts,
    isWorkingDay,
    onOrAfter: (on) => (isWorkingDay(on) ? on : workingDayAt(yearNumber(on), through(on))),
    addWorkingDays(from, n) {
      if (n === 0) return from
      if (n > 0) return workingDayAt(yearNumber(from), through(from) + n - 1)
      return workingDayAt(yearNumber(from), through(from) - (isWorkingDay(from) ? 1 : 0) + n)
    },
    workingDaysBetween: (after, last) =>
      last < after ? -countBetween(last, after) : countBetween(after, last),
    dayOf: (at) => zone.localTime(at).on,
    instantOf: zone.instantOf,
    localTime: zone.localTime,
  }
}

/** Guards against facts that close every day: without it the search for a working day would never end. */
function within(start: number, year: number): number {
  if (Math.abs(year - start) <= 100 && year >= 0) return year
  throw new RangeError(`calendar has no working day within 100 years of ${start}: expected fewer closed days`)
}

function compileYear(number: number, facts: CalendarFacts): Year {
  const prefix = `${String(number).padStart(4, '0')}-`
  const closedOn = new Set(holidaysOf(number, facts.closed).map((holiday) => holiday.on))
  const working: Day[] = []
  const through = new Uint16Array(PLACES_IN_YEAR)
  const first = `${prefix}01-01` as Day
  let dayOfWeek = weekday(first)
  let week = weekOf(first)
  for (const { date, place } of datesOf(number)) {
    const on = `${prefix}${date}` as Day
    // Only the weeks around New Year need the rule of ISO 8601; every other Monday begins the next one.
    if (dayOfWeek === MONDAY) week = date <= '01-07' || date >= '12-28' ? weekOf(on) : week + 1
    const open = dayOfWeek <= FRIDAY && !closedOn.has(on) && !isQuiet(date, week, facts.quietPeriods)
    if (open && !facts.closings.some((closing) => closing.from <= on && on <= closing.to)) working.push(on)
    through[place] = working.length
    dayOfWeek = (dayOfWeek % 7) + 1
  }
  return { working, through }
}

const MONDAY = 1
const FRIDAY = 5

function isQuiet(date: string, week: number, periods: QuietPeriod[]): boolean {
  return periods.some((period) =>
    'weeks' in period ? covers(period.weeks[0], period.weeks[1], week) : covers(period.from, period.to, date),
  )
}

/** Whether a recurring span holds a value; a span whose end is before its start runs over New Year. */
function covers<T extends number | string>(from: T, through: T, value: T): boolean {
  return from <= through ? from <= value && value <= through : from <= value || value <= through
}

/** Every month is given 31 places, so that the place of a day needs no arithmetic on leap years. */
const PLACES_IN_MONTH = 31
const PLACES_IN_YEAR = 12 * PLACES_IN_MONTH

/** The dates of a leap year as 'MM-DD', in order. */
const leapYearDates = Array.from({ length: 366 }, (_, n) => addDays('2028-01-01' as Day, n)).map((on) => ({
  date: on.slice(5),
  place: placeInYear(on),
}))
const yearDates = leapYearDates.filter(({ date }) => date !== '02-29')

function datesOf(year: number): typeof yearDates {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeap ? leapYearDates : yearDates
}

function placeInYear(on: Day): number {
  return (Number(on.slice(5, 7)) - 1) * PLACES_IN_MONTH + Number(on.slice(8, 10)) - 1
}

function yearNumber(on: Day): number {
  return Number(on.slice(0, 4))
}
