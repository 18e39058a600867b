import { describe, expect, test } from '@jest/globals'
import { createCalendar } from '../../../domain/calendar/calendar.ts'
import { day, HOUR } from '../../../domain/calendar/day.ts'
import { timeWarnings, timeWarningSentence } from '../../../domain/talk/time-warnings.ts'
import { at, calendarFacts } from './story.ts'

const closings = [{ from: day('2027-02-22'), to: day('2027-02-23') }]
const school = createCalendar({ ...calendarFacts, closings })

function warningsAt(from: string, hours = 1, calendar = school) {
  const startsAt = at(from)
  return timeWarnings({ startsAt, endsAt: startsAt + hours * HOUR }, calendar)
}

function said(from: string, hours?: number) {
  return warningsAt(from, hours).map((warning) => ({
    da: timeWarningSentence(warning, 'da'),
    en: timeWarningSentence(warning, 'en'),
  }))
}

describe('a time that may be a slip', () => {
  test('nothing is said about a time on a working day between 7 and 18', () => {
    expect([warningsAt('2027-02-18 07:00'), warningsAt('2027-02-18 17:00')]).toEqual([[], []])
  })

  test('a weekend is named', () => {
    expect([...said('2027-02-20 10:00'), ...said('2027-02-21 10:00')]).toEqual([
      {
        da: 'Tidspunktet ligger på en lørdag: 20.02.2027 (uge 7).',
        en: 'The time falls on a Saturday: 20 February 2027 (week 7).',
      },
      {
        da: 'Tidspunktet ligger på en søndag: 21.02.2027 (uge 7).',
        en: 'The time falls on a Sunday: 21 February 2027 (week 7).',
      },
    ])
  })

  test('a holiday is called by its name, also where it falls on a Sunday', () => {
    expect([...said('2027-03-26 10:00'), ...said('2027-03-28 10:00')]).toEqual([
      {
        da: 'Tidspunktet ligger på en helligdag eller fridag (langfredag): 26.03.2027 (uge 12).',
        en: 'The time falls on a holiday (Good Friday): 26 March 2027 (week 12).',
      },
      {
        da: 'Tidspunktet ligger på en helligdag eller fridag (påskedag): 28.03.2027 (uge 12).',
        en: 'The time falls on a holiday (Easter Sunday): 28 March 2027 (week 12).',
      },
    ])
  })

  test('the days an employer may open count as the rules of the round have them', () => {
    const open = createCalendar({
      ...calendarFacts,
      closed: { ...calendarFacts.closed, constitutionDay: false },
    })
    const codes = (calendar: typeof open) =>
      warningsAt('2029-06-05 10:00', 1, calendar).map(({ code }) => code)
    expect([codes(school), codes(open)]).toEqual([['on-holiday'], []])
  })

  test('a closing day of the unit and a quiet period are told', () => {
    expect(said('2027-02-22 10:00')[0]?.da).toBe(
      'Tidspunktet ligger på en lukkedag eller i en stille periode: 22.02.2027 (uge 8).',
    )
    expect(said('2027-07-14 10:00')[0]?.en).toBe(
      'The time falls on a closing day or in a quiet period: 14 July 2027 (week 28).',
    )
  })

  test('hours before 7 and after 18 are told, beside the day', () => {
    expect(said('2027-02-18 06:59')).toEqual([
      { da: 'Tidspunktet begynder før kl. 7.00.', en: 'The time begins before 7:00.' },
    ])
    expect(said('2027-02-18 17:01')).toEqual([
      { da: 'Tidspunktet slutter efter kl. 18.00.', en: 'The time ends after 18:00.' },
    ])
    expect(warningsAt('2027-02-21 22:00', 4).map(({ code }) => code)).toEqual(['on-sunday', 'ends-late'])
  })
})
