import { createCalendar } from '../calendar/calendar.ts'
import type { QuietPeriod } from '../calendar/calendar.ts'
import { addMonths } from '../calendar/day.ts'
import {
  date,
  dateOfYear,
  fieldsOf,
  ifThere,
  isRecord,
  listOf,
  oneOf,
  orNull,
  setOf,
  test,
  whole,
  yesOrNo,
} from './check.ts'
import type { Check, Checks } from './check.ts'
import type { Complaint, Expected } from './complaint.ts'
import { audiences, ladderNames, stepKinds } from './ladder.ts'
import type { Ladder, LadderRepeat, LadderStep, Ladders } from './ladder.ts'
import type { Policy } from './policy.ts'

/** Reads a policy somebody edited: the policy, or everything that is wrong with it at once. */
export function validatePolicy(input: unknown): { policy: Policy } | { complaints: Complaint[] } {
  const complaints = policyCheck(input, '')
  if (complaints.length > 0) return { complaints }
  const policy = input as Policy
  const crossed = crossChecks(policy)
  return crossed.length > 0 ? { complaints: crossed } : { policy }
}

// The bounds keep out slips of the pen; they are wide enough for any year an employer may plan.
const workingDays = whole(0, 260)
const minutesOfTalk = whole(5, 480)
const timeOfDay = whole(0, 24 * 60)

const quietWeeks = fieldsOf<Extract<QuietPeriod, { weeks: unknown }>>({ weeks: listOf(whole(1, 53), 2, 2) })
const quietDates = fieldsOf<Extract<QuietPeriod, { from: unknown }>>({ from: dateOfYear, to: dateOfYear })
const quietPeriod: Check = (value, field) =>
  (isRecord(value) && 'weeks' in value ? quietWeeks : quietDates)(value, field)

const stepName = new RegExp(`^(${stepKinds.join('|')})(-[1-9][0-9]*)?$`)
const ladderStep = fieldsOf<LadderStep>({
  step: test({ form: 'step-name' }, (value) => typeof value === 'string' && stepName.test(value)),
  audience: oneOf(audiences),
  offset: whole(-60, 260),
  reminder: yesOrNo,
})
const ladderRepeat = fieldsOf<LadderRepeat>({
  step: oneOf(stepKinds),
  audience: oneOf(audiences),
  every: whole(1, 260),
})
const ladderFields = fieldsOf<Ladder>({ steps: listOf(ladderStep, 0, 20), repeat: ifThere(ladderRepeat) })
const ladders = fieldsOf<Ladders>(
  Object.fromEntries(ladderNames.map((name) => [name, ladder])) as Record<keyof Ladders, Check>,
)

const policyFields: Checks<Policy> = {
  talksFrom: date,
  talksTo: date,
  leaderKickoffOn: date,
  orientationOn: date,
  inviteBy: date,
  groupFeedbackBy: date,
  evaluationBy: date,
  closesOn: date,
  noticeDays: workingDays,
  talkMinutes: minutesOfTalk,
  planMinutes: whole(0, 480),
  statusTalkMinutes: minutesOfTalk,
  prepareReminders: setOf(whole(1, 60), 0, 5),
  leaderPrepareReminder: whole(1, 60),
  confirmHeldWithin: workingDays,
  planAgreedWithin: workingDays,
  journaledWithin: workingDays,
  statusTalks: setOf(whole(1, 24), 0, 6),
  quietPeriods: listOf(quietPeriod, 0, 20),
  closed: fieldsOf<Policy['closed']>({
    mayDay: yesOrNo,
    constitutionDay: yesOrNo,
    christmasEve: yesOrNo,
    newYearsEve: yesOrNo,
  }),
  sendWindow: fieldsOf<Policy['sendWindow']>({
    singleFrom: timeOfDay,
    singleTo: timeOfDay,
    digestAt: timeOfDay,
    digestTo: timeOfDay,
  }),
  stepWindow: fieldsOf<Policy['stepWindow']>({ from: timeOfDay, to: timeOfDay }),
  answerBy: timeOfDay,
  reveal: oneOf(['both-ready', 'author'] satisfies Policy['reveal'][]),
  fileNotAgreed: yesOrNo,
  statementsWithin: ifThere(whole(1, 260)),
  leadersByLus: yesOrNo,
  ladders,
  reminderNeeds: fieldsOf<Policy['reminderNeeds']>({ ahead: workingDays, days: workingDays }),
  leads: fieldsOf<Policy['leads']>({ orientation: workingDays, invite: workingDays, hold: workingDays }),
  holdAfterTalksTo: workingDays,
  handOverGrace: workingDays,
  oldNotesKept: workingDays,
  leastAfterLeave: workingDays,
  returnTalkAfter: whole(0, 366),
  reinviteWithin: workingDays,
  approveAfterTurn: workingDays,
  notInvited: fieldsOf<Policy['notInvited']>({
    beforeTalksTo: workingDays,
    leadersLeader: workingDays,
    hr: workingDays,
  }),
  leastAfterMove: workingDays,
  filingFailureEvery: whole(1, 260),
  nudgeEvery: whole(0, 260),
  seniorTalkFromAge: whole(18, 100),
  // Under five the people behind a figure can be guessed (R10.1): an employer may be stricter, never looser.
  minimumGroup: whole(5, 100),
  eligibility: fieldsOf<Policy['eligibility']>({
    leastWeeklyHours: orNull(whole(0, 60)),
    leastMonthsEmployed: orNull(whole(0, 60)),
  }),
}
const policyCheck = fieldsOf<Policy>(policyFields)

/** Steps are found by name and walked in order: names stand once, repeats included, and offsets rise. */
function ladder(value: unknown, field: string): Complaint[] {
  const complaints = ladderFields(value, field)
  if (complaints.length > 0) return complaints
  const { steps, repeat } = value as Ladder
  const names = steps.map((step) => step.step)
  const offsets = steps.map((step) => step.offset)
  const at = `${field}.steps`
  const isRepeat = (name: string) => repeat !== undefined && name.startsWith(`${repeat.step}-`)
  if (new Set(names).size < names.length || names.some(isRepeat))
    return [{ field: at, value: names, expected: { form: 'different-values' } }]
  const rise = offsets.every((offset, i) => i === 0 || (offsets[i - 1] ?? 0) < offset)
  return rise ? [] : [{ field: at, value: offsets, expected: { form: 'rising-offsets' } }]
}

function crossChecks(policy: Policy): Complaint[] {
  const { sendWindow, stepWindow } = policy
  return [
    ...daysInOrder(policy, 'on-or-after', 'leaderKickoffOn', 'orientationOn'),
    ...daysInOrder(policy, 'on-or-after', 'orientationOn', 'talksFrom'),
    ...daysInOrder(policy, 'on-or-after', 'orientationOn', 'inviteBy'),
    ...daysInOrder(policy, 'on-or-after', 'talksFrom', 'talksTo'),
    ...daysInOrder(policy, 'on-or-after', 'inviteBy', 'talksTo'),
    ...daysInOrder(policy, 'after', 'talksTo', 'groupFeedbackBy'),
    ...daysInOrder(policy, 'after', 'talksTo', 'evaluationBy'),
    ...daysInOrder(policy, 'after', 'talksTo', 'closesOn'),
    ...within(policy.planMinutes, 'planMinutes', policy.talkMinutes, 'talkMinutes'),
    ...within(stepWindow.from, 'stepWindow.from', stepWindow.to, 'stepWindow.to'),
    // A step that falls after the mails have gone would wait a whole working day.
    ...within(stepWindow.to, 'stepWindow.to', sendWindow.singleFrom, 'sendWindow.singleFrom'),
    ...within(sendWindow.singleFrom, 'sendWindow.singleFrom', sendWindow.singleTo, 'sendWindow.singleTo'),
    ...within(sendWindow.digestAt, 'sendWindow.digestAt', sendWindow.digestTo, 'sendWindow.digestTo'),
    ...within(stepWindow.to, 'stepWindow.to', sendWindow.digestAt, 'sendWindow.digestAt'),
    ...within(policy.leads.invite, 'leads.invite', policy.leads.hold, 'leads.hold'),
    ...within(
      policy.reminderNeeds.ahead,
      'reminderNeeds.ahead',
      policy.reminderNeeds.days,
      'reminderNeeds.days',
    ),
    ...someWorkingDay(policy),
  ]
}

type DateField =
  | 'leaderKickoffOn'
  | 'orientationOn'
  | 'talksFrom'
  | 'inviteBy'
  | 'talksTo'
  | 'groupFeedbackBy'
  | 'evaluationBy'
  | 'closesOn'

function daysInOrder(
  policy: Policy,
  form: 'on-or-after' | 'after',
  early: DateField,
  late: DateField,
): Complaint[] {
  const isRight = form === 'after' ? policy[early] < policy[late] : policy[early] <= policy[late]
  const expected: Expected = { form, field: early, value: policy[early] }
  return isRight ? [] : [{ field: late, value: policy[late], expected }]
}

function within(value: number, field: string, most: number, mostField: string): Complaint[] {
  return value <= most ? [] : [{ field, value, expected: { form: 'at-most', field: mostField, value: most } }]
}

/** Quiet periods that fill the year would leave no day for any deadline. */
function someWorkingDay({ talksFrom, quietPeriods, closed }: Policy): Complaint[] {
  const zone = { name: 'UTC', offsets: [{ fromAt: 0, minutes: 0 }] }
  const calendar = createCalendar({ zone, closed, quietPeriods, closings: [] })
  if (calendar.workingDaysBetween(talksFrom, addMonths(talksFrom, 12)) > 0) return []
  return [{ field: 'quietPeriods', value: quietPeriods, expected: { form: 'open-days' } }]
}
