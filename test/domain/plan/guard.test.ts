import { describe, expect, test } from '@jest/globals'
import { cprNumbers, guardWarnings } from '../../../domain/plan/guard.ts'

describe('The guard finds a CPR number', () => {
  test.each([
    ['with a hyphen', 'Mit nummer er 070761-4285.', '070761-4285'],
    ['without one', 'cpr 0707614285', '0707614285'],
    ['with a space', '070761 4285', '070761 4285'],
    ['whose check digit does not fit, as some given since 2007', '010107-4000', '010107-4000'],
    ['of somebody born on 29 February of a leap year', '290200-4123', '290200-4123'],
  ])('%s', (_name, text, found) => {
    expect(cprNumbers(text)).toEqual([found])
  })
})

describe('The guard takes no other number for a CPR number', () => {
  test.each([
    ['a phone number', 'Ring på 33 12 45 67'],
    ['a date that does not exist', '310261-4285'],
    ['29 February of a year that was no leap year', '290261-1285'],
    ['a month that does not exist', '011361-4285'],
    ['part of a longer number', 'sag 20270301070761428599'],
    ['an hour and a year', '12.30.2027'],
  ])('%s', (_name, text) => {
    expect(cprNumbers(text)).toEqual([])
  })
})

describe('The guard warns', () => {
  test('about health and union words, and says where they stand', () => {
    const plan = {
      goals: [{ goal: 'Vende tilbage efter sygemelding', workplaceGoal: '' }],
      plannedTraining: ['Kursus for tillidsrepræsentanter'],
    }
    expect(guardWarnings(plan)).toEqual([
      { kind: 'health', place: 'goals.0.goal', found: 'sygemelding' },
      { kind: 'union', place: 'plannedTraining.0', found: 'tillidsrepræsentanter' },
    ])
  })

  test('about nothing in a plan about work', () => {
    const plan = {
      goals: [
        { goal: 'Blive sikker i engelsk og i at lede møder', workplaceGoal: 'Flere internationale elever' },
      ],
      actions: [{ what: 'Følg Bodils undervisning i tre uger', dueOn: '2027-06-01' }],
      notDoing: [{ what: 'Masteruddannelse i år', why: 'Ingen midler' }],
    }
    expect(guardWarnings(plan)).toEqual([])
  })
})
