import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { decide, dueFiling } from '../../../domain/talk/decide.ts'
import { stepInstant } from '../../../domain/talk/turn.ts'
import { approval, at, calendar, type Happening, owed, policy, proposal, stepsOf, story } from './story.ts'

/** Held on Monday 1 March: the plan is due on Monday 15 March. */
const held: Happening = ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }]
const planOwed = (wish: Parameters<typeof story>[0]) =>
  owed(story(wish)).filter((line) => line.startsWith('agree-plan'))

describe('agreement (R7.2)', () => {
  test('proposing a version is its author’s approval; the other’s makes it agreed', () => {
    const agreed = story({
      happens: [held, ['2027-03-03', proposal('employee')], ['2027-03-04', approval('leader')]],
      until: '2027-03-04',
    })
    expect(agreed.state).toMatchObject({
      status: 'agreed',
      outcome: 'held',
      plan: { agreedOn: '2027-03-04' },
    })
    expect(agreed.informed.slice(-2)).toEqual([
      '2027-03-03 plan-proposed to leader',
      '2027-03-04 plan-agreed to employee',
    ])
  })

  test('nobody approves their own version a second time, nor a version that is no longer the current one', () => {
    const refused = story({
      happens: [
        held,
        ['2027-03-02', approval('employee')],
        ['2027-03-03', proposal('leader')],
        ['2027-03-04 10:00', approval('leader')],
        ['2027-03-04 11:00', proposal('leader', 'version-2')],
        ['2027-03-04 12:00', approval('employee', 'version-1')],
        [
          '2027-03-04 13:00',
          { type: 'approve-plan', party: 'employee', versionId: 'version-2', hash: 'hash of version-1' },
        ],
      ],
      until: '2027-03-04',
    }).refused
    expect(refused.map(({ code }) => code)).toEqual([
      'no-plan-version',
      'own-version',
      'another-version-is-current',
      'another-version-is-current',
    ])
  })

  test('a new version voids the approval of the old one', () => {
    const anew = story({
      happens: [held, ['2027-03-03', proposal('leader')], ['2027-03-04', proposal('employee', 'version-2')]],
      until: '2027-03-04',
    })
    expect(anew.state.plan?.current).toMatchObject({ id: 'version-2', approvedBy: ['employee'] })
    expect(anew.state.status).toBe('held')
  })

  test('a version returned with a comment is its author’s turn again, and the approval no longer counts', () => {
    const returned = story({
      happens: [
        held,
        ['2027-03-03', proposal('leader')],
        ['2027-03-04', { type: 'return-plan', party: 'employee', versionId: 'version-1' }],
      ],
      until: '2027-03-04',
    })
    expect(returned.state.plan).toMatchObject({ missing: 'leader', current: { approvedBy: [] } })
    expect(returned.informed.at(-1)).toBe('2027-03-04 plan-returned to leader')
  })

  test('ended as not agreed, the ladder stops and it is not filed unless the policy says so', () => {
    const ended: Happening[] = [
      held,
      ['2027-03-03', proposal('leader')],
      ['2027-03-10', { type: 'end-plan-not-agreed', party: 'employee' }],
    ]
    const not = story({ opening: { journaling: 'manual' }, happens: ended, until: '2027-05-31' })
    expect(not.state).toMatchObject({ status: 'not-agreed', outcome: 'held', filings: [] })
    expect(not.informed.at(-1)).toBe('2027-03-10 plan-not-agreed to leader')
    expect(stepsOf(not, 'agree-plan')).toEqual(['2027-03-08 reminder to employee'])
    const filed = story({
      opening: { journaling: 'manual', policy: { ...policy, fileNotAgreed: true } },
      happens: ended,
      until: '2027-03-18',
    })
    expect(owed(filed)).toContain('journal by leader on 2027-03-30')
  })
})

describe('a plan that ended as not agreed and is to be filed (R7.2)', () => {
  /** On Wednesday 10 March: the statements are awaited to Wednesday 17 March. */
  const ended = (stated = false): Happening[] => [
    held,
    ['2027-03-03', proposal('leader')],
    ['2027-03-10', { type: 'end-plan-not-agreed', party: 'employee', stated }],
  ]
  const writes = (party: 'employee' | 'leader', when: string): Happening => [
    when,
    { type: 'write-statement', party },
  ]
  const filing = (journaling: 'gateway' | 'manual', happens: Happening[], until: string) =>
    story({ opening: { journaling, policy: { ...policy, fileNotAgreed: true } }, happens, until })

  test('waits five working days for both statements, and is then filed with what there is', () => {
    const waiting = filing('gateway', ended(), '2027-03-17')
    expect(waiting.state.filings).toMatchObject([{ status: 'owed', statements: { until: '2027-03-17' } }])
    expect(waiting.informed.at(-1)).toBe('2027-03-10 plan-not-agreed to leader')
    const over = filing('gateway', ended(), '2027-03-18')
    expect(over.state.filings).toMatchObject([{ status: 'filed', statements: null }])
  })

  test('is filed the same day once both have written', () => {
    const one = filing('gateway', ended(true), '2027-03-11')
    expect(one.state.filings).toMatchObject([{ status: 'owed', statements: { writtenBy: ['employee'] } }])
    const both = filing('gateway', [...ended(true), writes('leader', '2027-03-11')], '2027-03-11')
    expect(both.state.filings).toMatchObject([{ status: 'filed', statements: null }])
    const later = [...ended(), writes('leader', '2027-03-11'), writes('employee', '2027-03-12')]
    expect(filing('gateway', later, '2027-03-12').state.filings).toMatchObject([{ status: 'filed' }])
  })

  test('is not the leader’s to file before the statements are there', () => {
    const early: Happening = ['2027-03-11', { type: 'journal-by-hand', versionId: 'version-1' }]
    const waiting = filing('manual', [...ended(), early], '2027-03-17')
    expect(owed(waiting).filter((line) => line.startsWith('journal'))).toEqual([])
    expect(waiting.refused.map(({ code }) => code)).toEqual(['statements-awaited'])
    expect(waiting.informed.filter((line) => line.includes('plan-to-file'))).toEqual([])
    expect(filing('manual', ended(), '2027-03-18').informed.at(-1)).toBe('2027-03-18 plan-to-file to leader')
    const both = [...ended(true), writes('leader', '2027-03-11')]
    expect(owed(filing('manual', both, '2027-03-11'))).toContain('journal by leader on 2027-03-18')
  })

  test('takes a statement again until it is filed, and none after', () => {
    const again = [...ended(true), writes('employee', '2027-03-12'), writes('employee', '2027-03-18')]
    const { state, refused } = filing('gateway', again, '2027-03-18')
    expect(refused.map(({ code }) => code)).toEqual(['statements-closed'])
    expect(state.filings).toMatchObject([{ status: 'filed' }])
  })

  test('is filed also when the employee has left meanwhile', () => {
    const leaver: Happening = ['2027-03-11', { type: 'leaves', lastDay: day('2027-03-11') }]
    const { state } = filing('gateway', [...ended(), leaver], '2027-03-18')
    expect(state).toMatchObject({ status: 'left', filings: [{ status: 'filed' }] })
  })

  test('waits for a pause as long as it lasts, and is filed at once all the same when both have written', () => {
    const paused: Happening[] = [...ended(), ['2027-03-12', { type: 'paused' }]]
    expect(filing('gateway', paused, '2027-04-05').state.filings).toMatchObject([{ status: 'owed' }])
    expect(filing('manual', paused, '2027-04-05').informed).not.toContain('2027-03-18 plan-to-file to leader')
    // From 12 March on four working days were left, and they are counted from the resuming.
    const resumed: Happening[] = [...paused, ['2027-04-05', { type: 'resumed' }]]
    const waiting = filing('gateway', resumed, '2027-04-08')
    expect(waiting.state.filings).toMatchObject([{ status: 'owed', statements: { until: '2027-04-08' } }])
    expect(filing('gateway', resumed, '2027-04-09').state.filings).toMatchObject([{ status: 'filed' }])
    expect(filing('manual', resumed, '2027-04-09').informed.at(-1)).toBe('2027-04-09 plan-to-file to leader')
    const both = [...paused, writes('leader', '2027-03-15'), writes('employee', '2027-03-16')]
    expect(filing('gateway', both, '2027-03-16').state.filings).toMatchObject([{ status: 'filed' }])
  })

  test('waits for the employee’s leave: until its end is known, then with five working days after it', () => {
    const leave = (to: string | null): Happening => [
      '2027-03-11',
      { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-15'), to: to === null ? null : day(to) },
    ]
    const known = filing('gateway', [...ended(), leave('2027-04-02')], '2027-04-09')
    expect(known.state.filings).toMatchObject([{ status: 'owed', statements: { until: '2027-04-09' } }])
    const over = filing('gateway', [...ended(), leave('2027-04-02')], '2027-04-12')
    expect(over.state.filings).toMatchObject([{ status: 'filed' }])
    const open = [...ended(), leave(null)]
    expect(filing('gateway', open, '2027-06-30').state.filings).toMatchObject([{ status: 'owed' }])
    expect(filing('manual', open, '2027-06-30').informed.join()).not.toContain('plan-to-file')
    const back: Happening = ['2027-07-01', { type: 'leave-removed', leaveId: 'leave-1' }]
    const returned = filing('gateway', [...open, back], '2027-07-02')
    expect(returned.state.filings).toMatchObject([{ status: 'owed', statements: { until: '2027-07-07' } }])
  })

  test('waits no more for a leave of somebody who has left', () => {
    const gone: Happening[] = [
      ...ended(),
      ['2027-03-11', { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-15'), to: null }],
      ['2027-04-01', { type: 'leaves', lastDay: day('2027-04-30') }],
    ]
    expect(filing('gateway', gone, '2027-05-03').state.filings).toMatchObject([{ status: 'owed' }])
    expect(filing('gateway', gone, '2027-05-04').state.filings).toMatchObject([{ status: 'filed' }])
  })

  test('that began to wait before this time stood still in a pause does not stand still now', () => {
    const begun = filing('gateway', ended(), '2027-03-10').state
    const older = begun.filings.map((one) => ({
      ...one,
      statements: { until: day('2027-03-17'), writtenBy: [] },
    }))
    const paused = decide({ ...begun, filings: older }, { type: 'paused' }, at('2027-03-11'))
    if ('refused' in paused) throw new Error('expected a pause to be heard')
    expect(dueFiling(paused.state, at('2027-03-17'))).toBeNull()
    expect(dueFiling(paused.state, at('2027-03-18'))).toBe('version-1')
  })

  test('keeps the talk of a closed round alive until it is filed', () => {
    const closed: Happening[] = [...ended(), ['2027-03-11', { type: 'round-closed' }]]
    const policies = { fileNotAgreed: true, statusTalks: [] }
    const play = (until: string) =>
      story({
        opening: { journaling: 'gateway', policy: { ...policy, ...policies } },
        happens: closed,
        until,
      })
    expect(play('2027-03-17').state.closed).toBe(false)
    expect(play('2027-03-18').state.closed).toBe(true)
  })

  test('of a round from before there was such a time is filed at once', () => {
    const { statementsWithin: _none, ...old } = { ...policy, fileNotAgreed: true }
    const filed = story({
      opening: { journaling: 'gateway', policy: old },
      happens: ended(),
      until: '2027-03-10',
    })
    expect(filed.state.filings).toMatchObject([{ status: 'filed' }])
  })

  test('is filed also while a later version is in the making', () => {
    const revised: Happening[] = [
      held,
      ['2027-03-03', proposal('leader')],
      ['2027-03-04', approval('employee')],
      ['2027-03-08', proposal('leader', 'version-2')],
      ['2027-03-10', { type: 'end-plan-not-agreed', party: 'employee' }],
      ['2027-03-11', proposal('leader', 'version-3')],
      writes('leader', '2027-03-12'),
    ]
    const { state, refused } = filing('gateway', revised, '2027-03-18')
    expect(refused).toEqual([])
    expect(state.filings).toMatchObject([
      { versionId: 'version-1', status: 'filed' },
      { versionId: 'version-2', status: 'filed', statements: null },
    ])
  })
})

describe('whose turn it is', () => {
  test('due on the plan’s date, or five working days after the turn was passed on', () => {
    expect(planOwed({ happens: [held, ['2027-03-03', proposal('leader')]], until: '2027-03-03' })).toEqual([
      'agree-plan by employee on 2027-03-15',
    ])
    expect(planOwed({ happens: [held, ['2027-03-12', proposal('leader')]], until: '2027-03-12' })).toEqual([
      'agree-plan by employee on 2027-03-19',
    ])
  })

  test('the employee’s own version just before the date gives the leader five working days too', () => {
    expect(planOwed({ happens: [held, ['2027-03-12', proposal('employee')]], until: '2027-03-12' })).toEqual([
      'agree-plan by leader on 2027-03-19',
    ])
  })

  test('once the plan is late it is the leader’s alone: a version by the employee gives no new time', () => {
    const late = story({ happens: [held, ['2027-03-18', proposal('employee')]], until: '2027-04-30' })
    expect(stepsOf(late, 'agree-plan')).toEqual([
      '2027-03-08 reminder to leader',
      '2027-03-08 reminder to employee',
      '2027-03-16 overdue to leader',
      '2027-03-19 leaders-leader to leaders-leader',
      '2027-03-30 hr to hr',
    ])
  })

  test('a late version by the leader begins a new round for the employee, which ends with the leader', () => {
    const late = story({ happens: [held, ['2027-03-18', proposal('leader')]], until: '2027-05-31' })
    expect(stepsOf(late, 'agree-plan').slice(3)).toEqual([
      '2027-03-31 overdue to employee',
      '2027-04-05 leader to leader',
    ])
  })

  test('a second version by the same hand does not put the other off', () => {
    expect(
      planOwed({
        happens: [held, ['2027-03-12', proposal('leader')], ['2027-03-18', proposal('leader', 'version-2')]],
        until: '2027-03-18',
      }),
    ).toEqual(['agree-plan by employee on 2027-03-19'])
  })

  test('after a return the author may approve again, and then it is the other’s turn', () => {
    expect(
      planOwed({
        happens: [
          held,
          ['2027-03-03', proposal('leader')],
          ['2027-03-04 10:00', { type: 'return-plan', party: 'employee', versionId: 'version-1' }],
          ['2027-03-04 11:00', approval('leader')],
        ],
        until: '2027-03-04',
      }),
    ).toEqual(['agree-plan by employee on 2027-03-15'])
  })

  test('a talk reported weeks late is late with its plan at once: ten working days count from the talk', () => {
    const late = story({
      happens: [['2027-03-31', { type: 'report-held', on: day('2027-03-01') }]],
      until: '2027-04-05',
    })
    expect(stepsOf(late, 'agree-plan')).toEqual([
      '2027-03-31 overdue to leader',
      '2027-04-05 leaders-leader to leaders-leader',
    ])
  })
})

describe('a later version (R7.4)', () => {
  const action = (dueOn: string) => [{ id: 'action-1', owner: 'employee' as const, dueOn: day(dueOn) }]
  const agreed: Happening[] = [
    held,
    ['2027-03-03', proposal('leader', 'version-1', action('2027-06-01'))],
    ['2027-03-04', approval('employee')],
  ]

  test('is agreed within ten working days and filed beside the first', () => {
    const revised = story({
      opening: { journaling: 'gateway' },
      happens: [
        ...agreed,
        ['2027-04-05', proposal('employee', 'version-2', action('2027-08-02'))],
        ['2027-04-07', approval('leader', 'version-2')],
      ],
      until: '2027-04-08',
    })
    expect(revised.state.filings.map(({ versionId, status }) => [versionId, status])).toEqual([
      ['version-1', 'filed'],
      ['version-2', 'filed'],
    ])
    expect(owed(revised)).toContain('action by employee on 2027-08-02')
  })

  test('does not open an action again that is done', () => {
    const revised = story({
      happens: [
        ...agreed,
        ['2027-03-20', { type: 'report-action', actionId: 'action-1', report: 'done', dueOn: null }],
        ['2027-04-05', proposal('employee', 'version-2', action('2027-08-02'))],
        ['2027-04-07', approval('leader', 'version-2')],
      ],
      until: '2027-04-08',
    })
    expect(revised.state.actions).toMatchObject([{ id: 'action-1', status: 'done' }])
  })

  test('that leaves an action out ends it, for both agreed on that; a report on it stays', () => {
    const two = ['action-1', 'action-2'].map((id) => ({
      id,
      owner: 'employee' as const,
      dueOn: day('2027-06-01'),
    }))
    const without = story({
      happens: [
        held,
        ['2027-03-03', proposal('leader', 'version-1', two)],
        ['2027-03-04', approval('employee')],
        ['2027-03-20', { type: 'report-action', actionId: 'action-2', report: 'done', dueOn: null }],
        ['2027-04-05', proposal('employee', 'version-2')],
        ['2027-04-07', approval('leader', 'version-2')],
        ['2027-04-08', { type: 'report-action', actionId: 'action-1', report: 'done', dueOn: null }],
      ],
      until: '2027-06-30',
    })
    expect(without.state.actions.map(({ id, status }) => [id, status])).toEqual([
      ['action-1', 'dropped'],
      ['action-2', 'done'],
    ])
    expect(stepsOf(without, 'action')).toEqual([])
    expect(without.refused.map(({ code }) => code)).toEqual(['action-ended'])
  })

  test('that takes a dropped action up again opens it again', () => {
    const again = story({
      happens: [
        ...agreed,
        ['2027-04-05', proposal('employee', 'version-2')],
        ['2027-04-07', approval('leader', 'version-2')],
        ['2027-04-12', proposal('employee', 'version-3', action('2027-08-02'))],
        ['2027-04-13', approval('leader', 'version-3')],
      ],
      until: '2027-04-13',
    })
    expect(again.state.actions).toMatchObject([{ id: 'action-1', status: 'open', agreedOn: '2027-04-13' }])
    expect(owed(again)).toContain('action by employee on 2027-08-02')
  })

  test('that is given up leaves the agreed one agreed', () => {
    const given = story({
      happens: [
        ...agreed,
        ['2027-04-05', proposal('employee', 'version-2')],
        ['2027-04-06', { type: 'end-plan-not-agreed', party: 'leader' }],
      ],
      until: '2027-04-06',
    })
    expect(given.state.status).toBe('agreed')
  })
})

describe('filing (R8.3)', () => {
  const agreed: Happening[] = [held, ['2027-03-03', proposal('leader')], ['2027-03-04', approval('employee')]]
  const nextTry = (on: string) => stepInstant(story({ until: '2026-11-24' }).state, calendar, day(on))
  test('starts at agreement by itself', () => {
    expect(
      story({ opening: { journaling: 'gateway' }, happens: agreed, until: '2027-03-04' }).state.filings,
    ).toMatchObject([{ status: 'filed', by: 'gateway' }])
  })

  test('a failure goes to HR and again every five working days, and the gateway is tried again each working day', () => {
    const broken = story({
      opening: { journaling: 'gateway' },
      happens: agreed,
      until: '2027-03-12',
      filesFrom: '2027-03-12',
    })
    expect(broken.informed.filter((line) => line.includes('filing-failed'))).toEqual([
      '2027-03-04 filing-failed to hr',
      '2027-03-11 filing-failed to hr',
    ])
    expect(stepsOf(broken, 'journal')).toEqual([])
    expect(broken.state.filings).toMatchObject([{ status: 'failed', told: 2, tryAt: nextTry('2027-03-15') }])
  })

  test('that failed is tried again at once when HR asks, and told to HR no earlier for it', () => {
    const asked: Happening = ['2027-03-05', { type: 'retry-filing', versionId: 'version-1' }]
    const filings = (filesFrom: string, happens: Happening[]) => {
      const { state, informed } = story({
        opening: { journaling: 'gateway' },
        happens: [...agreed, ...happens],
        until: '2027-03-05',
        filesFrom,
      })
      return [state.filings[0]?.status, informed.filter((line) => line.includes('filing-failed')).length]
    }
    expect(filings('2027-03-05 09:00', [])).toEqual(['failed', 1])
    expect(filings('2027-03-05 09:00', [asked])).toEqual(['filed', 1])
    expect(filings('2027-03-08', [asked])).toEqual(['failed', 1])
  })

  test('by hand the leader owes it, and nobody else can be told that it is filed', () => {
    const byHand = story({
      opening: { journaling: 'manual' },
      happens: [...agreed, ['2027-03-08', { type: 'journal-by-hand', versionId: 'version-1' }]],
      until: '2027-04-30',
    })
    expect(byHand.state.filings).toMatchObject([{ status: 'filed', by: 'leader' }])
    expect(stepsOf(byHand, 'journal')).toEqual([])
    expect(byHand.informed).toContain('2027-03-04 plan-to-file to leader')
  })

  test('goes on by hand while the round is paused, during a leave, and after the employee has left', () => {
    const ways: Happening[] = [
      ['2027-03-05', { type: 'paused' }],
      ['2027-03-05', { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-05'), to: null }],
      ['2027-03-05', { type: 'leaves', lastDay: day('2027-03-05') }],
    ]
    for (const way of ways) {
      const filing = story({
        opening: { journaling: 'manual' },
        happens: [...agreed, way],
        until: '2027-03-17',
      })
      expect(filing.steps.slice(-2)).toEqual([
        '2027-03-12 journal: overdue to leader',
        '2027-03-17 journal: leaders-leader to leaders-leader',
      ])
    }
  })

  test('is off where plans are only shared', () => {
    expect(story({ happens: agreed, until: '2027-05-01' }).state.filings).toEqual([])
  })
})
