import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import { at, type Happening, invitation, owed, policy, stepsOf, story } from './story.ts'

const held: Happening = ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }]
const paused = (when: string): Happening => [when, { type: 'paused' }]
const resumed = (when: string): Happening => [when, { type: 'resumed' }]
const changed = (when: string, to: Partial<Policy>): Happening => [
  when,
  { type: 'policy-changed', policy: { ...policy, ...to } },
]

describe('pause (R14.3)', () => {
  /** From Wednesday 10 February to the day before Wednesday the 24th: ten working days. */
  const pause = [paused('2027-02-10'), resumed('2027-02-24')]

  test('nothing is sent and no date passes; resumed, open dates and talksTo move by the working days paused', () => {
    const on = story({ happens: pause, until: '2027-03-02' })
    expect(on.state).toMatchObject({
      inviteDueOn: '2027-03-01',
      holdOn: '2027-05-18',
      policy: { talksTo: '2027-05-18' },
    })
    expect(on.steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-03-02 invite: overdue to leader',
    ])
  })

  test('the hold date does not pass in a pause: invite does not turn into hold', () => {
    const long = story({ happens: [paused('2027-04-26'), resumed('2027-05-31')], until: '2027-05-31' })
    expect(owed(long)).toEqual(['invite by leader on 2027-02-15'])
    expect(long.state.holdOn).toBe('2027-06-04')
  })

  test('a date before the pause stays: the step that fell within it goes on resuming, the next ones keep their distance', () => {
    const late = story({ happens: [paused('2027-02-17'), resumed('2027-03-01')], until: '2027-03-05' })
    expect(owed(late)).toEqual(['invite by leader on 2027-02-15'])
    expect(stepsOf(late, 'invite').slice(2)).toEqual([
      '2027-03-01 leaders-leader to leaders-leader',
      '2027-03-05 hr to hr',
    ])
  })

  test('acts stay possible, calendar mails go and times stand', () => {
    const acting = story({
      happens: [paused('2027-02-10'), ['2027-02-11', invitation('2027-03-01 09:00')], resumed('2027-02-24')],
      until: '2027-02-24',
    })
    expect(acting.calendarMails).toEqual(['2027-02-11 request #0 to employee, leader'])
    expect(acting.state.status).toBe('arranged')
  })

  test('a talk that ended within the pause is asked about after it', () => {
    const ended = story({
      happens: [['2027-02-01', invitation('2027-03-01 09:00')], paused('2027-02-24'), resumed('2027-03-08')],
      until: '2027-03-12',
    })
    expect(stepsOf(ended, 'confirm-held')).toEqual(['2027-03-12 asked to leader'])
  })

  test('a clock that ticks within the pause, at a talk’s end, sends nothing that is due meanwhile', () => {
    const action = {
      id: 'action-1',
      owner: 'employee',
      dueOn: day('2027-03-01'),
      agreedOn: day('2026-05-01'),
      status: 'open',
    } as const
    const ticking = story({
      opening: { actions: [action] },
      happens: [['2027-02-01', invitation('2027-03-02 09:00')], paused('2027-02-23')],
      until: '2027-03-05',
    })
    expect(ticking.state.status).toBe('to-confirm')
    expect(stepsOf(ticking, 'action')).toEqual(['2027-02-22 reminder to employee'])
  })

  test('a talk held in the pause at a time nobody had answered is held, and its plan waits for the end of the pause', () => {
    const inPause = story({
      happens: [
        ['2027-02-10 09:00', invitation('2027-02-15 09:00')],
        paused('2027-02-11'),
        ['2027-02-15 11:00', { type: 'report-held', on: day('2027-02-15') }],
        resumed('2027-02-24'),
      ],
      until: '2027-02-26',
    })
    expect(inPause.state).toMatchObject({ status: 'held', plan: { dueOn: '2027-03-12' } })
    expect(inPause.calendarMails).toEqual(['2027-02-10 request #0 to employee, leader'])
  })

  test('a day that is also leave counts once', () => {
    const leave: Happening = [
      '2027-02-22',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-01'), to: day('2027-03-12') },
    ]
    const both = story({ happens: [leave, paused('2027-03-08'), resumed('2027-03-22')], until: '2027-03-22' })
    // The leave had moved invite to 19 March: only 15 to 19 March are added. The hold date was not moved by it.
    expect(both.state).toMatchObject({ inviteDueOn: '2027-03-31', holdOn: '2027-05-18' })
  })

  test('dates HR sets during the pause are meant as written', () => {
    const written = story({
      happens: [
        paused('2027-02-10'),
        changed('2027-02-11', { talksTo: day('2027-05-31') }),
        resumed('2027-02-24'),
      ],
      until: '2027-02-24',
    })
    expect(written.state).toMatchObject({
      inviteDueOn: '2027-03-01',
      holdOn: '2027-05-31',
      policy: { talksTo: '2027-05-31' },
    })
    const postponed = story({
      happens: [
        paused('2027-02-10'),
        ['2027-02-11', { type: 'postpone', until: day('2027-09-01') }],
        resumed('2027-02-24'),
      ],
      until: '2027-02-24',
    })
    expect(postponed.state).toMatchObject({ inviteDueOn: '2027-09-01', holdOn: '2027-09-29' })
  })

  test('status talks and actions keep their dates; their steps wait', () => {
    const withAction = story({
      opening: {
        actions: [
          {
            id: 'action-1',
            owner: 'employee',
            dueOn: day('2027-06-28'),
            agreedOn: day('2026-05-01'),
            status: 'open',
          },
        ],
      },
      happens: [
        held,
        ['2027-03-01 16:00', { type: 'end-plan-not-agreed', party: 'leader' }],
        paused('2027-06-21'),
        resumed('2027-07-05'),
      ],
      until: '2027-07-09',
    })
    expect(owed(withAction)).toContain('status-talk by leader on 2027-07-01')
    expect(withAction.steps.slice(-3)).toEqual([
      '2027-07-05 status-talk: overdue to leader',
      '2027-07-05 action: asked to employee',
      '2027-07-08 status-talk: leaders-leader to leaders-leader',
    ])
  })

  test('paused twice, resumed twice, it is told once', () => {
    const twice = story({
      happens: [paused('2027-02-10'), paused('2027-02-12'), resumed('2027-02-24'), resumed('2027-02-26')],
      until: '2027-03-01',
    })
    expect(twice.state.inviteDueOn).toBe('2027-03-01')
  })
})

describe('a running round is changed (R14.2)', () => {
  test('a date moved later before anything was sent takes its whole ladder along', () => {
    const moved = story({
      happens: [changed('2027-02-01', { inviteBy: day('2027-03-01') })],
      until: '2027-03-02',
    })
    expect(moved.steps).toEqual([
      '2027-02-22 invite: reminder to leader',
      '2027-03-02 invite: overdue to leader',
    ])
  })

  test('moved later after a step was sent it begins anew from +1', () => {
    const moved = story({
      happens: [changed('2027-02-10', { inviteBy: day('2027-03-01') })],
      until: '2027-03-05',
    })
    expect(moved.steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-03-02 invite: overdue to leader',
      '2027-03-05 invite: leaders-leader to leaders-leader',
    ])
    expect(moved.state.obligations).toMatchObject([{ occurrence: 2 }])
  })

  test('moved earlier it is at least five working days from today', () => {
    const earlier = story({
      happens: [changed('2027-02-01', { inviteBy: day('2027-02-03') })],
      until: '2027-02-01',
    })
    expect(owed(earlier)).toEqual(['invite by leader on 2027-02-08'])
    const soon = story({
      happens: [changed('2027-02-12', { inviteBy: day('2027-02-03') })],
      until: '2027-02-12',
    })
    expect(owed(soon)).toEqual(['invite by leader on 2027-02-15'])
  })

  test('moved later it takes back nothing from a date that a leave has moved further (R13.2)', () => {
    const leave: Happening = [
      '2027-03-01',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-01'), to: day('2027-05-31') },
    ]
    const extended = story({
      happens: [leave, changed('2027-06-02', { talksTo: day('2027-05-14') })],
      until: '2027-06-02',
    })
    expect(extended.state.holdOn).toBe('2027-08-02')
    const pausedToo = story({
      happens: [
        leave,
        ['2027-06-01', { type: 'paused' }],
        changed('2027-06-02', { talksTo: day('2027-05-14') }),
        ['2027-06-15', { type: 'resumed' }],
      ],
      until: '2027-06-15',
    })
    expect(pausedToo.state.holdOn).toBe('2027-08-16')
  })

  test('is undone by a new change', () => {
    const undone = story({
      happens: [changed('2027-02-01', { talksTo: day('2027-05-31') }), changed('2027-02-02', {})],
      until: '2027-02-02',
    })
    expect(undone.state.holdOn).toBe('2027-04-30')
  })

  test('more time after the hold date has passed: invite is owed again within five working days', () => {
    const extended = story({
      happens: [changed('2027-05-10', { talksTo: day('2027-05-31') })],
      until: '2027-05-19',
    })
    expect(owed(extended)).toEqual(['invite by leader on 2027-05-18'])
    expect(extended.steps.at(-1)).toBe('2027-05-19 invite: overdue to leader')
  })

  test('a longer ladder goes on from what was sent, and nothing is sent again', () => {
    const { invite } = policy.ladders
    const steps = invite.steps.map((step) => (step.step === 'leaders-leader' ? { ...step, offset: 6 } : step))
    const ladders = { ...policy.ladders, invite: { ...invite, steps } }
    const slower = story({ happens: [changed('2027-02-17', { ladders })], until: '2027-02-25' })
    expect(stepsOf(slower, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
      '2027-02-23 leaders-leader to leaders-leader',
      '2027-02-25 hr to hr',
    ])
  })

  test('the plan and the status talks follow their new lengths', () => {
    const longer = story({
      happens: [held, changed('2027-03-02', { planAgreedWithin: 15, statusTalks: [3, 6, 9] })],
      until: '2027-03-02',
    })
    expect(longer.state.plan?.dueOn).toBe('2027-03-22')
    expect(longer.state.statusTalks.map(({ dueOn }) => dueOn)).toEqual([
      '2027-06-01',
      '2027-09-01',
      '2027-12-01',
    ])
  })

  test('orientation moved before it was held moves everybody’s start', () => {
    const moved = story({
      happens: [changed('2026-12-01', { orientationOn: day('2027-01-11') })],
      until: '2026-12-01',
    })
    expect(moved.state).toMatchObject({
      startsOn: '2027-01-11',
      orientationOwed: false,
      inviteDueOn: '2027-02-15',
    })
  })
})

describe('stop and close (R1.3, R1.5)', () => {
  test('everyone unfinished ends as “round stopped”, and nothing more is sent', () => {
    const stopped = story({
      happens: [
        ['2027-02-01', invitation('2027-03-01 09:00')],
        ['2027-02-10', { type: 'stopped' }],
      ],
      until: '2027-12-31',
    })
    expect(stopped.state).toMatchObject({ status: 'stopped', outcome: 'stopped', obligations: [] })
    expect(stopped.calendarMails.at(-1)).toBe('2027-02-10 cancel #1 to employee, leader')
    expect(stopped.steps).toEqual([])
  })

  test('what was held goes on to its own end, also when the round was paused', () => {
    const stopped = story({
      happens: [held, paused('2027-03-02'), ['2027-03-03', { type: 'stopped' }]],
      until: '2027-03-17',
    })
    expect(stopped.state).toMatchObject({ status: 'held', outcome: 'held', pausedOn: null })
    expect(stepsOf(stopped, 'agree-plan').at(-1)).toBe('2027-03-17 overdue to leader')
  })

  test('what turns out not to have been held after the stop does not begin again', () => {
    const stopped = story({
      happens: [
        held,
        ['2027-03-03', { type: 'stopped' }],
        ['2027-03-04', { type: 'contradict-held' }],
        ['2027-03-05', { type: 'report-not-held' }],
      ],
      until: '2027-06-30',
    })
    expect(stopped.state).toMatchObject({ status: 'stopped', outcome: 'stopped', obligations: [] })
    expect(stepsOf(stopped, 'invite').filter((step) => step > '2027-03-03')).toEqual([])
  })

  test('what HR had ended before the stop does not begin again, whatever is taken back or comes right', () => {
    const ended: Record<string, [Happening, Happening]> = {
      exempt: [
        ['2027-02-01', { type: 'exempt', reason: 'employee-declined' }],
        ['2027-02-11', { type: 'withdraw-exemption' }],
      ],
      'not-held': [
        ['2027-02-01', { type: 'set-not-held', reason: 'other' }],
        ['2027-02-11', { type: 'withdraw-not-held' }],
      ],
      stopped: [
        ['2027-02-01', { type: 'leaves', lastDay: day('2027-01-31') }],
        ['2027-02-11', { type: 'leaving-withdrawn' }],
      ],
    }
    for (const [status, [end, back]] of Object.entries(ended)) {
      const stop: Happening = ['2027-02-10', { type: 'stopped' }]
      const postponed: Happening = ['2027-02-12', { type: 'postpone', until: day('2027-06-01') }]
      const tried = story({ happens: [end, stop, back, postponed], until: '2027-12-31' })
      const acts = status === 'stopped' ? ['talk-stopped'] : ['talk-stopped', 'talk-stopped']
      expect(tried.refused.map(({ code }) => code)).toEqual(acts)
      expect(tried.state).toMatchObject({ status, outcome: status })
      expect(tried.steps.filter((step) => step >= '2027-02-10')).toEqual([])
    }
    const byRule: Happening[] = [
      ['2027-02-01', { type: 'eligibility-changed', exemptReason: 'too-few-hours' }],
      ['2027-02-10', { type: 'stopped' }],
      ['2027-02-11', { type: 'eligibility-changed', exemptReason: null }],
    ]
    expect(story({ happens: byRule, until: '2027-12-31' }).state.status).toBe('exempt')
    const leaderless: Happening[] = [
      ['2027-02-01', { type: 'leader-changed', hasLeader: false }],
      ['2027-02-10', { type: 'stopped' }],
      ['2027-02-11', { type: 'leader-changed', hasLeader: true }],
    ]
    expect(story({ happens: leaderless, until: '2027-12-31' }).state.status).toBe('exempt')
  })

  test('closed, an exemption is not taken back, though the talk lives on for its actions', () => {
    const lastYears = {
      id: 'last-years',
      owner: 'employee' as const,
      dueOn: day('2028-06-01'),
      agreedOn: day('2026-03-01'),
      status: 'open' as const,
    }
    const exempted = story({
      opening: { actions: [lastYears] },
      happens: [
        ['2027-02-01', { type: 'exempt', reason: 'employee-declined' }],
        ['2028-02-01', { type: 'round-closed' }],
        ['2028-02-02', { type: 'withdraw-exemption' }],
      ],
      until: '2028-02-03',
    })
    expect(exempted.refused).toMatchObject([{ code: 'round-is-closed' }])
    expect(exempted.state).toMatchObject({ status: 'exempt', closed: false })
  })

  test('closed, a talk with nothing open is over; one with a plan or a postponed time goes on', () => {
    const closing: Happening = ['2028-02-01', { type: 'round-closed' }]
    const closed = (happens: Happening[], until = '2028-02-01') =>
      story({ happens: [...happens, closing], until }).state.closed
    expect(closed([['2027-02-01', { type: 'exempt', reason: 'employee-declined' }]])).toBe(true)
    expect(closed([['2027-02-01', { type: 'set-not-held', reason: 'other' }]])).toBe(true)
    expect(closed([held])).toBe(false)
    expect(closed([['2027-05-05', { type: 'postpone', until: day('2028-03-01') }]])).toBe(false)
    expect(
      closed([
        ['2027-05-05', { type: 'postpone', until: day('2028-03-01') }],
        ['2028-01-10', invitation('2028-02-15 09:00')],
        ['2028-01-11', { type: 'mark-ready', party: 'employee', ready: true }],
        ['2028-01-12', { type: 'mark-ready', party: 'leader', ready: true }],
      ]),
    ).toBe(false)
  })

  test('when it is over, acts are refused and facts change nothing', () => {
    const over = story({
      happens: [
        ['2027-02-01', { type: 'exempt', reason: 'employee-declined' }],
        ['2028-02-01', { type: 'round-closed' }],
        ['2028-02-02', { type: 'withdraw-exemption' }],
        ['2028-02-03', { type: 'leader-changed', hasLeader: true }],
      ],
      until: '2028-02-04',
    })
    expect(over.refused).toMatchObject([{ code: 'talk-closed' }])
    expect(over.state.leaderSince).toBeNull()
    expect(over.effects.filter(({ at: when }) => when > at('2028-01-01'))).toEqual([])
  })
})
