import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readFontCoverage } from '../../journal/font-coverage.ts'

function coverageOf(file: string) {
  return readFontCoverage(readFileSync(new URL(`../../journal/fonts/${file}`, import.meta.url)))
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0

describe('what a font can show', () => {
  test.each(['IBMPlexSans-Regular.ttf', 'IBMPlexSans-SemiBold.ttf'])(
    'is all of Danish and more (%s)',
    (file) => {
      const covers = coverageOf(file)
      for (const character of 'æøåÆØÅéüßłŽžđ€§–—„”«»…½²°')
        expect([character, covers(codeOf(character))]).toEqual([character, true])
      for (const character of '中😀\ufffe')
        expect([character, covers(codeOf(character))]).toEqual([character, false])
    },
  )

  test('is emoji in the emoji font', () => {
    const covers = coverageOf('NotoEmoji-Regular.ttf')
    for (const character of ['😀', '👍', '❤', '🎉']) expect(covers(codeOf(character))).toBe(true)
    expect(covers(codeOf('æ'))).toBe(false)
  })

  test('cannot be read from what is no font', () => {
    expect(() => readFontCoverage(new Uint8Array(64))).toThrow(
      "font has no 'cmap' table: expected a TrueType font",
    )
  })
})
