import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { nextDue } from '../../../domain/talk/decide.ts'
import type { TalkEvent } from '../../../domain/talk/events.ts'
import { possibleActs } from '../../../domain/talk/possible-acts.ts'
import { stranger } from '../../../domain/permissions.ts'
import { at, type Happening, invitation, owed, story, type Story } from './story.ts'

const answered = (when: string, accepted = true): Happening => [
  when,
  { type: 'answer-offer', offerId: 'offer-1', kind: 'senior', accepted },
]
const invited = (when: string, to: string): Happening => [
  when,
  {
    type: 'set-extra-appointment',
    offerId: 'offer-1',
    appointmentId: `extra at ${to}`,
    startsAt: at(to),
    endsAt: at(to) + 60 * 60_000,
  },
]
const told = (when: string, event: TalkEvent): Happening => [when, event]
const extraIn = ({ state }: Story) => state.extras[0]
const played = (happens: Happening[], until = '2027-03-31') => story({ happens, until })

const yes = [answered('2027-02-02'), invited('2027-02-03', '2027-03-10 13:00')]

describe('the extra talk of an offer that was accepted (R4.5)', () => {
  test('has a calendar event of its own beside the talk’s, and the leader hears the answer', () => {
    const on = played([['2027-02-01', invitation('2027-03-01 09:00')], ...yes])
    expect(on.calendarMails).toEqual([
      '2027-02-01 request #0 to employee, leader',
      '2027-02-03 request #0 to employee, leader',
    ])
    expect(on.informed).toContain('2027-02-02 offer-answered to leader')
    expect(extraIn(on)).toMatchObject({ kind: 'senior', accepted: true, appointment: { on: '2027-03-10' } })
  })

  test('is nobody’s duty: no ladder asks for a time, and none whether it was held', () => {
    const without = played([]).steps
    expect(played([answered('2027-02-02')]).steps).toEqual(without)
    expect(played(yes).steps).toEqual(without)
  })

  test('moves and is called off in the same calendar event', () => {
    const moved = played([...yes, invited('2027-02-05', '2027-03-17 13:00')])
    expect(moved.calendarMails.at(-1)).toBe('2027-02-05 request #1 to employee, leader')
    const off = played([...yes, told('2027-02-05', { type: 'cancel-extra-appointment', offerId: 'offer-1' })])
    expect(off.calendarMails.at(-1)).toBe('2027-02-05 cancel #1 to employee, leader')
    expect(extraIn(off)).toMatchObject({ accepted: true, appointment: null })
  })

  test('stands as it is set, also at short notice', () => {
    const soon = played([answered('2027-02-02'), invited('2027-02-03', '2027-02-04 13:00')])
    expect(extraIn(soon)?.appointment).not.toBeNull()
    expect(soon.calendarMails).toHaveLength(1)
  })

  test('ends with a no that comes later; a new yes goes on with the same calendar event', () => {
    const no = [...yes, answered('2027-02-08', false)]
    expect(played(no).calendarMails.at(-1)).toBe('2027-02-08 cancel #1 to employee, leader')
    expect(extraIn(played(no))).toMatchObject({ accepted: false, appointment: null })
    const again = played([...no, answered('2027-02-09'), invited('2027-02-10', '2027-03-10 13:00')])
    expect(again.calendarMails.at(-1)).toBe('2027-02-10 request #2 to employee, leader')
  })

  test('is registered as held with its day, before or after its time', () => {
    const held = told('2027-02-09', { type: 'report-extra-held', offerId: 'offer-1', on: day('2027-02-09') })
    const early = played([...yes, held])
    expect(early.calendarMails.at(-1)).toBe('2027-02-09 cancel #1 to employee, leader')
    expect(extraIn(early)).toMatchObject({ heldOn: '2027-02-09', appointment: null })
  })

  test('changes nothing about the talk itself', () => {
    expect(owed(played(yes, '2027-02-10'))).toEqual(owed(played([], '2027-02-10')))
    expect(played(yes).state.status).toBe(played([]).state.status)
  })

  test('goes when a leave or the last day falls on its time', () => {
    const leave = told('2027-02-08', {
      type: 'leave-set',
      leaveId: 'leave-1',
      from: day('2027-03-08'),
      to: day('2027-03-12'),
    })
    expect(played([...yes, leave]).calendarMails.at(-1)).toBe('2027-02-08 cancel #1 to employee, leader')
    const leaves = told('2027-02-08', { type: 'leaves', lastDay: day('2027-02-28') })
    expect(played([...yes, leaves]).calendarMails.at(-1)).toBe('2027-02-08 cancel #1 to employee, leader')
  })

  test('goes with a round that is stopped, but not with a talk that is exempt', () => {
    const stopped = played([...yes, told('2027-02-08', { type: 'stopped' })])
    expect(extraIn(stopped)?.appointment).toBeNull()
    const exempt = played([...yes, told('2027-02-08', { type: 'exempt', reason: 'employee-declined' })])
    expect(extraIn(exempt)?.appointment).not.toBeNull()
  })

  test('keeps a talk of a closed round open until its time is over, and no longer', () => {
    const closing: Happening[] = [
      told('2027-02-08', { type: 'set-not-held', reason: 'other' }),
      told('2027-02-09', { type: 'round-closed' }),
    ]
    const before = played([...yes, ...closing], '2027-03-09')
    expect(before.state.closed).toBe(false)
    expect(nextDue(before.state)).toBe(at('2027-03-10 14:00'))
    expect(played([...yes, ...closing], '2027-03-10').state.closed).toBe(true)
    expect(played(closing, '2027-02-09').state.closed).toBe(true)
  })
})

describe('the buttons of an offer', () => {
  const acts = (happens: Happening[], party: 'employee' | 'leader', until = '2027-02-10') =>
    possibleActs(played(happens, until).state, { ...stranger, party }, at(`${until} 23:59`))
      .filter(({ subject }) => subject === 'offer-1')
      .map(({ act, refused }) => `${act}: ${refused ?? 'possible'}`)

  test('are the leader’s to arrange and the employee’s to answer; both may call it off', () => {
    expect(acts(yes, 'leader')).toEqual([
      'set-extra-appointment: possible',
      'cancel-extra-appointment: possible',
      'report-extra-held: possible',
    ])
    expect(acts(yes, 'employee')).toEqual(['answer-offer: possible', 'cancel-extra-appointment: possible'])
  })

  test('say why nothing is arranged without a yes, or after it was held', () => {
    expect(acts([...yes, answered('2027-02-08', false)], 'leader')).toEqual([
      'set-extra-appointment: offer-not-accepted',
      'cancel-extra-appointment: offer-not-accepted',
      'report-extra-held: offer-not-accepted',
    ])
    const held = told('2027-02-09', { type: 'report-extra-held', offerId: 'offer-1', on: day('2027-02-09') })
    expect(acts([...yes, held], 'leader')).toEqual([
      'set-extra-appointment: extra-held',
      'cancel-extra-appointment: extra-held',
      'report-extra-held: extra-held',
    ])
    expect(acts([...yes, held], 'employee')[0]).toBe('answer-offer: extra-held')
  })
})
