import { describe, expect, test } from '@jest/globals'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { addMonths, day } from '../../../domain/calendar/day.ts'
import type { Day } from '../../../domain/calendar/day.ts'
import { isStepWanted, ladderOf, obligationKinds, stepAt, stepOn } from '../../../domain/policy/ladder.ts'
import type { Ladder, ObligationKind } from '../../../domain/policy/ladder.ts'
import { defaultPolicy } from '../../../domain/policy/policy.ts'

const zone = { name: 'Europe/Copenhagen', offsets: [{ fromAt: 0, minutes: 60 }] }
const calendar = createCalendar({ zone, ...defaultCalendarSettings })
const policy = defaultPolicy(day('2027-02-01'), undefined, calendar)

/** The first steps as a person reads them: 'day step audience'. */
function told(ladder: Ladder, dueOn: string, count: number): string[] {
  const steps = Array.from({ length: count }, (_, i) => stepAt(ladder, i))
  return steps.flatMap((step) =>
    step === null ? [] : [`${stepOn(step, day(dueOn), calendar)} ${step.step} ${step.audience}`],
  )
}

describe('the worked example', () => {
  test('Ben never invites: he, his leader and HR are told on the days the requirements name', () => {
    expect(told(ladderOf(policy, 'invite'), policy.inviteBy, 6)).toEqual([
      '2027-02-08 reminder leader',
      '2027-02-16 overdue leader',
      '2027-02-19 leaders-leader leaders-leader',
      '2027-02-25 hr hr',
      '2027-03-11 hr-2 hr',
      '2027-03-30 hr-3 hr',
    ])
  })

  test('a talk held on 29 April is to be confirmed on the 30th and its plan agreed by 14 May', () => {
    const heldOn = day('2027-04-29')
    expect(calendar.addWorkingDays(heldOn, policy.confirmHeldWithin)).toBe('2027-04-30')
    const planDueOn = calendar.addWorkingDays(heldOn, policy.planAgreedWithin)
    expect(planDueOn).toBe('2027-05-14')
    expect(told(ladderOf(policy, 'agree-plan', 'leader'), planDueOn, 9)).toEqual([
      '2027-05-07 reminder leader',
      '2027-05-18 overdue leader',
      '2027-05-21 leaders-leader leaders-leader',
      '2027-05-27 hr hr',
    ])
  })

  test('its status talks are due on 30 August 2027 and 3 January 2028', () => {
    const due = policy.statusTalks.map((months) => calendar.onOrAfter(addMonths(day('2027-04-29'), months)))
    expect(due).toEqual(['2027-08-30', '2028-01-03'])
  })
})

/** Due on Monday 1 March 2027, with five working days in every week around it. */
const dueOn = '2027-03-01'
const full = [
  '2027-02-22 reminder leader',
  '2027-03-02 overdue leader',
  '2027-03-05 leaders-leader leaders-leader',
  '2027-03-11 hr hr',
  '2027-03-30 hr-2 hr',
]

describe('the default ladder', () => {
  test.each(['invite', 'status-talk', 'group-feedback', 'journal'] as const)(
    'of %s reminds the leader and goes up to HR, again every ten working days',
    (obligation) => expect(told(ladderOf(policy, obligation), dueOn, 5)).toEqual(full),
  )

  test('of hold begins the day after, without a reminder', () => {
    expect(told(ladderOf(policy, 'hold'), dueOn, 4)).toEqual(full.slice(1))
  })

  test('of confirm held asks on the due day', () => {
    expect(told(ladderOf(policy, 'confirm-held'), dueOn, 5)).toEqual([
      '2027-03-01 asked leader',
      ...full.slice(1),
    ])
  })

  test('of a plan the employee has not approved tells the leader and then is silent', () => {
    expect(told(ladderOf(policy, 'agree-plan', 'employee'), dueOn, 9)).toEqual([
      '2027-02-22 reminder employee',
      '2027-03-02 overdue employee',
      '2027-03-05 leader leader',
    ])
  })

  test('of an action asks its owner, tells the other party and then is silent', () => {
    expect(told(ladderOf(policy, 'action'), dueOn, 9)).toEqual([
      '2027-02-22 reminder owner',
      '2027-03-01 asked owner',
      '2027-03-08 other-party other-party',
    ])
  })

  test("of the works council's evaluation stays with HR, again every ten working days", () => {
    expect(told(ladderOf(policy, 'evaluation'), dueOn, 4)).toEqual([
      '2027-02-22 reminder hr',
      '2027-03-02 overdue hr',
      '2027-03-16 overdue-2 hr',
      '2027-04-02 overdue-3 hr',
    ])
  })

  test('of preparation reminds the person alone, five days and one day before the talk', () => {
    expect(told(ladderOf(policy, 'prepare'), dueOn, 9)).toEqual([
      '2027-02-22 reminder-5 employee',
      '2027-02-26 reminder-1 employee',
    ])
    expect(told(ladderOf(policy, 'leader-prepare'), dueOn, 9)).toEqual(['2027-02-24 reminder-3 leader'])
  })

  test.each(obligationKinds)('of %s names every step once, in the order of its days', (obligation) => {
    const steps = firstSteps(obligation)
    expect(new Set(steps.map((step) => step.step)).size).toBe(steps.length)
    expect(steps.map((step) => step.offset)).toEqual(steps.map((step) => step.offset).sort((a, b) => a - b))
    expect(steps.length).toBeGreaterThan(0)
  })
})

describe('a reminder five working days ahead', () => {
  const reminder = stepAt(ladderOf(policy, 'invite'), 0)

  test.each([
    ['2027-02-03', true],
    ['2027-02-04', false],
  ])('for an obligation that arose on %s and is due on 15 February goes: %s', (aroseOn, goes) => {
    expect(wanted(reminder, day(aroseOn), day('2027-02-15'))).toBe(goes)
  })

  test('is the only step that asks when the obligation arose', () => {
    const others = [stepAt(ladderOf(policy, 'invite'), 1), stepAt(ladderOf(policy, 'prepare'), 1)]
    for (const step of others) expect(wanted(step, day('2027-02-12'), day('2027-02-15'))).toBe(true)
  })

  function wanted(step: ReturnType<typeof stepAt>, aroseOn: Day, due: Day): boolean | null {
    return step && isStepWanted(step, policy.reminderNeeds, { aroseOn, dueOn: due }, calendar)
  }
})

test('a step counts from the next working day when its due date is not one', () => {
  expect(told(ladderOf(policy, 'invite'), '2027-02-27', 5)).toEqual(full)
})

function firstSteps(obligation: ObligationKind) {
  const ladder = ladderOf(policy, obligation)
  return Array.from({ length: 12 }, (_, i) => stepAt(ladder, i)).filter((step) => step !== null)
}
