import type { Language } from '../language.ts'
import type { RoundKind } from '../round/round.ts'
import type { ExtraKind } from './talk.ts'

/** The shown name of a talk of a kind; the yearly talk's own name is a setting (R12). */
export function talkWord(kind: RoundKind | ExtraKind, talkName: string, language: Language): string {
  if (kind === 'lus') return 'LUS'
  if (kind === 'senior') return language === 'da' ? 'seniorsamtale' : 'senior talk'
  if (kind === 'leader-talent') return language === 'da' ? 'ledertalentsamtale' : 'leader-talent talk'
  if (kind === 'return') return language === 'da' ? 'opstartssamtale' : 'return talk'
  return talkName
}

/**
 * A certain one, in Danish: 'samtalen', 'seniorsamtalen'; a short name such as 'MUS' stays as it is. English says 'the'
 * before it.
 */
export function definiteDa(talk: string): string {
  return /samtale$/i.test(talk) ? `${talk}n` : talk
}

/** The first letter of a sentence large: the talk's shown name may begin with a small one. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da-DK') + text.slice(1)
}
