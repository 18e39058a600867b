import { describe, expect, test } from '@jest/globals'
import { day } from '../../../domain/calendar/day.ts'
import {
  type GroupTalkMember,
  refuseChange,
  refuseGroupTime,
  refuseHeld,
} from '../../../domain/group-talk/group-talk.ts'

const now = Date.parse('2027-03-01T09:00:00Z')
const startsAt = Date.parse('2027-03-12T08:30:00Z')
const on = day('2027-03-12')
const planned = { status: 'planned', startsAt, on } as const
const after = { now: startsAt + 1, today: on }

const leave = (from: string, to: string | null) => ({
  id: 'leave',
  from: day(from),
  to: to === null ? null : day(to),
  left: null,
  moved: {},
  reopened: false,
})
const anna: GroupTalkMember = { talkId: 'anna', leaves: [], lastDay: null }
const away = (about: Partial<GroupTalkMember>) =>
  refuseGroupTime(planned, [anna, { ...anna, talkId: 'bo', ...about }], now)

describe('A team talk', () => {
  test('is set for a time to come', () => {
    expect(refuseGroupTime(planned, [anna], now)).toBeNull()
    expect(refuseGroupTime(planned, [anna], startsAt)).toEqual({ code: 'time-in-the-past' })
  })

  test('calls nobody in on a day of leave or after their last day, and names those who are away', () => {
    const bo = { code: 'members-away', talkIds: ['bo'] }
    expect(away({ leaves: [leave('2027-03-12', '2027-03-12')] })).toEqual(bo)
    expect(away({ leaves: [leave('2027-02-01', null)] })).toEqual(bo)
    expect(away({ lastDay: day('2027-03-11') })).toEqual(bo)
    expect(away({ leaves: [leave('2027-03-13', null)], lastDay: day('2027-03-12') })).toBeNull()
  })

  test('is moved and called off until it begins', () => {
    expect(refuseChange(planned, startsAt - 1)).toBeNull()
    expect(refuseChange(planned, startsAt)).toEqual({ code: 'group-talk-over' })
    expect(refuseChange({ ...planned, status: 'held' }, now)).toEqual({ code: 'group-talk-over' })
    expect(refuseChange({ ...planned, status: 'cancelled' }, now)).toEqual({ code: 'group-talk-over' })
  })

  test('is reported held once it has begun, on a day that has come, and may be corrected', () => {
    expect(refuseHeld(planned, on, after)).toBeNull()
    expect(refuseHeld({ ...planned, status: 'held' }, on, after)).toBeNull()
    expect(refuseHeld(planned, on, { ...after, now: startsAt - 1 })).toEqual({ code: 'not-begun' })
    expect(refuseHeld(planned, day('2027-03-13'), after)).toEqual({ code: 'held-in-the-future' })
    expect(refuseHeld(planned, day('2027-03-11'), after)).toEqual({ code: 'held-before-planned' })
    expect(refuseHeld({ ...planned, status: 'cancelled' }, on, after)).toEqual({ code: 'group-talk-over' })
  })
})
