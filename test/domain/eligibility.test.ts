import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addDays, day } from '../../domain/calendar/day.ts'
import {
  defaultEligibilityRules,
  eligibility,
  exemptReasons,
  firstEligibleOn,
  isOnRoster,
  rulesWithout,
} from '../../domain/eligibility.ts'
import type { EmploymentFacts, RoundRules, RuleReason } from '../../domain/eligibility.ts'

const rules: RoundRules = { eligibility: defaultEligibilityRules(), leadersByLus: false }
const anna: EmploymentFacts = {
  employedFrom: day('2020-08-01'),
  employedTo: null,
  weeklyHours: 37,
  isLeader: false,
  hasLeader: true,
}
const talksTo = day('2027-04-30')

describe('a talk is for', () => {
  test('everybody with a leader, enough hours and enough months', () => {
    expect(eligibility(anna, rules, talksTo)).toEqual({ eligible: true })
  })

  test('nobody under 15 hours a week', () => {
    expect(eligibility({ ...anna, weeklyHours: 14.5 }, rules, talksTo)).toEqual(exempt('too-few-hours'))
    expect(eligibility({ ...anna, weeklyHours: 15 }, rules, talksTo)).toEqual({ eligible: true })
  })

  test('those whose hours the people file does not give', () => {
    expect(eligibility({ ...anna, weeklyHours: null }, rules, talksTo)).toEqual({ eligible: true })
  })

  test('a joiner from the day three months have been worked', () => {
    const joiner = { ...anna, employedFrom: day('2027-01-31') }
    expect(eligibility(joiner, rules, day('2027-04-29'))).toEqual(exempt('too-short-employment'))
    expect(eligibility(joiner, rules, day('2027-04-30'))).toEqual({ eligible: true })
    expect(firstEligibleOn(joiner, rules)).toBe('2027-04-30')
  })

  test('somebody for whom HR has waived the rule that stands against it, and no other', () => {
    const part = { ...anna, weeklyHours: 10, isLeader: true, employedFrom: day('2027-03-01') }
    const all: RoundRules = { ...rules, leadersByLus: true }
    const found = (who: EmploymentFacts, waived: RuleReason) =>
      eligibility(who, rulesWithout(all, waived), talksTo)
    expect(found(part, 'lus')).toEqual(exempt('too-few-hours'))
    expect(found(part, 'too-few-hours')).toEqual(exempt('lus'))
    expect(found({ ...part, isLeader: false, weeklyHours: 37 }, 'too-short-employment')).toEqual({
      eligible: true,
    })
    expect(found({ ...anna, hasLeader: false }, 'no-leader')).toEqual(exempt('no-leader'))
  })

  test('nobody without a leader, until HR names who holds the talk', () => {
    expect(eligibility({ ...anna, hasLeader: false }, rules, talksTo)).toEqual(exempt('no-leader'))
  })

  test('leaders too, unless the round says leaders by LUS', () => {
    const ben = { ...anna, isLeader: true }
    expect(eligibility(ben, rules, talksTo)).toEqual({ eligible: true })
    expect(eligibility(ben, { ...rules, leadersByLus: true }, talksTo)).toEqual(exempt('lus'))
    expect(eligibility(anna, { ...rules, leadersByLus: true }, talksTo)).toEqual({ eligible: true })
  })

  test('all, where HR has switched the rules off', () => {
    const open = { ...rules, eligibility: { leastWeeklyHours: null, leastMonthsEmployed: null } }
    const newcomer = { ...anna, employedFrom: talksTo, weeklyHours: 4 }
    expect(eligibility(newcomer, open, talksTo)).toEqual({ eligible: true })
    expect(firstEligibleOn(newcomer, open)).toBe(talksTo)
  })
})

test('a reason that time cannot heal is named before one that it can', () => {
  const joiner = { ...anna, employedFrom: talksTo, weeklyHours: 4, hasLeader: false }
  expect(eligibility(joiner, rules, talksTo)).toEqual(exempt('too-few-hours'))
  expect(firstEligibleOn(joiner, rules)).toBeNull()
})

test('eligibility begins exactly on the first eligible day and does not end by time alone', () => {
  const employment = fc.record({
    employedFrom: fc.integer({ min: -1000, max: 1000 }).map((n) => addDays(talksTo, n)),
    employedTo: fc.constant(null),
    weeklyHours: fc.option(fc.integer({ min: 0, max: 37 })),
    isLeader: fc.boolean(),
    hasLeader: fc.boolean(),
  })
  const someRules = fc.record({
    eligibility: fc.record({
      leastWeeklyHours: fc.option(fc.integer({ min: 0, max: 37 })),
      leastMonthsEmployed: fc.option(fc.integer({ min: 0, max: 24 })),
    }),
    leadersByLus: fc.boolean(),
  })
  fc.assert(
    fc.property(employment, someRules, fc.integer({ min: -1500, max: 1500 }), (facts, round, n) => {
      const on = addDays(talksTo, n)
      const first = firstEligibleOn(facts, round)
      expect(eligibility(facts, round, on).eligible).toBe(first !== null && first <= on)
    }),
  )
})

describe('the roster holds', () => {
  const round = { openedOn: day('2027-01-04'), talksTo }
  test.each([
    ['2027-04-30', null, true],
    ['2027-05-01', null, false],
    ['2020-01-01', '2027-01-03', false],
    ['2020-01-01', '2027-01-04', true],
  ])('somebody employed from %s to %s: %s', (from, to, is) => {
    const employment = { ...anna, employedFrom: day(from), employedTo: to === null ? null : day(to) }
    expect(isOnRoster(employment, round)).toBe(is)
  })
})

test('no reason speaks of health', () => {
  expect(exemptReasons.filter((reason) => /sick|ill|health|leave|pregnan|syg|barsel/.test(reason))).toEqual(
    [],
  )
  expect(new Set(exemptReasons).size).toBe(exemptReasons.length)
})

function exempt(reason: string) {
  return { eligible: false, reason }
}
