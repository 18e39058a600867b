/**
 * A pattern for any of the words, with a blank and a comma between them: `*` before or after one lets it be part of a
 * compound or take an ending ('*kræft' finds 'lungekræft', 'sygedag*' finds 'sygedagene').
 */
export function anyOf(words: string): RegExp {
  const parts = words.split(', ').map((word) => {
    const [, before, stem = '', after] = /^(\*?)(.*?)(\*?)$/.exec(word) ?? []
    const escaped = stem.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
    return `${before ? '[\\p{L}\\d-]*' : ''}${escaped}${after ? '[\\p{L}\\d-]*' : ''}`
  })
  return new RegExp(`(?<![\\p{L}\\d])(?:${parts.join('|')})(?![\\p{L}\\d])`, 'iu')
}

/** Every place in a text that a pattern finds, each wording once. */
export function matches(text: string, pattern: RegExp): string[] {
  const everywhere = new RegExp(pattern.source, 'giu')
  return [...new Set([...text.matchAll(everywhere)].map(([found]) => found))]
}

/** A text by its sentences and lines; an abbreviation may cut one in two, which does no harm here. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;:])\s+|\n+/).filter((sentence) => sentence.trim() !== '')
}
