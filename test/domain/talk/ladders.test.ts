import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { approval, type Happening, invitation, owed, proposal, stepsOf, story } from './story.ts'

/** Held on Monday 1 March and reported the same day: the plan is due on Monday 15 March. */
const held: Happening = ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }]

describe('invite', () => {
  test('is owed by the leader from orientation day, due on inviteBy', () => {
    expect(owed(story({ until: '2027-01-04' }))).toEqual(['invite by leader on 2027-02-15'])
  })

  test('climbs from a reminder to HR and is told to HR again every ten working days until the hold date', () => {
    expect(stepsOf(story({ until: '2027-04-30' }), 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
      '2027-02-19 leaders-leader to leaders-leader',
      '2027-02-25 hr to hr',
      '2027-03-11 hr-2 to hr',
      '2027-03-30 hr-3 to hr',
      '2027-04-13 hr-4 to hr',
      '2027-04-27 hr-5 to hr',
    ])
  })

  test('is silent from the moment a time stands', () => {
    const invited = story({ happens: [['2027-02-17', invitation('2027-03-17 09:00')]], until: '2027-03-16' })
    expect(stepsOf(invited, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
    ])
    expect(invited.state.status).toBe('arranged')
  })

  test('opened again for a day less than eight working days ahead it reminds nobody before that day', () => {
    // Cancelled on Monday 19 April: due again on Monday the 26th.
    const late = story({
      happens: [
        ['2027-02-01', invitation('2027-04-20 09:00')],
        ['2027-04-19', { type: 'cancel-appointment' }],
      ],
      until: '2027-04-29',
    })
    expect(stepsOf(late, 'invite')).toEqual(['2027-04-27 overdue to leader'])
  })
})

describe('hold the talk', () => {
  test('takes over from invite on the day after the hold date, without a reminder, from the leader up', () => {
    const never = story({ until: '2027-06-02' })
    expect(stepsOf(never, 'hold')).toEqual([
      '2027-05-03 overdue to leader',
      '2027-05-07 leaders-leader to leaders-leader',
      '2027-05-13 hr to hr',
      '2027-05-28 hr-2 to hr',
    ])
    expect(owed(never)).toEqual(['hold by leader on 2027-04-30'])
  })

  test('is silent while a time stands, although the hold date has passed', () => {
    const arranged = story({ happens: [['2027-04-27', invitation('2027-05-25 09:00')]], until: '2027-05-24' })
    expect(stepsOf(arranged, 'hold')).toEqual([])
    expect(owed(arranged)).toEqual([
      'prepare by employee on 2027-05-25',
      'leader-prepare by leader on 2027-05-25',
    ])
  })
})

describe('confirm held', () => {
  const invited: Happening = ['2027-02-01', invitation('2027-03-01 09:00')]

  test('asks the leader on the first working day after the talk and climbs to HR, again every ten working days', () => {
    expect(stepsOf(story({ happens: [invited], until: '2027-04-15' }), 'confirm-held')).toEqual([
      '2027-03-02 asked to leader',
      '2027-03-03 overdue to leader',
      '2027-03-08 leaders-leader to leaders-leader',
      '2027-03-12 hr to hr',
      '2027-03-31 hr-2 to hr',
      '2027-04-14 hr-3 to hr',
    ])
  })

  test('runs alone, although invite and the hold date have passed meanwhile', () => {
    const unconfirmed = story({ happens: [invited], until: '2027-05-20' })
    expect(owed(unconfirmed)).toEqual(['confirm-held by leader on 2027-03-02'])
    expect(stepsOf(unconfirmed, 'hold')).toEqual([])
  })

  test('ends when the leader says that it was held', () => {
    const confirmed = story({
      happens: [invited, ['2027-03-03', { type: 'report-held', on: day('2027-03-01') }]],
      until: '2027-03-14',
    })
    expect(stepsOf(confirmed, 'confirm-held')).toEqual([
      '2027-03-02 asked to leader',
      '2027-03-03 overdue to leader',
    ])
  })
})

describe('agree the plan', () => {
  test('reminds both while nobody has proposed a version, then is the leader’s alone and ends with HR', () => {
    const silent = story({ happens: [held], until: '2027-06-30' })
    expect(stepsOf(silent, 'agree-plan')).toEqual([
      '2027-03-08 reminder to leader',
      '2027-03-08 reminder to employee',
      '2027-03-16 overdue to leader',
      '2027-03-19 leaders-leader to leaders-leader',
      '2027-03-30 hr to hr',
    ])
  })

  test('a missing employee is told, then the leader, and then it is silent', () => {
    const waiting = story({ happens: [held, ['2027-03-02', proposal('leader')]], until: '2027-06-30' })
    expect(stepsOf(waiting, 'agree-plan')).toEqual([
      '2027-03-08 reminder to employee',
      '2027-03-16 overdue to employee',
      '2027-03-19 leader to leader',
    ])
  })

  test('a missing leader is told, then Carl, and at last HR', () => {
    const waiting = story({ happens: [held, ['2027-03-02', proposal('employee')]], until: '2027-06-30' })
    expect(stepsOf(waiting, 'agree-plan')).toEqual([
      '2027-03-08 reminder to leader',
      '2027-03-16 overdue to leader',
      '2027-03-19 leaders-leader to leaders-leader',
      '2027-03-30 hr to hr',
    ])
  })
})

describe('act on an action', () => {
  const action = { id: 'action-1', owner: 'employee' as const, dueOn: day('2027-06-01') }
  const agreed: Happening[] = [
    held,
    ['2027-03-02', proposal('leader', 'version-1', [action])],
    ['2027-03-03', approval('employee')],
  ]

  test('reminds its owner, asks on the day, tells the other party five working days later, and is silent', () => {
    expect(stepsOf(story({ happens: agreed, until: '2028-01-31' }), 'action')).toEqual([
      '2027-05-25 reminder to employee',
      '2027-06-01 asked to employee',
      '2027-06-08 other-party to leader',
    ])
  })

  test('the leader’s own action goes to the leader, and at last to the employee', () => {
    const leaders: Happening[] = [
      held,
      ['2027-03-02', proposal('leader', 'version-1', [{ ...action, owner: 'leader' }])],
      ['2027-03-03', approval('employee')],
    ]
    expect(stepsOf(story({ happens: leaders, until: '2027-12-31' }), 'action')).toEqual([
      '2027-05-25 reminder to leader',
      '2027-06-01 asked to leader',
      '2027-06-08 other-party to employee',
    ])
  })

  test('an action agreed a week before its date is not reminded about, only asked about', () => {
    const soon: Happening[] = [
      held,
      ['2027-03-02', proposal('leader', 'version-1', [{ ...action, dueOn: day('2027-03-10') }])],
      ['2027-03-03', approval('employee')],
    ]
    expect(stepsOf(story({ happens: soon, until: '2027-03-14' }), 'action')).toEqual([
      '2027-03-10 asked to employee',
    ])
  })
})

describe('journal by hand', () => {
  test('the leader owes it five working days after agreement, and it climbs to HR', () => {
    const agreed = story({
      opening: { journaling: 'manual' },
      happens: [held, ['2027-03-02', proposal('leader')], ['2027-03-03', approval('employee')]],
      until: '2027-04-15',
    })
    expect(stepsOf(agreed, 'journal')).toEqual([
      '2027-03-11 overdue to leader',
      '2027-03-16 leaders-leader to leaders-leader',
      '2027-03-22 hr to hr',
      '2027-04-08 hr-2 to hr',
    ])
  })
})

describe('status talk', () => {
  test('is due four and eight months after the talk and climbs like an invitation', () => {
    const followed = story({
      happens: [held, ['2027-03-01 16:00', { type: 'end-plan-not-agreed', party: 'leader' }]],
      until: '2027-08-15',
    })
    expect(owed(followed)).toEqual([
      'status-talk by leader on 2027-07-01',
      'status-talk by leader on 2027-11-01',
    ])
    expect(stepsOf(followed, 'status-talk')).toEqual([
      '2027-06-24 reminder to leader',
      '2027-07-02 overdue to leader',
      '2027-07-07 leaders-leader to leaders-leader',
      '2027-08-03 hr to hr',
    ])
  })
})

describe('prepare', () => {
  const invited: Happening = ['2027-02-01', invitation('2027-03-15 09:00')]

  test('reminds the employee five and one working days before the talk and the leader three, and nobody above', () => {
    expect(story({ happens: [invited], until: '2027-03-15' }).steps).toEqual([
      '2027-03-08 prepare: reminder-5 to employee',
      '2027-03-10 leader-prepare: reminder-3 to leader',
      '2027-03-12 prepare: reminder-1 to employee',
    ])
  })

  test('is over for whoever has marked the sheet ready', () => {
    const ready = story({
      happens: [invited, ['2027-03-09', { type: 'mark-ready', party: 'employee', ready: true }]],
      until: '2027-03-15',
    })
    expect(ready.steps).toEqual([
      '2027-03-08 prepare: reminder-5 to employee',
      '2027-03-10 leader-prepare: reminder-3 to leader',
    ])
  })

  test('reminds nobody for a time that does not stand', () => {
    const short = story({ happens: [['2027-03-08', invitation('2027-03-12 09:00')]], until: '2027-03-10' })
    expect(stepsOf(short, 'prepare')).toEqual([])
    expect(stepsOf(short, 'leader-prepare')).toEqual([])
  })

  test('a time accepted at two days’ notice brings the one reminder that is still ahead', () => {
    const short = story({
      happens: [
        ['2027-03-10 09:00', invitation('2027-03-12 14:00')],
        ['2027-03-10 15:00', { type: 'accept-appointment' }],
      ],
      until: '2027-03-12',
    })
    expect([...stepsOf(short, 'prepare'), ...stepsOf(short, 'leader-prepare')]).toEqual([
      '2027-03-11 reminder-1 to employee',
    ])
  })
})
