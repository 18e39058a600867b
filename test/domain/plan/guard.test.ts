import { describe, expect, test } from '@jest/globals'
import { cprNumbers } from '../../../domain/plan/cpr-numbers.ts'
import { guardWarnings } from '../../../domain/plan/guard.ts'
import { ordinary, sensitive } from './guard-corpus.ts'
import { danish, english } from './guard-texts.ts'

describe('The guard finds a CPR number', () => {
  test.each([
    ['with a hyphen', 'Mit nummer er 070761-4285.', '070761-4285'],
    ['without one', 'cpr 0707614285', '0707614285'],
    ['with a space', '070761 4285', '070761 4285'],
    ['with blanks around the hyphen', '070761 - 4285', '070761 - 4285'],
    ['with blanks between its parts, where the check digit fits', '07 07 61 4285', '07 07 61 4285'],
    ['with the year in full, where the check digit fits', '07.07.1961-4285', '07.07.1961-4285'],
    ['with dots and a hyphen, whatever the check digit', '11.06.84-2290', '11.06.84-2290'],
    ['with blanks all through, whatever the check digit', '29 02 72 1526', '29 02 72 1526'],
    ['whose check digit does not fit, as some given since 2007', '010107-4000', '010107-4000'],
    ['in groups of another kind, where the check digit fits', '0707 61 4285', '0707 61 4285'],
    ['in pairs at its end, where the check digit fits', '070761 42 85', '070761 42 85'],
    ['with a dot, where the check digit fits', '070761.4285', '070761.4285'],
    ["with a word processor's own hyphen", '010107\u20114000', '010107\u20114000'],
    ['after the dash of a list', '-070761-4285', '070761-4285'],
    ['of somebody born on 29 February of a leap year', '290200-4123', '290200-4123'],
    ['that stands in for one, with 60 added to the day', '670761-4285', '670761-4285'],
  ])('%s', (_name, text, found) => {
    expect(cprNumbers(text)).toEqual([found])
  })
})

describe('The guard takes no other number for a CPR number', () => {
  test('an id that nobody wrote', () => {
    const action = { id: '7d0f1a52-94c3-8b1e-9a40-ab0707614285', what: 'Følge en kollega' }
    expect(guardWarnings({ actions: [action] })).toEqual([])
  })

  test.each([
    ['a phone number', 'Ring på 33 12 45 67'],
    ['a date that does not exist', '310261-4285'],
    ['29 February of a year that was no leap year', '290261-1285'],
    ['a month that does not exist', '011361-4285'],
    ['part of a longer number', 'sag 20270301070761428599'],
    ['an hour and a year', '12.30.2027'],
    ['a date and a postal code', '13.03.27 8000 Aarhus C'],
    ['a span of years', '01.01.2026-2028'],
    ['ten digits that are called an invoice', 'Faktura nr. 3112994455'],
    ['ten digits in groups, with more of them beside', '01 01 27 30 06 27'],
    ['a sum of money', '010107.4000'],
    ['a number that goes with letters', 'sag-010107-4000'],
    ['a date and an hour without a check digit that fits', '12.01.27 1400'],
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

  test.each(sensitive)('about the %s in: %s', (kind, sentence) => {
    expect(guardWarnings([sentence]).map((warning) => warning.kind)).toContain(kind)
  })

  test.each(ordinary)('about nothing in: %s', (sentence) => {
    expect(guardWarnings([sentence])).toEqual([])
  })

  test('about a sentence even when an ordinary one stands beside it', () => {
    const text = 'Kursus om elever med angst i maj. Jeg er sygemeldt til april.'
    expect(guardWarnings([text])).toEqual([{ kind: 'health', place: '0', found: 'sygemeldt' }])
  })
})

describe('The guard on what people might write, where no list of words is ever complete', () => {
  test.each([
    ['Danish', danish, 108],
    ['English', english, 15],
  ])('finds %s texts about a CPR number, health or a union as often as before', (_name, texts, atLeast) => {
    const missed = texts.sensitive.filter(([kind, text]) =>
      guardWarnings([text]).every((warning) => warning.kind !== kind),
    )
    expect(missed.slice(texts.sensitive.length - atLeast)).toEqual([])
  })

  test.each([
    ['Danish', danish, 2],
    ['English', english, 0],
  ])('warns of ordinary %s texts no more often than before', (_name, texts, atMost) => {
    const disturbed = texts.ordinary.filter((text) => guardWarnings([text]).length > 0)
    expect(disturbed.slice(atMost)).toEqual([])
  })
})
