import { roundRefusalSentences } from '../domain/round/refusal-sentences.ts'
import { refusalSentences as talkSentences } from '../domain/talk/refusal-sentences.ts'
import type { Sentences } from './problem.ts'

/** A refusal's code in both languages; a code that only a newer worker knows is said in general words. */
export function refusalSentences(code: string): Sentences {
  const known: Readonly<Record<string, Sentences>> = { ...roundRefusalSentences, ...talkSentences }
  return known[code] ?? { da: 'Det kan ikke lade sig gøre nu.', en: 'That is not possible now.' }
}
