import { addDays, day } from './day.ts'
import type { Day } from './day.ts'

/** Days that are closed by default and that an employer may open (R3.1); true = closed. */
export interface ClosedDays {
  mayDay: boolean
  constitutionDay: boolean
  christmasEve: boolean
  newYearsEve: boolean
}

export type Holiday =
  | 'new-years-day'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'store-bededag'
  | 'ascension'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'second-christmas-day'
  | 'may-day'
  | 'constitution-day'
  | 'christmas-eve'
  | 'new-years-eve'

/** The last year in which Store bededag was a public holiday; a working day from the year after (R3.1). */
const LAST_STORE_BEDEDAG = 2023

/** The Danish days off that are not weekends, for one year: the law's, and those the employer keeps closed. */
export function holidaysOf(year: number, closed: ClosedDays): { on: Day; holiday: Holiday }[] {
  const easter = easterSunday(year)
  const found: { on: Day; holiday: Holiday }[] = [
    { on: dateIn(year, '01-01'), holiday: 'new-years-day' },
    { on: addDays(easter, -3), holiday: 'maundy-thursday' },
    { on: addDays(easter, -2), holiday: 'good-friday' },
    { on: easter, holiday: 'easter-sunday' },
    { on: addDays(easter, 1), holiday: 'easter-monday' },
    { on: addDays(easter, 39), holiday: 'ascension' },
    { on: addDays(easter, 49), holiday: 'whit-sunday' },
    { on: addDays(easter, 50), holiday: 'whit-monday' },
    { on: dateIn(year, '12-25'), holiday: 'christmas-day' },
    { on: dateIn(year, '12-26'), holiday: 'second-christmas-day' },
  ]
  if (year <= LAST_STORE_BEDEDAG) found.push({ on: addDays(easter, 26), holiday: 'store-bededag' })
  if (closed.mayDay) found.push({ on: dateIn(year, '05-01'), holiday: 'may-day' })
  if (closed.constitutionDay) found.push({ on: dateIn(year, '06-05'), holiday: 'constitution-day' })
  if (closed.christmasEve) found.push({ on: dateIn(year, '12-24'), holiday: 'christmas-eve' })
  if (closed.newYearsEve) found.push({ on: dateIn(year, '12-31'), holiday: 'new-years-eve' })
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Easter Sunday of the Gregorian calendar: the Sunday after the first full moon from 21 March on. */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skippedLeapDays = Math.floor(century / 4)
  const moonCorrection = Math.floor((8 * century + 13) / 25)
  const epact = (century - skippedLeapDays - moonCorrection + 19 * golden + 15) % 30
  // The church's moon is kept one day earlier in the two cases where it would fall after 18 April.
  const late = epact === 29 || (epact === 28 && golden > 10) ? 1 : 0
  const fullMoon = epact - late
  const leaps = Math.floor(year / 4)
  const moonWeekday = (year + leaps + fullMoon + 2 - century + skippedLeapDays) % 7
  return addDays(dateIn(year, '03-28'), fullMoon - moonWeekday)
}

function dateIn(year: number, monthAndDate: string): Day {
  return day(`${String(year).padStart(4, '0')}-${monthAndDate}`)
}
