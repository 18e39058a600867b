import { describe, expect, test } from '@jest/globals'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { day } from '../../../domain/calendar/day.ts'
import { complaintSentence } from '../../../domain/policy/complaint.ts'
import type { Complaint, Expected } from '../../../domain/policy/complaint.ts'
import { defaultPolicy } from '../../../domain/policy/policy.ts'
import { validatePolicy } from '../../../domain/policy/validate-policy.ts'
import type { Language } from '../../../domain/language.ts'

const zone = { name: 'Europe/Copenhagen', offsets: [{ fromAt: 0, minutes: 60 }] }
const calendar = createCalendar({ zone, ...defaultCalendarSettings })
const standard = () => defaultPolicy(day('2027-02-01'), undefined, calendar)

test('the default policy has nothing to complain about, also after a trip through JSON', () => {
  expect(validatePolicy(JSON.parse(JSON.stringify(standard())))).toEqual({ policy: standard() })
})

test('every line HR breaks is named, all at once', () => {
  const broken = {
    ...standard(),
    talksFrom: '2027-02-30',
    noticeDays: -1,
    reveal: 'never',
    prepareReminders: [5, 5],
    colour: 'blue',
  }
  expect(complaintsOf(broken).map((complaint) => complaint.field)).toEqual([
    'talksFrom',
    'noticeDays',
    'prepareReminders',
    'reveal',
    'colour',
  ])
})

/** What rounds from before it was a rule do not have. */
const later = 'statementsWithin'

test('a policy from before there was a time for statements is taken as it is', () => {
  const { [later]: _, ...old } = standard()
  expect(complaintsOf(old)).toEqual([])
})

test.each(Object.keys(standard()).filter((name) => name !== later))(
  'a policy without %s is refused',
  (name) => {
    const { [name as 'talksFrom']: _, ...rest } = standard()
    expect(complaintsOf(rest).map((complaint) => [complaint.field, complaint.value])).toEqual([
      [name, undefined],
    ])
  },
)

describe('a complaint is a sentence that names place, value and what is expected', () => {
  test.each([
    [
      { talksFrom: '2027-02-30' },
      "talksFrom er '2027-02-30': vi forventede en dato som 2027-02-26",
      "talksFrom is '2027-02-30': expected a date such as 2027-02-26",
    ],
    [
      { noticeDays: 2.5 },
      'noticeDays er 2.5: vi forventede et helt tal fra 0 til 260',
      'noticeDays is 2.5: expected a whole number from 0 to 260',
    ],
    [
      { inviteBy: undefined },
      'inviteBy mangler: vi forventede en dato som 2027-02-26',
      'inviteBy is missing: expected a date such as 2027-02-26',
    ],
    [
      { talksTo: '2027-01-31', inviteBy: '2027-01-29' },
      "talksTo er '2027-01-31': vi forventede samme dag som talksFrom (2027-02-01) eller senere",
      "talksTo is '2027-01-31': expected the day of talksFrom (2027-02-01) or later",
    ],
    [
      { planMinutes: 75 },
      'planMinutes er 75: vi forventede højst talkMinutes (60)',
      'planMinutes is 75: expected at most talkMinutes (60)',
    ],
    [
      { reveal: 'never' },
      "reveal er 'never': vi forventede en af both-ready, author",
      "reveal is 'never': expected one of both-ready, author",
    ],
    [
      { minimumGroup: 4 },
      'minimumGroup er 4: vi forventede et helt tal fra 5 til 100',
      'minimumGroup is 4: expected a whole number from 5 to 100',
    ],
  ])('%j', (change, danish, english) => {
    const [complaint, ...more] = complaintsOf({ ...standard(), ...change })
    expect(more).toEqual([])
    expect(complaint && complaintSentence(complaint, 'da')).toBe(danish)
    expect(complaint && complaintSentence(complaint, 'en')).toBe(english)
  })

  test('cut short where somebody pasted a page', () => {
    const [complaint] = complaintsOf({ ...standard(), talksFrom: 'x'.repeat(5000) })
    expect(complaint && complaintSentence(complaint, 'da').length).toBeLessThan(130)
  })

  test('with the label the field has on the page', () => {
    const [complaint] = complaintsOf({ ...standard(), talksTo: 7 })
    expect(complaint && complaintSentence(complaint, 'da', 'Sidste samtaledag')).toBe(
      'Sidste samtaledag er 7: vi forventede en dato som 2027-02-26',
    )
  })

  const forms: Expected[] = [
    { form: 'date' },
    { form: 'date-of-year' },
    { form: 'whole-number', least: 1, most: 2 },
    { form: 'yes-or-no' },
    { form: 'one-of', options: ['a'] },
    { form: 'list', least: 1, most: 2 },
    { form: 'fields', names: ['a'] },
    { form: 'nothing' },
    { form: 'step-name' },
    { form: 'different-values' },
    { form: 'rising-offsets' },
    { form: 'open-days' },
    { form: 'on-or-after', field: 'a', value: 'b' },
    { form: 'after', field: 'a', value: 'b' },
    { form: 'at-most', field: 'a', value: 1 },
  ]
  test.each(forms)('in both languages for $form', (expected) => {
    const say = (language: Language) => complaintSentence({ field: 'f', value: 1, expected }, language)
    expect(say('da')).toMatch(/^f er 1: vi forventede .+/)
    expect(say('en')).toMatch(/^f is 1: expected .+/)
    expect(say('da')).not.toMatch(/undefined/)
  })
})

test.each([
  [{ orientationOn: '2026-12-09' }, 'orientationOn', 'on-or-after'],
  [{ talksFrom: '2026-12-31' }, 'talksFrom', 'on-or-after'],
  [{ inviteBy: '2026-12-31' }, 'inviteBy', 'on-or-after'],
  [{ inviteBy: '2027-05-03' }, 'talksTo', 'on-or-after'],
  [{ groupFeedbackBy: '2027-04-30' }, 'groupFeedbackBy', 'after'],
  [{ evaluationBy: '2027-04-30' }, 'evaluationBy', 'after'],
  [{ closesOn: '2027-04-30' }, 'closesOn', 'after'],
  [{ stepWindow: { from: 330, to: 300 } }, 'stepWindow.from', 'at-most'],
  [{ stepWindow: { from: 300, to: 430 } }, 'stepWindow.to', 'at-most'],
  [{ leads: { orientation: 0, invite: 31, hold: 30 } }, 'leads.invite', 'at-most'],
  [{ reminderNeeds: { ahead: 9, days: 8 } }, 'reminderNeeds.ahead', 'at-most'],
  [{ quietPeriods: [{ weeks: [1, 53] }] }, 'quietPeriods', 'open-days'],
  [{ quietPeriods: [{ weeks: [28, 54] }] }, 'quietPeriods.0.weeks.1', 'whole-number'],
  [{ quietPeriods: [{ from: '12-24', to: '13-01' }] }, 'quietPeriods.0.to', 'date-of-year'],
  [{ closed: { ...standard().closed, mayDay: 'yes' } }, 'closed.mayDay', 'yes-or-no'],
  [{ statusTalks: 4 }, 'statusTalks', 'list'],
  [{ eligibility: null }, 'eligibility', 'fields'],
])('%j is refused at %s', (change, field, form) => {
  expect(complaintsOf({ ...standard(), ...change }).map((c) => [c.field, c.expected.form])).toEqual([
    [field, form],
  ])
})

test('digests and single mails leave in windows that end after they begin', () => {
  const sendWindow = { singleFrom: 480, singleTo: 420, digestAt: 540, digestTo: 480 }
  expect(complaintsOf({ ...standard(), sendWindow }).map((c) => c.field)).toEqual([
    'sendWindow.singleFrom',
    'sendWindow.digestAt',
  ])
})

describe('a ladder HR edits', () => {
  const [reminder, overdue] = standard().ladders.invite.steps
  test.each([
    [{ steps: [overdue, reminder] }, 'ladders.invite.steps', 'rising-offsets'],
    [{ steps: [overdue, { ...overdue, offset: 9 }] }, 'ladders.invite.steps', 'different-values'],
    [
      { steps: [{ ...overdue, step: 'hr-2' }], repeat: { step: 'hr', audience: 'hr', every: 10 } },
      'ladders.invite.steps',
      'different-values',
    ],
    [{ steps: [{ ...overdue, step: 'hr-02' }] }, 'ladders.invite.steps.0.step', 'step-name'],
    [{ steps: [{ ...overdue, audience: 'mayor' }] }, 'ladders.invite.steps.0.audience', 'one-of'],
    [
      { steps: [], repeat: { step: 'hr', audience: 'hr', every: 0 } },
      'ladders.invite.repeat.every',
      'whole-number',
    ],
  ])('%j is refused at %s', (invite, field, form) => {
    const ladders = { ...standard().ladders, invite }
    expect(complaintsOf({ ...standard(), ladders }).map((c) => [c.field, c.expected.form])).toEqual([
      [field, form],
    ])
  })

  test('may end in silence', () => {
    const ladders = { ...standard().ladders, invite: { steps: [overdue] } }
    expect(validatePolicy({ ...standard(), ladders })).toHaveProperty('policy')
  })
})

test.each([undefined, null, 'policy', [], 7])('%j is no policy', (input) => {
  expect(complaintsOf(input).map((complaint) => complaint.expected.form)).toEqual(['fields'])
})

function complaintsOf(input: unknown): Complaint[] {
  const result = validatePolicy(input)
  return 'complaints' in result ? result.complaints : []
}
