import type { Day, Instant } from '../calendar/day.ts'
import type { TalkAct } from './events.ts'
import { refuseMove } from './moves.ts'
import { isAwaitingStatements } from './filing.ts'
import { settle } from './settle.ts'
import { hasPassed, leaveOn } from './standing.ts'
import { leaveToReturnFrom } from './start.ts'
import type {
  AppointmentState,
  ExtraState,
  FilingState,
  PlanVersionState,
  StatusTalkState,
  TalkState,
} from './talk.ts'
import { lastAnswerAt, isNoticeKept } from './times.ts'
import { beginTurn, type Turn } from './turn.ts'

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
  'time-too-soon-to-answer',
  'time-within-leave',
  'time-after-last-day',
  'already-invited',
  'held-in-the-future',
  'held-before-start',
  'already-confirmed',
  'plan-already-approved',
  'date-in-the-past',
  'date-missing',
  'date-after-last-day',
  'no-leave-to-return-from',
  'not-exempt',
  'not-ended-as-not-held',
  'round-is-closed',
  'leader-missing',
  'no-plan-version',
  'another-version-is-current',
  'own-version',
  'plan-not-open',
  'plan-not-ended',
  'statements-closed',
  'statements-awaited',
  'not-filed-by-hand',
  'not-filed-by-service',
  'already-filed',
  'no-such-status-talk',
  'status-talk-ended',
  'already-agreed-away',
  'no-such-action',
  'action-ended',
  'offer-not-accepted',
  'extra-held',
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
  if (state.closed) return { code: 'talk-closed' }
  const turn = beginTurn(state, at)
  settle(turn)
  return refuseSettled(turn, act)
}

/** As `refuse`, on a state that is already brought up to the turn's instant. */
export function refuseSettled(turn: Turn, act: TalkAct): Refusal | null {
  if (turn.talk.closed) return { code: 'talk-closed' }
  const code = refuseMove(turn.talk.status, act) ?? codeAgainst(turn, act)
  return code === null ? null : { code }
}

function codeAgainst(turn: Turn, act: TalkAct): RefusalCode | null {
  const { talk } = turn
  switch (act.type) {
    case 'set-appointment':
      return againstTime(turn, act, act.picked)
    case 'accept-appointment':
      return againstAnswer(turn, act.statusTalkId, true)
    case 'ask-other-time':
      return againstAnswer(turn, act.statusTalkId, false)
    case 'cancel-appointment':
      return againstAnswer(turn, undefined, false)
    case 'report-not-invited':
      return againstNotInvited(turn)
    case 'report-held':
      return againstHeldOn(turn, act.on, turn.calendar.dayOf(talk.openedAt))
    case 'report-not-held':
      return againstNotHeld(turn)
    case 'confirm-held':
      return talk.heldConfirmed ? 'already-confirmed' : null
    case 'contradict-held':
      return againstContradiction(talk)
    case 'postpone':
      return againstPostponing(turn, act.until)
    case 'withdraw-exemption':
    case 'withdraw-not-held':
      return againstReopening(turn) ?? (talk.roundClosed ? 'round-is-closed' : null)
    default:
      return codeAgainstLater(turn, act)
  }
}

function codeAgainstLater(turn: Turn, act: TalkAct): RefusalCode | null {
  const { talk } = turn
  switch (act.type) {
    case 'approve-plan':
      return againstVersion(talk, act, act.hash)
    case 'return-plan':
      return againstVersion(talk, act)
    case 'write-statement':
      return againstStatement(talk)
    case 'journal-by-hand':
      return againstFiling(talk, act.versionId, 'leader')
    case 'retry-filing':
      return againstFiling(talk, act.versionId, 'gateway')
    case 'set-status-appointment':
      return againstStatusTalk(talk, act.statusTalkId) ?? againstTime(turn, act, false)
    case 'cancel-status-appointment':
      return againstAnswer(turn, act.statusTalkId, false)
    case 'report-status-talk-held':
      return againstStatusTalk(talk, act.statusTalkId) ?? againstHeldOn(turn, act.on, talk.heldOn ?? act.on)
    case 'agree-status-talk-away':
      return (
        againstStatusTalk(talk, act.statusTalkId) ??
        (statusTalkOf(talk, act.statusTalkId)?.agreedAwayBy.includes(act.party)
          ? 'already-agreed-away'
          : null)
      )
    case 'report-action':
      return againstAction(turn, act)
    case 'answer-offer':
      return extraOf(talk, act.offerId)?.heldOn ? 'extra-held' : null
    case 'set-extra-appointment':
      return againstExtra(talk, act.offerId) ?? againstTime(turn, act, true)
    case 'cancel-extra-appointment':
      return againstExtraTime(turn, act.offerId)
    case 'report-extra-held':
      return (
        againstExtra(talk, act.offerId) ?? againstHeldOn(turn, act.on, turn.calendar.dayOf(talk.openedAt))
      )
    default:
      return null
  }
}

const LONGEST_APPOINTMENT = 8 * 60 * 60_000

function againstTime(
  turn: Turn,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  picked: boolean,
): RefusalCode | null {
  const { talk, calendar, at } = turn
  if (startsAt <= at) return 'time-in-the-past'
  if (endsAt <= startsAt) return 'time-ends-before-it-begins'
  if (endsAt - startsAt > LONGEST_APPOINTMENT) return 'time-too-long'
  const on = calendar.dayOf(startsAt)
  if (leaveOn(talk, on) !== null) return 'time-within-leave'
  if (talk.lastDay !== null && on > talk.lastDay) return 'time-after-last-day'
  // Unanswered it would be withdrawn at an hour that has passed already (R4.2).
  const answerBy = lastAnswerAt(startsAt, talk, talk.policy, calendar)
  return !picked && !isNoticeKept(turn, startsAt) && answerBy <= at ? 'time-too-soon-to-answer' : null
}

/** An answer to a time that is still ahead, of the talk or of a status talk. */
function againstAnswer(
  { talk, at }: Turn,
  statusTalkId: string | undefined,
  accepting: boolean,
): RefusalCode | null {
  let appointment: AppointmentState | null = talk.appointment
  if (statusTalkId !== undefined) {
    const refused = againstStatusTalk(talk, statusTalkId)
    if (refused !== null) return refused
    appointment = statusTalkOf(talk, statusTalkId)?.appointment ?? null
  }
  if (appointment === null) return 'no-appointment'
  if (appointment.startsAt <= at) return 'appointment-has-begun'
  return accepting && appointment.accepted ? 'already-accepted' : null
}

function againstNotInvited({ talk, today }: Turn): RefusalCode | null {
  if (talk.startsOn === null || today < talk.startsOn) return 'not-started'
  return talk.appointment === null ? null : 'already-invited'
}

function againstHeldOn({ today }: Turn, on: Day, earliest: Day): RefusalCode | null {
  if (on > today) return 'held-in-the-future'
  return on < earliest ? 'held-before-start' : null
}

/** After a contradiction there may be no time at all: the leader agrees that it was not held (R6.1). */
function againstNotHeld({ talk, at }: Turn): RefusalCode | null {
  if (talk.status === 'to-confirm') return null
  if (talk.appointment === null) return 'no-appointment'
  return talk.appointment.startsAt > at ? 'not-held-yet' : null
}

function againstContradiction(talk: TalkState): RefusalCode | null {
  if (talk.heldConfirmed) return 'already-confirmed'
  const hasApproved = talk.plan?.current?.approvedBy.includes('employee') ?? false
  return talk.status !== 'held' || hasApproved || talk.plan?.agreedOn ? 'plan-already-approved' : null
}

function againstPostponing(turn: Turn, until: Day | null): RefusalCode | null {
  const { talk, today } = turn
  const refused = againstReopening(turn)
  if (refused !== null) return refused
  if (until === null) return leaveToReturnFrom(talk, today) === null ? 'no-leave-to-return-from' : null
  if (until <= today) return 'date-in-the-past'
  return talk.lastDay !== null && until > talk.lastDay ? 'date-after-last-day' : null
}

/**
 * What was stopped does not begin again (R1.3). Who has no leader is exempt again at once, until HR names who holds the talk
 * (R1.5).
 */
function againstReopening(turn: Turn): RefusalCode | null {
  const { talk } = turn
  if (talk.isStopped) return 'talk-stopped'
  return talk.hasLeader || hasPassed(turn, talk.policy.talksTo) ? null : 'leader-missing'
}

/** Both approve the same version, named by its hash where it is approved (R7.2). */
function againstVersion(
  talk: TalkState,
  act: { versionId: string; party: PlanVersionState['approvedBy'][number] },
  hash?: string,
): RefusalCode | null {
  const current = talk.plan?.current
  if (!current) return 'no-plan-version'
  const isOther = current.id !== act.versionId || (hash !== undefined && hash !== current.hash)
  if (isOther) return 'another-version-is-current'
  return current.approvedBy.includes(act.party) ? 'own-version' : null
}

/** Until the plan is on its way to the personnel file, or at any time where it does not go there (R7.2). */
function againstStatement({ status, filings }: TalkState): RefusalCode | null {
  if (filings.some(isAwaitingStatements)) return null
  const isFiled = filings.some(({ statements }) => statements === null)
  if (status === 'not-agreed' && filings.length === 0) return null
  return isFiled || status === 'not-agreed' ? 'statements-closed' : 'plan-not-ended'
}

function againstFiling(talk: TalkState, versionId: string, by: FilingState['by']): RefusalCode | null {
  const filing = talk.filings.find((candidate) => candidate.versionId === versionId && candidate.by === by)
  if (!filing) return by === 'leader' ? 'not-filed-by-hand' : 'not-filed-by-service'
  if (isAwaitingStatements(filing)) return 'statements-awaited'
  return filing.status === 'filed' ? 'already-filed' : null
}

function statusTalkOf(talk: TalkState, id: string): StatusTalkState | undefined {
  return talk.statusTalks.find((candidate) => candidate.id === id)
}

function againstStatusTalk(talk: TalkState, id: string): RefusalCode | null {
  const statusTalk = statusTalkOf(talk, id)
  if (statusTalk === undefined) return 'no-such-status-talk'
  return statusTalk.status === 'open' ? null : 'status-talk-ended'
}

function extraOf(talk: TalkState, offerId: string): ExtraState | undefined {
  return talk.extras.find(({ id }) => id === offerId)
}

/** Without a yes there is no extra talk to arrange (R4.5). */
function againstExtra(talk: TalkState, offerId: string): RefusalCode | null {
  const extra = extraOf(talk, offerId)
  if (!extra?.accepted) return 'offer-not-accepted'
  return extra.heldOn === null ? null : 'extra-held'
}

function againstExtraTime({ talk, at }: Turn, offerId: string): RefusalCode | null {
  const appointment = extraOf(talk, offerId)?.appointment ?? null
  if (appointment === null) return againstExtra(talk, offerId) ?? 'no-appointment'
  return appointment.startsAt <= at ? 'appointment-has-begun' : null
}

function againstAction(turn: Turn, act: Extract<TalkAct, { type: 'report-action' }>): RefusalCode | null {
  const action = turn.talk.actions.find((candidate) => candidate.id === act.actionId)
  if (!action) return 'no-such-action'
  if (action.status !== 'open') return 'action-ended'
  if (act.report !== 'new-date') return null
  if (act.dueOn === null) return 'date-missing'
  return act.dueOn <= turn.today ? 'date-in-the-past' : null
}
