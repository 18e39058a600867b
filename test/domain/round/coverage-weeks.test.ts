import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { coverageByWeek } from '../../../domain/round/coverage-weeks.ts'

const window = { talksFrom: day('2027-02-01'), talksTo: day('2027-02-28') }
const heldOn = (...days: string[]) => days.map(day)

describe('Coverage over the weeks', () => {
  test('counts what was held by the end of each week, against talks spread evenly over the window', () => {
    const weeks = coverageByWeek(
      heldOn('2027-01-29', '2027-02-03', '2027-02-16'),
      window,
      day('2027-02-17'),
      1,
    )
    expect(weeks).toEqual([
      { on: '2027-02-07', held: 2, planned: 0.25 },
      { on: '2027-02-14', held: 2, planned: 0.5 },
      { on: '2027-02-17', held: 3, planned: 17 / 28 },
    ])
  })

  test('has no line before the window begins, and plans no more than all', () => {
    expect(coverageByWeek([], window, day('2027-01-31'), 1)).toEqual([])
    expect(coverageByWeek([], window, day('2027-03-07'), 1).at(-1)).toEqual({
      on: '2027-03-07',
      held: 0,
      planned: 1,
    })
  })

  test('leaves out weeks that would tell the works council when few people had their talk', () => {
    const first = Array.from({ length: 6 }, () => '2027-02-02')
    const days = heldOn('2027-02-09', ...first, '2027-02-16')
    const held = coverageByWeek(days, window, day('2027-02-21'), 5).map((week) => [week.on, week.held])
    expect(held).toEqual([['2027-02-21', 8]])
    const many = heldOn(...first, ...Array.from({ length: 5 }, () => '2027-02-10'))
    expect(coverageByWeek(many, window, day('2027-02-14'), 5).map((week) => week.held)).toEqual([6, 11])
  })
})
