import type { FontCoverage } from './font-coverage.ts'

/**
 * Makes what people wrote printable: the same words, with line breaks as '\n', in which every character has
 * a glyph. PDF/A-2a forbids characters without one, so a rare one that no font has is written as its number,
 * such as [U+4E2D], and nothing people write can keep a plan from being filed (R8.1). Invisible characters
 * go, because a filed text must read as it was typed (a right-to-left override could turn words round).
 */
export function createPrintable(fonts: readonly FontCoverage[]): (text: string) => string {
  const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' })
  const show = (text: string): string =>
    fonts.some((covers) => isCovered(text, covers)) ? text : [...text].map(showAlone).join('')
  const showAlone = (character: string): string => {
    const covered = [character, character.normalize('NFKC')].find((form) =>
      fonts.some((covers) => isCovered(form, covers)),
    )
    if (covered !== undefined) return covered
    return isJoiner(character) ? '' : numberOf(character)
  }
  return (text) => {
    const plain = withoutInvisible(text.toWellFormed().normalize('NFC'))
    return Array.from(graphemes.segment(plain), ({ segment }) =>
      segment === '\n' ? segment : show(segment),
    ).join('')
  }
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** For a footer, which has one line. */
export function shortened(name: string): string {
  const characters = [...name]
  return characters.length <= 60 ? name : `${characters.slice(0, 59).join('')}…`
}

/** Control and format characters go; every kind of line end and space becomes the plain one. */
function withoutInvisible(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/\t|(?!\u00a0)\p{Zs}/gu, ' ')
    .replace(/(?![\n\u200d])[\p{Cc}\p{Cf}]/gu, '')
}

/** One font shows all of it; joiners and selectors need no glyph of their own beside one that does. */
function isCovered(text: string, covers: FontCoverage): boolean {
  const shown = [...text].filter((character) => !isJoiner(character))
  return shown.length > 0 && shown.every((character) => !isPrivate(character) && covers(codeOf(character)))
}

function isJoiner(character: string): boolean {
  return character === '\u200d' || character === '\ufe0e' || character === '\ufe0f'
}

/** PDF/A-2a refuses private-use characters: nobody else could know what they mean. */
function isPrivate(character: string): boolean {
  return /\p{Co}/u.test(character)
}

function numberOf(character: string): string {
  return `[U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}]`
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
