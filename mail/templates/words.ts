import { formatDay, formatDayAndTime } from '../../domain/calendar/format.ts'
import type { Day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import type { ExtraKind } from '../../domain/talk/talk.ts'

/** A local point in time: the day, and minutes after its midnight. */
export interface LocalTime {
  on: Day
  minutes: number
}

/** The shown name of a talk of a kind; the yearly talk's own name is a setting (R12). */
export function talkWord(kind: RoundKind | ExtraKind, talkName: string, language: Language): string {
  if (kind === 'lus') return 'LUS'
  if (kind === 'senior') return language === 'da' ? 'seniorsamtale' : 'senior talk'
  if (kind === 'leader-talent') return language === 'da' ? 'ledertalentsamtale' : 'leader-talent talk'
  if (kind === 'return') return language === 'da' ? 'opstartssamtale' : 'return talk'
  return talkName
}

export function statusTalkWord(language: Language): string {
  return language === 'da' ? 'statussamtale' : 'status talk'
}

/**
 * A certain one, in Danish: 'samtalen', 'seniorsamtalen'; a short name such as 'MUS' stays as it is. English says 'the'
 * before it.
 */
export function definiteDa(talk: string): string {
  return /samtale$/i.test(talk) ? `${talk}n` : talk
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

/** The first letter of a sentence large: the talk's shown name may begin with a small one. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da-DK') + text.slice(1)
}
