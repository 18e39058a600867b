import type { ExemptReason } from '../domain/eligibility.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { ObligationKind } from '../domain/policy/ladder.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { NotHeldReason, ExtraKind, Party } from '../domain/talk/talk.ts'
import type { TalkCourse } from './talk-milestones.ts'

/** A talk as one of those sees it who may (R15.1): structurally what the api answers. */
export interface TalkView extends TalkCourse {
  readonly outcomeReason: ExemptReason | NotHeldReason | null
  readonly round: {
    readonly id: string
    readonly name: string
    readonly kind: RoundKind
    readonly minimumGroup: number
  }
  readonly employee: { readonly name: string; readonly title: string; readonly unit: string }
  readonly leader: { readonly name: string } | null
  readonly standing: {
    readonly party: Party | null
    readonly onBehalfOf: string | null
    readonly isLeadersLeader: boolean
    readonly isHr: boolean
  }
  /** Where HR looks after the employee; null for everybody else. */
  readonly forHr: { readonly personId: string; readonly employmentId: string } | null
  /** Whether "I have not been invited" has the leader reminded, and does not only tell them (R4.4). */
  readonly hastensInvitation: boolean
  readonly appointment: TalkTime | null
  readonly held: { readonly isConfirmed: boolean; readonly contradictedOn: Day | null }
  readonly statusTalks: readonly StatusTalkView[]
  readonly content: TalkContent | null
  readonly owed: readonly OwedInTalk[]
  readonly history: readonly {
    readonly event: string
    readonly at: Instant
    readonly by: string | null
    readonly onBehalfOf: string | null
  }[]
  readonly acts: readonly PossibleActView[]
}

export interface TalkTime {
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string | null
  readonly onlineUrl: string | null
  readonly wish: string | null
  readonly accepted: boolean
  readonly otherTimeAsked: boolean
  readonly stands: boolean
  readonly answerBy: Instant | null
  /** Such as a Sunday, or hours outside 7–18. */
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[]
}

export interface StatusTalkView {
  readonly id: string
  readonly number: number
  readonly dueOn: Day
  readonly status: 'open' | 'held' | 'agreed-away' | 'replaced'
  readonly heldOn: Day | null
  readonly note: string | null
  readonly agreedAwayBy: readonly Party[]
  readonly appointment: TalkTime | null
}

/** What only the two parties see. */
export interface TalkContent {
  readonly actions: readonly ActionView[]
  readonly offers: readonly OfferView[]
  /** Offers the leader must make and has not. */
  readonly offersDue: readonly string[]
  readonly hasEvaluated: boolean | null
}

export interface ActionView {
  readonly id: string
  readonly what: string
  readonly owner: Party
  readonly dueOn: Day
  readonly status: 'open' | 'done' | 'cannot' | 'no-effect' | 'dropped'
}

export interface OfferView {
  readonly id: string
  readonly kind: ExtraKind
  readonly offeredAt: Instant
  readonly answer: string | null
  readonly appointment: TalkTime | null
  readonly heldOn: Day | null
}

export interface OwedInTalk {
  readonly obligation: ObligationKind
  readonly subject: string
  readonly owedBy: 'employee' | 'leader' | 'hr'
  readonly dueOn: Day
  readonly isOverdue: boolean
}

export interface PossibleActView {
  readonly act: string
  readonly subject: string
  readonly refused: { readonly code: string; readonly sentence: string } | null
}

/** Whether the person can do an act now: what shows its button. */
export function canDo(talk: TalkView, act: string, subject = talk.id): boolean {
  return talk.acts.some((one) => one.act === act && one.subject === subject && one.refused === null)
}

/** Why an act that is the person's own cannot be done now; null where it can, or is not theirs. */
export function whyNot(talk: TalkView, act: string, subject = talk.id): string | null {
  return talk.acts.find((one) => one.act === act && one.subject === subject)?.refused?.sentence ?? null
}
