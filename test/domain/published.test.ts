import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { shownGroups, type ShownStep } from '../../domain/published.ts'
import { type Cell, publishable } from '../../domain/suppression.ts'

describe('Figures about a group', () => {
  test('are shown when the group has as many people as the minimum, and are out from then on', () => {
    const { records, fresh } = shownGroups([cell('team', 5), cell('small', 4, 100)], 5, [])
    expect([...records.keys()]).toEqual(['team'])
    expect(fresh.map(({ key }) => key)).toEqual(['team'])
  })

  test('stay as they were shown when one person more would give away that person', () => {
    const { records, fresh } = shownGroups([cell('team', 6)], 5, [shown('team', 5)])
    expect(records.get('team')).toHaveLength(5)
    expect(fresh).toEqual([])
  })

  test('are brought up to date once enough people have come', () => {
    const { records, fresh } = shownGroups([cell('team', 10)], 5, [shown('team', 5)])
    expect(records.get('team')).toHaveLength(10)
    expect(fresh.map(({ key }) => key)).toEqual(['team'])
  })

  test('are not remembered again while nobody has come or gone', () => {
    expect(shownGroups([cell('team', 5)], 5, [shown('team', 5)]).fresh).toEqual([])
  })

  test('are held back for the last small team of a department whose other teams are shown', () => {
    const teams = [cell('a', 6), cell('b', 5, 6), cell('c', 4, 11)]
    const department = { key: 'all', records: teams.flatMap(({ records }) => records) }
    const { records } = shownGroups([...teams.slice(0, 2), department], 5, [])
    expect([...records.keys()]).toEqual(['a', 'b'])
  })
})

test('What is kept are the steps, which divide people as the groups themselves would', () => {
  const ids = Array.from({ length: 14 }, (_, n) => n)
  const anyGroup = fc.subarray(ids).map((numbers) => numbers.map((n) => ({ id: `r${n}`, person: `p${n}` })))
  fc.assert(
    fc.property(fc.array(anyGroup, { minLength: 1, maxLength: 6 }), (states) => {
      let steps: readonly ShownStep[] = []
      const whole: Cell[] = []
      for (const records of states) {
        const cells = [{ key: 'team', records }]
        const isOut = publishable(cells, 3, whole).has('team')
        const { records: seen, fresh } = shownGroups(cells, 3, steps)
        if (isOut) whole.push({ key: 'team', records })
        const idsOf = (list: readonly { id: string }[] = []) => list.map(({ id }) => id).toSorted()
        expect(idsOf(seen.get('team'))).toEqual(idsOf(whole.at(-1)?.records))
        steps = [...steps, ...fresh]
      }
    }),
  )
})

function shown(key: string, people: number): ShownStep {
  return { ...cell(key, people), gone: [] }
}

function cell(key: string, people: number, first = 0): Cell {
  const records = Array.from({ length: people }, (_, i) => ({ id: `r${first + i}`, person: `p${first + i}` }))
  return { key, records }
}
