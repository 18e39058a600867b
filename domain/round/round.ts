import type { CalendarFacts } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { ObligationState } from '../obligation/obligation.ts'
import type { Policy, PolicyDateKey } from '../policy/policy.ts'
import type { NoticeKind } from '../talk/effects.ts'

/** `scheduled` until the kick-off, `closing` from closesOn until everyone is accounted for (R1.3, R1.5). */
export const roundStatuses = ['draft', 'scheduled', 'running', 'closing', 'closed', 'stopped'] as const
export type RoundStatus = (typeof roundStatuses)[number]

/** Kinds with one employee are configuration: the same engine, other materials (§12). */
export const roundKinds = ['mus', 'lus', 'senior', 'leader-talent', 'feedback-mus'] as const
export type RoundKind = (typeof roundKinds)[number]

/**
 * Those that HR opens a round of. A senior or leader-talent talk is offered to one person and never forced (R4.5): it is an
 * extra talk on the one they have, and a round of it would owe it to everybody.
 */
export const kindsToOpen = ['mus', 'lus', 'feedback-mus'] as const satisfies readonly RoundKind[]
export type KindToOpen = (typeof kindsToOpen)[number]

/** What the rules know of one round: dates and how far it has come; counts come from the table. */
export interface RoundState {
  schema: 1
  roundId: string
  status: Exclude<RoundStatus, 'draft'>
  policy: Policy
  calendar: CalendarFacts
  startedOn: Day
  kickedOff: boolean
  oriented: boolean
  /** Common feedback is owed by each team's leader, counted together (R10.1). */
  groupFeedbackOpened: boolean
  evaluationDiscussedOn: Day | null
  pausedOn: Day | null
  /** Dates HR set during the pause, which resuming leaves (R14.3). */
  meantAsWritten?: PolicyDateKey[]
  /** The last day the round looked whether everyone is accounted for. */
  countedOn: Day | null
  obligations: ObligationState[]
  occurrences: Record<string, number>
  processed: string[]
  closed: boolean
}

export interface RoundOpening {
  roundId: string
  policy: Policy
  calendar: CalendarFacts
  startedAt: Instant
}

/** What HR and the works council do to a running round; each arrives as an update and may be refused. */
export type RoundAct =
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'stop' }
  | { type: 'change-policy'; policy: Policy }
  | { type: 'discuss-evaluation'; on: Day }
  | { type: 'close'; unaccounted: number }

/** `time-passed`: the clock reached nextDue. `counted`: the table was asked who is not accounted for. */
export type RoundTick = { type: 'time-passed' } | { type: 'counted'; unaccounted: number }

export type RoundEvent = RoundAct | RoundTick

/** One notice for many, written set-based: one row for each leader of the round, team, employee or for HR. */
export interface RoundNotice {
  type: 'round-notice'
  /** `leaders` = everyone who owes a talk, `teams` = whose group feedback is still owed. */
  to: 'leaders' | 'teams' | 'teams-leaders-leaders' | 'teams-hr' | 'employees' | 'hr'
  obligation: NoticeKind
  occurrence: number
  step: string
  dueOn: Day | null
  reminder: boolean
  position: number
  distance: number
  whileOpen: boolean
}

export type RoundEffect =
  | RoundNotice
  /** Finds the teams that owe common feedback: five held talks or more (R10.1). */
  | { type: 'open-group-feedback' }
  /** Every open talk of the round is told by a fact of this type. */
  | { type: 'tell-talks'; fact: 'paused' | 'resumed' | 'stopped' | 'round-closed' | 'policy-changed' }

export interface RoundDecision {
  state: RoundState
  effects: RoundEffect[]
}

export const roundRefusalCodes = [
  'round-ended',
  'round-already-paused',
  'round-not-paused',
  'someone-unaccounted-for',
  'round-not-closing',
  'discussed-in-the-future',
] as const
export type RoundRefusalCode = (typeof roundRefusalCodes)[number]
