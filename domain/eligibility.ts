import { addMonths } from './calendar/day.ts'
import type { Day } from './calendar/day.ts'

/** Why somebody on the roster has no talk in this round (R1.5); a closed list without health words. */
export const exemptReasons = [
  'too-few-hours',
  'too-short-employment',
  'lus',
  'no-leader',
  'employee-declined',
  'leaving-soon',
  'talk-held-elsewhere',
] as const
export type ExemptReason = (typeof exemptReasons)[number]

/** The reasons the rules find by themselves; the others are HR's to choose. */
export const ruleReasons = [
  'too-few-hours',
  'too-short-employment',
  'lus',
  'no-leader',
] as const satisfies readonly ExemptReason[]
export type RuleReason = (typeof ruleReasons)[number]

/** R1.2; null switches a rule off. */
export interface EligibilityRules {
  /** Hours a week; fewer make exempt. */
  leastWeeklyHours: number | null
  /** Full months since the first day employed; fewer make exempt. */
  leastMonthsEmployed: number | null
}

/** What the rules must know about one employment on one day. */
export interface EmploymentFacts {
  employedFrom: Day
  /** The last day employed, where it is known. */
  employedTo: Day | null
  /** Null where the people file does not say: the rule about hours then finds nothing. */
  weeklyHours: number | null
  /** Leads at least one employee. */
  isLeader: boolean
  /** A leader is named in the file, or HR has named who holds the talk. */
  hasLeader: boolean
}

export type Eligibility = { eligible: true } | { eligible: false; reason: RuleReason }

export interface RoundRules {
  eligibility: EligibilityRules
  leadersByLus: boolean
}

export function defaultEligibilityRules(): EligibilityRules {
  return { leastWeeklyHours: 15, leastMonthsEmployed: 3 }
}

/**
 * Whether the employment has a talk by the rules of a round on a day (R13.2 asks for talksTo). The reason
 * that time cannot heal is given first, so that what HR reads does not change from day to day.
 */
export function eligibility(employment: EmploymentFacts, rules: RoundRules, on: Day): Eligibility {
  const lasting = lastingReason(employment, rules)
  if (lasting !== null) return { eligible: false, reason: lasting }
  if (on < employedLongEnoughOn(employment.employedFrom, rules))
    return { eligible: false, reason: 'too-short-employment' }
  return { eligible: true }
}

/** The first day on which the rules hold, or null when no passing of time makes them hold (R13.3). */
export function firstEligibleOn(employment: EmploymentFacts, rules: RoundRules): Day | null {
  return lastingReason(employment, rules) === null
    ? employedLongEnoughOn(employment.employedFrom, rules)
    : null
}

/** The first day on which somebody has been employed for as long as the rules ask. */
export function employedLongEnoughOn(employedFrom: Day, rules: Pick<RoundRules, 'eligibility'>): Day {
  return addMonths(employedFrom, rules.eligibility.leastMonthsEmployed ?? 0)
}

/** The rules without the one whose exemption HR has withdrawn for somebody. */
export function rulesWithout(rules: RoundRules, waived: RuleReason | null): RoundRules {
  const { leastWeeklyHours, leastMonthsEmployed } = rules.eligibility
  return {
    eligibility: {
      leastWeeklyHours: waived === 'too-few-hours' ? null : leastWeeklyHours,
      leastMonthsEmployed: waived === 'too-short-employment' ? null : leastMonthsEmployed,
    },
    leadersByLus: waived !== 'lus' && rules.leadersByLus,
  }
}

/** Whether a round must account for the employment: employed on or before talksTo, and not gone before it opened (R13.2). */
export function isOnRoster(employment: EmploymentFacts, round: { openedOn: Day; talksTo: Day }): boolean {
  if (employment.employedFrom > round.talksTo) return false
  return employment.employedTo === null || employment.employedTo >= round.openedOn
}

function lastingReason(employment: EmploymentFacts, rules: RoundRules): RuleReason | null {
  const { leastWeeklyHours } = rules.eligibility
  if (rules.leadersByLus && employment.isLeader) return 'lus'
  if (leastWeeklyHours !== null && employment.weeklyHours !== null) {
    if (employment.weeklyHours < leastWeeklyHours) return 'too-few-hours'
  }
  return employment.hasLeader ? null : 'no-leader'
}
