import {
  acceptAppointment,
  cancelAppointment,
  cancelStatusAppointment,
  reopenInvite,
  setAppointment,
  setStatusAppointment,
} from './appointments.ts'
import type { TalkAct } from './events.ts'
import { contradictHeld, exempt, hold, postpone, reopen, reportNotHeld, setNotHeld } from './outcomes.ts'
import { approvePlan, endNotAgreed, planFiled, proposePlan, returnPlan } from './plan.ts'
import { tell, type Turn } from './turn.ts'
import type { StatusTalkState } from './talk.ts'

/** Does what the act says; `refuse` has found nothing against it. */
export function applyAct(turn: Turn, act: TalkAct): void {
  const { talk } = turn
  switch (act.type) {
    case 'set-appointment':
      return setAppointment(turn, act, act.picked)
    case 'accept-appointment':
      return acceptAppointment(turn)
    case 'ask-other-time':
      if (talk.appointment) talk.appointment.otherTimeAsked = true
      return tell(turn, 'other-time-asked', 'leader')
    case 'cancel-appointment':
      cancelAppointment(turn, ['employee', 'leader'])
      return turn.today <= talk.holdOn ? reopenInvite(turn) : undefined
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
    case 'exempt':
      return exempt(turn, act.reason)
    case 'withdraw-exemption':
      return reopen(turn)
    default:
      return applyLaterAct(turn, act)
  }
}

type LaterAct = Extract<
  TalkAct,
  {
    type:
      | 'propose-plan'
      | 'approve-plan'
      | 'return-plan'
      | 'end-plan-not-agreed'
      | 'journal-by-hand'
      | 'set-status-appointment'
      | 'cancel-status-appointment'
      | 'report-status-talk-held'
      | 'agree-status-talk-away'
      | 'report-action'
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
      return endNotAgreed(turn)
    case 'journal-by-hand':
      turn.effects.push({ type: 'filed-by-hand', versionId: act.versionId })
      return planFiled(turn, act.versionId)
    case 'set-status-appointment':
      return withStatusTalk(turn, act.statusTalkId, (statusTalk) =>
        setStatusAppointment(turn, statusTalk, act),
      )
    case 'cancel-status-appointment':
      return withStatusTalk(turn, act.statusTalkId, (statusTalk) =>
        cancelStatusAppointment(turn, statusTalk, ['employee', 'leader']),
      )
    case 'report-status-talk-held':
      return endStatusTalk(turn, act.statusTalkId, 'held')
    case 'agree-status-talk-away':
      return agreeStatusTalkAway(turn, act)
    case 'report-action':
      return reportAction(turn, act)
  }
}

/** R4.4: before *invite* is due the leader is told; from then on, or near the end, its ladder is speeded up. */
function hasten(turn: Turn): void {
  const { talk, calendar, today } = turn
  const near = calendar.addWorkingDays(talk.holdOn, -talk.policy.notInvited.beforeTalksTo)
  const invite = talk.obligations.find((open) => open.obligation === 'invite')
  if (invite === undefined || (today < talk.inviteDueOn && today < near)) {
    tell(turn, 'not-invited', 'leader')
    return
  }
  talk.obligations = talk.obligations.map((open) =>
    open === invite ? { ...open, hastenedOn: open.hastenedOn ?? today } : open,
  )
}

function withStatusTalk(turn: Turn, id: string, change: (statusTalk: StatusTalkState) => void): void {
  const statusTalk = turn.talk.statusTalks.find((candidate) => candidate.id === id)
  if (statusTalk) change(statusTalk)
}

function endStatusTalk(turn: Turn, id: string, status: 'held' | 'agreed-away'): void {
  withStatusTalk(turn, id, (statusTalk) => {
    const pending = statusTalk.appointment !== null && statusTalk.appointment.startsAt > turn.at
    if (pending) cancelStatusAppointment(turn, statusTalk, ['employee', 'leader'])
    statusTalk.status = status
    turn.effects.push({ type: 'status-talk-changed', statusTalk })
  })
}

/** Agreed away by both: the first to say so only offers it (R9.1). */
function agreeStatusTalkAway(turn: Turn, act: Extract<TalkAct, { type: 'agree-status-talk-away' }>): void {
  withStatusTalk(turn, act.statusTalkId, (statusTalk) => {
    if (!statusTalk.agreedAwayBy.includes(act.party))
      statusTalk.agreedAwayBy = [...statusTalk.agreedAwayBy, act.party]
    if (statusTalk.agreedAwayBy.length === 2) endStatusTalk(turn, act.statusTalkId, 'agreed-away')
  })
}

/** R9.2: "cannot be done" and "has no effect" tell the other party, and the page suggests a status talk. */
function reportAction(turn: Turn, act: Extract<TalkAct, { type: 'report-action' }>): void {
  const action = turn.talk.actions.find((candidate) => candidate.id === act.actionId)
  if (!action) return
  if (act.report === 'new-date') {
    if (act.dueOn !== null) action.dueOn = turn.calendar.onOrAfter(act.dueOn)
  } else action.status = act.report
  turn.effects.push({ type: 'action-changed', action })
  if (act.report === 'cannot' || act.report === 'no-effect') {
    tell(turn, 'action-reported', action.owner === 'employee' ? 'leader' : 'employee', action.id)
  }
}
