import type { Calendar } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { NoticeAudience } from '../talk/effects.ts'
import type { MailReason, NoticeStatus } from './mail-outcome.ts'

/** One step of an occurrence's ladder, as the sender finds it in the table. */
export interface LadderNotice {
  id: string
  audience: NoticeAudience
  /** Its place in the ladder, counted from 0. */
  position: number
  /** Working days from the step before it that was not a reminder. */
  distance: number
  reminder: boolean
  dueOn: Day | null
  decidedAt: Instant
  status: NoticeStatus
  /** When it was accepted, refused or dropped. */
  endedAt: Instant | null
  /** A new leader's grace: no step goes above before this day (R13.2). */
  notBeforeOn: Day | null
}

/** `wait.until` is null where an earlier step must end first. */
export type Pace =
  | { verdict: 'go' }
  | { verdict: 'wait'; until: Day | null }
  | { verdict: 'drop'; reason: MailReason; at: Instant }

/**
 * What may happen now to the waiting steps of one ladder, that is, of one subject, obligation and occurrence
 * (R3.4): the first waiting step that is not a reminder goes, the later ones keep their distances from the moment
 * it went, and whoever would be told twice at once is told once. `calendar` counts the employee's working days.
 */
export function paceLadder(
  ladder: readonly LadderNotice[],
  now: Instant,
  calendar: Calendar,
): Map<string, Pace> {
  const steps = [...ladder].sort((a, b) => a.position - b.position)
  const paces = new Map<string, Pace>()
  const today = calendar.dayOf(now)
  for (const step of steps) {
    if (step.status !== 'queued') continue
    paces.set(step.id, paceStep(step, steps, now, today, calendar))
  }
  return paces
}

function paceStep(
  step: LadderNotice,
  steps: readonly LadderNotice[],
  now: Instant,
  today: Day,
  calendar: Calendar,
): Pace {
  if (step.reminder && step.dueOn !== null && today > calendar.onOrAfter(step.dueOn)) {
    return { verdict: 'drop', reason: 'past-due-day', at: now }
  }
  const sameAudience = steps.filter((other) => other.id !== step.id && other.audience === step.audience)
  if (step.reminder) {
    const saysMore = (other: LadderNotice) => other.status === 'queued' && other.position > step.position
    if (sameAudience.some(saysMore)) return { verdict: 'drop', reason: 'overtaken', at: now }
  } else {
    const wentAt = earlierWent(step, sameAudience)
    if (wentAt !== null) return { verdict: 'drop', reason: 'overtaken', at: wentAt }
  }
  const before = steps.filter((other) => !other.reminder && other.position < step.position)
  if (before.some((other) => other.status === 'queued')) return { verdict: 'wait', until: null }
  const until = earliestDay(step, before.at(-1), calendar)
  return until !== null && today < until ? { verdict: 'wait', until } : { verdict: 'go' }
}

/** When an earlier step to the same role went while this one was already waiting; null where none did. */
function earlierWent(step: LadderNotice, sameAudience: readonly LadderNotice[]): Instant | null {
  const overtaking = sameAudience.filter(
    (other) =>
      !other.reminder &&
      other.position < step.position &&
      (other.status === 'sent' || other.status === 'refused') &&
      other.endedAt !== null &&
      other.endedAt > step.decidedAt,
  )
  return overtaking.at(-1)?.endedAt ?? null
}

function earliestDay(step: LadderNotice, before: LadderNotice | undefined, calendar: Calendar): Day | null {
  if (before === undefined || before.endedAt === null || step.reminder) return step.notBeforeOn
  const kept = calendar.addWorkingDays(calendar.dayOf(before.endedAt), step.distance)
  return step.notBeforeOn !== null && step.notBeforeOn > kept ? step.notBeforeOn : kept
}
