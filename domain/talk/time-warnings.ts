import type { Calendar } from '../calendar/calendar.ts'
import { type Day, type Instant, weekday } from '../calendar/day.ts'
import { formatDay, formatTime } from '../calendar/format.ts'
import { holidayNames } from '../calendar/holiday-names.ts'
import { type Holiday, holidaysOf } from '../calendar/holidays.ts'
import type { Language } from '../language.ts'

export const timeWarningCodes = [
  'on-saturday',
  'on-sunday',
  'on-holiday',
  'on-closed-day',
  'begins-early',
  'ends-late',
] as const
export type TimeWarningCode = (typeof timeWarningCodes)[number]

/** Something odd about a time that is accepted all the same: it may be a slip, and it may be what both want. */
export interface TimeWarning {
  code: TimeWarningCode
  /** The time's local day. */
  on: Day
  /** Set where it is a day off that has a name. */
  holiday: Holiday | null
}

/** Minutes after local midnight between which people expect to be at work. */
const WORK_BEGINS = 7 * 60
const WORK_ENDS = 18 * 60

/**
 * What the one who sets a time should look at once more: a day that is no working day of the unit, as the round's rules
 * and the unit's closing days have it (R3.1), and hours outside 7–18. At most one word about the day, the most telling.
 */
export function timeWarnings(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  calendar: Calendar,
): TimeWarning[] {
  const on = calendar.dayOf(startsAt)
  const holiday = holidayOn(on, calendar)
  const codes: TimeWarningCode[] = []
  const aboutDay = dayWarning(on, holiday, calendar)
  if (aboutDay !== null) codes.push(aboutDay)
  if (startsAt < calendar.instantOf(on, WORK_BEGINS)) codes.push('begins-early')
  if (endsAt > calendar.instantOf(on, WORK_ENDS)) codes.push('ends-late')
  return codes.map((code) => ({ code, on, holiday: code === 'on-holiday' ? holiday : null }))
}

export function timeWarningSentence({ code, on, holiday }: TimeWarning, language: Language): string {
  const name = holiday === null ? '' : holidayNames[language][holiday]
  return sentences[language][code](formatDay(on, language), name)
}

function dayWarning(on: Day, holiday: Holiday | null, calendar: Calendar): TimeWarningCode | null {
  if (holiday !== null) return 'on-holiday'
  if (weekday(on) === 6) return 'on-saturday'
  if (weekday(on) === 7) return 'on-sunday'
  return calendar.isWorkingDay(on) ? null : 'on-closed-day'
}

function holidayOn(on: Day, { facts }: Calendar): Holiday | null {
  return holidaysOf(Number(on.slice(0, 4)), facts.closed).find((off) => off.on === on)?.holiday ?? null
}

const sentences: Record<Language, Record<TimeWarningCode, (on: string, holiday: string) => string>> = {
  da: {
    'on-saturday': (on) => `Tidspunktet ligger på en lørdag: ${on}.`,
    'on-sunday': (on) => `Tidspunktet ligger på en søndag: ${on}.`,
    'on-holiday': (on, holiday) => `Tidspunktet ligger på en helligdag eller fridag (${holiday}): ${on}.`,
    'on-closed-day': (on) => `Tidspunktet ligger på en lukkedag eller i en stille periode: ${on}.`,
    'begins-early': () => `Tidspunktet begynder før ${formatTime(WORK_BEGINS, 'da')}.`,
    'ends-late': () => `Tidspunktet slutter efter ${formatTime(WORK_ENDS, 'da')}.`,
  },
  en: {
    'on-saturday': (on) => `The time falls on a Saturday: ${on}.`,
    'on-sunday': (on) => `The time falls on a Sunday: ${on}.`,
    'on-holiday': (on, holiday) => `The time falls on a holiday (${holiday}): ${on}.`,
    'on-closed-day': (on) => `The time falls on a closing day or in a quiet period: ${on}.`,
    'begins-early': () => `The time begins before ${formatTime(WORK_BEGINS, 'en')}.`,
    'ends-late': () => `The time ends after ${formatTime(WORK_ENDS, 'en')}.`,
  },
}
