import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { isInvitationHastened } from '../../../domain/talk/not-invited.ts'
import { calendarFacts, type Happening, invitation, owed, policy, stepsOf, story } from './story.ts'

describe('notice (R4.2)', () => {
  test('ten working days’ notice makes the time stand without an answer', () => {
    const { state } = story({
      happens: [['2027-02-10', invitation('2027-02-24 09:00')]],
      until: '2027-02-10',
    })
    expect(state).toMatchObject({ status: 'arranged', appointment: { noticeKept: true, accepted: false } })
  })

  test('from 10 to 18 February are six working days: the time does not stand and invite goes on', () => {
    const short = story({ happens: [['2027-02-10', invitation('2027-02-18 09:00')]], until: '2027-02-16' })
    expect(short.state.status).toBe('invited')
    expect(stepsOf(short, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
    ])
  })

  test('a short time stands once the employee accepts, which the leader is told', () => {
    const accepted = story({
      happens: [
        ['2027-02-10', invitation('2027-02-18 09:00')],
        ['2027-02-11', { type: 'accept-appointment' }],
      ],
      until: '2027-02-17',
    })
    expect(accepted.state.status).toBe('arranged')
    expect(accepted.informed).toContain('2027-02-11 time-accepted to leader')
    expect(stepsOf(accepted, 'invite')).toEqual(['2027-02-08 reminder to leader'])
  })

  test('unanswered at noon on the last working day before, it is withdrawn for both and the leader is told', () => {
    const before = story({ happens: [['2027-02-10', invitation('2027-02-22 09:00')]], until: '2027-02-18' })
    expect(before.state.appointment).not.toBeNull()
    const after = story({ happens: [['2027-02-10', invitation('2027-02-22 09:00')]], until: '2027-02-19' })
    expect(after.state).toMatchObject({ status: 'awaiting', appointment: null })
    expect(after.calendarMails).toEqual([
      '2027-02-10 request #0 to employee, leader',
      '2027-02-19 cancel #1 to employee, leader',
    ])
    expect(after.informed).toContain('2027-02-19 time-withdrawn to leader')
  })

  test('the ladder of invite has run on under a time that was withdrawn', () => {
    const withdrawn = story({
      happens: [['2027-02-10', invitation('2027-02-22 09:00')]],
      until: '2027-02-25',
    })
    expect(stepsOf(withdrawn, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
      '2027-02-19 leaders-leader to leaders-leader',
      '2027-02-25 hr to hr',
    ])
  })

  test('a time so near that no answer could come before noon the day before is refused, unless the employee picks it', () => {
    const late: Happening = ['2027-02-10 13:00', invitation('2027-02-11 09:00')]
    expect(story({ happens: [late], until: '2027-02-10' }).refused).toMatchObject([
      { code: 'time-too-soon-to-answer' },
    ])
    const picked = story({
      happens: [['2027-02-10 13:00', invitation('2027-02-11 09:00', { picked: true })]],
      until: '2027-02-10',
    })
    expect(picked.state.status).toBe('arranged')
  })

  test('“another time, please” leaves the time standing until the leader moves it, and tells the leader once', () => {
    const asked = story({
      happens: [
        ['2027-02-01', invitation('2027-03-01 09:00')],
        ['2027-02-02', { type: 'ask-other-time' }],
        ['2027-02-03', { type: 'ask-other-time' }],
      ],
      until: '2027-02-04',
    })
    expect(asked.state).toMatchObject({ status: 'arranged', appointment: { otherTimeAsked: true } })
    expect(asked.informed.filter((line) => line.includes('other-time'))).toEqual([
      '2027-02-02 other-time-asked to leader',
    ])
  })

  test('moving and cancelling change the same calendar event', () => {
    const moved = story({
      happens: [
        ['2027-02-01', invitation('2027-03-01 09:00')],
        ['2027-02-02', invitation('2027-03-02 09:00')],
        ['2027-02-03', { type: 'cancel-appointment' }],
      ],
      until: '2027-02-04',
    })
    expect(moved.calendarMails).toEqual([
      '2027-02-01 request #0 to employee, leader',
      '2027-02-02 request #1 to employee, leader',
      '2027-02-03 cancel #2 to employee, leader',
    ])
  })

  test('a standing time moved to one at short notice opens invite again five working days later', () => {
    const moved = story({
      happens: [
        ['2027-02-01', invitation('2027-03-15 09:00')],
        ['2027-03-01', invitation('2027-03-10 09:00')],
      ],
      until: '2027-03-01',
    })
    expect(owed(moved)).toEqual(['invite by leader on 2027-03-08'])
  })

  test('a time that never stood cannot be used to put invite off: called off, its date stays', () => {
    const calledOff = story({
      happens: [
        ['2027-02-12', invitation('2027-02-19 09:00')],
        ['2027-02-15', { type: 'cancel-appointment' }],
      ],
      until: '2027-02-16',
    })
    expect(owed(calledOff)).toEqual(['invite by leader on 2027-02-15'])
    expect(stepsOf(calledOff, 'invite')).toContain('2027-02-16 overdue to leader')
  })

  test('a time cancelled before inviteBy is due again on inviteBy, later in the window five working days on', () => {
    const cancelled = (on: string) =>
      owed(
        story({
          happens: [
            ['2027-01-11', invitation('2027-04-28 09:00')],
            [on, { type: 'cancel-appointment' }],
          ],
          until: on,
        }),
      )
    expect(cancelled('2027-01-13')).toEqual(['invite by leader on 2027-02-15'])
    expect(cancelled('2027-03-01')).toEqual(['invite by leader on 2027-03-08'])
    expect(cancelled('2027-04-27')).toEqual(['invite by leader on 2027-04-30'])
  })
})

describe('“I have not been invited” (R4.4)', () => {
  const pressed = (when: string): Happening => [when, { type: 'report-not-invited' }]

  test('before orientation day there is nothing to report yet', () => {
    expect(story({ happens: [pressed('2027-01-02')], until: '2027-01-02' }).refused).toMatchObject([
      { code: 'not-started' },
    ])
  })

  test('before inviteBy it tells the leader, once, and the ladder keeps its days', () => {
    const early = story({ happens: [pressed('2027-01-12'), pressed('2027-01-13')], until: '2027-02-19' })
    expect(early.informed.filter((line) => line.includes('not-invited'))).toEqual([
      '2027-01-12 not-invited to leader',
    ])
    expect(stepsOf(early, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
      '2027-02-19 leaders-leader to leaders-leader',
    ])
  })

  test('on inviteBy it tells the leader the same day, Carl three and HR six working days after the press', () => {
    expect(stepsOf(story({ happens: [pressed('2027-02-15')], until: '2027-03-09' }), 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-15 overdue to leader',
      '2027-02-18 leaders-leader to leaders-leader',
      '2027-02-23 hr to hr',
      '2027-03-09 hr-2 to hr',
    ])
  })

  test('the employee is told which it will be: from inviteBy on, or near the end of the talks, the leader is reminded', () => {
    const talk = (dates: { inviteDueOn: string; holdOn: string }) => ({
      calendar: calendarFacts,
      policy,
      inviteDueOn: day(dates.inviteDueOn),
      holdOn: day(dates.holdOn),
    })
    const usual = talk({ inviteDueOn: '2027-02-15', holdOn: '2027-04-30' })
    expect([
      isInvitationHastened(usual, day('2027-02-14')),
      isInvitationHastened(usual, day('2027-02-15')),
    ]).toEqual([false, true])
    const late = talk({ inviteDueOn: '2027-04-28', holdOn: '2027-04-30' })
    expect(isInvitationHastened(late, day('2027-04-27'))).toBe(true)
  })

  test('pressed again it speeds up nothing more, and no step goes twice', () => {
    const twice = story({ happens: [pressed('2027-02-15'), pressed('2027-02-16')], until: '2027-03-08' })
    expect(stepsOf(twice, 'invite')).toHaveLength(4)
  })

  test('whichever comes earlier: pressed late, the ladder’s own days stay', () => {
    expect(stepsOf(story({ happens: [pressed('2027-02-18')], until: '2027-02-26' }), 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
      '2027-02-19 leaders-leader to leaders-leader',
      '2027-02-25 hr to hr',
    ])
  })

  test('near the hold date it speeds up invite even before that is due', () => {
    const reopened: Happening[] = [
      ['2027-02-01', invitation('2027-04-26 09:00')],
      ['2027-04-20', { type: 'cancel-appointment' }],
      pressed('2027-04-21'),
    ]
    expect(stepsOf(story({ happens: reopened, until: '2027-04-30' }), 'invite')).toEqual([
      '2027-04-21 overdue to leader',
      '2027-04-26 leaders-leader to leaders-leader',
      '2027-04-29 hr to hr',
    ])
  })

  test('a standing time ends it', () => {
    const invited = story({
      happens: [pressed('2027-02-15'), ['2027-02-16', invitation('2027-03-16 09:00')]],
      until: '2027-03-05',
    })
    expect(stepsOf(invited, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-15 overdue to leader',
    ])
  })

  test('whoever has been offered a time is asked to answer that instead', () => {
    const offered: Happening[] = [['2027-02-10', invitation('2027-02-18 09:00')], pressed('2027-02-11')]
    expect(story({ happens: offered, until: '2027-02-11' }).refused).toMatchObject([
      { code: 'already-invited' },
    ])
  })
})

describe('held, moved, not held (R6.1)', () => {
  const invited: Happening = ['2027-02-01', invitation('2027-03-01 09:00')]

  test('not held before the hold date opens invite again, due five working days later', () => {
    const notHeld = story({
      happens: [invited, ['2027-03-02', { type: 'report-not-held' }]],
      until: '2027-03-02',
    })
    expect(owed(notHeld)).toEqual(['invite by leader on 2027-03-09'])
  })

  test('not held and the hold date near: invite is due on the hold date at the latest', () => {
    const late = story({
      happens: [
        ['2027-02-01', invitation('2027-04-27 09:00')],
        ['2027-04-28', { type: 'report-not-held' }],
      ],
      until: '2027-04-28',
    })
    expect(owed(late)).toEqual(['invite by leader on 2027-04-30'])
  })

  test('not held after the hold date leaves it to hold, until HR says postponed or not held', () => {
    const late: Happening[] = [
      ['2027-02-01', invitation('2027-05-10 09:00')],
      ['2027-05-11', { type: 'report-not-held' }],
    ]
    expect(stepsOf(story({ happens: late, until: '2027-05-21' }), 'hold')).toEqual([
      '2027-05-11 overdue to leader',
      '2027-05-14 leaders-leader to leaders-leader',
      '2027-05-21 hr to hr',
    ])
    const ended = story({
      happens: [...late, ['2027-05-12', { type: 'set-not-held', reason: 'employee-declined' }]],
      until: '2027-07-01',
    })
    expect(ended.state).toMatchObject({ outcome: 'not-held', outcomeReason: 'employee-declined' })
    expect(stepsOf(ended, 'hold')).toEqual(['2027-05-11 overdue to leader'])
  })

  test('a leader’s "not held" that was a mistake is mended by reporting it held', () => {
    const mended = story({
      happens: [
        invited,
        ['2027-03-02', { type: 'report-not-held' }],
        ['2027-03-03', { type: 'report-held', on: day('2027-03-01') }],
      ],
      until: '2027-03-03',
    })
    expect(mended.state).toMatchObject({ status: 'held', outcome: 'held', heldOn: '2027-03-01' })
  })

  describe('HR takes back a "not held" that was a mistake', () => {
    const ended = (on: string): Happening => [on, { type: 'set-not-held', reason: 'employee-declined' }]
    const takenBack = (on: string): Happening => [on, { type: 'withdraw-not-held' }]

    test('before the hold date the leader has five working days to invite, and the ladder climbs again', () => {
      const again = story({ happens: [ended('2027-02-20'), takenBack('2027-03-01')], until: '2027-03-25' })
      expect(again.state).toMatchObject({ status: 'awaiting', outcome: null, outcomeReason: null })
      expect(owed(again)).toEqual(['invite by leader on 2027-03-08'])
      expect(stepsOf(again, 'invite').slice(-3)).toEqual([
        '2027-03-09 overdue to leader',
        '2027-03-12 leaders-leader to leaders-leader',
        '2027-03-18 hr to hr',
      ])
    })

    test('after the hold date hold goes on, and nothing of it was told meanwhile', () => {
      const again = story({ happens: [ended('2027-05-11'), takenBack('2027-05-18')], until: '2027-05-31' })
      expect(owed(again)).toEqual(['hold by leader on 2027-04-30'])
      const steps = stepsOf(again, 'hold').filter((line) => line > '2027-05-11 12')
      expect(steps).toEqual([
        '2027-05-18 overdue to leader',
        '2027-05-21 leaders-leader to leaders-leader',
        '2027-05-27 hr to hr',
      ])
    })

    test('a window that HR made longer meanwhile counts', () => {
      const longer = { ...policy, talksTo: day('2027-06-30') }
      const again = story({
        happens: [
          ended('2027-04-12'),
          ['2027-04-20', { type: 'policy-changed', policy: longer }],
          takenBack('2027-05-18'),
        ],
        until: '2027-05-18',
      })
      expect(again.state.holdOn).toBe('2027-06-30')
      expect(owed(again)).toEqual(['invite by leader on 2027-05-25'])
    })

    test('a postponed talk is postponed again, to the same day', () => {
      const again = story({
        happens: [
          ['2027-02-05', { type: 'postpone', until: day('2027-08-02') }],
          ended('2027-02-08'),
          takenBack('2027-02-09'),
        ],
        until: '2027-02-09',
      })
      expect(again.state).toMatchObject({ status: 'postponed', outcome: 'postponed' })
      expect(owed(again)).toEqual(['invite by leader on 2027-08-02'])
    })

    test('it was held after all: the plan is due and the follow-up set, as ever', () => {
      const again = story({
        happens: [
          ended('2027-05-11'),
          takenBack('2027-05-12'),
          ['2027-05-12 11:00', { type: 'report-held', on: day('2027-04-29') }],
        ],
        until: '2027-05-12',
      })
      expect(again.state).toMatchObject({ status: 'held', outcome: 'held' })
      expect(owed(again)).toContain('agree-plan by leader on 2027-05-14')
    })

    test('not once the round is closed, when everybody is accounted for', () => {
      const lastYears = { id: 'action-1', owner: 'employee', agreedOn: day('2026-05-01') } as const
      const late = story({
        opening: { actions: [{ ...lastYears, dueOn: day('2028-06-01'), status: 'open' }] },
        happens: [ended('2027-05-11'), ['2028-02-01', { type: 'round-closed' }], takenBack('2028-02-02')],
        until: '2028-02-02',
      })
      expect(late.refused).toMatchObject([{ code: 'round-is-closed' }])
    })
  })

  test('a contradiction goes to the leader and then up the ladder', () => {
    const contradicted = story({
      happens: [
        invited,
        ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }],
        ['2027-03-02', { type: 'contradict-held' }],
      ],
      until: '2027-03-15',
    })
    expect(contradicted.informed).toContain('2027-03-02 held-contradicted to leader')
    expect(stepsOf(contradicted, 'confirm-held')).toEqual([
      '2027-03-03 asked to leader',
      '2027-03-04 overdue to leader',
      '2027-03-09 leaders-leader to leaders-leader',
      '2027-03-15 hr to hr',
    ])
    expect(contradicted.state).toMatchObject({ outcome: null, heldOn: null, statusTalks: [] })
  })

  test('contradicted, the leader may agree that there was no talk, although no time was ever set', () => {
    const agreed = story({
      happens: [
        ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }],
        ['2027-03-02', { type: 'contradict-held' }],
        ['2027-03-03', { type: 'report-not-held' }],
      ],
      until: '2027-03-03',
    })
    expect(agreed.refused).toEqual([])
    expect(owed(agreed)).toEqual(['invite by leader on 2027-03-10'])
  })

  test('what the employee has confirmed cannot be contradicted any more', () => {
    const confirmed = story({
      happens: [
        ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }],
        ['2027-03-02', { type: 'confirm-held' }],
        ['2027-03-03', { type: 'contradict-held' }],
      ],
      until: '2027-03-03',
    })
    expect(confirmed.refused).toMatchObject([{ code: 'already-confirmed' }])
  })

  test('a talk held before its time takes the time out of both calendars', () => {
    const early = story({
      happens: [invited, ['2027-02-15', { type: 'report-held', on: day('2027-02-15') }]],
      until: '2027-02-15',
    })
    expect(early.calendarMails.at(-1)).toBe('2027-02-15 cancel #1 to employee, leader')
  })

  test('a talk moved after its time changes the calendar event and is asked about again after the new time', () => {
    const moved = story({
      happens: [invited, ['2027-03-02', invitation('2027-03-22 09:00')]],
      until: '2027-03-23',
    })
    expect(stepsOf(moved, 'confirm-held')).toEqual([
      '2027-03-02 asked to leader',
      '2027-03-23 asked to leader',
    ])
  })
})
