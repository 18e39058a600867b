import type { Day } from '../calendar/day.ts'
import { type RuleReason, ruleReasons } from '../eligibility.ts'
import { exemptByRule, reopen } from './outcomes.ts'
import { eligibleFrom, restartClock } from './start.ts'
import { hasPassed, isAwaitingTime } from './standing.ts'
import type { TalkState } from './talk.ts'
import type { Turn } from './turn.ts'

type Standing = Pick<TalkState, 'status' | 'outcomeReason' | 'exemptByHr'>

/** Found by the rules, not chosen by HR: such an exemption comes and goes with its reason until talksTo (R13.2). */
export function isExemptByRule(talk: Standing): boolean {
  const reasons: readonly unknown[] = ruleReasons
  return talk.status === 'exempt' && !talk.exemptByHr && reasons.includes(talk.outcomeReason)
}

/**
 * Whether the talk stands elsewhere than the rules now say. A time that stands was agreed by two people, and stays: the
 * talk is held, or its time goes and the rules are asked again.
 * @param reason the rule that exempts, or null
 */
export function isChangedByRule(talk: Standing, reason: RuleReason | null): boolean {
  return isExemptByRule(talk) ? reason !== talk.outcomeReason : reason !== null && isAwaitingTime(talk)
}

/**
 * What the rules say of the employment by now, and its first day, where that may be another (R13.2, R13.3).
 * @param reason the rule that exempts, or null
 */
export function changeEligibility(turn: Turn, reason: RuleReason | null, employedFrom?: Day): void {
  const { talk } = turn
  if (talk.isStopped || hasPassed(turn, talk.policy.talksTo)) return
  const before = talk.employedFrom
  talk.employedFrom = employedFrom ?? before
  if (isChangedByRule(talk, reason)) return followRule(turn, reason)
  if (talk.employedFrom === before) return
  talk.clockFrom = eligibleFrom(turn)
  restartClock(turn)
}

function followRule(turn: Turn, reason: RuleReason | null): void {
  const { talk } = turn
  if (reason === 'no-leader') talk.hasLeader = false
  if (reason !== null) return exemptByRule(turn, reason)
  talk.hasLeader = true
  reopen(turn)
}
