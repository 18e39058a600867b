import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { publishable } from '../../domain/suppression.ts'
import type { Cell, CountedRecord } from '../../domain/suppression.ts'

const MINIMUM = 5

/** A group of the talks numbered from one number through another. */
function talks(key: string, from: number, through: number): Cell {
  const numbers = Array.from({ length: through - from + 1 }, (_, i) => from + i)
  return { key, records: numbers.map((n) => ({ id: `talk-${n}`, person: `person-${n}` })) }
}

describe('figures about a group are shown', () => {
  test('from five people on', () => {
    expect(shown([talks('four', 1, 4), talks('five', 11, 15)])).toEqual(['five'])
    expect(shown([{ key: 'nobody', records: [] }])).toEqual([])
  })

  test('for every team that has five of its own', () => {
    const teams = [talks('north', 1, 5), talks('south', 6, 12), talks('east', 13, 30)]
    expect(shown(teams)).toEqual(['north', 'south', 'east'])
    expect(shown([talks('all', 1, 30), ...teams])).toEqual(['all', 'north', 'south', 'east'])
  })

  test('for a department whose two small teams hide each other', () => {
    const cells = [talks('department', 1, 12), talks('large', 1, 5), talks('a', 6, 9), talks('b', 10, 12)]
    expect(shown(cells)).toEqual(['department', 'large'])
  })

  test('counting a person with two employments once', () => {
    const four = talks('team', 1, 4)
    const twice: CountedRecord = { id: 'talk-99', person: 'person-1' }
    expect(shown([{ key: 'team', records: [...four.records, twice] }])).toEqual([])
  })
})

describe('figures that would give away a small group are held back', () => {
  test('the team that, taken from the department with another, leaves a team of four', () => {
    const cells = [
      talks('department', 1, 15),
      talks('six', 1, 6),
      talks('five', 7, 11),
      talks('four', 12, 15),
    ]
    expect(shown(cells)).toEqual(['department', 'six'])
  })

  test('the department, where its teams were shown before', () => {
    const before = [talks('six', 1, 6), talks('five', 7, 11)]
    expect(shown([talks('department', 1, 15)], before)).toEqual([])
    expect(shown([talks('department', 1, 16)], before)).toEqual(['department'])
  })

  test("next month's figures, until five more talks are held", () => {
    const march = [talks('held by March', 1, 10)]
    expect(shown([talks('held by April', 1, 12)], march)).toEqual([])
    expect(shown([talks('held by April', 1, 15)], march)).toEqual(['held by April'])
    expect(shown([talks('held by March', 1, 10)], march)).toEqual(['held by March'])
  })

  test('two units that overlap in three people', () => {
    expect(shown([talks('school', 1, 20), talks('project', 18, 40)])).toEqual(['school'])
    expect(shown([talks('school', 1, 20), talks('project', 16, 40)])).toEqual(['school', 'project'])
  })

  test('two rounds together, where one of them was shown and the other is small', () => {
    const round = talks('MUS', 1, 20)
    expect(shown([round, talks('MUS and LUS', 1, 23)])).toEqual(['MUS'])
    expect(shown([round, talks('MUS and LUS', 1, 25)])).toEqual(['MUS', 'MUS and LUS'])
  })
})

test('what went out under an older rule blocks nothing that tells no more', () => {
  const before = [talks('three', 1, 3)]
  expect(shown([talks('three', 1, 3), talks('eight', 4, 11)], before)).toEqual(['eight'])
})

const universe = talks('all', 0, 23).records
const anyCell = (key: string) =>
  fc.oneof(
    fc.subarray([...universe]).map((records) => ({ key, records })),
    fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
      .map(([a, b]) => talks(key, Math.min(a, b), Math.max(a, b))),
  )
const anyCells = fc.integer({ min: 1, max: 6 }).chain((n) => fc.tuple(...keys(n).map(anyCell)))

test('no adding and subtracting of shown figures gives a figure about one to four people', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const out = publishable(cells, MINIMUM)
      const open = cells.filter((cell) => out.has(cell.key))
      for (const weights of combinations(open.length)) expect(smallGroupOf(open, weights)).toBeNull()
    }),
    { numRuns: 150 },
  )
})

test('showing figures month by month gives no more away than showing them at once', () => {
  fc.assert(
    fc.property(anyCells, fc.nat(6), (cells, count) => {
      const first = cells.slice(0, count)
      const firstOut = publishable(first, MINIMUM)
      const before = first.filter((cell) => firstOut.has(cell.key))
      const later = publishable(cells.slice(count), MINIMUM, before)
      expect(new Set([...firstOut, ...later])).toEqual(publishable(cells, MINIMUM))
    }),
  )
})

function shown(cells: Cell[], published: Cell[] = []): string[] {
  return [...publishable(cells, MINIMUM, published)]
}

function keys(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `cell ${i}`)
}

/** Every way to add, subtract or double that many figures. */
function combinations(count: number): number[][] {
  if (count === 0) return [[]]
  return combinations(count - 1).flatMap((rest) => [-2, -1, 0, 1, 2].map((weight) => [...rest, weight]))
}

/**
 * The people a weighted sum of cells singles out: those whose weight differs from everybody else's, where
 * all others cancel out. Null when it singles out nobody or at least the minimum.
 */
function smallGroupOf(cells: Cell[], weights: number[]): string[] | null {
  const weightOf = (id: string) =>
    cells.reduce((sum, cell, i) => sum + (cell.records.some((r) => r.id === id) ? (weights[i] ?? 0) : 0), 0)
  const left = universe.filter((record) => weightOf(record.id) !== 0).map((record) => record.person)
  return left.length > 0 && left.length < MINIMUM ? left : null
}
