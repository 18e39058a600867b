import { expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { sameTime, type TimeAct } from '../../../domain/talk/same-time.ts'
import { at, type Happening, invitation, story } from './story.ts'

const NINE = '2027-02-24 09:00'

/** The time that the talk keeps when an act sets one after all that happened; null where the act sets another. */
function kept(happens: Happening[], act = invitation(NINE, { id: 'sent again' }), when = '2027-02-12') {
  const { state } = story({ happens, until: when })
  return sameTime(state, act as TimeAct, at(when))?.id ?? null
}

test('the time there is, sent again, is no new time', () => {
  expect(kept([['2027-02-10', invitation(NINE, { id: 'first' })]])).toBe('first')
})

test('another hour or another length is a new time, and so is the first one', () => {
  const invited: Happening = ['2027-02-10', invitation(NINE)]
  expect(kept([])).toBeNull()
  expect(kept([invited], invitation('2027-02-24 10:00'))).toBeNull()
  const longer = { ...(invitation(NINE) as TimeAct), endsAt: at('2027-02-24 10:30') }
  expect(kept([invited], longer)).toBeNull()
})

test('a time that was cancelled or withdrawn meanwhile is set anew', () => {
  expect(
    kept([
      ['2027-02-10', invitation(NINE)],
      ['2027-02-11', { type: 'cancel-appointment' }],
    ]),
  ).toBeNull()
  const short = '2027-02-22 09:00'
  expect(kept([['2027-02-10', invitation(short)]], invitation(short), '2027-02-19')).toBeNull()
})

test('whoever asked for another time is answered by the same one, and whoever picks it accepts it', () => {
  const short = '2027-02-18 09:00'
  const invited: Happening = ['2027-02-10', invitation(short)]
  expect(kept([invited, ['2027-02-11', { type: 'ask-other-time' }]], invitation(short))).toBeNull()
  expect(kept([invited], invitation(short, { picked: true }))).toBeNull()
  const accepted: Happening = ['2027-02-11', { type: 'accept-appointment' }]
  expect(kept([invited, accepted], invitation(short, { picked: true }))).toBe(`appointment at ${short}`)
})

test('the same holds for a status talk and for an extra talk', () => {
  const held: Happening = ['2027-02-12', { type: 'report-held', on: day('2027-02-12') }]
  const statusTalkId = story({ happens: [held], until: '2027-02-12' }).state.statusTalks[0]?.id ?? ''
  const { startsAt, endsAt } = invitation('2027-08-30 09:00') as TimeAct
  const time = { appointmentId: 'first', startsAt, endsAt }
  const status: TimeAct = { type: 'set-status-appointment', statusTalkId, ...time }
  const extra: TimeAct = { type: 'set-extra-appointment', offerId: 'offer', ...time }
  const { state } = story({
    happens: [
      held,
      ['2027-02-12 11:00', { type: 'answer-offer', offerId: 'offer', kind: 'senior', accepted: true }],
      ['2027-06-10', status],
      ['2027-06-10 11:00', extra],
    ],
    until: '2027-06-11',
  })
  for (const act of [status, extra])
    expect(sameTime(state, { ...act, appointmentId: 'again' }, at('2027-06-11'))?.id).toBe('first')
  expect(sameTime(state, { ...extra, offerId: 'another' }, at('2027-06-11'))).toBeNull()
})
