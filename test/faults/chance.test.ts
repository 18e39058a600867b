import { expect, test } from '@jest/globals'
import { createChance } from './chance.ts'

test('the same seed draws the same faults again, another seed others', () => {
  const draw = (seed: number) => {
    const chance = createChance(seed)
    return Array.from({ length: 20 }, () => chance.between(1, 1000))
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).every((drawn) => drawn >= 1 && drawn <= 1000)).toBe(true)
})
