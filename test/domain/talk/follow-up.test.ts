import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { derivedId } from '../../../domain/derived-id.ts'
import type { TalkEvent } from '../../../domain/talk/events.ts'
import type { ActionState } from '../../../domain/talk/talk.ts'
import { approval, at, type Happening, owed, proposal, stepsOf, story, talkId } from './story.ts'

const held: Happening = ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }]
/** No plan in the way: its ladder ended on the day of the talk. */
const withoutPlan: Happening = ['2027-03-01 16:00', { type: 'end-plan-not-agreed', party: 'leader' }]
/** Due on Thursday 1 July 2027. */
const first = derivedId(talkId, 'status-talk', 1)

function statusTime(time: string): TalkEvent {
  const startsAt = at(time)
  return {
    type: 'set-status-appointment',
    statusTalkId: first,
    appointmentId: `appointment at ${time}`,
    startsAt,
    endsAt: startsAt + 15 * 60_000,
  }
}

describe('status talks (R9.1)', () => {
  test('are invited like talks: with full notice the time stands and nobody is told more until it is over', () => {
    const invited = story({
      happens: [held, withoutPlan, ['2027-06-01', statusTime('2027-06-30 09:00')]],
      until: '2027-07-02',
    })
    expect(stepsOf(invited, 'status-talk')).toEqual(['2027-07-02 overdue to leader'])
    expect(invited.calendarMails).toEqual(['2027-06-01 request #0 to employee, leader'])
  })

  test('a short time stands only when accepted, and is withdrawn at noon the working day before', () => {
    const set: Happening = ['2027-06-25', statusTime('2027-06-30 09:00')]
    const withdrawn = story({ happens: [held, withoutPlan, set], until: '2027-06-29' })
    expect(withdrawn.informed.at(-1)).toBe('2027-06-29 time-withdrawn to leader')
    const accepted = story({
      happens: [held, withoutPlan, set, ['2027-06-28', { type: 'accept-appointment', statusTalkId: first }]],
      until: '2027-06-30',
    })
    expect(accepted.state.statusTalks[0]?.appointment).toMatchObject({ accepted: true })
    expect(stepsOf(accepted, 'status-talk')).toEqual(['2027-06-24 reminder to leader'])
  })

  test('while a short time waits for an answer the ladder runs on', () => {
    const unanswered = story({
      happens: [held, withoutPlan, ['2027-06-28', statusTime('2027-07-08 09:00')]],
      until: '2027-07-02',
    })
    expect(stepsOf(unanswered, 'status-talk')).toEqual([
      '2027-06-24 reminder to leader',
      '2027-07-02 overdue to leader',
    ])
  })

  test('registered as held it is over, and the second one follows', () => {
    const done = story({
      happens: [
        held,
        withoutPlan,
        ['2027-06-01', statusTime('2027-06-30 09:00')],
        ['2027-06-30', { type: 'report-status-talk-held', statusTalkId: first, on: day('2027-06-30') }],
      ],
      until: '2027-10-31',
    })
    expect(done.state.statusTalks.map(({ status }) => status)).toEqual(['held', 'open'])
    expect(stepsOf(done, 'status-talk')).toEqual(['2027-10-25 reminder to leader'])
  })

  test('is agreed away only when both have said so', () => {
    const one: Happening = [
      '2027-06-01',
      { type: 'agree-status-talk-away', statusTalkId: first, party: 'leader' },
    ]
    const both: Happening = [
      '2027-06-02',
      { type: 'agree-status-talk-away', statusTalkId: first, party: 'employee' },
    ]
    expect(story({ happens: [held, one], until: '2027-06-03' }).state.statusTalks[0]?.status).toBe('open')
    expect(story({ happens: [held, one, both], until: '2027-06-03' }).state.statusTalks[0]?.status).toBe(
      'agreed-away',
    )
    const { informed } = story({ happens: [held, one, both], until: '2027-06-03' })
    expect(informed.filter((line) => line.includes('agree-away'))).toEqual([
      '2027-06-01 agree-away-asked to employee',
    ])
    const twice: Happening = [
      '2027-06-02',
      { type: 'agree-status-talk-away', statusTalkId: first, party: 'leader' },
    ]
    expect(story({ happens: [held, one, twice], until: '2027-06-03' }).refused).toMatchObject([
      { code: 'already-agreed-away' },
    ])
  })

  test('set anew after a contradiction go on with the number of their calendar event', () => {
    const anew = story({
      happens: [
        held,
        ['2027-03-02 09:00', statusTime('2027-06-30 09:00')],
        ['2027-03-02 10:00', { type: 'contradict-held' }],
        ['2027-03-03 09:00', { type: 'report-held', on: day('2027-03-03') }],
        ['2027-03-03 10:00', statusTime('2027-06-30 10:00')],
      ],
      until: '2027-03-03',
    })
    expect(anew.calendarMails).toEqual([
      '2027-03-02 request #0 to employee, leader',
      '2027-03-02 cancel #1 to employee, leader',
      '2027-03-03 request #2 to employee, leader',
    ])
  })

  test('ends as replaced once a time stands in the next round’s talk, and its own time is cancelled', () => {
    const replaced = story({
      happens: [
        held,
        withoutPlan,
        ['2027-06-01', statusTime('2027-06-30 09:00')],
        ['2027-06-02', { type: 'next-talk-arranged' }],
      ],
      until: '2027-12-31',
    })
    expect(replaced.state.statusTalks.map(({ status }) => status)).toEqual(['replaced', 'replaced'])
    expect(replaced.calendarMails.at(-1)).toBe('2027-06-02 cancel #1 to employee, leader')
    expect(stepsOf(replaced, 'status-talk')).toEqual([])
  })

  test('a time called off is owed again five working days later at the earliest', () => {
    const calledOff = story({
      happens: [
        held,
        withoutPlan,
        ['2027-06-01', statusTime('2027-06-30 09:00')],
        ['2027-06-29', { type: 'cancel-status-appointment', statusTalkId: first }],
      ],
      until: '2027-07-07',
    })
    expect(owed(calledOff)).toContain('status-talk by leader on 2027-07-06')
    expect(stepsOf(calledOff, 'status-talk')).toEqual(['2027-07-07 overdue to leader'])
  })
})

describe('actions (R9.2)', () => {
  const action = { id: 'action-1', owner: 'employee' as const, dueOn: day('2027-06-01') }
  const agreed: Happening[] = [
    held,
    ['2027-03-02', proposal('leader', 'version-1', [action])],
    ['2027-03-03', approval('employee')],
  ]
  const report = (
    when: string,
    said: 'done' | 'new-date' | 'cannot' | 'no-effect',
    dueOn?: string,
  ): Happening => [
    when,
    {
      type: 'report-action',
      actionId: 'action-1',
      report: said,
      dueOn: dueOn === undefined ? null : day(dueOn),
    },
  ]

  test('done, nothing more is sent about it', () => {
    const done = story({ happens: [...agreed, report('2027-05-26', 'done')], until: '2027-12-31' })
    expect(stepsOf(done, 'action')).toEqual(['2027-05-25 reminder to employee'])
    expect(done.informed.filter((line) => line.includes('action-reported'))).toEqual([])
  })

  test('a new date brings the whole ladder again', () => {
    const moved = story({
      happens: [...agreed, report('2027-06-02', 'new-date', '2027-09-01')],
      until: '2027-09-30',
    })
    expect(stepsOf(moved, 'action')).toEqual([
      '2027-05-25 reminder to employee',
      '2027-06-01 asked to employee',
      '2027-08-25 reminder to employee',
      '2027-09-01 asked to employee',
      '2027-09-08 other-party to leader',
    ])
  })

  test.each(['cannot', 'no-effect'] as const)('“%s” ends it and tells the other party', (said) => {
    const reported = story({ happens: [...agreed, report('2027-05-26', said)], until: '2027-12-31' })
    expect(reported.informed.at(-1)).toBe('2027-05-26 action-reported to leader')
    expect(stepsOf(reported, 'action')).toEqual(['2027-05-25 reminder to employee'])
  })

  test('is due on a working day: a new date on a Sunday counts as the Monday', () => {
    const moved = story({
      happens: [...agreed, report('2027-06-02', 'new-date', '2027-09-05')],
      until: '2027-06-02',
    })
    expect(owed(moved)).toContain('action by employee on 2027-09-06')
  })
})

describe('actions and the next round’s talk (R9.3)', () => {
  const lastYears: ActionState = {
    id: 'action-1',
    owner: 'employee',
    dueOn: day('2027-03-15'),
    agreedOn: day('2026-03-03'),
    status: 'open',
  }
  const all = [
    '2027-03-08 reminder to employee',
    '2027-03-15 asked to employee',
    '2027-03-22 other-party to leader',
  ]

  test('last year’s open actions are reminded about by this year’s talk', () => {
    expect(stepsOf(story({ opening: { actions: [lastYears] }, until: '2027-05-01' }), 'action')).toEqual(all)
  })

  test('also by a talk that is exempt, stopped or not held', () => {
    const exempt = story({ opening: { actions: [lastYears], exemptReason: 'lus' }, until: '2027-05-01' })
    expect(stepsOf(exempt, 'action')).toEqual(all)
    for (const event of [
      { type: 'stopped' },
      { type: 'set-not-held', reason: 'other' },
    ] satisfies TalkEvent[]) {
      const ended = story({
        opening: { actions: [lastYears] },
        happens: [['2027-02-01', event]],
        until: '2027-05-01',
      })
      expect(stepsOf(ended, 'action')).toEqual(all)
    }
  })

  test('the old talk stops reminding about what the next one took over', () => {
    const handedOn = story({
      opening: { actions: [lastYears] },
      happens: [['2027-03-10', { type: 'next-talk-opened', sameKind: true, actionIds: ['action-1'] }]],
      until: '2027-05-01',
    })
    expect(stepsOf(handedOn, 'action')).toEqual(['2027-03-08 reminder to employee'])
  })

  test('the old talk does not remind again when its plan is revised after the next one took an action over', () => {
    const planned = (id: string, dueOn: string) => ({ id, owner: 'employee' as const, dueOn: day(dueOn) })
    const before = [planned('action-1', '2027-06-01'), planned('action-2', '2027-06-01')]
    const after = [
      planned('action-1', '2027-08-02'),
      planned('action-2', '2027-06-01'),
      planned('action-3', '2027-08-02'),
    ]
    const revised = story({
      happens: [
        ['2027-03-01 15:00', { type: 'report-held', on: day('2027-03-01') }],
        ['2027-03-03', proposal('leader', 'version-1', before)],
        ['2027-03-04', approval('employee')],
        ['2027-03-10', { type: 'next-talk-opened', sameKind: true, actionIds: ['action-1', 'action-2'] }],
        ['2027-04-05', proposal('leader', 'version-2', after)],
        ['2027-04-07', approval('employee', 'version-2')],
      ],
      until: '2027-04-08',
    })
    expect(owed(revised).filter((line) => line.startsWith('action'))).toEqual([
      'action by employee on 2027-08-02',
    ])
    expect(revised.state.actions.map(({ id }) => id)).toEqual(['action-3'])
    // The next talk is to be told of the other date, and only of that.
    const agreed = revised.effects.flatMap(({ effect }) => (effect.type === 'plan-agreed' ? [effect] : []))
    expect(agreed.at(-1)?.revised.map(({ id }) => id)).toEqual(['action-1', 'action-3'])
  })

  test('the next talk reminds by the date and owner that a later version of the old plan agreed on', () => {
    const next = story({
      opening: { actions: [lastYears] },
      happens: [
        [
          '2027-03-10',
          {
            type: 'actions-revised',
            actions: [{ id: 'action-1', owner: 'leader', dueOn: day('2027-04-12') }],
            dropped: [],
          },
        ],
      ],
      until: '2027-05-01',
    })
    expect(stepsOf(next, 'action')).toEqual([
      '2027-03-08 reminder to employee',
      '2027-04-05 reminder to leader',
      '2027-04-12 asked to leader',
      '2027-04-19 other-party to employee',
    ])
    const [changed] = next.effects.flatMap(({ effect }) => (effect.type === 'action-changed' ? [effect] : []))
    expect(changed?.action).toMatchObject({ owner: 'leader', dueOn: '2027-04-12', status: 'open' })
  })

  test('the next talk stops reminding about an action that a later version of the old plan leaves out', () => {
    const next = story({
      opening: { actions: [lastYears] },
      happens: [['2027-03-10', { type: 'actions-revised', actions: [], dropped: ['action-1'] }]],
      until: '2027-05-01',
    })
    expect(stepsOf(next, 'action')).toEqual(['2027-03-08 reminder to employee'])
    expect(next.state.actions).toMatchObject([{ id: 'action-1', status: 'dropped' }])
  })

  test('the next talk goes on where the old one had come to', () => {
    const old = story({ opening: { actions: [lastYears] }, until: '2027-03-15' })
    const next = story({
      opening: {
        openedAt: at('2027-03-16'),
        actions: old.state.actions,
        actionObligations: old.state.obligations.filter((open) => open.obligation === 'action'),
      },
      until: '2027-05-01',
    })
    expect(stepsOf(next, 'action')).toEqual(['2027-03-22 other-party to leader'])
    expect(
      next.effects.find(({ effect }) => effect.type === 'notice' && effect.obligation === 'action')?.effect,
    ).toMatchObject({
      occurrence: 1,
      distance: 5,
    })
  })

  test('without a next round the old talk stays alive for its actions alone, after the round’s close too', () => {
    const closing: Happening[] = [
      ['2027-02-02', { type: 'set-not-held', reason: 'other' }],
      ['2028-02-01', { type: 'round-closed' }],
    ]
    const late = { ...lastYears, dueOn: day('2028-03-01') }
    const alive = story({ opening: { actions: [late] }, happens: closing, until: '2028-03-20' })
    expect(alive.state.closed).toBe(false)
    expect(stepsOf(alive, 'action')).toHaveLength(3)
    const done: Happening = [
      '2028-03-21',
      { type: 'report-action', actionId: 'action-1', report: 'done', dueOn: null },
    ]
    expect(
      story({ opening: { actions: [late] }, happens: [...closing, done], until: '2028-03-21' }).state.closed,
    ).toBe(true)
  })
})
