import type { Instant } from '../calendar/day.ts'
import type { TalkAct } from './events.ts'
import { settle } from './settle.ts'
import type { TalkState, TalkStatus } from './talk.ts'
import { beginTurn, leaveOn, type Turn } from './turn.ts'

/** Why an act is refused. Each code has a sentence in both languages (`refusalSentences`). */
export const refusalCodes = [
  'talk-closed',
  'not-started',
  'already-held',
  'not-held-yet',
  'no-appointment',
  'already-accepted',
  'appointment-has-begun',
  'time-in-the-past',
  'time-ends-before-it-begins',
  'time-too-long',
  'time-within-leave',
  'time-after-last-day',
  'already-invited',
  'held-in-the-future',
  'held-before-start',
  'already-confirmed',
  'plan-already-approved',
  'date-in-the-past',
  'date-missing',
  'not-exempt',
  'no-plan-version',
  'another-version-is-current',
  'own-version',
  'plan-not-open',
  'not-filed-by-hand',
  'already-filed',
  'no-such-status-talk',
  'status-talk-ended',
  'no-such-action',
  'action-ended',
  'employment-ended',
  'talk-stopped',
  'talk-exempt',
  'talk-not-held',
  'talk-taken-over',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A refusal is a value with a reason: it hides the button, rejects the update and explains the 409. */
export interface Refusal {
  code: RefusalCode
}

/** Why the act is not possible at this instant, or null. The same answer for button, validator and route. */
export function refuse(state: TalkState, act: TalkAct, at: Instant): Refusal | null {
  const turn = beginTurn(state, at)
  settle(turn)
  return refuseSettled(turn, act)
}

/** As `refuse`, on a state that is already brought up to the turn's instant. */
export function refuseSettled(turn: Turn, act: TalkAct): Refusal | null {
  const code = turn.talk.closed ? 'talk-closed' : codeAgainst(turn, act)
  return code === null ? null : { code }
}

function codeAgainst(turn: Turn, act: TalkAct): RefusalCode | null {
  const { talk } = turn
  switch (act.type) {
    case 'set-appointment':
      return against(talk, beforeTheTalk) ?? againstTime(turn, act)
    case 'accept-appointment':
      return against(talk, beforeTheTalk) ?? againstAnswer(turn, true)
    case 'ask-other-time':
      return against(talk, beforeTheTalk) ?? againstAnswer(turn, false)
    case 'cancel-appointment':
      return against(talk, beforeTheTalk) ?? againstAnswer(turn, false)
    case 'report-not-invited':
      return against(talk, beforeTheTalk) ?? againstNotInvited(turn)
    case 'mark-ready':
      return against(talk, beforeTheTalk)
    case 'report-held':
      return against(talk, beforeTheTalk) ?? againstHeldOn(turn, act.on)
    case 'report-not-held':
      return against(talk, beforeTheTalk) ?? againstNotHeld(turn)
    case 'confirm-held':
      return againstOpinion(talk) ?? (talk.heldConfirmed ? 'already-confirmed' : null)
    case 'contradict-held':
      return againstOpinion(talk) ?? againstContradiction(talk)
    case 'postpone':
      return (
        against(talk, unheld) ?? (act.until !== null && act.until <= turn.today ? 'date-in-the-past' : null)
      )
    case 'set-not-held':
    case 'exempt':
      return against(talk, unheld)
    case 'withdraw-exemption':
      return talk.status === 'exempt' ? null : 'not-exempt'
    default:
      return codeAgainstLater(turn, act)
  }
}

function codeAgainstLater(turn: Turn, act: TalkAct): RefusalCode | null {
  const { talk } = turn
  switch (act.type) {
    case 'propose-plan':
      return against(talk, ['held', 'agreed'])
    case 'approve-plan':
      return against(talk, ['held']) ?? againstApproval(talk, act)
    case 'return-plan':
      return against(talk, ['held']) ?? againstReturn(talk, act)
    case 'end-plan-not-agreed':
      return against(talk, ['held'])
    case 'journal-by-hand':
      return againstFilingByHand(talk, act.versionId)
    case 'set-status-appointment':
      return againstStatusTalk(talk, act.statusTalkId) ?? againstTime(turn, act)
    case 'cancel-status-appointment':
      return againstStatusTalk(talk, act.statusTalkId) ?? againstNoStatusTime(talk, act.statusTalkId)
    case 'report-status-talk-held':
      return againstStatusTalk(talk, act.statusTalkId) ?? (act.on > turn.today ? 'held-in-the-future' : null)
    case 'agree-status-talk-away':
      return againstStatusTalk(talk, act.statusTalkId)
    case 'report-action':
      return againstAction(turn, act)
    default:
      return null
  }
}

const beforeTheTalk: readonly TalkStatus[] = ['awaiting', 'invited', 'arranged', 'to-confirm', 'postponed']
const unheld: readonly TalkStatus[] = [...beforeTheTalk, 'exempt', 'not-held']

/** Null when the talk stands in one of these statuses, else the word for why it does not. */
function against(talk: TalkState, statuses: readonly TalkStatus[]): RefusalCode | null {
  if (statuses.includes(talk.status)) return null
  const codes: Record<TalkStatus, RefusalCode> = {
    awaiting: 'not-held-yet',
    invited: 'not-held-yet',
    arranged: 'not-held-yet',
    'to-confirm': 'not-held-yet',
    postponed: 'not-held-yet',
    held: 'already-held',
    agreed: statuses.includes('held') ? 'plan-not-open' : 'already-held',
    'not-agreed': statuses.includes('held') ? 'plan-not-open' : 'already-held',
    exempt: 'talk-exempt',
    left: 'employment-ended',
    'not-held': 'talk-not-held',
    stopped: 'talk-stopped',
    'taken-over': 'talk-taken-over',
  }
  return codes[talk.status]
}

const LONGEST_APPOINTMENT = 8 * 60 * 60_000

function againstTime(turn: Turn, time: { startsAt: Instant; endsAt: Instant }): RefusalCode | null {
  const { talk, calendar, at } = turn
  if (time.startsAt <= at) return 'time-in-the-past'
  if (time.endsAt <= time.startsAt) return 'time-ends-before-it-begins'
  if (time.endsAt - time.startsAt > LONGEST_APPOINTMENT) return 'time-too-long'
  const on = calendar.dayOf(time.startsAt)
  if (leaveOn(talk, on) !== null) return 'time-within-leave'
  return talk.lastDay !== null && on > talk.lastDay ? 'time-after-last-day' : null
}

function againstAnswer(turn: Turn, accepting: boolean): RefusalCode | null {
  const { appointment } = turn.talk
  if (appointment === null) return 'no-appointment'
  if (appointment.startsAt <= turn.at) return 'appointment-has-begun'
  return accepting && appointment.accepted ? 'already-accepted' : null
}

function againstNotInvited({ talk, today }: Turn): RefusalCode | null {
  if (talk.startsOn === null || today < talk.startsOn) return 'not-started'
  return talk.appointment === null ? null : 'already-invited'
}

function againstHeldOn({ talk, calendar, today }: Turn, on: string): RefusalCode | null {
  if (on > today) return 'held-in-the-future'
  return on < calendar.dayOf(talk.openedAt) ? 'held-before-start' : null
}

function againstNotHeld({ talk, at }: Turn): RefusalCode | null {
  if (talk.appointment === null) return 'no-appointment'
  return talk.appointment.startsAt > at ? 'not-held-yet' : null
}

function againstOpinion(talk: TalkState): RefusalCode | null {
  return against(talk, ['held', 'agreed', 'not-agreed'])
}

function againstContradiction(talk: TalkState): RefusalCode | null {
  if (talk.heldConfirmed) return 'already-confirmed'
  return talk.status !== 'held' || talk.plan?.current?.approvedBy.includes('employee')
    ? 'plan-already-approved'
    : null
}

function againstApproval(
  talk: TalkState,
  act: Extract<TalkAct, { type: 'approve-plan' }>,
): RefusalCode | null {
  const current = talk.plan?.current
  if (!current) return 'no-plan-version'
  if (current.id !== act.versionId || current.hash !== act.hash) return 'another-version-is-current'
  return current.approvedBy.includes(act.party) ? 'own-version' : null
}

function againstReturn(talk: TalkState, act: Extract<TalkAct, { type: 'return-plan' }>): RefusalCode | null {
  const current = talk.plan?.current
  if (!current) return 'no-plan-version'
  if (current.id !== act.versionId) return 'another-version-is-current'
  return current.approvedBy.includes(act.party) ? 'own-version' : null
}

function againstFilingByHand(talk: TalkState, versionId: string): RefusalCode | null {
  const filing = talk.filings.find(
    (candidate) => candidate.versionId === versionId && candidate.by === 'leader',
  )
  if (!filing) return 'not-filed-by-hand'
  return filing.status === 'filed' ? 'already-filed' : null
}

function againstStatusTalk(talk: TalkState, id: string): RefusalCode | null {
  if (talk.status === 'left') return 'employment-ended'
  const statusTalk = talk.statusTalks.find((candidate) => candidate.id === id)
  if (!statusTalk) return 'no-such-status-talk'
  return statusTalk.status === 'open' ? null : 'status-talk-ended'
}

function againstNoStatusTime(talk: TalkState, id: string): RefusalCode | null {
  return talk.statusTalks.find((candidate) => candidate.id === id)?.appointment ? null : 'no-appointment'
}

function againstAction(turn: Turn, act: Extract<TalkAct, { type: 'report-action' }>): RefusalCode | null {
  const action = turn.talk.actions.find((candidate) => candidate.id === act.actionId)
  if (!action) return 'no-such-action'
  if (action.status !== 'open') return 'action-ended'
  if (act.report !== 'new-date') return null
  if (act.dueOn === null) return 'date-missing'
  return act.dueOn <= turn.today ? 'date-in-the-past' : null
}
