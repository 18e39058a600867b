import { reportAction } from './actions.ts'
import { acceptAppointment, callOffAppointment, setAppointment } from './appointments.ts'
import type { TalkAct } from './events.ts'
import { answerOffer, cancelExtra, endExtra, setExtraTime } from './extras.ts'
import {
  contradictHeld,
  exempt,
  hold,
  postpone,
  reportNotHeld,
  setNotHeld,
  withdrawExemption,
  withdrawNotHeld,
} from './outcomes.ts'
import {
  approvePlan,
  endNotAgreed,
  planFiled,
  proposePlan,
  retryFiling,
  returnPlan,
  writeStatement,
} from './plan.ts'
import { isInvitationHastened } from './not-invited.ts'
import { agreeStatusTalkAway, dropStatusTime, endStatusTalk, setStatusTime } from './status-talks.ts'
import type { StatusTalkState } from './talk.ts'
import { acceptTime, askOtherTime } from './times.ts'
import { tell, type Turn } from './turn.ts'

/** Does what the act says; `refuse` has found nothing against it. */
export function applyAct(turn: Turn, act: TalkAct): void {
  const { talk } = turn
  switch (act.type) {
    case 'set-appointment':
      return setAppointment(turn, act, act.picked)
    case 'accept-appointment':
      if (act.statusTalkId === undefined) return acceptAppointment(turn)
      return withStatusTalk(turn, act.statusTalkId, (open) => acceptTime(turn, open, open.id))
    case 'ask-other-time':
      if (act.statusTalkId === undefined) return askOtherTime(turn, talk, talk.talkId)
      return withStatusTalk(turn, act.statusTalkId, (open) => askOtherTime(turn, open, open.id))
    case 'cancel-appointment':
      return callOffAppointment(turn)
    case 'report-not-invited':
      return hasten(turn)
    case 'mark-ready':
      talk.ready[act.party] = act.ready
      return
    case 'report-held':
      return hold(turn, act.on)
    case 'report-not-held':
      return reportNotHeld(turn)
    case 'confirm-held':
      talk.heldConfirmed = true
      return
    case 'contradict-held':
      return contradictHeld(turn)
    case 'postpone':
      return postpone(turn, act.until)
    case 'set-not-held':
      return setNotHeld(turn, act.reason)
    case 'withdraw-not-held':
      return withdrawNotHeld(turn)
    case 'exempt':
      exempt(turn, act.reason)
      talk.exemptByHr = true
      return
    case 'withdraw-exemption':
      return withdrawExemption(turn)
    default:
      return applyLaterAct(turn, act)
  }
}

type ExtraAct = Extract<
  TalkAct,
  { type: 'answer-offer' | 'set-extra-appointment' | 'cancel-extra-appointment' | 'report-extra-held' }
>

type LaterAct = Extract<
  TalkAct,
  {
    type:
      | 'propose-plan'
      | 'approve-plan'
      | 'return-plan'
      | 'end-plan-not-agreed'
      | 'write-statement'
      | 'journal-by-hand'
      | 'retry-filing'
      | 'set-status-appointment'
      | 'cancel-status-appointment'
      | 'report-status-talk-held'
      | 'agree-status-talk-away'
      | 'report-action'
      | ExtraAct['type']
  }
>

/** Acts on the plan and its follow-up. */
function applyLaterAct(turn: Turn, act: LaterAct): void {
  switch (act.type) {
    case 'propose-plan':
      return proposePlan(turn, act.party, act.versionId, act.hash, act.actions)
    case 'approve-plan':
      return approvePlan(turn, act.party)
    case 'return-plan':
      return returnPlan(turn, act.party)
    case 'end-plan-not-agreed':
      return endNotAgreed(turn, act.party, act.stated ?? false)
    case 'write-statement':
      return writeStatement(turn, act.party)
    case 'journal-by-hand':
      turn.effects.push({ type: 'filed-by-hand', versionId: act.versionId })
      return planFiled(turn, act.versionId)
    case 'retry-filing':
      return retryFiling(turn, act.versionId)
    case 'set-status-appointment':
      return withStatusTalk(turn, act.statusTalkId, (open) => setStatusTime(turn, open, act))
    case 'cancel-status-appointment':
      return withStatusTalk(turn, act.statusTalkId, (open) =>
        dropStatusTime(turn, open, ['employee', 'leader']),
      )
    case 'report-status-talk-held':
      return withStatusTalk(turn, act.statusTalkId, (open) => endStatusTalk(turn, open, 'held'))
    case 'agree-status-talk-away':
      return withStatusTalk(turn, act.statusTalkId, (open) => agreeStatusTalkAway(turn, open, act.party))
    case 'report-action':
      return reportAction(turn, act)
    default:
      return applyExtraAct(turn, act)
  }
}

/** Acts on the extra appointment of an offer. */
function applyExtraAct(turn: Turn, act: ExtraAct): void {
  if (act.type === 'answer-offer') return answerOffer(turn, act)
  const extra = turn.talk.extras.find(({ id }) => id === act.offerId)
  if (extra === undefined) return
  if (act.type === 'set-extra-appointment') setExtraTime(turn, extra, act)
  else if (act.type === 'cancel-extra-appointment') cancelExtra(turn, extra)
  else endExtra(turn, extra, act.on)
}

/**
 * R4.4: before *invite* is due the leader is told, once; from then on, or near the hold date, its ladder is
 * speeded up. *Hold* needs no speeding: its date has passed for everybody.
 */
function hasten(turn: Turn): void {
  const { talk, today } = turn
  const invite = talk.obligations.find((open) => open.obligation === 'invite')
  if (invite !== undefined && isInvitationHastened(talk, today)) {
    const hastened = { ...invite, hastenedOn: invite.hastenedOn ?? today }
    talk.obligations = talk.obligations.map((open) => (open === invite ? hastened : open))
    return
  }
  const told = talk.occurrences[`not-invited/${talk.talkId}/leader`] ?? 0
  if (told < (talk.occurrences[`invite/${talk.talkId}`] ?? 1)) tell(turn, 'not-invited', 'leader')
}

function withStatusTalk(turn: Turn, id: string, change: (statusTalk: StatusTalkState) => void): void {
  const statusTalk = turn.talk.statusTalks.find((candidate) => candidate.id === id)
  if (statusTalk) change(statusTalk)
}
