import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { shownGroups, type ShownStep } from '../../../domain/published.ts'
import { counterCells, counterKey } from '../../../domain/round/counter-cells.ts'

const MINIMUM = 5
const counters = ['held', 'exempt', 'due'] as const
type Counter = (typeof counters)[number]

/** What somebody has been shown of a counter: whom it counted. */
type Seen = ReadonlySet<string>

test('no adding and subtracting of a figure, of groups that overlap and on several days, tells of one to four people', () => {
  const people = Array.from({ length: 16 }, (_, n) => n)
  const day = fc.record({
    groups: fc.array(fc.subarray(people, { minLength: 4 }), { minLength: 1, maxLength: 3 }),
    counts: fc.record({
      held: fc.subarray(people),
      exempt: fc.subarray(people),
      due: fc.subarray(people),
    }),
  })
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 3 }), (days) => {
      let steps: readonly ShownStep[] = []
      const seen = new Map<Counter, Seen[]>(counters.map((counter) => [counter, []]))
      for (const { groups, counts } of days) {
        const units = groups.map((members, i) => ({
          key: `unit ${i}`,
          talks: members.map((n) => ({ talkId: `talk ${n}`, personId: `person ${n}`, n })),
        }))
        // Several status talks may be due of one talk.
        const timesIn = ({ n }: { n: number }, counter: Counter) =>
          counts[counter].includes(n) ? (counter === 'due' ? 1 + (n % 2) : 1) : 0
        const { records, fresh } = shownGroups(counterCells(units, counters, timesIn), MINIMUM, steps)
        steps = [...steps, ...fresh]
        for (const { key } of units)
          for (const counter of counters) {
            const counted = records.get(counterKey(key, counter))
            if (counted !== undefined) seen.get(counter)?.push(new Set(counted.map(({ person }) => person)))
          }
      }
      for (const figures of seen.values())
        for (const weights of combinations(Math.min(figures.length, 6)))
          expect(singledOut(figures, weights)).toBeNull()
    }),
    { numRuns: 150 },
  )
})

/** Every way to add or subtract that many figures. */
function combinations(count: number): number[][] {
  if (count === 0) return [[]]
  return combinations(count - 1).flatMap((rest) => [-1, 0, 1].map((weight) => [...rest, weight]))
}

/** The people a weighted sum of figures is about; null where it is about nobody, or about the minimum or more. */
function singledOut(seen: readonly Seen[], weights: readonly number[]): string[] | null {
  const everybody = new Set(seen.flatMap((people) => [...people]))
  const about = [...everybody].filter(
    (person) => weights.reduce((sum, weight, i) => sum + (seen[i]?.has(person) ? weight : 0), 0) !== 0,
  )
  return about.length > 0 && about.length < MINIMUM ? about : null
}
