import type { Day } from '../calendar/day.ts'
import type { ObligationKind } from '../policy/ladder.ts'
import type { ActionState, AppointmentState, Party, PlannedAction, StatusTalkState } from './talk.ts'

/** The role a notice is for; the person is found when the mail is handed over (R11.2). */
export type NoticeAudience = 'employee' | 'leader' | 'leaders-leader' | 'hr'

/**
 * Things told once that nobody owes an act for. A notice of an obligation uses the obligation's own name.
 *
 * - leader: `not-invited` (R4.4), `other-time-asked`, `time-accepted`, `time-withdrawn`, `held-contradicted`, `was-held` (R6.1), `plan-proposed`,
 *   `plan-returned`, `plan-not-agreed` (R7.2), `action-reported`, `offer-answered` (R4.5), `return-talk` (R13.2), `form-does-not-fit` (R4.4), `hand-over` (a new leader's list, R13.2), `kick-off` (R4.1),
 *   `nudge` (HR's own words wait on the page, R14.5), `plan-to-file` (R8.3), `agree-away-asked` (R9.1)
 * - employee: `orientation` (R4.1), `plan-proposed`, `plan-returned`, `plan-agreed`, `plan-not-agreed`, `action-reported`, `evaluate-talk` (R6.2),
 *   `group-feedback-sent` (R10.1), `nudge`, `slots-published` (R4.2), `talk-offered` (R4.5), `agree-away-asked`
 * - hr: `talk-postponed` (R13.3), `filing-failed` (R8.3), `no-leader` (R1.5), `draft-ready` (R1.3)
 */
export const informationKinds = [
  'kick-off',
  'orientation',
  'not-invited',
  'other-time-asked',
  'time-accepted',
  'time-withdrawn',
  'held-contradicted',
  'was-held',
  'plan-proposed',
  'plan-returned',
  'plan-agreed',
  'plan-not-agreed',
  'action-reported',
  'offer-answered',
  'return-talk',
  'form-does-not-fit',
  'evaluate-talk',
  'hand-over',
  'talk-postponed',
  'filing-failed',
  'no-leader',
  'group-feedback-sent',
  'nudge',
  'slots-published',
  'talk-offered',
  'agree-away-asked',
  'plan-to-file',
  'draft-ready',
] as const
export type InformationKind = (typeof informationKinds)[number]

export type NoticeKind = ObligationKind | InformationKind

/** One step to one role. UNIQUE (subject, obligation, occurrence, step, audience) in the table: never twice. */
export interface NoticeEffect {
  type: 'notice'
  subject: string
  obligation: NoticeKind
  occurrence: number
  step: string
  audience: NoticeAudience
  dueOn: Day | null
  reminder: boolean
  /** Its place in the occurrence's ladder, counting from 0. */
  position: number
  /** Working days from the ladder's step before it; 0 for the first and for information. */
  distance: number
  /** Dropped at sending when the obligation has ended meanwhile; information goes anyway. */
  whileOpen: boolean
}

/** A calendar mail, sent at once to each named party (R4.2, R11.4). */
export interface CalendarEffect {
  type: 'calendar'
  method: 'request' | 'cancel'
  /** One calendar event per subject: the talk, a status talk or an offer. */
  subject: string
  appointmentId: string
  sequence: number
  to: Party[]
}

/** What `record` writes beside the snapshot, in the same transaction. */
export type TalkEffect =
  | NoticeEffect
  | CalendarEffect
  | { type: 'appointment-current'; subject: string; appointment: AppointmentState }
  | { type: 'appointment-ended'; subject: string; appointmentId: string }
  | { type: 'plan-current'; versionId: string; hash: string; party: Party }
  | { type: 'plan-approved'; versionId: string; hash: string; party: Party }
  | { type: 'plan-returned'; versionId: string; party: Party }
  /** With all its actions; and, against the version agreed before, those that are new or changed, and those left out. */
  | {
      type: 'plan-agreed'
      versionId: string
      actions: PlannedAction[]
      revised: PlannedAction[]
      dropped: string[]
    }
  | { type: 'plan-not-agreed'; versionId: string | null }
  /** The leader filed it and entered the case number (R8.2). */
  | { type: 'filed-by-hand'; versionId: string }
  | { type: 'action-changed'; action: ActionState }
  | { type: 'status-talk-changed'; statusTalk: StatusTalkState }
  /** The talk turned out not to be held: its status talks are withdrawn. */
  | { type: 'status-talks-withdrawn' }
  | { type: 'offer-answered'; offerId: string; accepted: boolean }
  | { type: 'return-talk-offered'; offerId: string }
