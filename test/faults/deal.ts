import { createChance } from './chance.ts'

/**
 * A round's share: rounds with one number after the other go through the whole deck before any card of it comes again,
 * shuffled anew each time. A round's number alone decides what it gets.
 */
export function deal<Card>(deck: readonly Card[], share: number, round: number): Card[] {
  const dealt = Array.from({ length: Math.min(share, deck.length) }, (_, index) => {
    const place = round * share + index
    return shuffled(deck, Math.floor(place / deck.length))[place % deck.length]
  })
  // Where one deck ends and the next begins, a card may come twice.
  return [...new Set(dealt)].filter((card) => card !== undefined)
}

function shuffled<Card>(deck: readonly Card[], seed: number): Card[] {
  const chance = createChance(seed)
  return deck
    .map((card) => ({ card, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ card }) => card)
}
