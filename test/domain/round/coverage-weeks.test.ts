import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { coverageByStep, coverageByWeek } from '../../../domain/round/coverage-weeks.ts'

const window = { talksFrom: day('2027-02-01'), talksTo: day('2027-02-28') }
const heldOn = (...days: string[]) => days.map(day)

describe('Coverage over the weeks', () => {
  test('counts what was held by the end of each week, against talks spread evenly over the window', () => {
    const weeks = coverageByWeek(heldOn('2027-01-29', '2027-02-03', '2027-02-16'), window, day('2027-02-17'))
    expect(weeks).toEqual([
      { on: '2027-02-07', held: 2, planned: 0.25 },
      { on: '2027-02-14', held: 2, planned: 0.5 },
      { on: '2027-02-17', held: 3, planned: 17 / 28 },
    ])
  })

  test('has no line before the window begins, and plans no more than all', () => {
    expect(coverageByWeek([], window, day('2027-01-31'))).toEqual([])
    expect(coverageByWeek([], window, day('2027-03-07')).at(-1)).toEqual({
      on: '2027-03-07',
      held: 0,
      planned: 1,
    })
  })

  test('tells the works council no day but those on which enough more were held', () => {
    const steps = [
      { on: day('2027-02-08'), held: 6 },
      { on: day('2027-02-15'), held: 11 },
    ]
    expect(coverageByStep(steps, window, day('2027-02-20')).map(({ on, held }) => [on, held])).toEqual([
      ['2027-02-08', 6],
      ['2027-02-15', 11],
      ['2027-02-20', 11],
    ])
    expect(coverageByStep([], window, day('2027-02-20'))).toEqual([])
  })
})
