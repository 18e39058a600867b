import type { Day } from '../domain/calendar/day.ts'
import { laterOf } from '../domain/calendar/day.ts'
import { formatDate } from '../domain/calendar/format.ts'
import type { Language } from '../domain/language.ts'
import { planTexts } from './plan-text.ts'

export type PlanParty = 'employee' | 'leader'

/** Everything the PDF of one plan version shows (R7.1, R8.1), with names as people read them. */
export interface PlanDocument {
  readonly employer: string
  readonly unit: string
  readonly employeeName: string
  /** Today's leader at the agreement; another person may have approved (R13.2), see `agreement`. */
  readonly leaderName: string
  /** The kind's shown name, such as MUS, PUS or medarbejdersamtale (§12). */
  readonly kindName: string
  readonly heldOn: Day
  readonly agreement: PlanAgreement
  readonly goals: readonly PlanGoal[]
  readonly actions: readonly PlanAction[]
  /** What the leader will not do, and why. */
  readonly notDoing: readonly { readonly what: string; readonly why: string }[]
  readonly plannedTraining: readonly string[]
  readonly completedTraining: readonly string[]
  /** 1, 2, … within the talk. */
  readonly version: number
  /** SHA-256 of the plan version's content, hex: what both approved. */
  readonly contentHash: string
}

export interface PlanGoal {
  readonly goal: string
  /** The workplace's goal that it serves; empty when none is named. */
  readonly workplaceGoal: string
}

export interface PlanAction {
  readonly what: string
  readonly owner: PlanParty
  readonly dueOn: Day
  /** Empty when none was named, as the next. */
  readonly support: string
  /** How both see the effect. */
  readonly effect: string
}

export type PlanAgreement =
  | { readonly kind: 'agreed'; readonly employee: PlanApproval; readonly leader: PlanApproval }
  | {
      readonly kind: 'not-agreed'
      readonly endedOn: Day
      /** Empty when the party wrote none (R7.2). */
      readonly employeeStatement: string
      readonly leaderStatement: string
    }

export interface PlanApproval {
  readonly name: string
  /** The leader for whom a deputy approved (R13.2); null for who approved for themselves. */
  readonly onBehalfOf: string | null
  readonly on: Day
}

/** The day the plan was agreed, which is the later approval, or the day it ended as not agreed. */
export function planConcludedOn(plan: PlanDocument): Day {
  const { agreement } = plan
  if (agreement.kind === 'not-agreed') return agreement.endedOn
  return laterOf(agreement.employee.on, agreement.leader.on)
}

/** The title of the PDF and of the record in the personnel file. */
export function planTitle(plan: PlanDocument, language: Language): string {
  const texts = planTexts[language]
  const ending = plan.agreement.kind === 'agreed' ? '' : ` (${texts.notAgreedMark})`
  const title = `${texts.title} – ${plan.employeeName} – ${plan.kindName} ${formatDate(plan.heldOn, language)}${ending}`
  return title.replace(/\s+/g, ' ')
}
