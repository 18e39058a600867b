import type { CalendarFacts } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { ObligationKind } from '../policy/ladder.ts'
import type { Policy } from '../policy/policy.ts'

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

/** Why somebody has no talk this round; a closed list without health words (R1.5). */
export const exemptReasons = [
  'too-few-hours',
  'employed-too-briefly',
  'employed-after-window',
  'no-leader',
  'lus',
  'employee-declined',
  'other-round',
  'other',
] as const
export type ExemptReason = (typeof exemptReasons)[number]

export const notHeldReasons = ['employee-declined', 'no-leader', 'retiring', 'reorganisation', 'other'] as const
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
  status: 'open' | 'done' | 'cannot' | 'no-effect'
}

export interface PlanState {
  dueOn: Day
  current: PlanVersionState | null
  agreedOn: Day | null
}

/** Filing of one plan version in the personnel file (R8). */
export interface FilingState {
  versionId: string
  by: 'gateway' | 'leader'
  status: 'owed' | 'failed' | 'filed'
  agreedOn: Day
  /** When the gateway is next tried; null where the leader files by hand or it is filed. */
  tryAt: Instant | null
  failedOn: Day | null
}

export interface StatusTalkState {
  id: string
  number: number
  dueOn: Day
  status: 'open' | 'held' | 'agreed-away' | 'replaced'
  appointment: AppointmentState | null
  /** Agreed away only when both have said so (R9.1). */
  agreedAwayBy: Party[]
}

export interface LeaveState {
  id: string
  from: Day
  /** The last day of leave; null = until further notice. */
  to: Day | null
  /** Whether the due dates have been moved for it. */
  counted: boolean
}

/** One thing somebody owes by a day (R11.1), with how far its ladder has come. */
export interface ObligationState {
  obligation: ObligationKind
  /** What it is about: the talk, a status talk, an action or a plan version. */
  subject: string
  /** Counts up when it opens again, or when its date moves later after a step was sent. */
  occurrence: number
  owedBy: Party
  arose: Day
  dueOn: Day
  /** The next step's place in the ladder; a new occurrence of a moved date begins at +1. */
  position: number
  /** The last step that was not a reminder: later steps keep their distances from it (R3.4). */
  last: { position: number; on: Day } | null
  /** "I have not been invited" speeds up the steps from this day (R4.4). */
  hastenedOn: Day | null
}

/** A fact whose day has not come (R13.2). */
export interface HeldFact {
  id: string
  effectiveOn: Day
  event: import('./events.ts').TalkFact
}

/** Everything the rules know of one talk: roles and dates, never persons, never what they wrote. */
export interface TalkState {
  schema: 1
  talkId: string
  roundId: string
  status: TalkStatus
  outcome: Outcome | null
  outcomeReason: ExemptReason | NotHeldReason | null
  policy: Policy
  calendar: CalendarFacts
  /** Where filing goes: by itself, by the leader's hand, or nowhere (R8.2). */
  journaling: 'gateway' | 'manual' | 'off'
  openedAt: Instant
  /** S of R13.3: the day the person's clock starts. */
  startsOn: Day
  employedFrom: Day
  lastDay: Day | null
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
  heldOn: Day | null
  heldConfirmed: boolean
  /** The employee says the talk was not held as the leader reported (R6.1). */
  contradictedOn: Day | null
  plan: PlanState | null
  filings: FilingState[]
  statusTalks: StatusTalkState[]
  actions: ActionState[]
  leaves: LeaveState[]
  pausedOn: Day | null
  /** Working days the round has been paused, to count a day that is also leave once (R14.3). */
  heldFacts: HeldFact[]
  obligations: ObligationState[]
  /** How often each obligation has been open, by `obligation/subject`. */
  occurrences: Record<string, number>
  /** Ids of the newest causes, so that a repeated one passes the validators (bounded). */
  processed: string[]
  roundClosed: boolean
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
  /** The day HR started the round. */
  roundStartedOn: Day
  employedFrom: Day
  lastDay: Day | null
  /** First day the eligibility rules hold; null = not within the window, with the reason. */
  eligibleFrom: Day | null
  exemptReason: ExemptReason | null
  hasLeader: boolean
  leaves: { id: string; from: Day; to: Day | null }[]
  /** Open actions of the last talk: this one reminds about them from now on (R9.3). */
  actions: ActionState[]
}
