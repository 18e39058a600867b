import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { invitation, policy, stepsOf, story } from './story.ts'

describe('the worked example: talks from 1 February to 30 April 2027', () => {
  test('leaders are kicked off on 10 December, everybody is oriented on 4 January and invited by 15 February', () => {
    expect(policy).toMatchObject({
      leaderKickoffOn: '2026-12-10',
      orientationOn: '2027-01-04',
      inviteBy: '2027-02-15',
      groupFeedbackBy: '2027-05-25',
      evaluationBy: '2027-08-17',
      closesOn: '2028-02-01',
    })
  })

  test('when Ben never invites, he is reminded on 8 February, then it goes to Carl, to HR, and to HR again', () => {
    expect(story({ until: '2027-03-12' }).steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-02-16 invite: overdue to leader',
      '2027-02-19 invite: leaders-leader to leaders-leader',
      '2027-02-25 invite: hr to hr',
      '2027-03-11 invite: hr-2 to hr',
    ])
  })

  test('a talk whose time was 29 April is to be confirmed on the 30th', () => {
    const held = story({ happens: [['2027-02-01', invitation('2027-04-29 13:00')]], until: '2027-05-12' })
    expect(stepsOf(held, 'confirm-held')).toEqual([
      '2027-04-30 asked to leader',
      '2027-05-03 overdue to leader',
      '2027-05-07 leaders-leader to leaders-leader',
    ])
  })

  test('held on 29 April, its plan is due on 14 May and climbs until HR has been told', () => {
    const held = story({
      happens: [
        ['2027-02-01', invitation('2027-04-29 13:00')],
        ['2027-04-29 15:00', { type: 'report-held', on: day('2027-04-29') }],
      ],
      until: '2027-08-01',
    })
    expect(held.state.plan?.dueOn).toBe('2027-05-14')
    expect(stepsOf(held, 'agree-plan')).toEqual([
      '2027-05-07 reminder to leader',
      '2027-05-07 reminder to employee',
      '2027-05-18 overdue to leader',
      '2027-05-21 leaders-leader to leaders-leader',
      '2027-05-27 hr to hr',
    ])
  })

  test('its status talks are due on 30 August 2027 and 3 January 2028', () => {
    const held = story({
      happens: [['2027-04-29 15:00', { type: 'report-held', on: day('2027-04-29') }]],
      until: '2027-05-01',
    })
    expect(held.state.statusTalks.map((statusTalk) => statusTalk.dueOn)).toEqual(['2027-08-30', '2028-01-03'])
  })
})
