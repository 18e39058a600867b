import { formatDay, formatDayAndTime } from '../../domain/calendar/format.ts'
import type { Day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'

/** A local point in time: the day, and minutes after its midnight. */
export interface LocalTime {
  on: Day
  minutes: number
}

export function statusTalkWord(language: Language): string {
  return language === 'da' ? 'statussamtale' : 'status talk'
}

export function dayWord(on: Day | null, language: Language): string {
  return on === null ? '' : formatDay(on, language)
}

export function timeWord(time: LocalTime, language: Language): string {
  return formatDayAndTime(time.on, time.minutes, language)
}

/** Within a sentence, with the space before it: ' 12.03.2027 (uge 10) kl. 9.30'; '' where no time is known. */
export function atTimeWord(time: LocalTime | null, language: Language): string {
  if (time === null) return ''
  return language === 'da' ? ` ${timeWord(time, language)}` : ` on ${timeWord(time, language)}`
}

/** 'fra 01.02.2027 (uge 5) til 30.04.2027 (uge 17)'. */
export function windowWord(from: Day, to: Day, language: Language): string {
  const [between, until] = language === 'da' ? ['fra', 'til'] : ['from', 'to']
  return `${between} ${formatDay(from, language)} ${until} ${formatDay(to, language)}`
}
