import { describe, expect, test } from '@jest/globals'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { day } from '../../../domain/calendar/day.ts'
import { calendarOf, defaultPolicy, policyDates } from '../../../domain/policy/policy.ts'

const zone = { name: 'Europe/Copenhagen', offsets: [{ fromAt: 0, minutes: 60 }] }
const calendar = createCalendar({ zone, ...defaultCalendarSettings })
const policy = defaultPolicy(day('2027-02-01'), undefined, calendar)

describe('the default year of a round with talks from 1 February 2027', () => {
  test('has the dates of the worked example, in order', () => {
    expect(policyDates(policy)).toEqual([
      { key: 'leaderKickoffOn', on: '2026-12-10' },
      { key: 'orientationOn', on: '2027-01-04' },
      { key: 'talksFrom', on: '2027-02-01' },
      { key: 'inviteBy', on: '2027-02-15' },
      { key: 'talksTo', on: '2027-04-30' },
      { key: 'groupFeedbackBy', on: '2027-05-25' },
      { key: 'evaluationBy', on: '2027-08-17' },
      { key: 'closesOn', on: '2028-02-01' },
    ])
  })

  test('has the lengths of the default year', () => {
    expect(policy).toMatchObject({
      noticeDays: 10,
      talkMinutes: 60,
      planMinutes: 15,
      prepareReminders: [5, 1],
      leaderPrepareReminder: 3,
      planAgreedWithin: 10,
      journaledWithin: 5,
      statusTalks: [4, 8],
      sendWindow: { singleFrom: 7 * 60, singleTo: 7 * 60 + 45, digestAt: 8 * 60 },
      stepWindow: { from: 5 * 60, to: 5 * 60 + 45 },
      leads: { orientation: 0, invite: 10, hold: 30 },
    })
  })

  test('counts from the window HR chose instead, where HR chose one', () => {
    const short = defaultPolicy(day('2027-02-01'), day('2027-03-12'), calendar)
    expect(short.groupFeedbackBy).toBe('2027-04-07')
    expect(short.inviteBy).toBe('2027-02-15')
  })
})

test('a policy is plain data: written as JSON and read again it is the same', () => {
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy)
})

test('a policy changed in one round changes neither the calendar nor the next default', () => {
  const changed = defaultPolicy(day('2027-02-01'), undefined, calendar)
  changed.quietPeriods.pop()
  changed.closed.mayDay = false
  changed.ladders.invite.steps.pop()
  expect(defaultPolicy(day('2027-02-01'), undefined, calendar)).toEqual(policy)
})

test("a round's own quiet periods and opened days count in its calendar", () => {
  const open = calendarOf(
    { ...policy, quietPeriods: [], closed: { ...policy.closed, mayDay: false } },
    zone,
    [],
  )
  expect(open.isWorkingDay(day('2026-05-01'))).toBe(true)
  expect(open.isWorkingDay(day('2027-07-15'))).toBe(true)
  expect(calendarOf(policy, zone, []).isWorkingDay(day('2027-07-15'))).toBe(false)
})
