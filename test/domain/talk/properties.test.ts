import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as complaints from './complaints.ts'
import { playYear, type TurnSeen } from './random-play.ts'
import { anyBeginning, anyMove, openingOf } from './random-year.ts'

/** How many random years each property plays; RANDOM_YEARS plays more. */
const numRuns = Number(process.env.RANDOM_YEARS ?? 120)

/** What is first found wrong with a random year, with the shortest year in which it is; null = with none. */
function firstWrong(complaintsAbout: complaints.Complaints): string | null {
  const moves = fc.array(anyMove, { maxLength: 30, size: 'max' })
  const year = fc.property(anyBeginning, moves, (begins, played) => {
    const found = complaintsAbout(playYear(openingOf(begins), played))
    if (found.length > 0) throw new Error(found.slice(0, 3).join('\n'))
  })
  const result = fc.check(year, { numRuns })
  return result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}` : null
}

describe('whatever happens in a year', () => {
  test('nobody is told the same step twice', () => {
    expect(firstWrong(complaints.toldTwice)).toBeNull()
  })

  test('nobody is told before a step is due, and no reminder goes once its due day is over', () => {
    expect(firstWrong(complaints.toldEarly)).toBeNull()
  })

  test('steps keep their distance, however late the one before them went', () => {
    expect(firstWrong(complaints.distanceLost)).toBeNull()
  })

  test('of each obligation at most one step that is not a reminder goes at a time, and nobody is jumped over', () => {
    expect(firstWrong(complaints.jumpedOver)).toBeNull()
  })

  test('after an outage every step that is due by then goes', () => {
    expect(firstWrong(complaints.leftBehind)).toBeNull()
  })

  test('nothing of a ladder goes after its obligation has ended', () => {
    expect(firstWrong(complaints.toldAfterTheEnd)).toBeNull()
  })

  test('nothing but filing goes during a leave or a pause, nor to somebody who has left', () => {
    expect(firstWrong(complaints.toldInSilence)).toBeNull()
  })

  test('nobody is forgotten: while something is open the clock is set, unless a pause or an open-ended leave holds it', () => {
    expect(firstWrong(complaints.forgotten)).toBeNull()
  })

  test('the clock never comes due twice for the same turn', () => {
    expect(firstWrong(complaints.dueAgain)).toBeNull()
  })

  test('everyone is accounted for in one way', () => {
    expect(firstWrong(complaints.unaccounted)).toBeNull()
  })

  test('a calendar event counts up with every mail', () => {
    expect(firstWrong(complaints.numberRepeated)).toBeNull()
  })

  test('the state can be stored and read back as it is', () => {
    const read = (value: unknown) => JSON.stringify(JSON.parse(JSON.stringify(value)))
    // What a snapshot would lose (undefined, -0, a class) makes the copy differ from the state itself.
    const differs = ({ after }: TurnSeen) =>
      !Object.is(read(after), read(structuredClone(after))) || hasMinusZero(after)
    expect(firstWrong((turns) => (turns.some(differs) ? ['the state is not plain data'] : []))).toBeNull()
  })
})

function hasMinusZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasMinusZero)
  return Object.is(value, -0) || value === undefined
}
