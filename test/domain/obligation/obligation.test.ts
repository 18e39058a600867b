import { describe, expect, test } from '@jest/globals'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { day } from '../../../domain/calendar/day.ts'
import {
  followLadder,
  type LadderContext,
  nextStepAt,
  type ObligationState,
  type Owed,
  reconcile,
  takeDueStep,
} from '../../../domain/obligation/obligation.ts'
import { defaultLadders, type Ladder, stepAt } from '../../../domain/policy/ladder.ts'

const zone = { name: 'Europe/Copenhagen', offsets: [{ fromAt: 0, minutes: 60 }] }
const calendar = createCalendar({ zone, ...defaultCalendarSettings })
const { invite: full, action: asking } = defaultLadders()
const at = (on: string) => calendar.instantOf(day(on), 600)

/** Due on Monday 1 March 2027, arisen in January. */
const owed: Owed = {
  obligation: 'invite',
  subject: 'talk-1',
  owedBy: 'leader',
  dueOn: day('2027-03-01'),
  arose: day('2027-01-04'),
  moved: 'from-overdue',
}

function context(ladder: Ladder): LadderContext {
  return {
    calendar,
    needs: { ahead: 5, days: 8 },
    ladderOf: () => ladder,
    stepAt: (on) => calendar.instantOf(on, 300),
    shift: (_obligation, _step, on) => on,
  }
}

/** What is open after the obligation was opened and its clock heard on some days. */
function heard(ladder: Ladder, ...days: string[]): ObligationState {
  const [opened] = reconcile([], [owed], {}, day('2027-01-04'), () => ladder)
  if (opened === undefined) throw new Error('nothing was opened')
  return days.reduce((open, on) => takeDueStep(open, context(ladder), at(on), day(on)).obligation, opened)
}

describe('what is owed, compared with what was open', () => {
  const move = (open: ObligationState, changed: Partial<Owed>, ladder = full) =>
    reconcile(
      [open],
      [{ ...owed, ...changed }],
      { 'invite/talk-1': open.occurrence },
      day('2027-02-25'),
      () => ladder,
    )

  test('ends the moment nothing is owed', () => {
    expect(reconcile([heard(full)], [], {}, day('2027-02-25'), () => full)).toEqual([])
  })

  test('stays the same as long as its date does', () => {
    const open = heard(full, '2027-02-22')
    expect(move(open, {})).toEqual([open])
  })

  test('moved later before any step was sent it keeps its ladder; after one it begins anew from +1', () => {
    expect(move(heard(full), { dueOn: day('2027-03-08') })).toMatchObject([{ occurrence: 1, position: 0 }])
    expect(move(heard(full, '2027-02-22'), { dueOn: day('2027-03-08') })).toMatchObject([
      { occurrence: 2, position: 1, sent: false, last: null },
    ])
  })

  test('a reminder that was dropped was not sent', () => {
    const dropped = takeDueStep(
      heard(full),
      context({ steps: full.steps.slice(0, 1) }),
      at('2027-03-03'),
      day('2027-03-03'),
    )
    expect(dropped.taken).toBeNull()
    expect(dropped.obligation).toMatchObject({ sent: false, position: 1 })
  })

  test('a ladder with nothing after its due day says nothing more', () => {
    const reminding: Ladder = { steps: full.steps.slice(0, 1) }
    const [moved] = move(heard(reminding, '2027-02-22'), { dueOn: day('2027-03-08') }, reminding)
    expect(moved && nextStepAt(moved, context(reminding))).toBeNull()
  })

  test('owed by another it begins anew for that one', () => {
    expect(move(heard(full, '2027-02-22'), { owedBy: 'employee' })).toMatchObject([
      { occurrence: 2, position: 0, owedBy: 'employee', arose: '2027-02-25' },
    ])
  })
})

describe('another ladder while an obligation is open (R14.2)', () => {
  const next = (open: ObligationState, ladder: Ladder) => {
    const followed = followLadder(open, full, ladder)
    return stepAt(ladder, followed.position)?.step ?? null
  }

  test('the same ladder changes nothing', () => {
    const open = heard(full, '2027-02-22', '2027-03-02')
    expect(followLadder(open, full, full)).toBe(open)
  })

  test('goes on with the first step that lies later than what was sent', () => {
    const open = heard(full, '2027-02-22', '2027-03-02')
    expect(next(open, { steps: full.steps.slice(2) })).toBe('leaders-leader')
    expect(
      next(open, {
        steps: [full.steps[0], full.steps[1], full.steps[3]].filter((step) => step !== undefined),
      }),
    ).toBe('hr')
  })

  test('a step that was sent is not sent again because it lies later now', () => {
    const open = heard(full, '2027-02-22', '2027-03-02')
    const later = full.steps.map((step) => (step.step === 'overdue' ? { ...step, offset: 2 } : step))
    expect(next(open, { steps: later })).toBe('leaders-leader')
  })

  test('a ladder that ends earlier is silent from then on', () => {
    const open = heard(full, '2027-03-02', '2027-03-08', '2027-03-12')
    expect(next(open, { steps: full.steps.slice(0, 2) })).toBeNull()
  })

  test('repeats go on by their own distance', () => {
    const open = heard(full, '2027-03-02', '2027-03-05', '2027-03-11', '2027-03-30')
    expect(next(open, { ...full, repeat: { step: 'hr', audience: 'hr', every: 15 } })).toBe('hr-3')
  })

  test('nothing was sent yet: the new ladder begins at its beginning', () => {
    expect(next(heard(full), asking)).toBe('reminder')
  })
})
