/**
 * A pattern for any of the words, with a comma and a blank between them: `*` before or after one lets it be part of a
 * compound or take an ending ('*kræft' finds 'lungekræft', 'sygedag*' finds 'sygedagene'), alone it is any word.
 */
export function anyOf(words: string): RegExp {
  return whole(alternatives(words))
}

/** A pattern for words after one another, each from such a list; a list that begins with `?` may be passed over. */
export function phrase(...lists: readonly string[]): RegExp {
  const steps = lists.map((list, place) => {
    const step = `(?:${alternatives(list.replace(/^\?/, ''))})${place < lists.length - 1 ? '\\s+' : ''}`
    return list.startsWith('?') ? `(?:${step})?` : step
  })
  return whole(steps.join(''))
}

/** Every place in a text that one of the patterns finds, each wording once. */
export function matches(text: string, ...patterns: readonly RegExp[]): string[] {
  return [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found)))]
}

export function has(text: string, ...patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => text.search(pattern) >= 0)
}

/** A text with what the patterns find taken out. */
export function without(text: string, ...patterns: readonly RegExp[]): string {
  return patterns.reduce((left, pattern) => left.replace(pattern, ' '), text)
}

/** A text by its sentences and lines; a rare abbreviation may cut one in two, which does no harm here. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?;:])(?<!(?:pga|ifm|mht|evt|ca|f\.eks|bl\.a)\.)\s+|\n+/i)
    .filter((sentence) => sentence.trim() !== '')
}

/** Letters of Danish and its neighbours, and digits: `\p{L}` makes patterns this long take seconds to compile. */
const LETTER = 'a-zà-öø-ÿ\\d'

function whole(pattern: string): RegExp {
  return new RegExp(`(?<![${LETTER}])(?:${pattern})(?![${LETTER}])`, 'gi')
}

function alternatives(words: string): string {
  return words.split(', ').map(alternative).join('|')
}

function alternative(word: string): string {
  if (word === '*') return `[${LETTER}-]+`
  const [, before, stem = '', after] = /^(\*?)(.*?)(\*?)$/.exec(word) ?? []
  const escaped = stem.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
  return `${before ? `[${LETTER}-]*` : ''}${escaped}${after ? `[${LETTER}-]*` : ''}`
}
