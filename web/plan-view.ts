import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Party, TalkStatus } from '../domain/talk/talk.ts'
import type { PlanParties } from './components/plan-text.tsx'
import type { WrittenPlan } from './plan-changes.ts'

/** What the pages of a plan need of its talk: structurally what the api answers. */
export interface PlanTalk {
  readonly id: string
  readonly status: TalkStatus
  readonly round: { readonly name: string }
  readonly employee: { readonly name: string }
  readonly leader: { readonly name: string } | null
  readonly standing: { readonly party: Party | null; readonly onBehalfOf: string | null }
  readonly dates: {
    readonly heldOn: Day | null
    readonly planDueOn: Day | null
    readonly agreedOn: Day | null
  }
  readonly plan: {
    readonly missing: Party | null
    readonly turnDueOn: Day
    readonly agreedOn: Day | null
    readonly current: { readonly versionId: string; readonly approvedBy: readonly Party[] } | null
  } | null
  readonly filings: readonly PlanFiling[]
  readonly acts: readonly {
    readonly act: string
    readonly subject: string
    readonly refused: { readonly code: string; readonly sentence: string } | null
  }[]
}

export interface PlanFiling {
  readonly versionId: string
  readonly number: number | null
  readonly status: 'owed' | 'failed' | 'filed'
  readonly by: 'gateway' | 'leader'
  readonly dueOn: Day
  readonly receipt: string | null
  readonly caseReference: string | null
  readonly filedAt: Instant | null
}

export interface PlanVersion {
  readonly id: string
  readonly number: number
  readonly status: 'current' | 'replaced' | 'agreed' | 'not-agreed'
  readonly hash: string
  readonly content: WrittenPlan
  readonly by: string | null
  readonly createdAt: Instant
  readonly approvals: readonly { readonly party: Party; readonly by: string | null; readonly at: Instant }[]
  readonly comments: readonly PlanComment[]
}

export interface PlanComment {
  readonly kind: 'returned' | 'statement'
  readonly party: Party
  readonly by: string | null
  readonly text: string
  readonly at: Instant
}

export interface PlanDraft {
  readonly content: WrittenPlan
  readonly version: number
  readonly by: string | null
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

/** Whether the person can do it now; the rules have said so. */
export function can(talk: PlanTalk, act: string, subject: string = talk.id): boolean {
  return talk.acts.some((one) => one.act === act && one.subject === subject && one.refused === null)
}

/** Why it cannot be done now, in a sentence; null where it can, or where it is not the person's to do. */
export function whyNot(talk: PlanTalk, act: string): { code: string; sentence: string } | null {
  return talk.acts.find((one) => one.act === act)?.refused ?? null
}

/** Both may write before the talk is held; proposing comes after it. */
export function mayDraft(talk: PlanTalk): boolean {
  return can(talk, 'propose-plan') || isEarly(talk)
}

export function isEarly(talk: PlanTalk): boolean {
  return whyNot(talk, 'propose-plan')?.code === 'not-held-yet'
}

/** The other one of the two, by name; `unnamed` where the employee has no leader. */
export function otherName({ standing, employee, leader }: PlanTalk, unnamed: string): string {
  return standing.party === 'leader' ? employee.name : (leader?.name ?? unnamed)
}
