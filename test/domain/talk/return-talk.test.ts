import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import { derivedId } from '../../../domain/derived-id.ts'
import type { TalkEvent } from '../../../domain/talk/events.ts'
import { at, type Happening, policy, story, type StoryWish, talkId } from './story.ts'

const id = derivedId(talkId, 'return-talk')
const leave = (from: string, to: string | null): TalkEvent => ({
  type: 'leave-set',
  leaveId: 'leave-1',
  from: day(from),
  to: to === null ? null : day(to),
})
/** Monday 1 February through Sunday 7 March: 35 days. */
const long: Happening = ['2027-01-20', leave('2027-02-01', '2027-03-07')]
const told = (wish: StoryWish) => story(wish).informed.filter((line) => line.includes('return-talk'))

describe('A return talk (R13.2)', () => {
  test('is offered to the leader on the first working day after a long leave, once', () => {
    expect(told({ happens: [long], until: '2027-04-30' })).toEqual(['2027-03-08 return-talk to leader'])
  })

  test('is not offered after a short leave, nor where the round’s rules leave it out', () => {
    const short: Happening = ['2027-01-20', leave('2027-02-01', '2027-03-01')]
    expect(told({ happens: [short], until: '2027-04-30' })).toEqual([])
    const without = { policy: { ...policy, returnTalkAfter: 0 } }
    expect(told({ opening: without, happens: [long], until: '2027-04-30' })).toEqual([])
  })

  test('waits while the leave has no known end, or another follows at once', () => {
    const open: Happening = ['2027-01-20', leave('2027-02-01', null)]
    expect(told({ happens: [open], until: '2027-04-30' })).toEqual([])
    const ended: Happening = ['2027-04-12', leave('2027-02-01', '2027-04-18')]
    expect(told({ happens: [open, ended], until: '2027-04-30' })).toEqual([
      '2027-04-19 return-talk to leader',
    ])
    const next = { ...leave('2027-03-08', '2027-03-10'), leaveId: 'leave-2' } as TalkEvent
    expect(told({ happens: [long, ['2027-03-01', next]], until: '2027-04-30' })).toEqual([
      '2027-03-11 return-talk to leader',
    ])
  })

  test('is not offered to somebody who left meanwhile, nor for a leave that was over when the talk opened', () => {
    const leaves: Happening = ['2027-02-10', { type: 'leaves', lastDay: day('2027-02-26') }]
    expect(told({ happens: [long, leaves], until: '2027-04-30' })).toEqual([])
    const over = { id: 'leave-1', from: day('2026-09-01'), to: day('2026-11-20') }
    expect(told({ opening: { leaves: [over] }, until: '2027-04-30' })).toEqual([])
  })

  test('has a time from the leader like other extra talks, is nobody’s duty, and may be declined', () => {
    const startsAt = at('2027-03-10 09:00')
    const endsAt = startsAt + 30 * 60_000
    const set: Happening = [
      '2027-03-08',
      { type: 'set-extra-appointment', offerId: id, appointmentId: 'time', startsAt, endsAt },
    ]
    const arranged = story({ happens: [long, set], until: '2027-03-08' })
    expect(arranged.calendarMails).toEqual(['2027-03-08 request #0 to employee, leader'])
    expect(arranged.state.obligations.map(({ obligation }) => obligation)).toEqual(['invite'])
    const no: Happening = [
      '2027-03-09',
      { type: 'answer-offer', offerId: id, kind: 'return', accepted: false },
    ]
    const declined = story({ happens: [long, set, no], until: '2027-03-09' })
    expect(declined.calendarMails.at(-1)).toBe('2027-03-09 cancel #1 to employee, leader')
  })

  test('is not to be had before the leave is over', () => {
    const early: Happening = [
      '2027-01-21',
      {
        type: 'set-extra-appointment',
        offerId: id,
        appointmentId: 'time',
        startsAt: at('2027-03-10 09:00'),
        endsAt: at('2027-03-10 09:30'),
      },
    ]
    const { refused } = story({ happens: [long, early], until: '2027-01-21' })
    expect(refused.map(({ code }) => code)).toEqual(['offer-not-accepted'])
  })

  test('after a second long leave is the same one again', () => {
    const held: Happening = ['2027-03-12', { type: 'report-extra-held', offerId: id, on: day('2027-03-12') }]
    const second = { ...leave('2027-05-03', '2027-06-06'), leaveId: 'leave-2' } as TalkEvent
    const twice = { happens: [long, held, ['2027-04-01', second]] as Happening[], until: '2027-06-30' }
    expect(told(twice)).toEqual(['2027-03-08 return-talk to leader', '2027-06-07 return-talk to leader'])
    expect(story(twice).state.extras).toMatchObject([{ id, kind: 'return', heldOn: null, accepted: true }])
  })
})
