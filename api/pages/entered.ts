import { parseDay } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import type { AppContext } from '../context.ts'
import type { FormFields } from './page.ts'

/**
 * A day as browsers send it (2027-03-30) or as people type it where the browser has no field for days (30.03.2027,
 * 30-3-2027), as the api takes it. What is no day goes on as it is: the api names the place and what it expects.
 */
export function enteredDay(text: string): string {
  const [, date, month, year] = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/.exec(text) ?? []
  return year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : text
}

/** Minutes after midnight of '09:30', '9.30' or 'kl. 9.30'; null where it is no time of day. */
export function enteredMinutes(text: string): number | null {
  const [, hours, minutes = '0'] = /^(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2}))?$/i.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return Number(hours) * 60 + Number(minutes)
}

/** A number with a comma or a point; null where nothing was entered. What is no number goes on as NaN, for the api to name. */
export function enteredNumber(text: string): number | null {
  return text === '' ? null : Number(text.replace(',', '.'))
}

/** One of two that are chosen from. */
export function enteredLanguage(entered: FormFields): Language {
  return entered.text('language') === 'en' ? 'en' : 'da'
}

/** The instant of a local day and time in two inputs, as the api takes it; '' where one of them is missing or wrong. */
export function enteredInstant(
  { instantOf }: Pick<AppContext, 'instantOf'>,
  entered: FormFields,
  dayName: string,
  timeName: string,
): string {
  const on = parseDay(enteredDay(entered.text(dayName)))
  const minutes = enteredMinutes(entered.text(timeName))
  return on === null || minutes === null ? '' : new Date(instantOf(on, minutes)).toISOString()
}
