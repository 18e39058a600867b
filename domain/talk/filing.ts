import type { Day, Instant } from '../calendar/day.ts'
import type { FilingState, TalkState } from './talk.ts'
import { stepInstant, type Turn } from './turn.ts'

export function isAwaitingStatements({ statements }: FilingState): boolean {
  return statements !== undefined && statements !== null
}

/** The last day for statements is this one; after it the plan is filed, and by hand it is due some days later. */
export function awaitStatements({ talk, calendar }: Turn, filing: FilingState, until: Day): void {
  if (filing.statements) filing.statements = { ...filing.statements, until }
  filing.dueOn = calendar.addWorkingDays(until, talk.policy.journaledWithin)
  if (filing.by === 'gateway') filing.tryAt = stepInstant(talk, calendar, calendar.addWorkingDays(until, 1))
}

/** A leave without an end ends with the employment: whoever is left has this day to write. */
export function endLeaveOfStatements(turn: Turn): void {
  for (const filing of turn.talk.filings) {
    const until = filing.statements?.waits ? filing.statements.until : turn.today
    if (until < turn.today) awaitStatements(turn, filing, turn.today)
  }
}

/**
 * When the gateway is next tried; null where it is not, also while the time for statements stands still: in a pause,
 * or until the end of a leave is known (R14.3, R13.2).
 */
export function nextTryAt(talk: TalkState, filing: FilingState): Instant | null {
  return standsStill(talk, filing) ? null : filing.tryAt
}

export function standsStill(talk: TalkState, { statements }: FilingState): boolean {
  if (!statements?.waits) return false
  const { until } = statements
  const isOnLeave = talk.status !== 'left' && talk.leaves.some(({ from, to }) => to === null && from <= until)
  return isOnLeave || (talk.pausedOn !== null && until >= talk.pausedOn)
}
