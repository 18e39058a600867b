import { describe, expect, test } from '@jest/globals'
import { createCalendar } from '../../../domain/calendar/calendar.ts'
import { addDays, type Day, day, type Instant } from '../../../domain/calendar/day.ts'
import { formatDayAndTime } from '../../../domain/calendar/format.ts'
import { daysOf, freeTimes, type Hours } from '../../../domain/talk/free-times.ts'
import {
  canBeInvited,
  type Invitee,
  noticeKeptFrom,
  proposeTimes,
} from '../../../domain/talk/propose-times.ts'
import { isNoticeKept } from '../../../domain/talk/times.ts'
import { openTalk } from '../../../domain/talk/open-talk.ts'
import { beginTurn } from '../../../domain/talk/turn.ts'
import { annasTalk, at, calendar, calendarFacts, policy } from './story.ts'

/** Tuesday 2 and Wednesday 3 March 2027, 9 to 12, an hour each with a quarter between. */
const twoMornings: Hours = {
  from: day('2027-03-02'),
  to: day('2027-03-03'),
  weekdays: [1, 2, 3, 4, 5],
  begin: 9 * 60,
  end: 12 * 60,
  minutes: 60,
  pause: 15,
}
const TODAY = at('2027-02-01')

function invitee(talkId: string, talk: Partial<Invitee['talk']> = {}, more: Partial<Invitee> = {}): Invitee {
  const free = { leaves: [], lastDay: null, holdOn: day('2027-04-30'), policy, ...talk }
  return { talkId, talk: free, calendar, busy: [], ...more }
}

function told(
  invitees: Invitee[],
  hours: Hours = twoMornings,
  busy: { startsAt: Instant; endsAt: Instant }[] = [],
  now = TODAY,
) {
  return proposeTimes(invitees, hours, busy, now).map(({ talkId, time, reason }) => {
    if (time === null) return `${talkId}: ${reason}`
    const { on, minutes } = calendar.localTime(time.startsAt)
    return `${talkId}: ${formatDayAndTime(on, minutes, 'da')}`
  })
}

describe('Times for many', () => {
  test('follow each other through the hours the leader has chosen, with a pause between', () => {
    expect(told(['Anna', 'Bo', 'Eva'].map((name) => invitee(name)))).toEqual([
      'Anna: 02.03.2027 (uge 9) kl. 9.00',
      'Bo: 02.03.2027 (uge 9) kl. 10.15',
      'Eva: 03.03.2027 (uge 9) kl. 9.00',
    ])
  })

  test('go around what the leader has in the calendar already, pauses and all', () => {
    const taken = { startsAt: at('2027-03-02 09:30'), endsAt: at('2027-03-02 10:07') }
    expect(told([invitee('Anna'), invitee('Bo')], twoMornings, [taken])).toEqual([
      'Anna: 02.03.2027 (uge 9) kl. 10.25',
      'Bo: 03.03.2027 (uge 9) kl. 9.00',
    ])
  })

  test('leave out weekends, holidays and the school’s own closing days', () => {
    const easter = { ...twoMornings, from: day('2027-03-25'), to: day('2027-03-30'), end: 11 * 60 }
    const closings = [{ from: day('2027-03-30'), to: day('2027-03-31') }]
    const school = createCalendar({ ...calendarFacts, closings })
    expect(told([invitee('Anna', {}, { calendar: school }), invitee('Bo')], easter)).toEqual([
      'Anna: closed-days',
      'Bo: 30.03.2027 (uge 13) kl. 9.00',
    ])
  })

  test('leave out the days of a leave, those after the last day employed and those after the last day for the talk', () => {
    const leave = { id: 'l', from: day('2027-03-01'), to: day('2027-03-02') }
    const leaves = [{ ...leave, left: null, moved: {}, reopened: false }]
    expect(
      told([
        invitee('On leave', { leaves }),
        invitee('Away all the time', { leaves: [{ ...leave, ...leaves[0], to: null } as never] }),
        invitee('Gone', { lastDay: day('2027-03-01') }),
        invitee('Late', { holdOn: day('2027-03-01') }),
        invitee('Overdue', { holdOn: day('2027-01-29') }),
      ]),
    ).toEqual([
      'On leave: 03.03.2027 (uge 9) kl. 9.00',
      'Away all the time: on-leave',
      'Gone: has-left',
      'Late: after-hold-date',
      'Overdue: 02.03.2027 (uge 9) kl. 9.00',
    ])
  })

  test('keep the notice: ten working days after today', () => {
    const now = at('2027-02-17')
    expect(noticeKeptFrom({ leaves: [], policy }, calendar, day('2027-02-17'))).toBe('2027-03-03')
    expect(told([invitee('Anna')], twoMornings, [], now)).toEqual(['Anna: 03.03.2027 (uge 9) kl. 9.00'])
    expect(told([invitee('Anna')], twoMornings, [], at('2027-02-18'))).toEqual(['Anna: notice-too-short'])
  })

  test('are first given to whoever can come on the fewest days', () => {
    const lastDay = day('2027-03-02')
    expect(told([invitee('Anna'), invitee('Leaves', { lastDay })])).toEqual([
      'Anna: 02.03.2027 (uge 9) kl. 10.15',
      'Leaves: 02.03.2027 (uge 9) kl. 9.00',
    ])
  })

  test('do not clash with what the employee has already', () => {
    const busy = [{ startsAt: at('2027-03-02 09:00'), endsAt: at('2027-03-02 09:30') }]
    expect(told([invitee('Anna', {}, { busy })])).toEqual(['Anna: 02.03.2027 (uge 9) kl. 10.15'])
  })

  test('are missing for those there is no room for, and the leader is told', () => {
    const one = { ...twoMornings, to: twoMornings.from, end: 10 * 60 }
    expect(told([invitee('Anna'), invitee('Bo')], one)).toEqual([
      'Anna: 02.03.2027 (uge 9) kl. 9.00',
      'Bo: no-room',
    ])
    expect(told([], one)).toEqual([])
  })

  test('are those whose notice the rules call kept, on each day of a year', () => {
    const { state } = openTalk(annasTalk())
    const turn = beginTurn(state, TODAY)
    const earliest = noticeKeptFrom(state, calendar, turn.today)
    for (let on = turn.today; on < '2028-01-01'; on = addDays(on, 1)) {
      expect([on, isNoticeKept(turn, calendar.instantOf(on, 9 * 60))]).toEqual([on, on >= (earliest as Day)])
    }
  })
})

describe('Free times', () => {
  test('are never in the past, and only on the weekdays that were chosen', () => {
    const tuesdays = { ...twoMornings, to: day('2027-03-10'), weekdays: [2] }
    expect(daysOf(tuesdays)).toEqual(['2027-03-02', '2027-03-09'])
    const times = freeTimes(daysOf(tuesdays), tuesdays, calendar.instantOf, [], at('2027-03-02 09:00'))
    expect(times.map(({ startsAt }) => startsAt)).toEqual(
      ['2027-03-02 10:15', '2027-03-09 09:00', '2027-03-09 10:15'].map(at),
    )
  })
})

test('A talk can be invited to while it has no time and is not held, exempt or over', () => {
  const { state } = openTalk(annasTalk())
  expect(canBeInvited(state)).toBe(true)
  expect(canBeInvited({ ...state, status: 'held' })).toBe(false)
  expect(canBeInvited({ ...state, status: 'exempt' })).toBe(false)
})
