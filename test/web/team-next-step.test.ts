import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import {
  fitsFilter,
  nextStepOf,
  owedLater,
  type TeamTalkView,
  waitsForLeader,
} from '../../web/team-next-step.ts'
import { frameOn } from '../support/frame.ts'

const frame = frameOn('2027-02-16')
const owed = (
  obligation: TeamTalkView['owed'][number]['obligation'],
  owedBy: 'employee' | 'leader',
  dueOn = '2027-02-15',
) => [{ obligation, subject: 't', owedBy, dueOn: day(dueOn) }]
const time = {
  startsAt: Date.parse('2027-03-01T08:30:00Z'),
  stands: true,
  otherTimeAsked: false,
  answerBy: null,
}

function talk(about: Partial<TeamTalkView>): TeamTalkView {
  return {
    id: 't',
    employee: 'Anna',
    unit: '',
    status: 'awaiting',
    isPaused: false,
    inviteDueOn: day('2027-02-19'),
    heldOn: null,
    appointment: null,
    statusTimeAsked: null,
    contradictedOn: null,
    offersDue: [],
    leave: null,
    canBeInvited: false,
    owed: [],
    ...about,
  }
}

/** The step, and whether the talk waits for the leader. */
const next = (about: Partial<TeamTalkView>) => ({
  ...nextStepOf(frame, talk(about)),
  isMine: waitsForLeader(frame, talk(about)),
})

describe('The next step in a leader’s list', () => {
  test('is what is owed first, late from the day after it was due', () => {
    expect(next({ owed: owed('invite', 'leader') })).toMatchObject({
      what: 'Indkald',
      when: '15.02.2027 (uge 7)',
      isLate: true,
      isMine: true,
    })
  })

  test('is nobody’s and never late during a pause, and waits during a leave', () => {
    expect(next({ owed: owed('invite', 'leader'), isPaused: true })).toMatchObject({
      isLate: false,
      isMine: false,
    })
    expect(next({ owed: owed('invite', 'leader'), leave: { to: null } })).toMatchObject({ isMine: false })
  })

  test('is told with its date long before, and waits for the leader three weeks before it is due', () => {
    const later = talk({ owed: owed('invite', 'leader', '2027-03-10') })
    expect(nextStepOf(frame, later)).toMatchObject({
      what: 'Indkald',
      when: '10.03.2027 (uge 10)',
      isLeaders: true,
    })
    expect([waitsForLeader(frame, later), owedLater(frame, later).length]).toEqual([false, 1])
    const soon = talk({ owed: owed('invite', 'leader', '2027-03-09') })
    expect([waitsForLeader(frame, soon), owedLater(frame, soon).length]).toEqual([true, 0])
  })

  test('is the invitation to come where the round has not reached the employee yet', () => {
    expect(next({})).toMatchObject({ what: 'Indkald', when: '19.02.2027 (uge 7)', isMine: false })
  })

  test('is not the leader’s while a time at short notice awaits the employee’s answer', () => {
    const appointment = { ...time, stands: false, answerBy: Date.parse('2027-02-26T11:00:00Z') }
    expect(next({ appointment, owed: owed('invite', 'leader') })).toMatchObject({
      what: 'Samtale',
      isMine: false,
    })
  })

  test('is the leader’s own preparation once it is soon', () => {
    const about = { appointment: time, owed: owed('leader-prepare', 'leader', '2027-03-01') }
    expect(next(about)).toMatchObject({
      what: 'Forbered din feedback',
      href: '/talks/t/preparation',
      when: '01.03.2027 (uge 9) kl. 9.30',
      isMine: true,
    })
  })

  test('is the leader’s where another time is asked for a status talk, before what is owed later', () => {
    const statusTimeAsked = { statusTalkId: 's', startsAt: time.startsAt }
    expect(
      next({ statusTimeAsked, heldOn: day('2027-02-01'), owed: owed('status-talk', 'leader') }),
    ).toMatchObject({
      what: 'Ønsker en anden tid til statussamtalen',
      href: '/talks/t#status-talk-s',
      isMine: true,
    })
  })

  test('is the talk where a time is set, whoever has yet to prepare; until when it may be answered where notice is short', () => {
    const appointment = { ...time, answerBy: Date.parse('2027-02-26T11:00:00Z') }
    expect(next({ appointment, owed: owed('prepare', 'employee') })).toMatchObject({
      what: 'Samtale',
      when: '01.03.2027 (uge 9) kl. 9.30',
      note: 'Gælder først, når medarbejderen siger ja, senest 26.02.2027 (uge 8) kl. 12.00',
      isMine: false,
    })
  })

  test('is what is owed after the talk once it is held, and no longer the talk', () => {
    const held = { status: 'held', heldOn: day('2027-02-15'), appointment: time } as const
    expect(next({ ...held, owed: owed('agree-plan', 'leader') })).toMatchObject({
      what: 'Skriv eller godkend planen',
      isMine: true,
    })
    expect(next(held)).toMatchObject({ what: 'Intet lige nu', when: '' })
  })

  test('is the employee’s wish for another time before all else', () => {
    const appointment = { ...time, otherTimeAsked: true }
    expect(next({ appointment })).toMatchObject({ what: 'Ønsker en anden tid', isMine: true })
  })

  test('asks whether it was held, and tells where the employee has contradicted', () => {
    const about = {
      appointment: time,
      owed: owed('confirm-held', 'leader'),
      contradictedOn: day('2027-02-15'),
    }
    expect(next(about)).toMatchObject({
      what: 'Svar på, om den blev holdt',
      note: 'Siger, at samtalen ikke blev holdt',
      isMine: true,
    })
  })

  test('names what the employee owes, and counts it as late but not as the leader’s', () => {
    const about = talk({ status: 'held', owed: owed('agree-plan', 'employee') })
    expect(nextStepOf(frame, about).what).toBe('Venter på medarbejderen: planen')
    expect([fitsFilter(frame, about, 'late'), fitsFilter(frame, about, 'mine')]).toEqual([true, false])
    expect(fitsFilter(frame, about, 'not-invited')).toBe(false)
    expect(fitsFilter(frame, talk({ canBeInvited: true }), 'not-invited')).toBe(true)
  })
})
