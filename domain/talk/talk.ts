import type { CalendarFacts } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { ExemptReason, RuleReason } from '../eligibility.ts'
import type { ObligationState } from '../obligation/obligation.ts'
import type { Policy } from '../policy/policy.ts'
import type { TalkFact } from './events.ts'

/** The two whose talk it is. */
export type Party = 'employee' | 'leader'

/**
 * Where one employee's talk stands.
 *
 * `awaiting` (no time) → `invited` (a time that does not stand yet) → `arranged` (a standing time, R4.2)
 * → `to-confirm` (the talk's end has passed) → `held` (plan in the making) → `agreed` or `not-agreed`.
 * `exempt`, `left`, `not-held`, `stopped` and `taken-over` are states, not ends: the workflow runs until the
 * round is closed and nothing is open, so a fact can reopen them. `postponed` is `awaiting` with a later date.
 */
export const talkStatuses = [
  'awaiting',
  'invited',
  'arranged',
  'to-confirm',
  'held',
  'agreed',
  'not-agreed',
  'exempt',
  'postponed',
  'left',
  'not-held',
  'stopped',
  'taken-over',
] as const
export type TalkStatus = (typeof talkStatuses)[number]

/** Everyone on the roster ends in exactly one of these (R1.5). */
export type Outcome = 'held' | 'exempt' | 'postponed' | 'left' | 'not-held' | 'stopped'

export const notHeldReasons = [
  'employee-declined',
  'no-leader',
  'retiring',
  'reorganisation',
  'other',
] as const
export type NotHeldReason = (typeof notHeldReasons)[number]

/** A time for the talk or for one of its status talks; place and wishes stay in the table. */
export interface AppointmentState {
  id: string
  startsAt: Instant
  endsAt: Instant
  /** The local day of the talk. */
  on: Day
  /** The day the employee was told of this time. */
  invitedOn: Day
  /** The calendar event's SEQUENCE: one event per subject, counted up for every move and cancellation. */
  sequence: number
  noticeKept: boolean
  accepted: boolean
  /** "Another time, please": the time stays as it is until the leader moves it (R4.2). */
  otherTimeAsked: boolean
}

export interface PlanVersionState {
  id: string
  hash: string
  /** Proposing a version is its author's approval (R7.2). */
  approvedBy: Party[]
  actions: PlannedAction[]
}

/** What the rules need of one action of a plan; what it says stays in the table. */
export interface PlannedAction {
  id: string
  owner: Party
  dueOn: Day
}

export interface ActionState extends PlannedAction {
  agreedOn: Day
  /** `dropped`: left out of a later version, so both have agreed that it ends. */
  status: 'open' | 'done' | 'cannot' | 'no-effect' | 'dropped'
}

export interface PlanState {
  dueOn: Day
  current: PlanVersionState | null
  /** Whose approval is missing; while no version is proposed both are until the plan is late, then the leader alone (§2). */
  missing: Party
  /** The missing party's own date: the plan's, or five working days after it became their turn. */
  turnDueOn: Day
  /** When a version was last agreed; a later one may be in the making (R7.4). */
  agreedOn: Day | null
  /** The actions of that version, to tell what a later one changes. */
  agreed?: PlannedAction[]
}

/** Filing of one plan version in the personnel file (R8). */
export interface FilingState {
  versionId: string
  by: 'gateway' | 'leader'
  status: 'owed' | 'failed' | 'filed'
  dueOn: Day
  /** When the gateway is next tried; null where the leader files by hand or it is filed. */
  tryAt: Instant | null
  /** Of a plan that ended as not agreed: it waits for these; null once it waits no more. */
  statements?: AwaitedStatements | null
  /** HR was last told of the failure on this day, for the n-th time. */
  toldOn: Day | null
  told: number
}

/** What the two may write before a plan they did not agree on is filed (R7.2). */
export interface AwaitedStatements {
  /** The last day for them. */
  until: Day
  writtenBy: Party[]
  /** Left out of those from before this time waited for pauses and leave: theirs goes on. */
  waits?: true
}

export interface StatusTalkState {
  id: string
  number: number
  dueOn: Day
  status: 'open' | 'held' | 'agreed-away' | 'replaced'
  appointment: AppointmentState | null
  /** SEQUENCE of its calendar event so far; -1 before the first. */
  calendarSequence: number
  /** Agreed away only when both have said so (R9.1). */
  agreedAwayBy: Party[]
}

export const offerKinds = ['senior', 'leader-talent'] as const
export type OfferKind = (typeof offerKinds)[number]

/** Extra talks beside the talk itself: what was offered, and the talk on coming back from a leave (R13.2). */
export const extraKinds = [...offerKinds, 'return'] as const
export type ExtraKind = (typeof extraKinds)[number]

/**
 * What comes of an offer that the employee has answered, or of a long leave that has ended: an extra appointment on the
 * same talk, beside its own (§12). It is nobody's duty, so no ladder knows it.
 */
export interface ExtraState {
  /** The offer's id, and the subject of its calendar event. */
  id: string
  kind: ExtraKind
  /** Never forced: the employee may take the yes back. */
  accepted: boolean
  appointment: AppointmentState | null
  /** SEQUENCE of its calendar event so far; -1 before the first. */
  calendarSequence: number
  heldOn: Day | null
}

/**
 * The due dates that leave and pause move, by what they are due dates of. Filing never waits (R8.3), but the time in which
 * the two may write before it does.
 */
export type DueDate =
  | 'invite'
  | 'hold'
  | 'confirm'
  | 'plan'
  | `status/${string}`
  | `action/${string}`
  | `statements/${string}`

export interface LeaveState {
  id: string
  from: Day
  /** The last day of leave; null = until further notice. */
  to: Day | null
  /** Working days that were left to each due date when the leave began; null before that day. */
  left: Partial<Record<DueDate, number>> | null
  /** Which dates it has moved, and from where: a leave that ends earlier gives them back. */
  moved: Partial<Record<DueDate, { from: Day; to: Day }>>
  /** It took a standing time away, so that *invite* has its whole lead after it (R13.2). */
  reopened: boolean
  /** It has ended, and whether a return talk is offered after it was decided. */
  returned?: boolean
}

/** A fact whose day has not come (R13.2). */
export interface HeldFact {
  id: string
  effectiveOn: Day
  event: TalkFact
}

/** Everything the rules know of one talk: roles and dates, never persons, never what they wrote. */
export interface TalkState {
  schema: 1
  talkId: string
  roundId: string
  status: TalkStatus
  outcome: Outcome | null
  outcomeReason: ExemptReason | NotHeldReason | null
  /** HR's own exemption, which no rule takes back; one found by the rules comes and goes with its reason. */
  exemptByHr: boolean
  /** HR has withdrawn the exemption by this rule: it is not asked again for this person. */
  waivedReason: RuleReason | null
  policy: Policy
  calendar: CalendarFacts
  /** Where filing goes: by itself, by the leader's hand, or nowhere (R8.2). */
  journaling: 'gateway' | 'manual' | 'off'
  openedAt: Instant
  /** S of R13.3: the day the person's clock starts; null = when they return from an open-ended leave. */
  startsOn: Day | null
  /** A day of the leave whose end the clock waits for, where that is not the leave on orientationOn. */
  heldBackFrom: Day | null
  /** S is not before this day: the first eligible day, or the day the talk opened or was reopened (R13.3). */
  clockFrom: Day
  /** Postponed because its clock starts too late (R13.3), or by HR (R1.5). */
  postponed: 'by-start' | 'by-hr' | null
  /** The next round's talk of the same kind has opened: once this one, postponed, has no time, it is taken over (R1.5). */
  nextTalkOpened: boolean
  /** The talk itself sends the orientation, because the person starts after everybody was oriented. */
  orientationOwed: boolean
  employedFrom: Day
  lastDay: Day | null
  /** What a withdrawn resignation returns to. */
  statusBeforeLeaving: TalkStatus | null
  hasLeader: boolean
  /** The day the newest leader took over; no step goes above them for five working days (R13.2). */
  leaderSince: Day | null
  /** The last day for the person's talk. */
  holdOn: Day
  /** When "invite" falls due; moves with reopening, leave and pause. */
  inviteDueOn: Day
  appointment: AppointmentState | null
  /** SEQUENCE of the talk's calendar event so far; -1 before the first. */
  calendarSequence: number
  ready: Record<Party, boolean>
  /** When "confirm held" falls due; null until the talk's end has passed. */
  confirmDueOn: Day | null
  heldOn: Day | null
  heldConfirmed: boolean
  /** The employee says the talk was not held as the leader reported (R6.1). */
  contradictedOn: Day | null
  plan: PlanState | null
  filings: FilingState[]
  statusTalks: StatusTalkState[]
  /** SEQUENCE of the calendar events of status talks that were withdrawn, by id: set anew they go on from there. */
  withdrawnSequences?: Record<string, number>
  extras: ExtraState[]
  actions: ActionState[]
  /** Ids of the actions that the next round's talk reminds about now (R9.3), the newest (bounded). */
  handedOver?: string[]
  leaves: LeaveState[]
  pausedOn: Day | null
  /** Dates HR set during the pause: meant as written, so resuming leaves them (R14.3). */
  meantAsWritten: (DueDate | 'talks-to')[]
  /** A pause of the unit alone moved talksTo: `from` is what the round's rules say, `to` what counts here (R14.3). */
  talksToMoved: { from: Day; to: Day } | null
  heldFacts: HeldFact[]
  obligations: ObligationState[]
  /** How often each obligation has been open, by `obligation/subject`. */
  occurrences: Record<string, number>
  /** Ids of the newest causes, so that a repeated one passes the validators (bounded). */
  processed: string[]
  roundClosed: boolean
  /** HR has stopped the round, or the employee's unit in it: no talk begins again that ended before. */
  isStopped?: true
  closed: boolean
}

/** What a talk begins with: made from the people tables by the activity that opens it. */
export interface TalkOpening {
  talkId: string
  roundId: string
  policy: Policy
  calendar: CalendarFacts
  journaling: 'gateway' | 'manual' | 'off'
  openedAt: Instant
  employedFrom: Day
  lastDay: Day | null
  /** First day the eligibility rules hold; null = not within the window, with the reason. */
  eligibleFrom: Day | null
  exemptReason: ExemptReason | null
  hasLeader: boolean
  leaves: { id: string; from: Day; to: Day | null }[]
  /** Open actions of the last talk: this one reminds about them from now on (R9.3). */
  actions: ActionState[]
  /** How far the reminding about them has come. */
  actionObligations: ObligationState[]
}
