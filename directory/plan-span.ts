import type { Day } from '../domain/calendar/day.ts'
import { addDays } from '../domain/calendar/day.ts'
import type { SpanChange } from '../domain/people/changes.ts'
import type { Span } from '../domain/people/directory.ts'
import { settled, spanOn } from '../domain/people/directory.ts'

/** How the plan for an employment's leader or unit changes; targets are numbers. */
export type SpanPlan = {
  before: string | null
  after: string | null
  /** When `after` begins. */
  on: Day
  /** Days on which something else was planned to begin, and now does not. */
  withdrawn: readonly Day[]
  /** False when the only change is that a planned one is withdrawn. */
  changes: boolean
  write: Omit<SpanChange, 'employmentId' | 'next'> & { next: boolean }
}

export type SpanWish = {
  target: string | null
  /** The import's "valid from": earlier days are history. */
  cut: Day
  /** When the target may begin: the cut or later. */
  on: Day
  /** The employment's or the target's first day is another than the plan was made for. */
  firstDayMoved: boolean
}

/**
 * Plans what a file says about the time from the cut on; null when that is already so. A change that is
 * planned for later stays on its day, so that an identical file changes nothing, whatever its "valid from".
 */
export function planSpan(
  spans: readonly Span[],
  { target, cut, on, firstDayMoved }: SpanWish,
): SpanPlan | null {
  const planned = spans.filter(({ from }) => from >= cut)
  if (settled(spans) === target) {
    const last = planned.at(-1)
    const mustMove = target !== null && firstDayMoved && last !== undefined && last.from !== on
    if (!mustMove) return null
  }
  const held = spanOn(spans, addDays(cut, -1))
  const withdrawn = planned.map(({ from }) => from)
  const before = held?.target ?? planned[0]?.target ?? null
  if (held !== null && held.target === target) {
    return {
      before,
      after: target,
      on: cut,
      withdrawn,
      changes: false,
      write: { cut, heldTo: null, next: false },
    }
  }
  return {
    before,
    after: target,
    on,
    withdrawn,
    changes: true,
    write: { cut, heldTo: addDays(on, -1), next: target !== null },
  }
}
