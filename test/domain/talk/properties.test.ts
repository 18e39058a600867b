import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
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
import { playYear, type TurnSeen } from './random-play.ts'
import { anyBeginning, anyMove, openingOf } from './random-year.ts'

/** How many random years each property plays; RANDOM_YEARS plays more. */
const numRuns = Number(process.env.RANDOM_YEARS ?? 150)

function inEveryYear(check: (turns: TurnSeen[]) => void): void {
  const moves = fc.array(anyMove, { maxLength: 30, size: 'max' })
  const year = fc.property(anyBeginning, moves, (begins, played) =>
    check(playYear(openingOf(begins), played)),
  )
  fc.assert(year, { numRuns })
}

describe('whatever happens in a year', () => {
  test('nobody is told the same step twice', () => {
    inEveryYear((turns) => {
      const seen = new Set<string>()
      for (const { notice } of noticesOf(turns)) {
        const { subject, obligation, occurrence, step, audience } = notice
        const key = [subject, obligation, occurrence, step, audience].join(' ')
        expect(seen).not.toContain(key)
        seen.add(key)
      }
    })
  })

  test('nobody is told before a step is due, and no reminder goes once its due day is over', () => {
    inEveryYear((turns) => {
      for (const { turn, notice } of ladderNoticesOf(turns)) {
        const open = stillOpen(turn.after, notice)
        const step = stepOf(turn.after, open, notice.position)
        const due = calendarOf(turn.after).onOrAfter(open.dueOn)
        const dueForStep = calendarOf(turn.after).addWorkingDays(due, step.offset)
        if (step.reminder) expect([notice.step, laterOf(dayOf(turn), due)]).toEqual([notice.step, due])
        // Under other closing days the distance from the step before is what counts.
        if (hadClosings(turns)) continue
        if (open.hastenedOn === null || step.reminder)
          expect([notice.step, laterOf(dayOf(turn), dueForStep)]).toEqual([notice.step, dayOf(turn)])
        else expect(dayOf(turn) >= open.hastenedOn).toBe(true)
      }
    })
  })

  test('steps keep their distance, however late the one before them went', () => {
    inEveryYear((turns) => {
      const before = new Map<string, { step: LadderStep; on: Day; ladders: unknown }>()
      for (const { turn, notice } of ladderNoticesOf(turns)) {
        if (notice.reminder) continue
        const open = stillOpen(turn.after, notice)
        const step = stepOf(turn.after, open, notice.position)
        const key = keyOf(notice)
        const last = before.get(key)
        const days = calendarOf(turn.after)
        const { ladders } = turn.after.policy
        before.set(key, { step, on: days.onOrAfter(dayOf(turn)), ladders })
        if (last === undefined || last.ladders !== ladders) continue
        expect(days.workingDaysBetween(last.on, dayOf(turn))).toBeGreaterThanOrEqual(notice.distance)
        if (open.hastenedOn === null) expect(notice.distance).toBe(step.offset - last.step.offset)
        else expect(notice.distance).toBeGreaterThan(0)
      }
    })
  })

  test('of each obligation at most one step that is not a reminder goes at a time, and nobody is jumped over', () => {
    inEveryYear((turns) => {
      for (const turn of turns) {
        const taken = turn.effects.filter(isLadderNotice).filter((notice) => !notice.reminder)
        expect(new Set(taken.map(keyOf)).size).toBe(taken.length)
        for (const notice of taken) {
          const open = turn.before.obligations.find((o) => isSame(o, notice))
          if (open === undefined) continue
          const ladder = ladderFor(turn.before, open)
          for (let position = open.position; position < notice.position; position++)
            expect(stepAt(ladder, position)?.reminder).toBe(true)
        }
      }
    })
  })

  test('when the clock is heard, every step that is due by then goes', () => {
    inEveryYear((turns) => {
      for (const turn of turns) {
        const { after } = turn
        if (turn.event.type !== 'time-passed' || after.pausedOn !== null || after.leaves.length > 0) continue
        for (const open of after.obligations) {
          if (open.hastenedOn !== null || after.leaderSince !== null) continue
          const due = firstStepDay(after, open)
          // Steps fall between 05:00 and 05:45 local time.
          if (due !== null && dayOf(turn) > due)
            throw new Error(`${open.obligation} had a step on ${due} that is not told on ${dayOf(turn)}`)
        }
      }
    })
  })

  test('nothing of a ladder goes after its obligation has ended', () => {
    inEveryYear((turns) => {
      for (const { turn, notice } of ladderNoticesOf(turns)) {
        expect(isOwed(turn.after, notice)).toBe(true)
        expect(turn.after.obligations.some((open) => isSame(open, notice))).toBe(true)
      }
    })
  })

  test('nothing but filing goes during a leave or a pause, nor to somebody who has left', () => {
    inEveryYear((turns) => {
      for (const { turn, notice } of noticesOf(turns)) {
        const bySelf = notice.whileOpen || notice.obligation === 'orientation'
        if (!bySelf || notice.obligation === 'journal') continue
        // An orientation that is due when something becomes known goes first.
        const moments = notice.obligation === 'orientation' ? [turn.before, turn.after] : [turn.after]
        expect(moments.some((state) => mayBeTold(state, dayOf(turn)))).toBe(true)
      }
    })
  })

  test('nobody is forgotten: while something is open the clock is set, unless a pause or an open-ended leave holds it', () => {
    inEveryYear((turns) => {
      for (const { after } of turns) {
        if (after.closed) continue
        const isHeld = after.pausedOn !== null || after.leaves.some((leave) => leave.to === null)
        const hasStepLeft = after.obligations.some((open) => firstWanted(after, open) !== null)
        const isUnheld = ['awaiting', 'invited', 'arranged', 'to-confirm', 'postponed'].includes(after.status)
        if ((hasStepLeft || isUnheld) && !isHeld) expect(nextTurnDue(after)).not.toBeNull()
        if (after.filings.some((filing) => filing.by === 'gateway' && filing.status !== 'filed'))
          expect(nextDue(after)).not.toBeNull()
      }
    })
  })

  test('the clock never comes due twice for the same turn', () => {
    inEveryYear((turns) => {
      for (const { event, after, at, due } of turns) {
        if (event.type !== 'time-passed' || due === null || due > at) continue
        const next = nextTurnDue(after)
        if (next !== null) expect(next).toBeGreaterThan(at)
      }
    })
  })

  test('everyone is accounted for in one way, and the state can be stored as it is', () => {
    inEveryYear((turns) => {
      for (const { after } of turns) {
        expect(after.outcome).toBe(outcomeOf(after))
      }
      const last = turns.at(-1)?.after
      expect(JSON.parse(JSON.stringify(last))).toEqual(last)
    })
  })

  test('a calendar event keeps its number and counts up with every mail', () => {
    inEveryYear((turns) => {
      const numbers = new Map<string, number>()
      for (const effect of turns.flatMap((turn) => turn.effects)) {
        if (effect.type === 'status-talks-withdrawn') numbers.clear()
        if (effect.type !== 'calendar') continue
        const last = numbers.get(effect.subject) ?? -1
        expect(effect.sequence).toBeGreaterThan(last)
        numbers.set(effect.subject, effect.sequence)
      }
    })
  })
})

function noticesOf(turns: TurnSeen[]): { turn: TurnSeen; notice: NoticeEffect }[] {
  return turns.flatMap((turn) =>
    turn.effects.filter((effect) => effect.type === 'notice').map((notice) => ({ turn, notice })),
  )
}

function ladderNoticesOf(turns: TurnSeen[]): { turn: TurnSeen; notice: NoticeEffect }[] {
  return noticesOf(turns).filter(({ notice }) => notice.whileOpen)
}

function mayBeTold({ pausedOn, leaves, status }: TalkState, on: Day): boolean {
  const isOnLeave = leaves.some(({ from, to }) => from <= on && (to === null || on <= to))
  return pausedOn === null && !isOnLeave && status !== 'left'
}

function hadClosings(turns: TurnSeen[]): boolean {
  return turns.some(({ after }) => after.calendar.closings.length > 0)
}

function isLadderNotice(effect: { type: string }): effect is NoticeEffect {
  return effect.type === 'notice' && (effect as NoticeEffect).whileOpen
}

function keyOf({ subject, obligation, occurrence }: NoticeEffect): string {
  return `${subject} ${obligation} ${occurrence}`
}

function isSame(open: ObligationState, notice: NoticeEffect): boolean {
  const { subject, obligation, occurrence } = notice
  return open.subject === subject && open.obligation === obligation && open.occurrence === occurrence
}

function stillOpen(after: TalkState, notice: NoticeEffect): ObligationState {
  const open = after.obligations.find((candidate) => isSame(candidate, notice))
  if (open === undefined) throw new Error(`${notice.obligation} ${notice.step} was told while nobody owed it`)
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

/** The first step that is still to go, as the ladder table says; null when the ladder has ended. */
function firstWanted(state: TalkState, open: ObligationState): LadderStep | null {
  const ladder = ladderFor(state, open)
  for (let position = open.position; ; position++) {
    const step = stepAt(ladder, position)
    if (step === null || !step.reminder) return step
    const dates = { aroseOn: open.arose, dueOn: open.dueOn }
    if (open.hastenedOn === null && isStepWanted(step, state.policy.reminderNeeds, dates, calendarOf(state)))
      return step
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
  const before = open.last && stepAt(ladder, open.last.position)
  const counted =
    open.last && before
      ? days.addWorkingDays(open.last.on, step.offset - before.offset)
      : days.addWorkingDays(days.onOrAfter(open.dueOn), step.offset)
  return laterOf(counted, days.onOrAfter(open.arose))
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
    case 'action':
      return (
        state.status !== 'left' && state.actions.some(({ id, status }) => id === subject && status === 'open')
      )
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
