import { describe, expect, test } from '@jest/globals'
import { holdersOf, type Line, type LineLeader } from '../../../domain/notices/roles.ts'

const leader = (personId: string, changed: Partial<LineLeader> = {}): LineLeader => ({
  personId,
  name: personId,
  present: true,
  deputyId: null,
  ...changed,
})
const away = { present: false }
const line = (leaders: LineLeader[], hr: string[][] = [['dora'], ['hanne']]): Line => ({ leaders, hr })

describe('who holds a role today (R11.2)', () => {
  test('the leader, the leader’s leader, HR of the unit', () => {
    const usual = line([leader('ben'), leader('carl')])
    expect(holdersOf('leader', usual)).toEqual(['ben'])
    expect(holdersOf('leaders-leader', usual)).toEqual(['carl'])
    expect(holdersOf('hr', usual)).toEqual(['dora'])
  })

  test('the deputy stands in for a leader who is away, and for one who merely said so', () => {
    expect(holdersOf('leader', line([leader('ben', { ...away, deputyId: 'stine' })]))).toEqual(['stine'])
    expect(holdersOf('leader', line([leader('ben', { deputyId: 'stine' })]))).toEqual(['stine'])
  })

  test('a vacancy goes to the next above, at last to HR', () => {
    expect(holdersOf('leader', line([leader('ben', away), leader('carl')]))).toEqual(['carl'])
    expect(holdersOf('leader', line([leader('ben', away), leader('carl', away)]))).toEqual(['dora'])
    expect(holdersOf('leaders-leader', line([leader('ben'), leader('carl', away)]))).toEqual(['dora'])
    expect(holdersOf('leader', line([]))).toEqual(['dora'])
  })

  test('the leader’s leader stays the second of the line, also while the first is away', () => {
    expect(holdersOf('leaders-leader', line([leader('ben', away), leader('carl')]))).toEqual(['carl'])
  })

  test('what goes above the leader passes over a deputy whom it is about, as a leader who acts for their own', () => {
    const acting = line([leader('ben'), leader('carl', { ...away, deputyId: 'ben' }), leader('gerda')])
    expect(holdersOf('leaders-leader', acting, ['anna', 'ben'])).toEqual(['gerda'])
    expect(holdersOf('leaders-leader', line(acting.leaders.slice(0, 2)), ['anna', 'ben'])).toEqual(['dora'])
    expect(holdersOf('leader', acting, ['anna', 'ben'])).toEqual(['ben'])
  })

  test('HR who is the leader in question is passed over for HR above', () => {
    expect(holdersOf('hr', line([leader('dora')]), ['dora'])).toEqual(['hanne'])
    expect(holdersOf('hr', line([], [['dora', 'else']]), ['dora'])).toEqual(['else'])
  })

  test('the last HR hears even of themselves: no step is swallowed', () => {
    expect(holdersOf('hr', line([], [['dora']]), ['dora'])).toEqual(['dora'])
  })

  test('where nobody is left nobody is invented', () => {
    expect(holdersOf('leader', line([leader('ben', away)], []))).toEqual([])
  })
})
