import type { InformationKind, NoticeKind } from '../talk/effects.ts'
import type { TalkStatus } from '../talk/talk.ts'
import type { MailReason } from './mail-outcome.ts'

/** What the sender looks up about a notice in the transaction that hands it over (R11.5). */
export interface NoticeCircumstances {
  kind: NoticeKind
  whileOpen: boolean
  /** The obligation is open in the same occurrence; without meaning for information. */
  obligationOpen: boolean
  /** Its round is paused, or its unit within the round. */
  paused: boolean
  /** Its round is stopped, or its talk with its unit. */
  stopped: boolean
  /** Its round has come farther than a draft. */
  isStarted: boolean
  /** The notice is about one talk, and then: */
  talk: {
    status: TalkStatus
    /** It is about the talk itself, not about a status talk, a plan or an action of it. */
    isSubject: boolean
    employeeOnLeave: boolean
    employeeLeft: boolean
    hasLeader: boolean
    /** Another time was set, for what the notice is about, after it was decided. */
    newTimeSince: boolean
    /** The status talk it is about is still to be held. */
    statusTalkOpen: boolean
    /** The offer it is about was answered. */
    offerAnswered: boolean
    /** Of the times its leader has published some can still be picked. */
    hasFreeTimes: boolean
    /** The plan version it tells about no longer waits for the reader. */
    planEnded: boolean
    /** The plan version it tells about lies in the personnel file. */
    filed: boolean
    evaluated: boolean
    /** The action's talk is still this one (R9.3); true for anything but an action. */
    remindsHere: boolean
  } | null
}

export type Wanted =
  | { verdict: 'go' }
  | { verdict: 'wait'; reason: 'paused' | 'on-leave' }
  | { verdict: 'drop'; reason: MailReason }

/** Whether there is still a reason to tell a notice; filing neither pauses nor ends with the person (R8.3). */
export function stillWanted(notice: NoticeCircumstances): Wanted {
  const { talk } = notice
  if (notice.whileOpen && !notice.obligationOpen) return drop('done')
  if (notice.kind === 'journal') return { verdict: 'go' }
  if (notice.kind === 'filing-failed' || notice.kind === 'plan-to-file')
    return talk?.filed ? drop('done') : { verdict: 'go' }
  if (talk?.employeeLeft) return drop('left')
  if (talk !== null && !talk.remindsHere) return drop('replaced')
  if (!notice.whileOpen) {
    const kind = notice.kind as InformationKind
    if (notice.stopped && endsWithRound.includes(kind)) return drop('stopped')
    if (kind === 'draft-ready' && notice.isStarted) return drop('done')
    if (talk !== null && isOutdated(kind, talk)) return drop('done')
  }
  // Not dropped: after the leave the ladder goes on where it stood, and jumps over nobody (R3.4, R13.2).
  if (notice.whileOpen && talk?.employeeOnLeave) return { verdict: 'wait', reason: 'on-leave' }
  return notice.paused ? { verdict: 'wait', reason: 'paused' } : { verdict: 'go' }
}

/** What a stopped round has no use for any more; plans and actions go on to their own end. */
const endsWithRound: readonly InformationKind[] = [
  'kick-off',
  'orientation',
  'not-invited',
  'other-time-asked',
  'time-accepted',
  'time-withdrawn',
  'held-contradicted',
  'was-held',
  'evaluate-talk',
  'talk-postponed',
  'no-leader',
  'slots-published',
]

function isOutdated(kind: InformationKind, talk: NonNullable<NoticeCircumstances['talk']>): boolean {
  switch (kind) {
    case 'not-invited':
    case 'return-talk':
      return talk.newTimeSince
    case 'other-time-asked':
    case 'time-accepted':
    case 'time-withdrawn':
      return talk.newTimeSince || (talk.isSubject && talk.status === 'held')
    case 'held-contradicted':
      return talk.status !== 'to-confirm'
    case 'was-held':
      return talk.status === 'held' || talk.status === 'agreed' || talk.status === 'not-agreed'
    case 'plan-proposed':
    case 'plan-returned':
      return talk.planEnded
    case 'plan-not-agreed':
      return talk.filed
    case 'evaluate-talk':
      return talk.evaluated || !wasHeld.includes(talk.status)
    case 'no-leader':
      return talk.hasLeader
    case 'slots-published':
      return talk.newTimeSince || !awaitsTime.includes(talk.status) || !talk.hasFreeTimes
    case 'talk-offered':
      return talk.offerAnswered
    case 'agree-away-asked':
      return !talk.statusTalkOpen
    case 'talk-postponed':
      return talk.status !== 'postponed'
    case 'orientation':
      return endedWithoutTalk.includes(talk.status)
    case 'kick-off':
    case 'plan-agreed':
    case 'action-reported':
    case 'offer-answered':
    case 'form-does-not-fit':
    case 'hand-over':
    case 'filing-failed':
    case 'plan-to-file':
    case 'group-feedback-sent':
    case 'nudge':
    case 'draft-ready':
      return false
  }
}

const awaitsTime: readonly TalkStatus[] = ['awaiting', 'postponed']
const wasHeld: readonly TalkStatus[] = ['held', 'agreed', 'not-agreed']
const endedWithoutTalk: readonly TalkStatus[] = ['exempt', 'not-held', 'stopped', 'taken-over']

function drop(reason: MailReason): Wanted {
  return { verdict: 'drop', reason }
}
