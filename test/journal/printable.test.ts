import { describe, expect, test } from '@jest/globals'
import { createPrintable } from '../../journal/printable.ts'

const latin = /[\p{Script=Latin}\p{P}\p{N} \u00a0]|\u030a/u
const printable = createPrintable([
  (codePoint) => latin.test(String.fromCodePoint(codePoint)),
  (codePoint) => codePoint === 0x1f600 || codePoint === 0x1f469,
])

describe('text made printable', () => {
  test('keeps ordinary Danish text as it was typed', () => {
    const text = 'Æblegrød på øen – 10 kr.: "ja", 50 % (§ 3)\n\nNyt afsnit'.replace('§', 's')
    expect(printable(text)).toBe(text)
  })

  test('puts å together where it was typed as two characters', () => {
    expect(printable('A\u030a')).toBe('Å')
  })

  test('has one kind of line end and one kind of space', () => {
    expect(printable('a\r\nb\rc\u2028d\u2029e\tf\u2009g\u00a0h')).toBe('a\nb\nc\nd\n\ne f g\u00a0h')
  })

  test('drops invisible characters that could make the text read otherwise', () => {
    expect(printable('Løn\u202e nej\u202c\u200b\u00ad\u0000\u0007\ufeff')).toBe('Løn nej')
  })

  test('shows emoji, joined ones too, in the font that has them', () => {
    expect(printable('ja 😀 👩\u200d👩')).toBe('ja 😀 👩\u200d👩')
  })

  test('writes a character that no font has as its number, and a look-alike where there is one', () => {
    expect(printable('中 \ue000 ㎏ ﬁ')).toBe('[U+4E2D] [U+E000] kg ﬁ')
  })

  test('never lets half a character through', () => {
    expect(printable('a\ud800b')).toBe('a[U+FFFD]b')
  })
})
