import type { Calendar } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import {
  isStepWanted,
  type Ladder,
  type LadderStep,
  type ObligationKind,
  stepAt,
  stepOn,
} from '../policy/ladder.ts'
import type { ReminderNeeds } from '../policy/ladder.ts'

/** One thing somebody owes by a day (R11.1), with how far its ladder has come. */
export interface ObligationState {
  obligation: ObligationKind
  /** What it is about: the talk, a status talk, an action, a plan version or a round. */
  subject: string
  /** Counts up when it opens again, or when its date moves later after a step was sent. */
  occurrence: number
  owedBy: 'employee' | 'leader' | 'hr'
  arose: Day
  dueOn: Day
  /** The next step's place in the ladder; a new occurrence of a moved date begins at +1. */
  position: number
  /** The last step that was not a reminder: later steps keep their distances from it (R3.4). */
  last: { position: number; on: Day } | null
  /** "I have not been invited" speeds up the steps from this day (R4.4). */
  hastenedOn: Day | null
}

/** What should be owed now; `reconcile` compares it with what is. */
export interface Owed {
  obligation: ObligationKind
  subject: string
  owedBy: ObligationState['owedBy']
  dueOn: Day
  /** The day it arose, where that is not the day it is first seen (invite: S of R13.3). */
  arose?: Day
  /** What a date moved later means after a step was sent: the rest of the ladder, or all of it again. */
  moved: 'from-overdue' | 'from-start'
}

/** What the clock of a ladder needs to know beside the obligation. */
export interface LadderContext {
  calendar: Calendar
  needs: ReminderNeeds
  ladderOf(obligation: ObligationState): Ladder
  /** The instant on its day at which a step of this subject falls. */
  stepAt(on: Day): Instant
  /** The day a step may first go, seen from the day its distance gives (leave, hand-over, hastening). */
  shift(obligation: ObligationState, step: LadderStep, on: Day): Day | null
}

export interface TakenStep {
  step: LadderStep
  position: number
  /** Working days from the step before it that was not a reminder; 0 for the first. */
  distance: number
}

/** The obligations after comparing what is owed with what was open; ended ones fall away (R11.1). */
export function reconcile(
  open: readonly ObligationState[],
  owed: readonly Owed[],
  occurrences: Record<string, number>,
  today: Day,
  ladderOf: (obligation: ObligationState) => Ladder,
): ObligationState[] {
  return owed.map((wanted) => {
    const key = `${wanted.obligation}/${wanted.subject}`
    const existing = open.find((o) => o.obligation === wanted.obligation && o.subject === wanted.subject)
    const anew = (arose: Day): ObligationState => {
      occurrences[key] = (occurrences[key] ?? 0) + 1
      return {
        obligation: wanted.obligation,
        subject: wanted.subject,
        occurrence: occurrences[key],
        owedBy: wanted.owedBy,
        arose,
        dueOn: wanted.dueOn,
        position: 0,
        last: null,
        hastenedOn: null,
      }
    }
    if (existing === undefined) return anew(occurrences[key] ? today : (wanted.arose ?? today))
    if (existing.owedBy !== wanted.owedBy) return anew(today)
    if (existing.dueOn === wanted.dueOn) return existing
    if (wanted.dueOn < existing.dueOn || existing.position === 0) return { ...existing, dueOn: wanted.dueOn }
    const moved = anew(today)
    if (wanted.moved === 'from-start') return moved
    return { ...moved, position: ladderOf(moved).steps.findIndex((step) => step.offset >= 1) }
  })
}

/** When the next step of an obligation falls; null when its ladder has ended or waits for a leave's end. */
export function nextStepAt(obligation: ObligationState, context: LadderContext): Instant | null {
  const next = nextStep(obligation, obligation.position, context)
  return next === null ? null : context.stepAt(next.on)
}

/**
 * Takes what is due at `at`: at most one step that is not a reminder, the first unsent one, however late the
 * clock is; reminders past their due day are dropped, of several reminders only the newest goes (R3.4).
 */
export function takeDueStep(
  obligation: ObligationState,
  context: LadderContext,
  at: Instant,
  today: Day,
): { obligation: ObligationState; taken: TakenStep | null } {
  let reminder: TakenStep | null = null
  let position = obligation.position
  for (;;) {
    const next = nextStep(obligation, position, context)
    if (next === null) return { obligation: { ...obligation, position }, taken: reminder }
    if (context.stepAt(next.on) > at) return { obligation: { ...obligation, position }, taken: reminder }
    position = next.position + 1
    if (next.step.reminder) {
      if (today <= obligation.dueOn) reminder = { step: next.step, position: next.position, distance: 0 }
      continue
    }
    const taken = {
      step: next.step,
      position: next.position,
      distance: distanceOf(obligation, next, context, today),
    }
    return { obligation: { ...obligation, position, last: { position: next.position, on: today } }, taken }
  }
}

interface NextStep {
  step: LadderStep
  position: number
  on: Day
}

/** The first wanted step from a place on, and its day. */
function nextStep(obligation: ObligationState, from: number, context: LadderContext): NextStep | null {
  const ladder = context.ladderOf(obligation)
  for (let position = from; ; position++) {
    const step = stepAt(ladder, position)
    if (step === null) return null
    const dates = { aroseOn: obligation.arose, dueOn: obligation.dueOn }
    if (!isStepWanted(step, context.needs, dates, context.calendar)) continue
    const on = context.shift(obligation, step, plainDay(obligation, step, ladder, context.calendar))
    return on === null ? null : { step, position, on }
  }
}

/** Counted from the last step sent, so that distances stay after an outage; from the due date before that. */
function plainDay(obligation: ObligationState, step: LadderStep, ladder: Ladder, calendar: Calendar): Day {
  const { last } = obligation
  const before = last === null ? null : stepAt(ladder, last.position)
  if (last === null || before === null) return stepOn(step, obligation.dueOn, calendar)
  return calendar.addWorkingDays(last.on, step.offset - before.offset)
}

function distanceOf(obligation: ObligationState, next: NextStep, context: LadderContext, today: Day): number {
  if (obligation.last === null) return 0
  const before = stepAt(context.ladderOf(obligation), obligation.last.position)
  const ladder = before === null ? 0 : next.step.offset - before.offset
  if (obligation.hastenedOn === null) return ladder
  return Math.min(ladder, Math.max(0, context.calendar.workingDaysBetween(obligation.last.on, today)))
}
