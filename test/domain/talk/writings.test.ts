import { describe, expect, test } from '@jest/globals'
import { possibleActs } from '../../../domain/talk/possible-acts.ts'
import { stranger } from '../../../domain/permissions.ts'
import { type TalkStatus, talkStatuses } from '../../../domain/talk/talk.ts'
import { refuseWriting, type Writing } from '../../../domain/talk/writings.ts'
import { stateIn } from './every-status.ts'
import { at, type Happening, story } from './story.ts'

describe('What is written beside the rules', () => {
  const taken = (writing: Writing) =>
    talkStatuses.filter((status) => refusedIn(status, writing) === undefined)
  const refusedIn = (status: TalkStatus, writing: Writing) =>
    refuseWriting(stateIn(status), writing, at('2027-02-04'))?.code

  test('a topic is taken while the talk is still to come', () => {
    expect(taken('write-topic')).toEqual(['awaiting', 'invited', 'arranged', 'to-confirm', 'postponed'])
    expect(refusedIn('agreed', 'write-topic')).toBe('already-held')
    expect(refusedIn('left', 'write-topic')).toBe('employment-ended')
    expect(refusedIn('stopped', 'write-topic')).toBe('talk-stopped')
  })

  test('an offer is taken until the person has left or the round was stopped', () => {
    const not = talkStatuses.filter((status) => !taken('make-offer').includes(status))
    expect(not).toEqual(['left', 'stopped'])
  })

  const closing: Happening[] = [
    ['2027-02-02', { type: 'exempt', reason: 'employee-declined' }],
    ['2027-02-03', { type: 'round-closed' }],
  ]

  test('neither is taken once the talk is closed', () => {
    const { state } = story({ happens: closing, until: '2027-02-03' })
    for (const writing of ['write-topic', 'make-offer'] as const)
      expect(refuseWriting(state, writing, at('2027-02-04'))).toEqual({ code: 'talk-closed' })
  })

  test('the page knows as the route does: the topic is the employee’s, the offer the leader’s', () => {
    const { state } = story({ until: '2027-02-03' })
    const writings = (party: 'employee' | 'leader') =>
      possibleActs(state, { ...stranger, party }, at('2027-02-04'))
        .filter(({ act }) => act === 'write-topic' || act === 'make-offer')
        .map(({ act, refused }) => [act, refused])
    expect(writings('employee')).toEqual([['write-topic', null]])
    expect(writings('leader')).toEqual([['make-offer', null]])
  })
})
