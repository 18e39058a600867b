import { describe, expect, test } from '@jest/globals'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { day } from '../../../domain/calendar/day.ts'
import type { Day, Instant } from '../../../domain/calendar/day.ts'
import { zoneOffsets } from '../../../domain/calendar/zone-offsets.ts'
import { type LadderNotice, paceLadder } from '../../../domain/notices/pacing.ts'

const { zoneName, ...settings } = defaultCalendarSettings
const calendar = createCalendar({ ...settings, zone: zoneOffsets(zoneName, 2026, 2028) })

/** A local time in 2027. */
const at = (date: string, hours = 8, minutes = 0): Instant =>
  calendar.instantOf(day(`2027-${date}`), hours * 60 + minutes)

/** Ben has not invited: the worked example of the requirements, decided at 05:10 on each step's day. */
const waiting = {
  reminder: { audience: 'leader', reminder: true, distance: 0, decidedAt: at('02-08', 5, 10) },
  overdue: { audience: 'leader', reminder: false, distance: 0, decidedAt: at('02-16', 5, 10) },
  'leaders-leader': {
    audience: 'leaders-leader',
    reminder: false,
    distance: 3,
    decidedAt: at('02-19', 5, 10),
  },
  hr: { audience: 'hr', reminder: false, distance: 4, decidedAt: at('02-25', 5, 10) },
  'hr-2': { audience: 'hr', reminder: false, distance: 10, decidedAt: at('03-11', 5, 10) },
  'hr-3': { audience: 'hr', reminder: false, distance: 10, decidedAt: at('03-25', 5, 10) },
} as const
type Step = keyof typeof waiting

function step(id: Step, ended?: { status: LadderNotice['status']; at: Instant }): LadderNotice {
  return {
    id,
    ...waiting[id],
    position: Object.keys(waiting).indexOf(id),
    dueOn: day('2027-02-15'),
    status: ended?.status ?? 'queued',
    endedAt: ended?.at ?? null,
    notBeforeOn: null,
  }
}

const paces = (ladder: LadderNotice[], now: Instant) => Object.fromEntries(paceLadder(ladder, now, calendar))
const wait = (until: string | null): { verdict: 'wait'; until: Day | null } => ({
  verdict: 'wait',
  until: until === null ? null : day(`2027-${until}`),
})
const sent = (when: Instant) => ({ status: 'sent' as const, at: when })

describe('pacing of a ladder at the mail server (R3.4)', () => {
  test('on an undisturbed year every step goes on its own day', () => {
    expect(paces([step('reminder')], at('02-08'))).toEqual({ reminder: { verdict: 'go' } })
    expect(paces([step('reminder', sent(at('02-08'))), step('overdue')], at('02-16'))).toEqual({
      overdue: { verdict: 'go' },
    })
    const told = [step('overdue', sent(at('02-16', 8, 20))), step('leaders-leader')]
    expect(paces(told, at('02-19'))).toEqual({ 'leaders-leader': { verdict: 'go' } })
  })

  test('after a week without a mail server only the first waiting step goes, and nobody is jumped over', () => {
    const ladder = [step('overdue'), step('leaders-leader'), step('hr')]
    expect(paces(ladder, at('03-01'))).toEqual({
      overdue: { verdict: 'go' },
      'leaders-leader': wait(null),
      hr: wait(null),
    })
  })

  test('later steps keep their distances from the moment the late step went', () => {
    const overdue = step('overdue', sent(at('03-01')))
    expect(paces([overdue, step('leaders-leader'), step('hr')], at('03-02'))).toEqual({
      'leaders-leader': wait('03-04'),
      hr: wait(null),
    })
    const leadersLeader = step('leaders-leader', sent(at('03-04')))
    expect(paces([overdue, leadersLeader, step('hr')], at('03-09'))).toEqual({ hr: wait('03-10') })
    expect(paces([overdue, leadersLeader, step('hr')], at('03-10'))).toEqual({ hr: { verdict: 'go' } })
  })

  test('a refused step counts as told: the ladder goes on from it', () => {
    const refused = step('overdue', { status: 'refused', at: at('02-16') })
    expect(paces([refused, step('leaders-leader')], at('02-18'))).toEqual({ 'leaders-leader': wait('02-19') })
  })

  test('of two steps waiting for HR only the first goes; the other ends as overtaken at that moment', () => {
    const waitingTwo = [step('leaders-leader', sent(at('03-08'))), step('hr'), step('hr-2')]
    expect(paces(waitingTwo, at('03-12'))).toEqual({ hr: { verdict: 'go' }, 'hr-2': wait(null) })

    const wentAt = at('03-12', 8, 20)
    const gone = [step('leaders-leader', sent(at('03-08'))), step('hr', sent(wentAt)), step('hr-2')]
    expect(paces(gone, at('03-12', 9))).toEqual({
      'hr-2': { verdict: 'drop', reason: 'overtaken', at: wentAt },
    })
  })

  test('the step after an overtaken one keeps its distance from the mail that did go', () => {
    const wentAt = at('03-12', 8, 20)
    const ladder = [step('hr', sent(wentAt)), step('hr-2', { status: 'dropped', at: wentAt }), step('hr-3')]
    expect(paces(ladder, at('03-25'))).toEqual({ 'hr-3': wait('03-31') })
  })

  test('a reminder goes on its due day but is dropped after it', () => {
    expect(paces([step('reminder')], at('02-15', 23, 59))).toEqual({ reminder: { verdict: 'go' } })
    const nextDay = at('02-16')
    expect(paces([step('reminder')], nextDay)).toEqual({
      reminder: { verdict: 'drop', reason: 'past-due-day', at: nextDay },
    })
  })

  test('a reminder gives way when something more pressing waits for the same person', () => {
    const asked: LadderNotice = { ...step('overdue'), id: 'asked', dueOn: day('2027-02-15') }
    const now = at('02-15')
    expect(paces([step('reminder'), asked], now)).toEqual({
      reminder: { verdict: 'drop', reason: 'overtaken', at: now },
      asked: { verdict: 'go' },
    })
  })

  test('of two waiting reminders only the newest goes', () => {
    const first = { ...step('reminder'), id: 'reminder-5', audience: 'employee' as const }
    const second = { ...first, id: 'reminder-1', position: 1 }
    const now = at('02-12')
    expect(paces([first, second], now)).toEqual({
      'reminder-5': { verdict: 'drop', reason: 'overtaken', at: now },
      'reminder-1': { verdict: 'go' },
    })
  })

  test('no step goes above a new leader before the grace has passed (R13.2)', () => {
    const above = { ...step('leaders-leader'), notBeforeOn: day('2027-02-24') }
    const ladder = [step('overdue', sent(at('02-16'))), above]
    expect(paces(ladder, at('02-19'))).toEqual({ 'leaders-leader': wait('02-24') })
  })
})
