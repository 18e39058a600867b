import { type Day, earlierOf, type Instant, laterOf } from '../calendar/day.ts'
import {
  type LadderContext,
  nextStepAt,
  type ObligationState,
  takeDueStep,
  type TakenStep,
} from '../obligation/obligation.ts'
import { type Audience, type Ladder, ladderOf, type LadderStep, stepAt } from '../policy/ladder.ts'
import type { Policy } from '../policy/policy.ts'
import type { NoticeAudience } from './effects.ts'
import { tellableFrom } from './standing.ts'
import type { TalkState } from './talk.ts'
import { compiled, stepInstant, type Turn } from './turn.ts'

/** The ladder of an obligation; a plan has another one for each party whose approval is missing. */
export function ladderFor(policy: Policy, obligation: ObligationState): Ladder {
  return ladderOf(policy, obligation.obligation, obligation.owedBy === 'employee' ? 'employee' : 'leader')
}

/** Takes every step that is due, in the order of the obligations, as notices to roles. */
export function takeDueSteps(turn: Turn): void {
  const { talk } = turn
  const context = ladderContext(talk)
  talk.obligations = talk.obligations.map((obligation) => {
    if (talk.pausedOn !== null && !neverWaits(obligation)) return obligation
    const { obligation: after, taken } = takeDueStep(obligation, context, turn.at, turn.today)
    if (taken !== null) notify(turn, obligation, taken)
    return after
  })
}

/** When the next ladder step of any obligation falls; while paused only filing's. */
export function nextLadderStepAt(talk: TalkState): Instant | null {
  const context = ladderContext(talk)
  let next: Instant | null = null
  for (const obligation of talk.obligations) {
    if (talk.pausedOn !== null && !neverWaits(obligation)) continue
    const at = nextStepAt(obligation, context)
    if (at !== null && (next === null || at < next)) next = at
  }
  return next
}

/** Filing of an agreed plan never pauses, neither for a leave nor for the round (R8.3). */
function neverWaits({ obligation }: ObligationState): boolean {
  return obligation === 'journal'
}

function ladderContext(talk: TalkState): LadderContext {
  const calendar = compiled(talk.calendar)
  return {
    calendar,
    needs: talk.policy.reminderNeeds,
    ladderOf: (obligation) => ladderFor(talk.policy, obligation),
    stepAt: (on) => stepInstant(talk, calendar, on),
    gap: (obligation, before, next) => gap(talk, obligation, before, next),
    shift(obligation, step, on) {
      const day = afterHandOver(talk, obligation, step, hastened(talk, obligation, step, on))
      return neverWaits(obligation) ? day : tellableFrom(talk, day)
    },
  }
}

/** A pressed "I have not been invited" brings a role's first step forward; two steps never go at once (R4.4). */
function hastened(talk: TalkState, obligation: ObligationState, step: LadderStep, on: Day): Day {
  const { hastenedOn, last } = obligation
  const days = daysAfterPress(talk, obligation, step)
  if (hastenedOn === null || days === null) return on
  const calendar = compiled(talk.calendar)
  const pressed = calendar.addWorkingDays(calendar.onOrAfter(hastenedOn), days)
  const before = last && stepAt(ladderFor(talk.policy, obligation), last.position)
  if (last === null || before === null) return earlierOf(on, pressed)
  const soonest = calendar.addWorkingDays(last.on, gap(talk, obligation, before, step))
  return earlierOf(on, laterOf(pressed, soonest))
}

/** The working days between two steps of the ladder, or of the press where that is quicker. */
function gap(talk: TalkState, obligation: ObligationState, before: LadderStep, next: LadderStep): number {
  const plain = next.offset - (obligation.last?.offset ?? before.offset)
  const from = daysAfterPress(talk, obligation, before)
  const to = daysAfterPress(talk, obligation, next)
  return from === null || to === null ? plain : Math.min(plain, Math.max(0, to - from))
}

/** Null for a step that a press does not bring forward: a reminder, a repeat, a role's second step. */
function daysAfterPress(talk: TalkState, obligation: ObligationState, step: LadderStep): number | null {
  if (obligation.hastenedOn === null || step.reminder) return null
  const first = ladderFor(talk.policy, obligation).steps.find(
    (other) => !other.reminder && other.audience === step.audience,
  )
  if (first?.step !== step.step) return null
  const { leadersLeader, hr } = talk.policy.notInvited
  if (step.audience === 'leader') return 0
  if (step.audience === 'leaders-leader') return leadersLeader
  return step.audience === 'hr' ? hr : null
}

/** No step goes above a new leader until five working days after the change (R13.2). */
function afterHandOver(talk: TalkState, obligation: ObligationState, step: LadderStep, on: Day): Day {
  const goesAbove = step.audience === 'leaders-leader' || step.audience === 'hr'
  if (!goesAbove || obligation.owedBy !== 'leader' || talk.leaderSince === null) return on
  return laterOf(on, compiled(talk.calendar).addWorkingDays(talk.leaderSince, talk.policy.handOverGrace))
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
      dueOn: turn.calendar.onOrAfter(obligation.dueOn),
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
