/** A calendar day as ISO text, such as '2027-02-26'. Days compare and sort as text. */
export type Day = string & { readonly brand: 'Day' }

/** A point in time: epoch milliseconds, UTC. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Reads 'YYYY-MM-DD'; null where the text is no such day of the calendar (2027-02-30). */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at)) return null
  // The 30th of February is taken for the 2nd of March.
  return new Date(at).getUTCDate() === Number(text.slice(8)) ? (text as Day) : null
}

/** The day a literal names; throws on anything else, so that a wrong constant is found at once. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`day is '${text}': expected a date such as 2027-02-26`)
  return parsed
}

/** The calendar day `count` days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  return dayOfUtc(utcOf(from) + count * DAY)
}

/** n months after a day: the same day number, else the month's last day (R3.1). */
export function addMonths(from: Day, months: number): Day {
  const [year, month, date] = parts(from)
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dayOfUtc(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY)
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(of: Day): number {
  return new Date(utcOf(of)).getUTCDay() || 7
}

/** The ISO 8601 week number, as Danes number weeks. */
export function weekOf(of: Day): number {
  const thursday = addDays(of, 4 - weekday(of))
  const [year] = parts(thursday)
  return Math.floor(daysBetween(dayOfUtc(Date.UTC(year, 0, 1)), thursday) / 7) + 1
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** Midnight UTC at the start of the day: for arithmetic on days, never for a deadline. */
export function utcOf(of: Day): Instant {
  return Date.parse(`${of}T00:00:00Z`)
}

/** The UTC day an instant falls on: for arithmetic on days, never for a deadline. */
export function dayOfUtc(at: Instant): Day {
  return new Date(at).toISOString().slice(0, 10) as Day
}

function parts(of: Day): [year: number, month: number, date: number] {
  return [Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10))]
}
