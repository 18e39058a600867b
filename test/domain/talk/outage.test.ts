import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { invitation, stepsOf, story } from './story.ts'

describe('after an outage (R3.4)', () => {
  test('exactly the first unsent step goes, never the backlog, and later steps keep their distance from it', () => {
    const late = story({ until: '2027-03-24', outages: [['2027-02-12', '2027-03-01']] })
    expect(late.steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-03-01 invite: overdue to leader',
      '2027-03-04 invite: leaders-leader to leaders-leader',
      '2027-03-10 invite: hr to hr',
      '2027-03-24 invite: hr-2 to hr',
    ])
  })

  test('a reminder goes late as long as its due day has not passed, and is dropped after that', () => {
    expect(story({ until: '2027-02-15', outages: [['2027-02-05', '2027-02-11']] }).steps).toEqual([
      '2027-02-11 invite: reminder to leader',
    ])
    expect(story({ until: '2027-02-17', outages: [['2027-02-05', '2027-02-17']] }).steps).toEqual([
      '2027-02-17 invite: overdue to leader',
    ])
  })

  test('of two late reminders only the newer goes', () => {
    const late = story({
      happens: [['2027-02-01', invitation('2027-03-15 09:00')]],
      until: '2027-03-14',
      outages: [['2027-03-05', '2027-03-12']],
    })
    expect(stepsOf(late, 'prepare')).toEqual(['2027-03-12 reminder-1 to employee'])
  })

  test('each obligation sends its own: nobody’s step waits for another’s', () => {
    const action = {
      id: 'action-1',
      owner: 'leader',
      dueOn: day('2027-02-17'),
      agreedOn: day('2026-05-01'),
      status: 'open',
    } as const
    const late = story({
      opening: { actions: [action] },
      until: '2027-03-01',
      outages: [['2027-02-05', '2027-03-01']],
    })
    expect(late.steps).toEqual(['2027-03-01 invite: overdue to leader', '2027-03-01 action: asked to leader'])
  })

  test('an outage over the hold date leaves invite behind: hold begins with the leader', () => {
    const late = story({ until: '2027-05-20', outages: [['2027-02-05', '2027-05-12']] })
    expect(late.steps).toEqual([
      '2027-05-12 hold: overdue to leader',
      '2027-05-18 hold: leaders-leader to leaders-leader',
    ])
  })

  test('back on a Saturday, what is decided goes on Monday and the distances count from there', () => {
    const late = story({ until: '2027-03-04', outages: [['2027-02-12', '2027-02-27']] })
    expect(late.steps.slice(1)).toEqual([
      '2027-02-27 invite: overdue to leader',
      '2027-03-04 invite: leaders-leader to leaders-leader',
    ])
  })

  test('“I have not been invited” and then an outage: one step at a time all the same', () => {
    const late = story({
      happens: [['2027-02-15', { type: 'report-not-invited' }]],
      until: '2027-03-10',
      outages: [['2027-02-15 10:01', '2027-03-01']],
    })
    expect(stepsOf(late, 'invite').slice(1)).toEqual([
      '2027-02-15 overdue to leader',
      '2027-03-01 leaders-leader to leaders-leader',
      '2027-03-04 hr to hr',
    ])
  })

  test('a time at short notice is withdrawn late, and nobody gets a mail about an hour that is over', () => {
    const late = story({
      happens: [['2027-02-10', invitation('2027-02-18 09:00')]],
      until: '2027-02-22',
      outages: [['2027-02-16', '2027-02-22']],
    })
    expect(late.state.appointment).toBeNull()
    expect(late.calendarMails).toEqual(['2027-02-10 request #0 to employee, leader'])
  })
})
