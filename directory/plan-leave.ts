import type { Day } from '../domain/calendar/day.ts'
import { addDays } from '../domain/calendar/day.ts'
import type { DirectoryLeave } from '../domain/people/directory.ts'
import type { FileLeave } from './people-file.ts'

export type LeaveStep = {
  change: 'new' | 'changed' | 'ended' | 'removed'
  leave: DirectoryLeave
  before: FileLeave | null
}

/**
 * What a row's one leave means for those stored. A leave that was over before the cut is history, whether the
 * row still has it or not; of the others only the row's remains: one that runs ends on the day before the cut,
 * one that has not begun is removed.
 * @param newId makes the id of a new leave
 */
export function planLeave(
  stored: readonly DirectoryLeave[],
  wanted: FileLeave | null,
  cut: Day,
  newId: () => string,
): LeaveStep[] {
  const kept = wanted === null ? null : (sameLeave(stored, wanted) ?? null)
  const steps: LeaveStep[] = []
  for (const leave of stored) {
    const isOver = leave.to !== null && leave.to < cut
    if (leave === kept || isOver) continue
    const before = { from: leave.from, to: leave.to }
    if (leave.from >= cut) steps.push({ change: 'removed', leave, before })
    else steps.push({ change: 'ended', leave: { ...leave, to: addDays(cut, -1) }, before })
  }
  if (wanted === null) return steps
  if (kept === null) steps.push({ change: 'new', leave: { id: newId(), ...wanted }, before: null })
  else if (kept.from !== wanted.from || kept.to !== wanted.to) {
    const before = { from: kept.from, to: kept.to }
    steps.push({ change: 'changed', leave: { id: kept.id, ...wanted }, before })
  }
  return steps
}

/** The stored leave that a row's leave is: the same days, else the same beginning, else days in common. */
function sameLeave(stored: readonly DirectoryLeave[], wanted: FileLeave): DirectoryLeave | undefined {
  return (
    stored.find(({ from, to }) => from === wanted.from && to === wanted.to) ??
    stored.find(({ from }) => from === wanted.from) ??
    stored.find((leave) => haveDaysInCommon(leave, wanted))
  )
}

function haveDaysInCommon(a: FileLeave, b: FileLeave): boolean {
  return (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from)
}
