import { describe, expect, test } from '@jest/globals'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { day } from '../../domain/calendar/day.ts'
import { Themes } from '../../web/components/leader-follow-up.tsx'
import { EmployeesTime } from '../../web/components/talk-time.tsx'
import { evaluationPage } from '../../web/pages/evaluation.tsx'
import type { TalkView } from '../../web/talk-view.ts'
import { frameOn } from '../support/frame.ts'

const frame = frameOn('2027-02-15')

/** A talk that its employee looks at: awaited, to be invited to today. */
const talk: TalkView = {
  id: 't',
  status: 'awaiting',
  outcomeReason: null,
  round: { id: 'r', name: 'MUS 2027', kind: 'mus', minimumGroup: 12 },
  employee: { name: 'Anna', title: '', unit: '' },
  leader: { name: 'Ben' },
  standing: { party: 'employee', onBehalfOf: null, isLeadersLeader: false, isHr: false },
  forHr: null,
  isPaused: false,
  hastensInvitation: false,
  dates: {
    startsOn: day('2027-01-04'),
    inviteDueOn: day('2027-02-15'),
    holdOn: day('2027-04-30'),
    heldOn: null,
    planDueOn: null,
    agreedOn: null,
  },
  appointment: null,
  ready: { employee: false, leader: false },
  plan: null,
  filings: [],
  held: { isConfirmed: false, contradictedOn: null },
  statusTalks: [],
  content: null,
  owed: [],
  history: [],
  acts: [{ act: 'report-not-invited', subject: 't', refused: null }],
}

describe('Who has not been invited', () => {
  const told = (about: Partial<TalkView>) =>
    renderToString(h(EmployeesTime, { frame, talk: { ...talk, ...about }, slots: [] }))

  test('reads what saying so brings about: a reminder from the day it is due, and only word of it before', () => {
    expect(told({})).toContain('Vi giver din leder besked om, at du venter.')
    expect(told({ hastensInvitation: true })).toContain(
      'Din leder skal indkalde dig senest 15.02.2027 (uge 7). Vi rykker din leder nu.',
    )
    const dates = { ...talk.dates, inviteDueOn: day('2027-02-12') }
    expect(told({ hastensInvitation: true, dates })).toContain('skulle have indkaldt dig senest 12.02.2027')
  })
})

describe('What is said of totals', () => {
  test('names the least number that the round’s rules set, to the employee who evaluates and the leader who tags', () => {
    const scale = { least: 1, most: 5, leastLabel: '', mostLabel: '' }
    const questions = { isHeld: true, hasAnswered: false, scale, anonymous: '', questions: [] }
    const { minimumGroup } = talk.round
    expect(evaluationPage(frame, { talkId: 't', minimumGroup, ...questions })).toContain(
      'når mindst 12 har svaret',
    )
    const held = { ...talk, dates: { ...talk.dates, heldOn: day('2027-02-12') } }
    expect(renderToString(h(Themes, { frame, talk: held, themes: [] }))).toContain(
      'når mindst 12 samtaler er holdt',
    )
  })
})
