import type { QuietPeriod } from '../domain/calendar/calendar.ts'
import type { PolicyLine } from '../domain/policy/line-names.ts'
import type { Policy, PolicyDateKey } from '../domain/policy/policy.ts'
import { timeValue } from './dates.ts'

/** The dates of a round that HR changes one by one; the window that the others are counted from is chosen before. */
export const changeableDates = [
  'leaderKickoffOn',
  'orientationOn',
  'inviteBy',
  'groupFeedbackBy',
  'evaluationBy',
  'closesOn',
] as const satisfies readonly (keyof Policy)[]

/** How a line of the rules is written in a form. */
type RuleForm = 'day' | 'number' | 'numbers' | 'yes-no' | 'reveal' | 'number-or-none' | 'time' | 'quiet'

/** The lines of a policy that HR changes on the page, by their place; the ladders alone are changed elsewhere. */
export const ruleLines = {
  talksFrom: 'day',
  talksTo: 'day',
  leaderKickoffOn: 'day',
  orientationOn: 'day',
  inviteBy: 'day',
  groupFeedbackBy: 'day',
  evaluationBy: 'day',
  closesOn: 'day',
  noticeDays: 'number',
  talkMinutes: 'number',
  planMinutes: 'number',
  prepareReminders: 'numbers',
  leaderPrepareReminder: 'number',
  planAgreedWithin: 'number',
  journaledWithin: 'number',
  statusTalks: 'numbers',
  statusTalkMinutes: 'number',
  reveal: 'reveal',
  fileNotAgreed: 'yes-no',
  statementsWithin: 'number',
  minimumGroup: 'number',
  nudgeEvery: 'number',
  leadersByLus: 'yes-no',
  'eligibility.leastWeeklyHours': 'number-or-none',
  'eligibility.leastMonthsEmployed': 'number-or-none',
  quietPeriods: 'quiet',
  'closed.mayDay': 'yes-no',
  'closed.constitutionDay': 'yes-no',
  'closed.christmasEve': 'yes-no',
  'closed.newYearsEve': 'yes-no',
  'sendWindow.singleFrom': 'time',
  'sendWindow.singleTo': 'time',
  'sendWindow.digestAt': 'time',
  'sendWindow.digestTo': 'time',
  'stepWindow.from': 'time',
  'stepWindow.to': 'time',
  answerBy: 'time',
  confirmHeldWithin: 'number',
  reinviteWithin: 'number',
  approveAfterTurn: 'number',
  'notInvited.beforeTalksTo': 'number',
  'notInvited.leadersLeader': 'number',
  'notInvited.hr': 'number',
  'leads.orientation': 'number',
  'leads.invite': 'number',
  'leads.hold': 'number',
  holdAfterTalksTo: 'number',
  handOverGrace: 'number',
  leastAfterLeave: 'number',
  leastAfterMove: 'number',
  oldNotesKept: 'number',
  returnTalkAfter: 'number',
  filingFailureEvery: 'number',
  seniorTalkFromAge: 'number',
} as const satisfies Record<PolicyDateKey | PolicyLine, RuleForm>
export type RuleLine = keyof typeof ruleLines

export const ruleLineNames = Object.keys(ruleLines) as RuleLine[]

/** The name of a line's input: as the api names the place. */
export function ruleInput(line: RuleLine): string {
  return line === 'talksFrom' || line === 'talksTo' ? line : `overrides.${line}`
}

/** A line as it stands in its input. */
export function ruleText(policy: Policy, line: RuleLine): string {
  const value = valueAt(policy, line)
  if (line === 'quietPeriods') return policy.quietPeriods.map(quietText).join(', ')
  if (ruleLines[line] === 'time' && typeof value === 'number') return timeValue(value)
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}

/** What was written in a line's input, as the api takes it; what cannot be read goes on for the api to complain about. */
export function ruleValue(line: RuleLine, text: string): unknown {
  const form = ruleLines[line]
  if (form === 'number') return numberOr(text)
  if (form === 'number-or-none') return text === '' ? null : numberOr(text)
  if (form === 'numbers') return text === '' ? [] : text.split(/[,; ]+/).map(numberOr)
  if (form === 'yes-no') return text === 'yes'
  if (form === 'time') return minutesOr(text)
  if (form === 'quiet')
    return text === '' ? [] : text.split(/[,;]+/).map((part) => quietPeriodOr(part.trim()))
  return text
}

/** Quiet periods are written in a way of their own: what is none of it has no words in the rules' complaints. */
export function isReadable(line: RuleLine, text: string): boolean {
  const value = ruleValue(line, text)
  return ruleLines[line] !== 'quiet' || !Array.isArray(value) || value.every((one) => typeof one === 'object')
}

/** The lines that differ from the rules as they are: those alone are sent, so that a new window moves all others. */
export function changedLines(
  policy: Policy,
  written: (line: RuleLine) => string | null,
): [RuleLine, string][] {
  return ruleLineNames.flatMap((line): [RuleLine, string][] => {
    const text = written(line)
    return text === null || text === ruleText(policy, line) ? [] : [[line, text]]
  })
}

/** Changed lines as the body of a change: the window, and what is written over it. */
export function ruleEdit(changes: readonly (readonly [RuleLine, string])[]) {
  const overrides: Record<string, unknown> = {}
  const window: { talksFrom?: string; talksTo?: string } = {}
  for (const [line, text] of changes) {
    if (line === 'talksFrom' || line === 'talksTo') window[line] = text
    else put(overrides, line.split('.'), ruleValue(line, text))
  }
  return { ...window, overrides }
}

function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inner = (into[first] ?? {}) as Record<string, unknown>
  into[first] = inner
  put(inner, rest, value)
}

function valueAt(policy: Policy, line: RuleLine): unknown {
  return line.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], policy)
}

/** '28-30' are weeks, '24.12-01.01' are days of the year. */
function quietText(period: QuietPeriod): string {
  if ('weeks' in period) return period.weeks.join('-')
  return [period.from, period.to].map((on) => on.split('-').toReversed().join('.')).join('-')
}

function quietPeriodOr(text: string): QuietPeriod | string {
  const weeks = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(text)
  if (weeks) return { weeks: [Number(weeks[1]), Number(weeks[2] ?? weeks[1])] }
  const days = /^(\d{1,2})[./](\d{1,2})\.?\s*[-–]\s*(\d{1,2})[./](\d{1,2})\.?$/.exec(text)
  if (!days) return text
  const [, fromDay = '', fromMonth = '', toDay = '', toMonth = ''] = days
  return { from: dayOfYear(fromMonth, fromDay), to: dayOfYear(toMonth, toDay) }
}

function dayOfYear(month: string, dayOfMonth: string): string {
  return `${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
}

/** '7.45' as people write it, '07:45' as browsers send it. */
function minutesOr(text: string): number | string {
  const time = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim())
  if (!time || Number(time[2]) > 59) return text
  return Number(time[1]) * 60 + Number(time[2])
}

function numberOr(text: string): number | string {
  const number = Number(text.replace(',', '.'))
  return text.trim() === '' || Number.isNaN(number) ? text : number
}
