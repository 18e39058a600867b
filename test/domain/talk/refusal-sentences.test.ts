import { describe, expect, test } from '@jest/globals'
import { refusalSentences } from '../../../domain/talk/refusal-sentences.ts'
import { refusalCodes } from '../../../domain/talk/refusals.ts'

describe.each(['da', 'en'] as const)('refusals in language %s', (language) => {
  test.each(refusalCodes)('%s is said in whole sentences', (code) => {
    const sentence = refusalSentences[code][language]
    expect(sentence).toMatch(/^[A-ZÆØÅ].*\.$/)
    expect(sentence).not.toContain(code)
    expect(sentence.length).toBeLessThanOrEqual(160)
  })

  test('each says something else', () => {
    const sentences = refusalCodes.map((code) => refusalSentences[code][language])
    expect(new Set(sentences).size).toBe(refusalCodes.length)
  })
})

test('there is a sentence for every refusal and for nothing else', () => {
  expect(Object.keys(refusalSentences).sort()).toEqual([...refusalCodes].sort())
})

test('the Danish words are the glossary’s', () => {
  const danish = refusalCodes.map((code) => refusalSentences[code].da).join(' ')
  expect(danish).not.toMatch(/\b(De|Dem|Deres|afholdt|møde|booking|check-in|opfølgningssamtale)\b/)
})
