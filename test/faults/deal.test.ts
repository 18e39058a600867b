import { expect, test } from '@jest/globals'
import { deal } from './deal.ts'

const deck = Array.from({ length: 23 }, (_, card) => card)
const rounds = (first: number, count: number) =>
  Array.from({ length: count }, (_, round) => deal(deck, 5, first + round))

test('in so many rounds that the shares make a deck, every fault is dealt', () => {
  expect(new Set(rounds(0, 5).flat())).toEqual(new Set(deck))
  // Begun in the middle of a deck, two of them are enough.
  expect(new Set(rounds(1_234_567, 10).flat())).toEqual(new Set(deck))
})

test('a round has the same share whenever it is played, and no fault twice', () => {
  expect(deal(deck, 5, 71)).toEqual(deal(deck, 5, 71))
  for (const share of rounds(0, 40)) expect(new Set(share).size).toBe(share.length)
})
