import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import { type Happening, policy, story } from './story.ts'

/** From Wednesday 10 February to the day before Wednesday the 24th: ten working days, which the round did not pause. */
const unitPause: Happening[] = [
  ['2027-02-10', { type: 'paused' }],
  ['2027-02-24', { type: 'resumed', roundTalksTo: policy.talksTo }],
]
const changed = (to: Partial<Policy>): Happening => [
  '2027-02-25',
  { type: 'policy-changed', policy: { ...policy, ...to } },
]
const datesAfter = (...happens: Happening[]) => {
  const { state } = story({ happens: [...unitPause, ...happens], until: '2027-02-25' })
  return [state.policy.talksTo, state.holdOn]
}

describe('a unit that was paused alone (R14.3)', () => {
  test('has its dates and talksTo moved', () => {
    expect(datesAfter()).toEqual(['2027-05-18', '2027-05-18'])
  })

  test('keeps them when HR changes another of the round’s rules', () => {
    expect(datesAfter(changed({ talkMinutes: 90 }))).toEqual(['2027-05-18', '2027-05-18'])
  })

  test('takes over the round’s new talksTo, as written', () => {
    const later = day('2027-05-31')
    expect(datesAfter(changed({ talksTo: later }))).toEqual([later, later])
    expect(datesAfter(changed({ talksTo: later }), changed({ talksTo: policy.talksTo }))).toEqual([
      policy.talksTo,
      policy.talksTo,
    ])
  })
})
