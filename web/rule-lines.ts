import type { Policy } from '../domain/policy/policy.ts'

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
type RuleForm = 'day' | 'number' | 'numbers' | 'yes-no' | 'reveal' | 'number-or-none'

/** The lines of a policy that HR changes on the page, by their place; everything else is changed through the api. */
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
} as const satisfies Record<string, RuleForm>
export type RuleLine = keyof typeof ruleLines

export const ruleLineNames = Object.keys(ruleLines) as RuleLine[]

/** The name of a line's input: as the api names the place. */
export function ruleInput(line: RuleLine): string {
  return line === 'talksFrom' || line === 'talksTo' ? line : `overrides.${line}`
}

/** A line as it stands in its input. */
export function ruleText(policy: Policy, line: RuleLine): string {
  const value = valueAt(policy, line)
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
  return text
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

function numberOr(text: string): number | string {
  const number = Number(text.replace(',', '.'))
  return text.trim() === '' || Number.isNaN(number) ? text : number
}
