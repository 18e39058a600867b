import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Party } from '../domain/talk/talk.ts'
import type { PlanParties } from './components/plan-text.tsx'
import type { WrittenPlan } from './plan-changes.ts'
import { canDo, type TalkView } from './talk-view.ts'

/** A talk with what only the pages of its plan need. */
export interface PlanTalk extends TalkView {
  readonly plan: {
    readonly missing: Party | null
    readonly turnDueOn: Day
    readonly agreedOn: Day | null
    readonly current: { readonly versionId: string; readonly approvedBy: readonly Party[] } | null
  } | null
  readonly filings: readonly PlanFiling[]
}

export interface PlanFiling {
  readonly versionId: string
  readonly number: number | null
  readonly status: 'owed' | 'failed' | 'filed'
  readonly by: 'gateway' | 'leader'
  readonly dueOn: Day
  /** The last day for the statements it waits for; null where it waits for none. */
  readonly statementsUntil: Day | null
  readonly receipt: string | null
  readonly caseReference: string | null
  readonly filedAt: Instant | null
}

export interface PlanVersion extends PlanWriter {
  readonly id: string
  readonly number: number
  readonly status: 'current' | 'replaced' | 'agreed' | 'not-agreed'
  readonly hash: string
  readonly content: WrittenPlan
  readonly createdAt: Instant
  readonly approvals: readonly (PlanWriter & { readonly party: Party; readonly at: Instant })[]
  readonly comments: readonly PlanComment[]
}

/** Who wrote or approved, and the leader whose deputy did (R13.2); nobody by name once they are forgotten. */
export interface PlanWriter {
  readonly by: string | null
  readonly onBehalfOf: string | null
}

export interface PlanComment extends PlanWriter {
  readonly kind: 'returned' | 'statement'
  readonly party: Party
  readonly text: string
  readonly at: Instant
}

export interface PlanDraft extends PlanWriter {
  readonly content: WrittenPlan
  readonly version: number
  readonly updatedAt: Instant
}

/** Where the pages of a talk's plan are. */
export function planPaths(talkId: string) {
  const plan = `/talks/${talkId}/plan`
  const version = (versionId: string) => `${plan}/versions/${versionId}`
  return {
    plan,
    draft: `${plan}/draft`,
    notAgreed: `${plan}/not-agreed`,
    statement: `${plan}/statement`,
    version,
    approval: (versionId: string) => `${version(versionId)}/approval`,
    return: (versionId: string) => `${version(versionId)}/return`,
    journalEntry: (versionId: string) => `${version(versionId)}/journal-entry`,
    pdf: (versionId: string) => `/api/v1/talks/${talkId}/plan-versions/${versionId}/pdf`,
  }
}

export function partiesOf({ employee, leader }: PlanTalk): PlanParties {
  return { employee: employee.name, leader: leader?.name ?? null }
}

/** Both may write before the talk is held; proposing comes after it. */
export function mayDraft(talk: PlanTalk): boolean {
  return canDo(talk, 'propose-plan') || isEarly(talk)
}

export function isEarly(talk: PlanTalk): boolean {
  return talk.acts.some(({ act, refused }) => act === 'propose-plan' && refused?.code === 'not-held-yet')
}

/** The other one of the two, by name; `unnamed` where the employee has no leader. */
export function otherName({ standing, employee, leader }: PlanTalk, unnamed: string): string {
  return standing.party === 'leader' ? employee.name : (leader?.name ?? unnamed)
}

/** What was written of a draft: rows that nobody has filled in left out. */
export function filledIn(plan: WrittenPlan): WrittenPlan {
  return {
    ...plan,
    goals: plan.goals.filter(({ goal, workplaceGoal }) => goal !== '' || workplaceGoal !== ''),
    actions: plan.actions.filter(
      ({ what, dueOn, support, effect }) => what !== '' || dueOn !== null || support !== '' || effect !== '',
    ),
    notDoing: plan.notDoing.filter(({ what, why }) => what !== '' || why !== ''),
  }
}
