import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { shownGroups, type ShownStep } from '../../../domain/published.ts'
import { type TaggedGroup, themeCells, themeCounts } from '../../../domain/round/themes.ts'

const MINIMUM = 5

/** A group of the talks numbered from one number through another; those among them that were tagged so. */
function group(key: string, numbers: readonly number[], tagged: Readonly<Record<string, readonly number[]>>) {
  const themesOf = (n: number) => Object.keys(tagged).filter((theme) => tagged[theme]?.includes(n))
  return {
    key,
    talks: numbers.map((n) => ({ talkId: `talk ${n}`, personId: `person ${n}`, themes: themesOf(n) })),
  }
}

function range(from: number, through: number): number[] {
  return Array.from({ length: through - from + 1 }, (_, i) => from + i)
}

/** What is shown of each group, and what has been shown by then. */
function shownOf(groups: readonly TaggedGroup[], published: readonly ShownStep[] = []) {
  const cells = groups.map(({ key, talks }) => ({
    key,
    records: talks.map(({ talkId, personId }) => ({ id: talkId, person: personId })),
  }))
  const themes = themeCells(groups)
  const { records, fresh } = shownGroups([...cells, ...themes], MINIMUM, published)
  const counts = new Map(groups.map(({ key }) => [key, themeCounts(themes, key, records)]))
  return { counts, published: [...published, ...fresh], themes, records }
}

describe('A theme of a group', () => {
  test('is counted when the talks of five people have it, the most frequent first', () => {
    const tags = { opgaver: range(1, 6), trivsel: range(1, 5), stress: [7] }
    const { counts } = shownOf([group('team', range(1, 7), tags)])
    expect(counts.get('team')).toEqual([
      { theme: 'opgaver', talks: 6 },
      { theme: 'trivsel', talks: 5 },
    ])
  })

  test("is held back where a department's count less its team's would tell of one person", () => {
    const tags = { stress: [1, 2, 3, 4, 5, 11] }
    const groups = [group('department', range(1, 16), tags), group('team', range(1, 10), tags)]
    const { counts } = shownOf(groups)
    expect(counts.get('department')).toEqual([{ theme: 'stress', talks: 6 }])
    expect(counts.get('team')).toEqual([])
  })

  test('stays at what was shown when one talk more has it later', () => {
    const before = shownOf([group('team', range(1, 10), { stress: range(1, 5) })])
    const { counts } = shownOf([group('team', range(1, 10), { stress: range(1, 6) })], before.published)
    expect(counts.get('team')).toEqual([{ theme: 'stress', talks: 5 }])
  })
})

test('no adding and subtracting of shown counts, of groups that overlap and at several times, tells of one to four people', () => {
  const talks = range(0, 19)
  const someTalks = fc.subarray(talks, { minLength: 4 })
  const look = fc.record({
    groups: fc.array(someTalks, { minLength: 1, maxLength: 3 }),
    stress: fc.subarray(talks),
  })
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 3 }), (looks) => {
      let published: readonly ShownStep[] = []
      const seen: ReadonlySet<string>[] = []
      for (const [time, { groups, stress }] of looks.entries()) {
        const tagged = groups.map((numbers, i) => group(`${i} of ${time}`, numbers, { stress }))
        const shown = shownOf(tagged, published)
        published = shown.published
        for (const { key } of shown.themes) {
          const records = shown.records.get(key)
          if (records !== undefined) seen.push(new Set(records.map(({ person }) => person)))
        }
      }
      for (const weights of combinations(Math.min(seen.length, 6)))
        expect(singledOut(seen, weights)).toBeNull()
    }),
    { numRuns: 150 },
  )
})

/** Every way to add or subtract that many counts. */
function combinations(count: number): number[][] {
  if (count === 0) return [[]]
  return combinations(count - 1).flatMap((rest) => [-1, 0, 1].map((weight) => [...rest, weight]))
}

/** The people a weighted sum of counts is about; null where it is about nobody, or about the minimum or more. */
function singledOut(seen: readonly ReadonlySet<string>[], weights: readonly number[]): string[] | null {
  const everybody = new Set(seen.flatMap((people) => [...people]))
  const about = [...everybody].filter(
    (person) => weights.reduce((sum, weight, i) => sum + (seen[i]?.has(person) ? weight : 0), 0) !== 0,
  )
  return about.length > 0 && about.length < MINIMUM ? about : null
}
