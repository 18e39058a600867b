import type { Language } from '../language.ts'
import { weekOf } from './day.ts'
import type { Day } from './day.ts'

const words = {
  da: { week: 'uge' },
  en: { week: 'week' },
} as const

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** '30.03.2027 (uge 13)', or '30 March 2027 (week 13)': never a form that is read as month first (R16). */
export function formatDay(on: Day, language: Language): string {
  return `${formatDate(on, language)} (${words[language].week} ${weekOf(on)})`
}

/** '30.03.2027' or '30 March 2027', for tables where the week has a column of its own or no room. */
export function formatDate(on: Day, language: Language): string {
  const [year = '', month = '', date = ''] = on.split('-')
  if (language === 'da') return `${date}.${month}.${year}`
  return `${Number(date)} ${englishMonths[Number(month) - 1]} ${year}`
}

/** 'kl. 9.30' or '9:30', of minutes after local midnight. */
export function formatTime(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60)
  const rest = String(minutes % 60).padStart(2, '0')
  return language === 'da' ? `kl. ${hours}.${rest}` : `${hours}:${rest}`
}

/** '30.03.2027 (uge 13) kl. 9.30' or '30 March 2027 (week 13) at 9:30'. */
export function formatDayAndTime(on: Day, minutes: number, language: Language): string {
  return withTime(formatDay(on, language), minutes, language)
}

/** '30.03.2027 kl. 9.30' or '30 March 2027 at 9:30', for what nobody plans by weeks. */
export function formatDateAndTime(on: Day, minutes: number, language: Language): string {
  return withTime(formatDate(on, language), minutes, language)
}

function withTime(day: string, minutes: number, language: Language): string {
  return `${day}${language === 'da' ? ' ' : ' at '}${formatTime(minutes, language)}`
}
