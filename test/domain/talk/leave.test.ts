import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import type { TalkEvent } from '../../../domain/talk/events.ts'
import { type Happening, invitation, owed, stepsOf, story } from './story.ts'

function leave(from: string, to: string | null): TalkEvent {
  return { type: 'leave-set', leaveId: 'leave-1', from: day(from), to: to === null ? null : day(to) }
}

/** Monday 1 February to Friday 26 February 2027, known on 11 January. */
const february: Happening = ['2027-01-11', leave('2027-02-01', '2027-02-26')]
const holdOn = (wish: Parameters<typeof story>[0]) => story(wish).state.holdOn

describe('leave (R13.2)', () => {
  test('nothing is sent within it, and what was due too soon is due ten working days after it', () => {
    const away = story({ happens: [february], until: '2027-03-15' })
    expect(owed(away)).toEqual(['invite by leader on 2027-03-12'])
    expect(away.steps).toEqual([
      '2027-03-05 invite: reminder to leader',
      '2027-03-15 invite: overdue to leader',
    ])
  })

  test('a date with little left keeps at least five working days after the leave, and is not reminded about twice', () => {
    const away = story({ happens: [['2027-02-09', leave('2027-02-11', '2027-02-26')]], until: '2027-03-08' })
    expect(owed(away)).toEqual(['invite by leader on 2027-03-05'])
    expect(away.steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-03-08 invite: overdue to leader',
    ])
  })

  test('the hold date moves by what was left of it, and stays where there is time enough', () => {
    expect(holdOn({ happens: [february], until: '2027-03-01' })).toBe('2027-04-30')
    const spring: Happening = ['2027-04-12', leave('2027-04-19', '2027-05-28')]
    expect(holdOn({ happens: [spring], until: '2027-05-31' })).toBe('2027-06-11')
  })

  test('while its end is unknown everything waits, and no date passes', () => {
    const away = story({ happens: [['2027-01-18', leave('2027-02-01', null)]], until: '2027-05-31' })
    expect(away.steps).toEqual([])
    expect(owed(away)).toEqual(['invite by leader on 2027-02-15'])
  })

  test('once the end is known, the dates count from it', () => {
    const back = story({
      happens: [
        ['2027-01-18', leave('2027-02-01', null)],
        ['2027-06-01', leave('2027-02-01', '2027-05-31')],
      ],
      until: '2027-06-15',
    })
    expect(back.state).toMatchObject({ inviteDueOn: '2027-06-14', holdOn: '2027-08-02' })
    expect(back.steps).toEqual([
      '2027-06-07 invite: reminder to leader',
      '2027-06-15 invite: overdue to leader',
    ])
  })

  test('extended, shortened or broken off, the dates follow its last day', () => {
    const until = (change: Happening) => story({ happens: [february, change], until: change[0] }).state
    expect(until(['2027-02-24', leave('2027-02-01', '2027-03-26')]).inviteDueOn).toBe('2027-04-12')
    const long: Happening = ['2027-01-11', leave('2027-02-01', '2027-05-31')]
    const shortened = story({
      happens: [long, ['2027-03-01', leave('2027-02-01', '2027-03-05')]],
      until: '2027-03-08',
    })
    expect(shortened.state).toMatchObject({ inviteDueOn: '2027-03-19', holdOn: '2027-04-30' })
    const brokenOff = story({
      happens: [long, ['2027-03-03', { type: 'leave-removed', leaveId: 'leave-1' }]],
      until: '2027-03-03',
    })
    expect(brokenOff.state).toMatchObject({ inviteDueOn: '2027-03-16', holdOn: '2027-04-30' })
  })

  test('notice of a time set during a leave counts from the first day back', () => {
    const setOn = (time: string) =>
      story({ happens: [february, ['2027-02-08', invitation(time)]], until: '2027-02-08' }).state
    expect(setOn('2027-03-04 09:00')).toMatchObject({ status: 'invited', appointment: { noticeKept: false } })
    expect(setOn('2027-03-16 09:00')).toMatchObject({ status: 'arranged', appointment: { noticeKept: true } })
  })

  test('a time at short notice is not withdrawn before the employee is back and can answer', () => {
    const set: Happening = ['2027-02-08', invitation('2027-03-01 14:00')]
    const at = (moment: string, ...more: Happening[]) =>
      story({ happens: [february, set, ...more], until: moment }).state
    expect(at('2027-02-26 23:00').appointment).toMatchObject({ noticeKept: false })
    expect(at('2027-03-01 11:59').appointment).not.toBeNull()
    expect(at('2027-03-01 12:00')).toMatchObject({ status: 'awaiting', appointment: null })
    const accepts: Happening = ['2027-03-01 08:30', { type: 'accept-appointment' }]
    expect(at('2027-03-01 12:00', accepts)).toMatchObject({ status: 'arranged' })
  })

  test('a time at short notice early on the first day back is withdrawn when it begins, unless it is accepted', () => {
    const set: Happening = ['2027-02-08', invitation('2027-03-01 09:00')]
    const at = (moment: string) => story({ happens: [february, set], until: moment })
    expect(at('2027-03-01 08:59').state.status).toBe('invited')
    expect(at('2027-03-01 09:00').state.status).toBe('awaiting')
    expect(at('2027-03-01 09:00').informed).toContain('2027-03-01 time-withdrawn to leader')
  })

  test('back on the last working day before a time at short notice, the employee has until noon', () => {
    const set: Happening = ['2027-02-08', invitation('2027-03-02 09:00')]
    const at = (moment: string) => story({ happens: [february, set], until: moment }).state.status
    expect([at('2027-03-01 11:59'), at('2027-03-01 12:00')]).toEqual(['invited', 'awaiting'])
  })

  test('a leave that will not be taken changes nothing', () => {
    const not = story({
      happens: [february, ['2027-01-25', { type: 'leave-removed', leaveId: 'leave-1' }]],
      until: '2027-02-16',
    })
    expect(not.state.leaves).toEqual([])
    expect(not.steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-02-16 invite: overdue to leader',
    ])
  })

  test('one that is over before anybody knew of it moves nothing', () => {
    const late = story({ happens: [['2027-02-15', leave('2027-02-01', '2027-02-12')]], until: '2027-02-16' })
    expect(owed(late)).toEqual(['invite by leader on 2027-02-15'])
  })

  test('two leaves in a row are one silence', () => {
    const next: Happening = [
      '2027-02-24',
      { type: 'leave-set', leaveId: 'leave-2', from: day('2027-02-27'), to: day('2027-03-26') },
    ]
    const away = story({ happens: [february, next], until: '2027-04-13' })
    expect(away.steps).toEqual([
      '2027-04-05 invite: reminder to leader',
      '2027-04-13 invite: overdue to leader',
    ])
  })

  test('the engine was down when it began and ended: the dates are counted all the same', () => {
    const away = story({ happens: [february], until: '2027-03-05', outages: [['2027-01-25', '2027-03-02']] })
    expect(owed(away)).toEqual(['invite by leader on 2027-03-12'])
    expect(away.steps).toEqual(['2027-03-05 invite: reminder to leader'])
  })
})

describe('leave and times', () => {
  const arranged: Happening = ['2027-02-01', invitation('2027-03-10 09:00')]

  test('a time within a known leave is refused', () => {
    const refused = story({
      happens: [february, ['2027-01-12', invitation('2027-02-10 09:00')]],
      until: '2027-01-12',
    })
    expect(refused.refused).toMatchObject([{ code: 'time-within-leave' }])
  })

  test('a standing time within it is cancelled now, by calendar mail to both', () => {
    const announced = story({
      happens: [arranged, ['2027-02-08', leave('2027-03-01', '2027-04-02')]],
      until: '2027-02-08',
    })
    expect(announced.calendarMails.at(-1)).toBe('2027-02-08 cancel #1 to employee, leader')
    expect(announced.state.status).toBe('awaiting')
  })

  test('if the leave already runs, to the leader only', () => {
    const runs = story({
      happens: [arranged, ['2027-03-08', leave('2027-03-05', '2027-04-02')]],
      until: '2027-03-08',
    })
    expect(runs.calendarMails.at(-1)).toBe('2027-03-08 cancel #1 to leader')
  })

  test('invite opened again by the leave is due ten working days after it', () => {
    const away = story({
      happens: [arranged, ['2027-02-08', leave('2027-03-01', '2027-04-02')]],
      until: '2027-04-19',
    })
    expect(owed(away)).toEqual(['invite by leader on 2027-04-16'])
    expect(stepsOf(away, 'invite').at(-1)).toBe('2027-04-19 overdue to leader')
  })

  test('what falls due in the leave of a talk held before it waits too: the plan has its days afterwards', () => {
    const held = story({
      happens: [
        ['2027-03-01', { type: 'report-held', on: day('2027-03-01') }],
        ['2027-03-08', leave('2027-03-12', '2027-04-09')],
      ],
      until: '2027-04-19',
    })
    // Two working days were left on 12 March: five are given, after Friday 9 April.
    expect(held.state.plan?.turnDueOn).toBe('2027-04-16')
    expect(stepsOf(held, 'agree-plan')).toEqual([
      '2027-03-08 reminder to leader',
      '2027-03-08 reminder to employee',
      '2027-04-19 overdue to leader',
    ])
  })

  test('a plan that arises within the leave is due at least five working days after it', () => {
    const held = story({
      happens: [
        ['2027-03-01', leave('2027-03-02', '2027-05-28')],
        ['2027-03-03', { type: 'report-held', on: day('2027-03-01') }],
      ],
      until: '2027-03-03',
    })
    // Nine working days were left on 3 March, counted from the day after Friday 28 May.
    expect(held.state.plan?.turnDueOn).toBe('2027-06-10')
  })
})
