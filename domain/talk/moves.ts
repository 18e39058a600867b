import type { TalkAct } from './events.ts'
import type { RefusalCode } from './refusals.ts'
import { type TalkStatus, talkStatuses } from './talk.ts'
import type { Writing } from './writings.ts'

const before = ['awaiting', 'invited', 'arranged', 'to-confirm', 'postponed'] as const
const unheld = [...before, 'exempt', 'not-held'] as const
const after = ['held', 'agreed', 'not-agreed'] as const
const beside = [...unheld, ...after, 'taken-over'] as const

/**
 * The statuses in which each act is a move at all. Buttons, validators and routes follow from this one table;
 * what else may stand against an act is in `refusals.ts`.
 */
export const talkMoves = {
  'set-appointment': before,
  'accept-appointment': before,
  'ask-other-time': before,
  'cancel-appointment': before,
  'report-not-invited': before,
  'mark-ready': before,
  'report-held': before,
  'report-not-held': before,
  'confirm-held': after,
  'contradict-held': after,
  postpone: unheld,
  'set-not-held': unheld,
  'withdraw-not-held': ['not-held'],
  exempt: unheld,
  'withdraw-exemption': ['exempt'],
  'propose-plan': ['held', 'agreed'],
  'approve-plan': ['held'],
  'return-plan': ['held'],
  'end-plan-not-agreed': ['held'],
  // A version that ended may wait for statements while a later one is in the making, or an earlier one stands.
  'write-statement': after,
  // Filing of an agreed plan happens even if the employee leaves (R8.3).
  'journal-by-hand': talkStatuses,
  'retry-filing': talkStatuses,
  'set-status-appointment': after,
  'cancel-status-appointment': after,
  'report-status-talk-held': after,
  'agree-status-talk-away': after,
  // Actions belong to the employee, whatever became of the talk that reminds about them (R9.3).
  'report-action': talkStatuses.filter((status) => status !== 'left'),
  // An offer stands beside the talk, whatever becomes of it while the person is there and the round goes on (§12).
  'answer-offer': beside,
  'set-extra-appointment': beside,
  'cancel-extra-appointment': beside,
  'report-extra-held': beside,
} as const satisfies Record<TalkAct['type'], readonly TalkStatus[]>

/** As `talkMoves`, for what is written beside the rules: a topic is for a talk to come; an offer stands beside the talk. */
const writingMoves = {
  'write-topic': before,
  'make-offer': beside,
} as const satisfies Record<Writing, readonly TalkStatus[]>

/** As `refuseMove`, for what is written beside the rules. */
export function refuseWritingMove(status: TalkStatus, writing: Writing): RefusalCode | null {
  const statuses: readonly TalkStatus[] = writingMoves[writing]
  return statuses.includes(status) ? null : words[status]
}

/** Null where an act is a move in this status, else the word for why it is not. */
export function refuseMove(status: TalkStatus, act: TalkAct): RefusalCode | null {
  const statuses: readonly TalkStatus[] = statusesFor(act)
  if (statuses.includes(status)) return null
  if (act.type === 'withdraw-exemption' && status !== 'left') return 'not-exempt'
  if (act.type === 'withdraw-not-held' && status !== 'left') return 'not-ended-as-not-held'
  const isOver = status === 'agreed' || status === 'not-agreed'
  return isOver && statuses.includes('held') ? 'plan-not-open' : words[status]
}

function statusesFor(act: TalkAct): readonly TalkStatus[] {
  const isOfStatusTalk = 'statusTalkId' in act && act.statusTalkId !== undefined
  return isOfStatusTalk ? after : talkMoves[act.type]
}

const words: Record<TalkStatus, RefusalCode> = {
  awaiting: 'not-held-yet',
  invited: 'not-held-yet',
  arranged: 'not-held-yet',
  'to-confirm': 'not-held-yet',
  postponed: 'not-held-yet',
  held: 'already-held',
  agreed: 'already-held',
  'not-agreed': 'already-held',
  exempt: 'talk-exempt',
  left: 'employment-ended',
  'not-held': 'talk-not-held',
  stopped: 'talk-stopped',
  'taken-over': 'talk-taken-over',
}
