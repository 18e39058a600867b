import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import type { TalkEvent } from '../../../domain/talk/events.ts'
import type { TalkOpening } from '../../../domain/talk/talk.ts'
import { at, type Happening, invitation, owed, policy, stepsOf, story } from './story.ts'

const opened = (opening: Partial<TalkOpening>, until = '2026-11-24', happens: Happening[] = []) =>
  story({ opening, until, happens })
/** Of a round that asks for no months of employment. */
const fromFirstDay = { ...policy, eligibility: { ...policy.eligibility, leastMonthsEmployed: null } }
const leave = (from: string, to: string | null) => ({
  id: 'leave-1',
  from: day(from),
  to: to === null ? null : day(to),
})

describe('the person’s clock starts on S (R13.3)', () => {
  test('on orientation day for whoever was there: the round orients them, not the talk', () => {
    const usual = opened({}, '2027-02-01')
    expect(usual.state).toMatchObject({
      startsOn: '2027-01-04',
      orientationOwed: false,
      holdOn: '2027-04-30',
    })
    expect(usual.informed).toEqual([])
  })

  test('on orientation day also for whom the round gets to know later that day: their own talk orients them', () => {
    const late = opened({ openedAt: at('2027-01-04 11:00') }, '2027-01-05')
    expect(late.state).toMatchObject({ startsOn: '2027-01-04', orientationOwed: false })
    expect(late.informed).toEqual(['2027-01-04 orientation to employee'])
  })

  test('on the first day employed: oriented that day, invited within ten working days, by the same hold date', () => {
    const late = opened({ employedFrom: day('2027-03-01') }, '2027-03-01')
    expect(late.state).toMatchObject({
      startsOn: '2027-03-01',
      inviteDueOn: '2027-03-15',
      holdOn: '2027-04-30',
    })
    expect(late.informed).toEqual(['2027-03-01 orientation to employee'])
  })

  test('thirty working days to the talk may run past talksTo', () => {
    expect(opened({ employedFrom: day('2027-04-05') }).state).toMatchObject({
      status: 'awaiting',
      inviteDueOn: '2027-04-19',
      holdOn: '2027-05-19',
    })
  })

  test('more than twenty working days past talksTo the talk is postponed to S, and HR is told', () => {
    const tooLate = opened({ employedFrom: day('2027-04-28') })
    expect(tooLate.state).toMatchObject({ status: 'postponed', outcome: 'postponed', startsOn: '2027-04-28' })
    expect(owed(tooLate)).toEqual(['invite by leader on 2027-05-13'])
    expect(tooLate.state.holdOn).toBe('2027-06-11')
    expect(tooLate.informed).toEqual(['2026-11-24 talk-postponed to hr'])
  })

  test('on the first eligible day', () => {
    const eligible = opened(
      { employedFrom: day('2026-12-15'), eligibleFrom: day('2027-03-15') },
      '2027-03-15',
    )
    expect(eligible.state).toMatchObject({ startsOn: '2027-03-15', inviteDueOn: '2027-04-01' })
    expect(eligible.informed).toEqual(['2027-03-15 orientation to employee'])
  })

  test('on the day the round was started, when that is after orientation day', () => {
    const late = opened({ openedAt: at('2027-02-10') }, '2027-02-10')
    expect(late.state).toMatchObject({
      startsOn: '2027-02-10',
      inviteDueOn: '2027-02-24',
      holdOn: '2027-04-30',
    })
    expect(late.informed).toEqual(['2027-02-10 orientation to employee'])
  })

  test('a first day on a Saturday is oriented on the Monday', () => {
    expect(opened({ employedFrom: day('2027-01-16') }, '2027-01-20').informed).toEqual([
      '2027-01-18 orientation to employee',
    ])
  })

  test('exempt by a rule, the talk owes nothing and does not orient', () => {
    const exempt = opened({ exemptReason: 'too-few-hours', eligibleFrom: null }, '2027-06-01')
    expect(exempt.state).toMatchObject({
      status: 'exempt',
      outcome: 'exempt',
      outcomeReason: 'too-few-hours',
    })
    expect([...exempt.steps, ...exempt.informed]).toEqual([])
  })

  test('exempt before the first day, a late starter is not oriented, nor is anybody after the round was stopped', () => {
    for (const event of [
      { type: 'exempt', reason: 'employee-declined' },
      { type: 'stopped' },
    ] satisfies TalkEvent[]) {
      const ended = opened({ employedFrom: day('2027-03-01') }, '2027-06-01', [['2027-02-01', event]])
      expect(ended.informed).toEqual([])
    }
  })

  test('nobody is oriented twice, although the talk was exempt in between', () => {
    const again = opened({ policy: fromFirstDay, employedFrom: day('2027-03-01') }, '2027-03-31', [
      ['2027-03-03', { type: 'exempt', reason: 'employee-declined' }],
      ['2027-03-08', { type: 'withdraw-exemption' }],
    ])
    expect(again.state.status).toBe('awaiting')
    expect(again.informed).toEqual(['2027-03-01 orientation to employee'])
  })

  test('nobody named as leader: exempt, and HR is told', () => {
    expect(opened({ exemptReason: 'no-leader', hasLeader: false }).informed).toEqual([
      '2026-11-24 no-leader to hr',
    ])
  })
})

describe('reopened, the clock starts no earlier than the first eligible day (R13.3)', () => {
  const employedFrom = day('2027-01-20')
  const lateJoiner = { startsOn: '2027-04-20', status: 'postponed', outcome: 'postponed' }

  test('of a joiner whose leader is named later', () => {
    const named = opened(
      { employedFrom, eligibleFrom: null, exemptReason: 'no-leader', hasLeader: false },
      '2027-02-10',
      [['2027-02-10', { type: 'eligibility-changed', exemptReason: null }]],
    )
    expect(named.state).toMatchObject({ ...lateJoiner, hasLeader: true })
    expect(named.informed.at(-1)).toBe('2027-02-10 talk-postponed to hr')
  })

  test('of a joiner whose exemption HR takes back', () => {
    const back = opened({ employedFrom, eligibleFrom: day('2027-04-20') }, '2027-02-10', [
      ['2027-02-01', { type: 'exempt', reason: 'employee-declined' }],
      ['2027-02-10', { type: 'withdraw-exemption' }],
    ])
    expect(back.state).toMatchObject(lateJoiner)
  })

  test('but at once where HR has waived the rule', () => {
    const waived = opened(
      { employedFrom: day('2027-02-15'), exemptReason: 'too-short-employment' },
      '2027-03-01',
      [['2027-03-01', { type: 'withdraw-exemption' }]],
    )
    expect(waived.state).toMatchObject({ startsOn: '2027-03-01', status: 'awaiting' })
  })
})

describe('another first day employed (R13.2, R13.3)', () => {
  const begins = (when: string, on: string): Happening => [
    when,
    { type: 'eligibility-changed', exemptReason: null, employedFrom: day(on) },
  ]

  test('moves the clock’s start, later and earlier, and nothing is sent to whoever is not there yet', () => {
    const from = { policy: fromFirstDay, employedFrom: day('2027-02-01') }
    const later = opened(from, '2027-03-15', [begins('2027-01-20', '2027-03-15')])
    expect(later.state).toMatchObject({ employedFrom: '2027-03-15', startsOn: '2027-03-15' })
    expect([...later.informed, ...later.steps]).toEqual(['2027-03-15 orientation to employee'])
    const earlier = opened(from, '2027-01-20', [begins('2027-01-20', '2027-01-25')])
    expect(earlier.state.startsOn).toBe('2027-01-25')
  })

  test('moves the first eligible day with it, and postpones where that is too late', () => {
    const from = { employedFrom: day('2026-12-07'), eligibleFrom: day('2027-03-07') }
    const { state } = opened(from, '2027-01-11', [begins('2027-01-11', '2027-01-20')])
    expect(state).toMatchObject({ startsOn: '2027-04-20', status: 'postponed' })
  })

  test('moves nothing once the clock has started', () => {
    const started = opened({}, '2027-02-01', [begins('2027-02-01', '2027-02-15')])
    expect(started.state).toMatchObject({ startsOn: '2027-01-04', inviteDueOn: '2027-02-15' })
  })
})

describe('on leave on orientation day (R13.3)', () => {
  test('the clock starts on the day after, with an orientation of one’s own', () => {
    const back = opened({ leaves: [leave('2026-12-14', '2027-01-31')] }, '2027-02-01')
    expect(back.state).toMatchObject({
      startsOn: '2027-02-01',
      inviteDueOn: '2027-02-15',
      holdOn: '2027-04-30',
    })
    expect(back.informed).toEqual(['2027-02-01 orientation to employee', '2027-02-01 return-talk to leader'])
  })

  test('without a known end the talk is postponed until return, and HR is told', () => {
    const away = opened({ leaves: [leave('2026-12-14', null)] }, '2027-06-01')
    expect(away.state).toMatchObject({
      status: 'postponed',
      outcome: 'postponed',
      startsOn: null,
      obligations: [],
    })
    expect(away.informed).toEqual(['2026-11-24 talk-postponed to hr'])
    expect(away.steps).toEqual([])
  })

  test('when the end becomes known in time, the talk goes on as usual from the day after', () => {
    const known: Happening = [
      '2027-02-01',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2026-12-14'), to: day('2027-02-28') },
    ]
    const back = opened({ leaves: [leave('2026-12-14', null)] }, '2027-03-01', [known])
    expect(back.state).toMatchObject({ status: 'awaiting', outcome: null, startsOn: '2027-03-01' })
    expect(back.informed).toContain('2027-03-01 orientation to employee')
    expect(owed(back)).toEqual(['invite by leader on 2027-03-15'])
  })

  test('when it becomes known too late, invite and hold count from the day after, and the talk stays postponed', () => {
    const known: Happening = [
      '2027-05-10',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2026-12-14'), to: day('2027-05-30') },
    ]
    const back = opened({ leaves: [leave('2026-12-14', null)] }, '2027-05-31', [known])
    expect(back.state).toMatchObject({
      status: 'postponed',
      startsOn: '2027-05-31',
      inviteDueOn: '2027-06-14',
    })
  })

  test('a leave announced before orientation day moves the start; shortened, it moves back', () => {
    const set = (when: string, to: string): Happening => [
      when,
      { type: 'leave-set', leaveId: 'leave-1', from: day('2026-12-14'), to: day(to) },
    ]
    expect(opened({}, '2026-12-01', [set('2026-12-01', '2027-01-31')]).state.startsOn).toBe('2027-02-01')
    const extended = opened({}, '2027-01-20', [
      set('2026-12-01', '2027-01-31'),
      set('2027-01-20', '2027-03-26'),
    ])
    expect(extended.state).toMatchObject({
      startsOn: '2027-03-27',
      inviteDueOn: '2027-04-12',
      holdOn: '2027-05-11',
    })
    const shortened = opened({}, '2027-01-11', [
      set('2026-12-01', '2027-03-26'),
      set('2027-01-11', '2027-01-15'),
    ])
    expect(shortened.state).toMatchObject({ startsOn: '2027-01-16', inviteDueOn: '2027-02-15' })
    const removed: Happening = ['2026-12-07', { type: 'leave-removed', leaveId: 'leave-1' }]
    expect(opened({}, '2026-12-07', [set('2026-12-01', '2027-01-31'), removed]).state).toMatchObject({
      startsOn: '2027-01-04',
      orientationOwed: false,
    })
  })

  test('two leaves in a row count as one', () => {
    const leaves = [
      leave('2026-12-14', '2027-01-10'),
      { ...leave('2027-01-11', '2027-01-31'), id: 'leave-2' },
    ]
    expect(opened({ leaves }).state.startsOn).toBe('2027-02-01')
  })
})

describe('postponed by HR (R1.5)', () => {
  const september: Happening = ['2027-02-01', { type: 'postpone', until: day('2027-09-01') }]

  test('accounts for the person, and invite is due on that date with its whole ladder', () => {
    const postponed = story({ happens: [september], until: '2027-09-07' })
    expect(postponed.state).toMatchObject({ status: 'postponed', outcome: 'postponed', holdOn: '2027-09-29' })
    expect(postponed.steps).toEqual([
      '2027-08-25 invite: reminder to leader',
      '2027-09-02 invite: overdue to leader',
      '2027-09-07 invite: leaders-leader to leaders-leader',
    ])
  })

  test('after the hold date it ends hold’s ladder and begins from the new date', () => {
    const late = story({
      happens: [['2027-05-05', { type: 'postpone', until: day('2027-09-01') }]],
      until: '2027-09-02',
    })
    expect(stepsOf(late, 'hold')).toEqual(['2027-05-03 overdue to leader'])
    expect(stepsOf(late, 'invite').slice(-2)).toEqual([
      '2027-08-25 reminder to leader',
      '2027-09-02 overdue to leader',
    ])
  })

  test('takes a standing time away, by calendar mail to both', () => {
    const arranged = story({
      happens: [['2027-01-11', invitation('2027-03-01 09:00')], september],
      until: '2027-02-01',
    })
    expect(arranged.calendarMails.at(-1)).toBe('2027-02-01 cancel #1 to employee, leader')
  })

  test('“on return” means the day after the leave that runs or comes next, and needs one', () => {
    const onReturn: Happening = ['2027-02-10', { type: 'postpone', until: null }]
    expect(story({ happens: [onReturn], until: '2027-02-10' }).refused).toMatchObject([
      { code: 'no-leave-to-return-from' },
    ])
    const away: Happening = [
      '2027-02-01',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-01'), to: null },
    ]
    const waits = story({ happens: [away, onReturn], until: '2027-06-01' })
    expect(waits.state).toMatchObject({ status: 'postponed', startsOn: null, obligations: [] })
    const back: Happening = [
      '2027-06-02',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-01'), to: day('2027-06-30') },
    ]
    expect(owed(story({ happens: [away, onReturn, back], until: '2027-07-01' }))).toEqual([
      'invite by leader on 2027-08-05',
    ])
  })

  test('only to a day to come, and not past the last day employed', () => {
    const refused = story({
      happens: [
        ['2027-02-01', { type: 'postpone', until: day('2027-02-01') }],
        ['2027-02-02', { type: 'leaves', lastDay: day('2027-06-30') }],
        ['2027-02-03', { type: 'postpone', until: day('2027-09-01') }],
      ],
      until: '2027-02-03',
    })
    expect(refused.refused).toMatchObject([{ code: 'date-in-the-past' }, { code: 'date-after-last-day' }])
  })

  test('is taken over by the next round’s talk unless a time stands', () => {
    const next: Happening = ['2027-11-23', { type: 'next-talk-opened', sameKind: true, actionIds: [] }]
    expect(story({ happens: [september, next], until: '2027-11-23' }).state).toMatchObject({
      status: 'taken-over',
      outcome: 'postponed',
      obligations: [],
    })
    const arranged: Happening = ['2027-11-01', invitation('2027-12-01 09:00')]
    expect(story({ happens: [september, arranged, next], until: '2027-11-24' }).state.status).toBe('arranged')
    const cancelled: Happening = ['2027-11-25', { type: 'cancel-appointment' }]
    expect(story({ happens: [september, arranged, next, cancelled], until: '2027-11-25' }).state.status).toBe(
      'taken-over',
    )
  })

  test('held after all it counts as held; contradicted it is postponed again', () => {
    const held: Happening = ['2027-09-10', { type: 'report-held', on: day('2027-09-10') }]
    expect(story({ happens: [september, held], until: '2027-09-10' }).state.outcome).toBe('held')
    const contradicted: Happening = ['2027-09-13', { type: 'contradict-held' }]
    expect(story({ happens: [september, held, contradicted], until: '2027-09-13' }).state.outcome).toBe(
      'postponed',
    )
  })
})
