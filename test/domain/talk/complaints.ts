import { type Calendar, createCalendar } from '../../../domain/calendar/calendar.ts'
import { type Day, laterOf } from '../../../domain/calendar/day.ts'
import type { ObligationState } from '../../../domain/obligation/obligation.ts'
import {
  isStepWanted,
  type Ladder,
  ladderOf,
  type LadderStep,
  stepAt,
} from '../../../domain/policy/ladder.ts'
import { nextDue, nextTurnDue } from '../../../domain/talk/decide.ts'
import type { NoticeEffect } from '../../../domain/talk/effects.ts'
import type { TalkState } from '../../../domain/talk/talk.ts'
import type { TurnSeen } from './random-play.ts'

/**
 * What may never happen in a year, each as a search for its cases. They count by themselves, from the ladder and the
 * dates of the state, and not with the functions that decide.
 */
export type Complaints = (turns: readonly TurnSeen[]) => string[]

const unheld: readonly string[] = ['awaiting', 'invited', 'arranged', 'to-confirm', 'postponed']

export const toldTwice: Complaints = (turns) => {
  const seen = new Set<string>()
  return noticesOf(turns).flatMap(({ turn, notice }) => {
    const key = `${keyOf(notice)} ${notice.step} ${notice.audience}`
    if (seen.has(key)) return [about(turn, notice, 'was told before')]
    seen.add(key)
    return []
  })
}

export const toldEarly: Complaints = (turns) => {
  // Under other closing days the distance from the step before is what counts.
  if (turns.some(({ after }) => after.calendar.closings.length > 0)) return []
  return ladderNoticesOf(turns).flatMap(({ turn, notice }) => {
    const open = openAfter(turn, notice)
    const step = stepOf(turn.after, open, notice.position)
    const due = calendarOf(turn.after).onOrAfter(open.dueOn)
    const today = dayOf(turn)
    if (step.reminder && today > due) return [about(turn, notice, `reminds after ${due}`)]
    if (open.hastenedOn !== null && !step.reminder)
      return today < open.hastenedOn
        ? [about(turn, notice, `goes before the press on ${open.hastenedOn}`)]
        : []
    const on = calendarOf(turn.after).addWorkingDays(due, step.offset)
    return today < on ? [about(turn, notice, `goes before ${on}`)] : []
  })
}

export const distanceLost: Complaints = (turns) => {
  const before = new Map<string, { step: LadderStep; on: Day; ladders: unknown }>()
  return ladderNoticesOf(turns).flatMap(({ turn, notice }) => {
    if (notice.reminder) return []
    const open = openAfter(turn, notice)
    const step = stepOf(turn.after, open, notice.position)
    const last = before.get(keyOf(notice))
    const days = calendarOf(turn.after)
    const { ladders } = turn.after.policy
    before.set(keyOf(notice), { step, on: days.onOrAfter(dayOf(turn)), ladders })
    if (last === undefined || last.ladders !== ladders) return []
    const plain = step.offset - last.step.offset
    const isHastened = open.hastenedOn !== null
    const isRight = isHastened ? notice.distance > 0 && notice.distance <= plain : notice.distance === plain
    const kept = days.workingDaysBetween(last.on, dayOf(turn))
    return isRight && kept >= notice.distance
      ? []
      : [about(turn, notice, `goes ${kept} days after the last, not ${plain} (said ${notice.distance})`)]
  })
}

export const jumpedOver: Complaints = (turns) =>
  turns.flatMap((turn) => {
    const taken = turn.effects.filter(isLadderNotice).filter((notice) => !notice.reminder)
    return taken.flatMap((notice) => {
      const others = taken.filter((other) => keyOf(other) === keyOf(notice))
      if (others.length > 1) return [about(turn, notice, 'goes together with another step')]
      const open = turn.before.obligations.find((o) => isSame(o, notice))
      // A changed policy may have changed the ladder itself, in a fact that came due with this turn.
      if (open === undefined || turn.before.policy !== turn.after.policy) return []
      const ladder = ladderFor(turn.before, open)
      for (let position = open.position; position < notice.position; position++) {
        const step = stepAt(ladder, position)
        if (!step?.reminder) return [about(turn, notice, `jumps over ${step?.step}`)]
      }
      return []
    })
  })

export const leftBehind: Complaints = (turns) =>
  turns.flatMap((turn) => {
    const { after, event } = turn
    // Leaves, a new leader and a press move steps by rules of their own.
    if (event.type !== 'time-passed' || after.pausedOn !== null || after.status === 'left') return []
    if (after.leaves.length > 0 || after.leaderSince !== null) return []
    return after.obligations
      .filter((open) => open.hastenedOn === null)
      .flatMap((open) => {
        const due = firstStepDay(after, open)
        return due !== null && dayOf(turn) > due
          ? [`${dayOf(turn)}: ${open.obligation} had a step on ${due} that did not go`]
          : []
      })
  })

export const toldAfterTheEnd: Complaints = (turns) =>
  noticesOf(turns).flatMap(({ turn, notice }) => {
    if (notice.obligation === 'orientation') {
      const isAhead = [turn.before, turn.after].some(({ status }) => unheld.includes(status))
      return isAhead ? [] : [about(turn, notice, 'orients about a talk that is not to come')]
    }
    if (!notice.whileOpen) return []
    const isOpen = turn.after.obligations.some((open) => isSame(open, notice))
    return isOpen && isOwed(turn.after, notice) ? [] : [about(turn, notice, 'is owed by nobody')]
  })

export const toldInSilence: Complaints = (turns) =>
  noticesOf(turns).flatMap(({ turn, notice }) => {
    const bySelf = notice.whileOpen || notice.obligation === 'orientation'
    if (!bySelf || notice.obligation === 'journal') return []
    // An orientation that is due when something becomes known goes first.
    const moments = notice.obligation === 'orientation' ? [turn.before, turn.after] : [turn.after]
    const may = moments.some((state) => mayBeTold(state, dayOf(turn)))
    return may ? [] : [about(turn, notice, 'goes during a leave or a pause, or after the last day')]
  })

export const forgotten: Complaints = (turns) =>
  turns.flatMap((turn) => {
    const { after } = turn
    if (after.closed) return []
    const isHeld = after.pausedOn !== null || after.leaves.some((leave) => leave.to === null)
    const open = after.obligations.find((owed) => hasStepLeft(after, owed))?.obligation
    const isUnheld = unheld.includes(after.status)
    if ((open !== undefined || isUnheld) && !isHeld && nextTurnDue(after) === null)
      return [`${dayOf(turn)}: no clock is set, though ${open ?? after.status} is open`]
    const isFiling = after.filings.some((filing) => filing.by === 'gateway' && filing.status !== 'filed')
    return isFiling && nextDue(after) === null ? [`${dayOf(turn)}: no clock is set for a filing`] : []
  })

export const dueAgain: Complaints = (turns) =>
  turns.flatMap(({ event, after, at, due }) => {
    if (event.type !== 'time-passed' || due === null || due > at) return []
    const next = nextTurnDue(after)
    return next !== null && next <= at ? [`after the turn at ${at} the clock is due at ${next}`] : []
  })

export const unaccounted: Complaints = (turns) =>
  turns.flatMap((turn) => {
    const { outcome, status } = turn.after
    return outcome === outcomeOf(turn.after)
      ? []
      : [`${dayOf(turn)}: a talk that is ${status} counts as ${outcome}`]
  })

export const numberRepeated: Complaints = (turns) => {
  const numbers = new Map<string, number>()
  return turns.flatMap((turn) =>
    turn.effects.flatMap((effect) => {
      if (effect.type !== 'calendar') return []
      const last = numbers.get(effect.subject) ?? -1
      numbers.set(effect.subject, effect.sequence)
      return effect.sequence > last
        ? []
        : [`${dayOf(turn)}: #${effect.sequence} of a calendar event after #${last}`]
    }),
  )
}

function about(turn: TurnSeen, notice: NoticeEffect, complaint: string): string {
  const { obligation, occurrence, step, audience } = notice
  return `${dayOf(turn)}: ${obligation} ${step} to ${audience} (${occurrence}) ${complaint}`
}

function noticesOf(turns: readonly TurnSeen[]): { turn: TurnSeen; notice: NoticeEffect }[] {
  return turns.flatMap((turn) =>
    turn.effects.filter((effect) => effect.type === 'notice').map((notice) => ({ turn, notice })),
  )
}

function ladderNoticesOf(turns: readonly TurnSeen[]): { turn: TurnSeen; notice: NoticeEffect }[] {
  return noticesOf(turns).filter(({ notice }) => notice.whileOpen)
}

function isLadderNotice(effect: TurnSeen['effects'][number]): effect is NoticeEffect {
  return effect.type === 'notice' && effect.whileOpen
}

function keyOf({ subject, obligation, occurrence, audience, whileOpen }: NoticeEffect): string {
  return `${subject} ${obligation} ${occurrence}${whileOpen ? '' : ` ${audience}`}`
}

function isSame(open: ObligationState, notice: NoticeEffect): boolean {
  const { subject, obligation, occurrence } = notice
  return open.subject === subject && open.obligation === obligation && open.occurrence === occurrence
}

function openAfter(turn: TurnSeen, notice: NoticeEffect): ObligationState {
  const open = turn.after.obligations.find((candidate) => isSame(candidate, notice))
  if (open === undefined) throw new Error(about(turn, notice, 'is told while nobody owes it'))
  return open
}

function ladderFor(state: TalkState, open: ObligationState): Ladder {
  return ladderOf(state.policy, open.obligation, open.owedBy === 'employee' ? 'employee' : 'leader')
}

function stepOf(state: TalkState, open: ObligationState, position: number): LadderStep {
  const step = stepAt(ladderFor(state, open), position)
  if (step === null) throw new Error(`${open.obligation} has no step ${position}`)
  return step
}

function calendarOf(state: TalkState): Calendar {
  return createCalendar(state.calendar)
}

function dayOf({ at, after }: TurnSeen): Day {
  return calendarOf(after).dayOf(at)
}

function hasStepLeft(state: TalkState, open: ObligationState): boolean {
  const ladder = ladderFor(state, open)
  for (let position = open.position; ; position++) {
    const step = stepAt(ladder, position)
    if (step === null) return false
    if (!step.reminder) return true
    const dates = { aroseOn: open.arose, dueOn: open.dueOn }
    const calendar = calendarOf(state)
    // A reminder whose day was over when the obligation arose never goes.
    const on = calendar.addWorkingDays(calendar.onOrAfter(open.dueOn), step.offset)
    const isToGo = open.hastenedOn === null && on >= open.arose
    if (isToGo && isStepWanted(step, state.policy.reminderNeeds, dates, calendar)) return true
  }
}

/** The day of the first step that is not a reminder, by plain counting; null when the ladder has ended. */
function firstStepDay(state: TalkState, open: ObligationState): Day | null {
  const ladder = ladderFor(state, open)
  const days = calendarOf(state)
  let position = open.position
  while (stepAt(ladder, position)?.reminder) position++
  const step = stepAt(ladder, position)
  if (step === null) return null
  const counted = open.last
    ? days.addWorkingDays(open.last.on, step.offset - open.last.offset)
    : days.addWorkingDays(days.onOrAfter(open.dueOn), step.offset)
  return laterOf(counted, days.onOrAfter(open.arose))
}

function mayBeTold({ pausedOn, leaves, status }: TalkState, on: Day): boolean {
  const isOnLeave = leaves.some(({ from, to }) => from <= on && (to === null || on <= to))
  return pausedOn === null && !isOnLeave && status !== 'left'
}

/** Whether the notice's obligation is one that this state owes, by the words of the requirements. */
function isOwed(state: TalkState, { obligation, subject }: NoticeEffect): boolean {
  const { appointment } = state
  const stands = appointment !== null && (appointment.noticeKept || appointment.accepted)
  const isAwaited = ['awaiting', 'invited', 'postponed'].includes(state.status)
  switch (obligation) {
    case 'invite':
    case 'hold':
      return isAwaited && !stands
    case 'confirm-held':
      return state.status === 'to-confirm'
    case 'prepare':
      return state.status === 'arranged' && stands && !state.ready.employee
    case 'leader-prepare':
      return state.status === 'arranged' && stands && !state.ready.leader
    case 'agree-plan':
      return state.status === 'held'
    case 'status-talk':
      return state.statusTalks.some(({ id, status }) => id === subject && status === 'open')
    case 'action': {
      const action = state.actions.find(({ id }) => id === subject)
      return state.status !== 'left' && action?.status === 'open'
    }
    case 'journal':
      return state.filings.some(({ versionId, status }) => versionId === subject && status !== 'filed')
    default:
      return false
  }
}

/** What R1.5 says of a status; a leaver keeps the outcome that stood, or has left. */
function outcomeOf(state: TalkState): TalkState['outcome'] {
  switch (state.status) {
    case 'held':
    case 'agreed':
    case 'not-agreed':
      return 'held'
    case 'exempt':
    case 'not-held':
    case 'stopped':
      return state.status
    case 'postponed':
    case 'taken-over':
      return 'postponed'
    case 'left':
      return state.outcome === null || state.outcome === 'postponed' ? 'left' : state.outcome
    default:
      return state.postponed === null ? null : 'postponed'
  }
}
