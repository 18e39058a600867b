import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { decideAct } from '../../../domain/talk/decide.ts'
import {
  approval,
  calendarFacts,
  type Happening,
  invitation,
  owed,
  proposal,
  stepsOf,
  story,
} from './story.ts'

const held: Happening = ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }]

describe('a new leader (R13.2)', () => {
  const changed: Happening = ['2027-02-18 06:00', { type: 'leader-changed', hasLeader: true }]

  test('gets a list of what is open, and no step goes above until five working days after the change', () => {
    const handedOver = story({ happens: [changed], until: '2027-03-03' })
    expect(handedOver.informed).toContain('2027-02-18 hand-over to leader')
    expect(stepsOf(handedOver, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
      '2027-02-25 leaders-leader to leaders-leader',
      '2027-03-03 hr to hr',
    ])
  })

  test('announced for a later day, nothing changes before that day', () => {
    const announced: Happening = ['2027-02-01', { type: 'leader-changed', hasLeader: true }, '2027-02-18']
    expect(story({ happens: [announced], until: '2027-02-17' }).state.leaderSince).toBeNull()
    expect(story({ happens: [announced], until: '2027-02-18' }).state.leaderSince).toBe('2027-02-18')
  })

  test('an announced change that is withdrawn does not happen', () => {
    const withdrawn = story({
      happens: [
        ['2027-02-01', { type: 'leader-changed', hasLeader: true }, '2027-02-18'],
        ['2027-02-10', { type: 'change-withdrawn', of: 'leader-changed', on: day('2027-02-18') }],
      ],
      until: '2027-02-20',
    })
    expect(withdrawn.state).toMatchObject({ leaderSince: null, heldFacts: [] })
  })

  test('times stay until they are moved, but the new leader has prepared nothing yet', () => {
    const arranged = story({
      happens: [
        ['2027-02-01', invitation('2027-03-15 09:00')],
        ['2027-02-02', { type: 'mark-ready', party: 'leader', ready: true }],
        changed,
      ],
      until: '2027-03-10',
    })
    expect(arranged.state.status).toBe('arranged')
    expect(stepsOf(arranged, 'leader-prepare')).toEqual(['2027-03-10 reminder-3 to leader'])
  })

  test('an approval already given stands; a missing one is the new leader’s', () => {
    const later: Happening = ['2027-03-04', { type: 'leader-changed', hasLeader: true }]
    const given = story({
      happens: [held, ['2027-03-03', proposal('leader')], later, ['2027-03-05', approval('employee')]],
      until: '2027-03-05',
    })
    expect(given.state.status).toBe('agreed')
    const missing = story({
      happens: [held, ['2027-03-03', proposal('employee')], later],
      until: '2027-03-05',
    })
    expect(owed(missing)).toContain('agree-plan by leader on 2027-03-15')
  })

  test('nobody leads: exempt until HR names who holds the talk, and HR is told', () => {
    const gone: Happening = ['2027-02-10', { type: 'leader-changed', hasLeader: false }]
    const without = story({ happens: [gone], until: '2027-02-28' })
    expect(without.state).toMatchObject({ status: 'exempt', outcomeReason: 'no-leader' })
    expect(without.informed.at(-1)).toBe('2027-02-10 no-leader to hr')
    expect(stepsOf(without, 'invite')).toEqual(['2027-02-08 reminder to leader'])
    const named = story({
      happens: [gone, ['2027-03-01', { type: 'leader-changed', hasLeader: true }]],
      until: '2027-03-01',
    })
    expect(owed(named)).toEqual(['invite by leader on 2027-03-15'])
  })

  test('an exemption for want of a leader cannot be lifted without naming one', () => {
    const lifted = story({
      happens: [
        ['2027-02-10', { type: 'leader-changed', hasLeader: false }],
        ['2027-02-11', { type: 'withdraw-exemption' }],
      ],
      until: '2027-02-11',
    })
    expect(lifted.refused).toMatchObject([{ code: 'leader-missing' }])
  })

  test('a standing time stays although nobody leads just now', () => {
    const arranged = story({
      happens: [
        ['2027-02-01', invitation('2027-03-15 09:00')],
        ['2027-02-10', { type: 'leader-changed', hasLeader: false }],
      ],
      until: '2027-02-11',
    })
    expect(arranged.state.status).toBe('arranged')
  })
})

describe('a deputy (R13.2)', () => {
  test('changes nothing in the talk: steps go to roles, and who holds a role is found when the mail goes', () => {
    const { effects } = story({ until: '2027-04-30' })
    const audiences = effects.flatMap(({ effect }) => (effect.type === 'notice' ? [effect.audience] : []))
    expect([...new Set(audiences)].sort()).toEqual(['hr', 'leader', 'leaders-leader'])
  })
})

describe('another unit (R13.2)', () => {
  const closed = { ...calendarFacts, closings: [{ from: day('2027-02-19'), to: day('2027-02-23') }] }

  test('dates already set stay, and further steps count its closing days', () => {
    const moved = story({
      happens: [['2027-02-17', { type: 'unit-changed', calendar: closed }]],
      until: '2027-03-02',
    })
    expect(owed(moved)).toEqual(['invite by leader on 2027-02-15'])
    expect(stepsOf(moved, 'invite').slice(2)).toEqual([
      '2027-02-24 leaders-leader to leaders-leader',
      '2027-03-02 hr to hr',
    ])
  })

  test('the talk stays under its round’s policy: that unit’s quiet periods do not count', () => {
    const other = { ...closed, quietPeriods: [{ weeks: [6, 20] as [number, number] }] }
    const moved = story({
      happens: [['2027-02-17', { type: 'unit-changed', calendar: other }]],
      until: '2027-02-17',
    })
    expect(moved.state.calendar.quietPeriods).toEqual(calendarFacts.quietPeriods)
  })
})

describe('a leaver (R13.2)', () => {
  const leaves: Happening = ['2027-02-01', { type: 'leaves', lastDay: day('2027-02-17') }]

  test('everything goes on through the last day, then all stops', () => {
    const left = story({ happens: [leaves], until: '2027-12-31' })
    expect(left.steps).toEqual([
      '2027-02-08 invite: reminder to leader',
      '2027-02-16 invite: overdue to leader',
    ])
    expect(left.state).toMatchObject({ status: 'left', outcome: 'left', obligations: [] })
  })

  test('a time after the last day is cancelled now and new ones are refused', () => {
    const arranged = story({
      happens: [
        ['2027-01-11', invitation('2027-02-24 09:00')],
        leaves,
        ['2027-02-02', invitation('2027-02-19 09:00')],
      ],
      until: '2027-02-02',
    })
    expect(arranged.calendarMails.at(-1)).toBe('2027-02-01 cancel #1 to employee, leader')
    expect(arranged.refused).toMatchObject([{ code: 'time-after-last-day' }])
  })

  test('a talk that was held still counts as held', () => {
    const left = story({
      happens: [held, ['2027-03-05', { type: 'leaves', lastDay: day('2027-03-08') }]],
      until: '2027-06-01',
    })
    expect(left.state).toMatchObject({ status: 'left', outcome: 'held' })
    expect(stepsOf(left, 'agree-plan')).toEqual([
      '2027-03-08 reminder to leader',
      '2027-03-08 reminder to employee',
    ])
  })

  test('a withdrawn resignation reopens the talk: invited within ten working days', () => {
    const back = story({
      happens: [leaves, ['2027-03-01', { type: 'leaving-withdrawn' }]],
      until: '2027-03-01',
    })
    expect(back.state).toMatchObject({ status: 'awaiting', outcome: null })
    expect(owed(back)).toEqual(['invite by leader on 2027-03-15'])
  })

  test('a corrected last day in the future reopens it as well', () => {
    const back = story({
      happens: [leaves, ['2027-03-01', { type: 'leaves', lastDay: day('2027-06-30') }]],
      until: '2027-03-01',
    })
    expect(back.state).toMatchObject({ status: 'awaiting', outcome: null, lastDay: '2027-06-30' })
  })

  test('who was exempt before leaving is exempt again, and who was held goes on with the plan', () => {
    const exempt = story({
      happens: [
        ['2027-01-11', { type: 'exempt', reason: 'employee-declined' }],
        leaves,
        ['2027-03-01', { type: 'leaving-withdrawn' }],
      ],
      until: '2027-03-01',
    })
    expect(exempt.state).toMatchObject({ status: 'exempt', outcome: 'exempt' })
    const planned = story({
      happens: [
        held,
        ['2027-03-05', { type: 'leaves', lastDay: day('2027-03-12') }],
        ['2027-04-05', { type: 'leaving-withdrawn' }],
      ],
      until: '2027-04-05',
    })
    expect(owed(planned)).toContain('agree-plan by leader on 2027-04-12')
  })
})

describe('eligibility (R13.2)', () => {
  const fewHours: Happening = ['2027-02-10', { type: 'eligibility-changed', exemptReason: 'too-few-hours' }]
  const enough = (on: string): Happening => [on, { type: 'eligibility-changed', exemptReason: null }]

  test('a rule that comes to hold makes exempt, and reopens when it no longer does', () => {
    expect(story({ happens: [fewHours], until: '2027-02-20' }).state).toMatchObject({
      outcome: 'exempt',
      outcomeReason: 'too-few-hours',
      obligations: [],
    })
    expect(owed(story({ happens: [fewHours, enough('2027-03-01')], until: '2027-03-01' }))).toEqual([
      'invite by leader on 2027-03-15',
    ])
  })

  test('a time that stands stays; one that does not is cancelled', () => {
    const stands = story({
      happens: [['2027-02-08', invitation('2027-03-15 09:00')], fewHours],
      until: '2027-02-20',
    })
    expect(stands.state).toMatchObject({ status: 'arranged', outcome: null })
    const asked = story({
      happens: [['2027-02-08', invitation('2027-02-16 09:00')], fewHours],
      until: '2027-02-20',
    })
    expect(asked.state).toMatchObject({ status: 'exempt', appointment: null })
    expect(asked.calendarMails.at(-1)).toMatch(/^2027-02-10 cancel/)
  })

  test('a time that stood and is gone leaves the rule to be asked again', () => {
    const gone = story({
      happens: [
        ['2027-02-08', invitation('2027-03-15 09:00')],
        fewHours,
        ['2027-02-11', { type: 'cancel-appointment' }],
        ['2027-02-12', { type: 'eligibility-changed', exemptReason: 'too-few-hours' }],
      ],
      until: '2027-02-12',
    })
    expect(gone.state).toMatchObject({ status: 'exempt', outcomeReason: 'too-few-hours' })
  })

  test('somebody who comes to be without a leader is exempt, and HR is told once', () => {
    const nobody = (on: string): Happening => [on, { type: 'eligibility-changed', exemptReason: 'no-leader' }]
    const told = story({ happens: [nobody('2027-02-10'), nobody('2027-02-11')], until: '2027-02-12' })
    expect(told.state).toMatchObject({ status: 'exempt', outcomeReason: 'no-leader', hasLeader: false })
    expect(told.informed.filter((line) => line.includes('no-leader'))).toEqual(['2027-02-10 no-leader to hr'])
  })

  test('a rule whose exemption HR has withdrawn is not asked again', () => {
    const { state } = story({
      happens: [fewHours, ['2027-02-11', { type: 'withdraw-exemption' }]],
      until: '2027-02-12',
    })
    expect(state).toMatchObject({ status: 'awaiting', waivedReason: 'too-few-hours' })
  })

  test('postponed by HR is no longer asked for: the talk is to be held', () => {
    const { state } = story({
      happens: [
        fewHours,
        ['2027-02-11', { type: 'postpone', until: day('2027-04-01') }],
        ['2027-02-12', { type: 'eligibility-changed', exemptReason: null }],
      ],
      until: '2027-02-13',
    })
    expect(state).toMatchObject({ status: 'postponed', postponed: 'by-hr', waivedReason: 'too-few-hours' })
  })

  test('nobody without a leader is postponed: they would be exempt again at once', () => {
    const state = story({
      opening: { exemptReason: 'no-leader', hasLeader: false },
      until: '2027-02-11',
    }).state
    const at = Date.parse('2027-02-11T09:00:00Z')
    expect(decideAct(state, { type: 'postpone', until: day('2027-04-01') }, at)).toEqual({
      refused: { code: 'leader-missing' },
    })
  })

  test('after talksTo it is settled', () => {
    const late = story({ happens: [fewHours, enough('2027-05-03')], until: '2027-05-03' })
    expect(late.state.status).toBe('exempt')
  })

  test('an exemption that HR chose is not undone by a rule', () => {
    const chosen = story({
      happens: [['2027-02-10', { type: 'exempt', reason: 'leaving-soon' }], enough('2027-02-11')],
      until: '2027-02-11',
    })
    expect(chosen.state).toMatchObject({ status: 'exempt', outcomeReason: 'leaving-soon' })
  })

  test('an exemption that HR chose for a reason that a rule also knows is not undone by the rule either', () => {
    const chosen = story({
      happens: [['2027-02-10', { type: 'exempt', reason: 'too-few-hours' }], enough('2027-02-11')],
      until: '2027-02-12',
    })
    expect(chosen.state).toMatchObject({ status: 'exempt', outcomeReason: 'too-few-hours', exemptByHr: true })
  })

  test('an exemption withdrawn before orientation day starts the clock on orientation day', () => {
    const early = story({
      happens: [
        ['2026-12-01', { type: 'exempt', reason: 'employee-declined' }],
        ['2026-12-10', { type: 'withdraw-exemption' }],
      ],
      until: '2027-02-16',
    })
    expect(early.state.startsOn).toBe('2027-01-04')
    expect(stepsOf(early, 'invite')).toEqual([
      '2027-02-08 reminder to leader',
      '2027-02-16 overdue to leader',
    ])
  })
})
