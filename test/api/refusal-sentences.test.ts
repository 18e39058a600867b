import { expect, test } from '@jest/globals'
import { refusalSentences } from '../../api/refusal-sentences.ts'
import { roundRefusalCodes } from '../../domain/round/round.ts'
import { refusalCodes } from '../../domain/talk/refusals.ts'

test('Every refusal says why in one sentence of its own, in both languages', () => {
  const codes = [...refusalCodes, ...roundRefusalCodes]
  for (const language of ['da', 'en'] as const) {
    const sentences = codes.map((code) => refusalSentences(code)[language])
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÆØÅ].*\.$/)
    expect(new Set(sentences).size).toBe(codes.length)
  }
})

test('A refusal that is not known yet is still answered in words', () => {
  expect(refusalSentences('from-tomorrow')).toEqual({
    da: 'Det kan ikke lade sig gøre nu.',
    en: 'That is not possible now.',
  })
})
