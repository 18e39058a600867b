import { type Day, earlierOf, type Instant, laterOf } from '../calendar/day.ts'
import {
  type LadderContext,
  nextStepAt,
  type ObligationState,
  type Owed,
  reconcile,
  takeDueStep,
  type TakenStep,
} from '../obligation/obligation.ts'
import { type Audience, ladderOf, type LadderStep } from '../policy/ladder.ts'
import type { NoticeAudience } from './effects.ts'
import type { TalkState } from './talk.ts'
import { compiled, leaveOn, stepInstant, type Turn } from './turn.ts'

/** Whether the appointment is a standing time: notice was kept, or the employee accepted (R4.2). */
export function stands(talk: TalkState): boolean {
  return talk.appointment !== null && (talk.appointment.noticeKept || talk.appointment.accepted)
}

/** Whether the talk is still to be held: its leader owes a time, or the talk itself. */
export function isAwaitingTime(talk: TalkState): boolean {
  return ['awaiting', 'invited', 'postponed'].includes(talk.status)
}

/** Opens, moves and ends obligations so that they match what is owed at this turn. */
export function settleObligations(turn: Turn): void {
  const { talk } = turn
  talk.obligations = reconcile(talk.obligations, owedNow(turn), talk.occurrences, turn.today, (o) =>
    ladderFor(talk, o),
  )
}

/** Everything owed now, by the ladder table of the requirements. */
function owedNow(turn: Turn): Owed[] {
  const { talk } = turn
  if (talk.status === 'left') return []
  return [...owedBeforeTalk(turn), ...owedAfterTalk(turn), ...owedFilings(talk), ...owedActions(talk)]
}

/** *Invite*, *hold* and *confirm held* never run together. */
function owedBeforeTalk({ talk, today }: Turn): Owed[] {
  const subject = talk.talkId
  if (talk.status === 'to-confirm' && talk.confirmDueOn !== null) {
    return [
      {
        obligation: 'confirm-held',
        subject,
        owedBy: 'leader',
        dueOn: talk.confirmDueOn,
        moved: 'from-overdue',
      },
    ]
  }
  if (isAwaitingTime(talk) && talk.startsOn !== null) {
    if (today > talk.holdOn)
      return [{ obligation: 'hold', subject, owedBy: 'leader', dueOn: talk.holdOn, moved: 'from-overdue' }]
    const dueOn = talk.inviteDueOn
    return [
      { obligation: 'invite', subject, owedBy: 'leader', dueOn, arose: talk.startsOn, moved: 'from-overdue' },
    ]
  }
  if (talk.status !== 'arranged' || talk.appointment === null) return []
  const prepare: Owed[] = []
  const dueOn = talk.appointment.on
  if (!talk.ready.employee)
    prepare.push({ obligation: 'prepare', subject, owedBy: 'employee', dueOn, moved: 'from-start' })
  if (!talk.ready.leader)
    prepare.push({ obligation: 'leader-prepare', subject, owedBy: 'leader', dueOn, moved: 'from-start' })
  return prepare
}

function owedAfterTalk({ talk, at }: Turn): Owed[] {
  if (talk.heldOn === null) return []
  const owed: Owed[] = []
  if (talk.status === 'held' && talk.plan !== null) {
    const { missing, turnDueOn } = talk.plan
    owed.push({
      obligation: 'agree-plan',
      subject: talk.talkId,
      owedBy: missing,
      dueOn: turnDueOn,
      moved: 'from-overdue',
    })
  }
  for (const statusTalk of talk.statusTalks) {
    if (statusTalk.status !== 'open') continue
    if (statusTalk.appointment !== null && statusTalk.appointment.endsAt > at) continue
    owed.push({
      obligation: 'status-talk',
      subject: statusTalk.id,
      owedBy: 'leader',
      dueOn: statusTalk.dueOn,
      arose: talk.heldOn,
      moved: 'from-overdue',
    })
  }
  return owed
}

function owedFilings(talk: TalkState): Owed[] {
  return talk.filings
    .filter((filing) => filing.by === 'leader' && filing.status !== 'filed')
    .map(({ versionId, dueOn }) => ({
      obligation: 'journal',
      subject: versionId,
      owedBy: 'leader',
      dueOn,
      moved: 'from-overdue',
    }))
}

/** Open actions are reminded about whatever became of the talk itself: exempt, stopped, not held (R9.3). */
function owedActions(talk: TalkState): Owed[] {
  return talk.actions
    .filter((action) => action.status === 'open')
    .map(({ id, owner, dueOn, agreedOn }) => ({
      obligation: 'action',
      subject: id,
      owedBy: owner,
      dueOn,
      arose: agreedOn,
      moved: 'from-start',
    }))
}

/** Takes every step that is due, in the order of the obligations, as notices to roles. */
export function takeDueSteps(turn: Turn): void {
  const { talk } = turn
  const context = ladderContext(talk)
  if (talk.pausedOn !== null || leaveOn(talk, turn.today) !== null) return
  talk.obligations = talk.obligations.map((obligation) => {
    const { obligation: after, taken } = takeDueStep(obligation, context, turn.at, turn.today)
    if (taken !== null) notify(turn, obligation, taken)
    return after
  })
}

/** When the next ladder step of any obligation falls; null while paused. */
export function nextLadderStepAt(talk: TalkState): Instant | null {
  if (talk.pausedOn !== null) return null
  const context = ladderContext(talk)
  let next: Instant | null = null
  for (const obligation of talk.obligations) {
    const at = nextStepAt(obligation, context)
    if (at !== null && (next === null || at < next)) next = at
  }
  return next
}

function ladderFor(talk: TalkState, obligation: ObligationState) {
  return ladderOf(
    talk.policy,
    obligation.obligation,
    obligation.owedBy === 'employee' ? 'employee' : 'leader',
  )
}

function ladderContext(talk: TalkState): LadderContext {
  const calendar = compiled(talk.calendar)
  return {
    calendar,
    needs: talk.policy.reminderNeeds,
    ladderOf: (obligation) => ladderFor(talk, obligation),
    stepAt: (on) => stepInstant(talk, calendar, on),
    shift: (obligation, step, on) => afterLeave(talk, shifted(talk, obligation, step, on)),
  }
}

/** A pressed "I have not been invited" brings a step forward (R4.4); a new leader's grace holds it back (R13.2). */
function shifted(talk: TalkState, obligation: ObligationState, step: LadderStep, on: Day): Day {
  const calendar = compiled(talk.calendar)
  let day = on
  if (obligation.hastenedOn !== null && obligation.position <= 3) {
    const after = {
      leader: 0,
      'leaders-leader': talk.policy.notInvited.leadersLeader,
      hr: talk.policy.notInvited.hr,
    }
    const days = after[step.audience as keyof typeof after]
    if (days !== undefined) day = earlierOf(day, calendar.addWorkingDays(obligation.hastenedOn, days))
  }
  const goesAbove = step.audience === 'leaders-leader' || step.audience === 'hr'
  if (goesAbove && obligation.owedBy === 'leader' && talk.leaderSince !== null) {
    day = laterOf(day, calendar.addWorkingDays(talk.leaderSince, talk.policy.handOverGrace))
  }
  return day
}

/** Nothing goes within a leave: to nobody about this talk, and not while the leave's end is unknown (R13.2). */
function afterLeave(talk: TalkState, on: Day): Day | null {
  const leave = leaveOn(talk, on)
  if (leave === null) return on
  return leave.to === null ? null : compiled(talk.calendar).addWorkingDays(leave.to, 1)
}

function notify(turn: Turn, obligation: ObligationState, taken: TakenStep): void {
  const { talk } = turn
  const to = [roleOf(taken.step.audience, obligation)]
  // While no version is proposed the plan is both's until it is late; from then on the leader's alone (§2).
  const nobodyProposed = obligation.obligation === 'agree-plan' && talk.plan?.current === null
  if (nobodyProposed && taken.step.reminder) to.push('employee')
  for (const audience of to) {
    turn.effects.push({
      type: 'notice',
      subject: obligation.subject,
      obligation: obligation.obligation,
      occurrence: obligation.occurrence,
      step: taken.step.step,
      audience,
      dueOn: obligation.dueOn,
      reminder: taken.step.reminder,
      position: taken.position,
      distance: taken.distance,
      whileOpen: true,
    })
  }
}

function roleOf(audience: Audience, obligation: ObligationState): NoticeAudience {
  const owner = obligation.owedBy === 'employee' ? 'employee' : 'leader'
  if (audience === 'owner') return owner
  if (audience === 'other-party') return owner === 'employee' ? 'leader' : 'employee'
  return audience
}
