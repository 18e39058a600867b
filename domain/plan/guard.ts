import { cprNumbers } from './cpr-numbers.ts'
import { healthWords } from './health-words.ts'
import { unionWords } from './union-words.ts'

/** Something in a text that does not belong in a plan or a sheet that is shared (R7.3). It warns, it never blocks. */
export interface GuardWarning {
  readonly kind: 'cpr-number' | 'health' | 'union'
  /** Where it stands, such as 'goals.0.goal'. */
  readonly place: string
  readonly found: string
}

/** Looks through every text of a document, whatever its shape; ids were written by nobody. */
export function guardWarnings(document: unknown): GuardWarning[] {
  return textsOf(document, []).flatMap(({ place, text }) => [
    ...cprNumbers(text).map((found): GuardWarning => ({ kind: 'cpr-number', place, found })),
    ...once(healthWords(text)).map((found): GuardWarning => ({ kind: 'health', place, found })),
    ...once(unionWords(text)).map((found): GuardWarning => ({ kind: 'union', place, found })),
  ])
}

function once(words: readonly string[]): string[] {
  return [...new Set(words)]
}

function textsOf(value: unknown, path: readonly string[]): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place: path.join('.'), text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : textsOf(inner, [...path, key])))
}
