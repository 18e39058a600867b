import type { Sentences } from './problem.ts'

/** A refusal's code in both languages. */
export function refusalSentences(_code: string): Sentences {
  return { da: 'Det kan ikke lade sig gøre nu.', en: 'That is not possible now.' }
}
