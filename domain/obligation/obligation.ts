import type { Calendar } from '../calendar/calendar.ts'
import { type Day, type Instant, laterOf } from '../calendar/day.ts'
import {
  isStepWanted,
  type Ladder,
  type LadderStep,
  type ObligationKind,
  type ReminderNeeds,
  stepAt,
  stepOn,
} from '../policy/ladder.ts'

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
  /** Whether any step of this occurrence was sent; dropped reminders do not count. */
  sent: boolean
  /** The last step that was not a reminder: later steps keep their distances from it (R3.4). */
  last: { position: number; offset: number; on: Day } | null
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
  /** Working days that must lie between two steps; the distance of their offsets unless this says less. */
  gap?(obligation: ObligationState, before: LadderStep, next: LadderStep): number
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
    const existing = open.find((o) => o.obligation === wanted.obligation && o.subject === wanted.subject)
    if (existing === undefined) return anew(wanted, occurrences, wanted.arose ?? today)
    if (existing.owedBy !== wanted.owedBy) return anew(wanted, occurrences, today)
    if (existing.dueOn === wanted.dueOn) return existing
    if (wanted.dueOn < existing.dueOn || !existing.sent) return { ...existing, dueOn: wanted.dueOn }
    const moved = anew(wanted, occurrences, today)
    return wanted.moved === 'from-start' ? moved : { ...moved, position: overduePosition(ladderOf(moved)) }
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
    if (next === null || context.stepAt(next.on) > at) {
      const sent = obligation.sent || reminder !== null
      const isChanged = position !== obligation.position || sent !== obligation.sent
      return { obligation: isChanged ? { ...obligation, position, sent } : obligation, taken: reminder }
    }
    position = next.position + 1
    if (next.step.reminder) {
      if (today <= context.calendar.onOrAfter(obligation.dueOn))
        reminder = { step: next.step, position: next.position, distance: 0 }
      continue
    }
    const distance = distanceOf(obligation, next.step, context)
    // What is decided on a day off goes on the next working day, and distances count from there.
    const on = context.calendar.onOrAfter(today)
    const last = { position: next.position, offset: next.step.offset, on }
    const taken = { step: next.step, position: next.position, distance }
    return { obligation: { ...obligation, position, sent: true, last }, taken }
  }
}

/**
 * The obligation under another ladder (R14.2): it goes on with the first step that lies later than what was sent
 * and does not bear the name of a step that was.
 */
export function followLadder(obligation: ObligationState, old: Ladder, now: Ladder): ObligationState {
  const passed = Array.from({ length: obligation.position }, (_, position) => stepAt(old, position))
  const names = new Set(passed.map((step) => step?.step))
  const farthest = passed.at(-1)?.offset ?? Number.NEGATIVE_INFINITY
  let position = 0
  for (let step = stepAt(now, position); step !== null; step = stepAt(now, position)) {
    if (step.offset > farthest && !names.has(step.step)) break
    position++
  }
  return position === obligation.position ? obligation : { ...obligation, position }
}

function anew(wanted: Owed, occurrences: Record<string, number>, arose: Day): ObligationState {
  const key = `${wanted.obligation}/${wanted.subject}`
  const occurrence = (occurrences[key] ?? 0) + 1
  occurrences[key] = occurrence
  const { obligation, subject, owedBy, dueOn } = wanted
  const begun = { position: 0, sent: false, last: null, hastenedOn: null }
  return { obligation, subject, occurrence, owedBy, arose, dueOn, ...begun }
}

/** A ladder without a step after the due day has nothing left to say. */
function overduePosition(ladder: Ladder): number {
  const position = ladder.steps.findIndex((step) => step.offset >= 1)
  return position === -1 ? ladder.steps.length : position
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
    const plain = plainDay(obligation, step, context.calendar)
    if (!isWanted(obligation, step, plain, context)) continue
    const since = laterOf(plain, context.calendar.onOrAfter(obligation.arose))
    const on = context.shift(obligation, step, since)
    return on === null ? null : { step, position, on }
  }
}

/** A reminder whose day was over before the obligation arose was never due; a hastened ladder reminds no more. */
function isWanted(
  obligation: ObligationState,
  step: LadderStep,
  plain: Day,
  { needs, calendar }: LadderContext,
): boolean {
  if (step.reminder && (plain < obligation.arose || obligation.hastenedOn !== null)) return false
  return isStepWanted(step, needs, { aroseOn: obligation.arose, dueOn: obligation.dueOn }, calendar)
}

/** Counted from the last step sent, so that distances stay after an outage; from the due date before that. */
function plainDay({ last, dueOn }: ObligationState, step: LadderStep, calendar: Calendar): Day {
  if (last === null) return stepOn(step, dueOn, calendar)
  return calendar.addWorkingDays(last.on, step.offset - last.offset)
}

function distanceOf(obligation: ObligationState, next: LadderStep, context: LadderContext): number {
  const { last } = obligation
  if (last === null) return 0
  const before = stepAt(context.ladderOf(obligation), last.position)
  const quicker = before === null ? undefined : context.gap?.(obligation, before, next)
  return quicker ?? next.offset - last.offset
}
