import { type RuleReason, ruleReasons } from '../eligibility.ts'
import { exemptByRule, reopen } from './outcomes.ts'
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

export function changeEligibility(turn: Turn, reason: RuleReason | null): void {
  const { talk } = turn
  if (talk.isStopped || hasPassed(turn, talk.policy.talksTo) || !isChangedByRule(talk, reason)) return
  if (reason === 'no-leader') talk.hasLeader = false
  if (reason !== null) return exemptByRule(turn, reason)
  talk.hasLeader = true
  reopen(turn)
}
