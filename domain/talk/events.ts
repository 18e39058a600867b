import type { CalendarFacts } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { ExemptReason, RuleReason } from '../eligibility.ts'
import type { Policy } from '../policy/policy.ts'
import type { ExtraKind, NotHeldReason, Party, PlannedAction } from './talk.ts'

/** What people do. Each arrives as an update and may be refused. */
export type TalkAct =
  | { type: 'set-appointment'; appointmentId: string; startsAt: Instant; endsAt: Instant; picked: boolean }
  /** Of the talk's time, or of a status talk's where one is named. */
  | { type: 'accept-appointment'; statusTalkId?: string }
  | { type: 'ask-other-time'; statusTalkId?: string }
  | { type: 'cancel-appointment' }
  | { type: 'report-not-invited' }
  | { type: 'mark-ready'; party: Party; ready: boolean }
  | { type: 'report-held'; on: Day }
  | { type: 'report-not-held' }
  | { type: 'confirm-held' }
  | { type: 'contradict-held' }
  | { type: 'postpone'; until: Day | null }
  | { type: 'set-not-held'; reason: NotHeldReason }
  /** HR was mistaken: the talk is to be held after all. */
  | { type: 'withdraw-not-held' }
  | { type: 'exempt'; reason: ExemptReason }
  | { type: 'withdraw-exemption' }
  | { type: 'propose-plan'; party: Party; versionId: string; hash: string; actions: PlannedAction[] }
  | { type: 'approve-plan'; party: Party; versionId: string; hash: string }
  | { type: 'return-plan'; party: Party; versionId: string }
  /** Perhaps with the party's own statement at once. */
  | { type: 'end-plan-not-agreed'; party: Party; stated?: boolean }
  /** What it says is written before, and stays in the table. */
  | { type: 'write-statement'; party: Party }
  | { type: 'journal-by-hand'; versionId: string }
  /** The gateway is tried again now, not only on the next working day (R8.3). */
  | { type: 'retry-filing'; versionId: string }
  | {
      type: 'set-status-appointment'
      statusTalkId: string
      appointmentId: string
      startsAt: Instant
      endsAt: Instant
    }
  | { type: 'cancel-status-appointment'; statusTalkId: string }
  | { type: 'report-status-talk-held'; statusTalkId: string; on: Day }
  | { type: 'agree-status-talk-away'; statusTalkId: string; party: Party }
  | {
      type: 'report-action'
      actionId: string
      report: 'done' | 'new-date' | 'cannot' | 'no-effect'
      /** Only with 'new-date'. */
      dueOn: Day | null
    }
  | { type: 'answer-offer'; offerId: string; kind: ExtraKind; accepted: boolean }
  | {
      type: 'set-extra-appointment'
      offerId: string
      appointmentId: string
      startsAt: Instant
      endsAt: Instant
    }
  | { type: 'cancel-extra-appointment'; offerId: string }
  | { type: 'report-extra-held'; offerId: string; on: Day }

/** What happened to people, or what HR did to the round. Each arrives as a signal with an id and is never refused. */
export type TalkFact =
  | { type: 'leave-set'; leaveId: string; from: Day; to: Day | null }
  | { type: 'leave-removed'; leaveId: string }
  | { type: 'leader-changed'; hasLeader: boolean }
  | { type: 'unit-changed'; calendar: CalendarFacts }
  /** A change that was announced for a day to come will not happen. */
  | { type: 'change-withdrawn'; of: 'leader-changed' | 'unit-changed'; on: Day }
  | { type: 'leaves'; lastDay: Day }
  | { type: 'leaving-withdrawn' }
  /** With the first day employed, where that may be another than it was. */
  | { type: 'eligibility-changed'; exemptReason: RuleReason | null; employedFrom?: Day }
  | { type: 'policy-changed'; policy: Policy }
  | { type: 'paused' }
  /** With the day on which the round's own window ends by now, where that may be another than the talk's. */
  | { type: 'resumed'; roundTalksTo?: Day }
  | { type: 'stopped' }
  | { type: 'round-closed' }
  /** The next round's talk of this employee opened: it takes over these actions (R9.3). */
  | { type: 'next-talk-opened'; sameKind: boolean; actionIds: string[] }
  /** A time stands in the next round's talk: open status talks end as replaced (R9.1). */
  | { type: 'next-talk-arranged' }
  /** A later version of an earlier talk's plan was agreed: what it changed of the actions taken over (R7.4, R9.3). */
  | { type: 'actions-revised'; actions: PlannedAction[]; dropped: string[] }

/** What the engine itself reports. */
export type TalkTick =
  /** The clock reached nextDue, or passed it while nobody was there. */
  | { type: 'time-passed' }
  | { type: 'plan-filed'; versionId: string }
  | { type: 'filing-failed'; versionId: string }

export type TalkEvent = TalkAct | TalkFact | TalkTick

export const talkActTypes = [
  'set-appointment',
  'accept-appointment',
  'ask-other-time',
  'cancel-appointment',
  'report-not-invited',
  'mark-ready',
  'report-held',
  'report-not-held',
  'confirm-held',
  'contradict-held',
  'postpone',
  'set-not-held',
  'withdraw-not-held',
  'exempt',
  'withdraw-exemption',
  'propose-plan',
  'approve-plan',
  'return-plan',
  'end-plan-not-agreed',
  'write-statement',
  'journal-by-hand',
  'retry-filing',
  'set-status-appointment',
  'cancel-status-appointment',
  'report-status-talk-held',
  'agree-status-talk-away',
  'report-action',
  'answer-offer',
  'set-extra-appointment',
  'cancel-extra-appointment',
  'report-extra-held',
] as const satisfies readonly TalkAct['type'][]

export const talkFactTypes = [
  'leave-set',
  'leave-removed',
  'leader-changed',
  'unit-changed',
  'change-withdrawn',
  'leaves',
  'leaving-withdrawn',
  'eligibility-changed',
  'policy-changed',
  'paused',
  'resumed',
  'stopped',
  'round-closed',
  'next-talk-opened',
  'next-talk-arranged',
  'actions-revised',
] as const satisfies readonly TalkFact['type'][]

export const talkTickTypes = [
  'time-passed',
  'plan-filed',
  'filing-failed',
] as const satisfies readonly TalkTick['type'][]
