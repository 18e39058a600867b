import type { Day } from '../domain/calendar/day.ts'
import type { FileLeave } from './people-file.ts'
import type { PersonField } from './fields.ts'
import type { BadRow, Warning } from './problems.ts'

/** What HR sees before a people file is committed (R13.1): everything it changes, by kind, by the file's order. */
export type PeoplePreview = {
  validFrom: Day
  /** The number of the unit that HR says the file has everybody of. */
  completeFor: string | null
  joiners: readonly PreviewJoiner[]
  leavers: readonly PreviewLeaver[]
  /** Resignations that are withdrawn, and people who come back after their last day. */
  returns: readonly PreviewReturn[]
  leaderChanges: readonly PreviewMove[]
  unitMoves: readonly PreviewMove[]
  leaves: readonly PreviewLeave[]
  /** Names, addresses, birth dates and languages; once per person. */
  contacts: readonly PreviewEdit[]
  /** Titles, job groups, hours and first days. */
  employments: readonly PreviewEdit[]
  /** Employed in the unit that the file is said to be complete for, but not in the file. */
  absent: readonly PreviewAbsent[]
  bad: readonly BadRow[]
  warnings: readonly Warning[]
  /** Rows that change nothing. */
  unchanged: number
}

type PreviewName = { number: string; name: string }

export type PreviewJoiner = PreviewName & {
  unit: string
  leader: string | null
  employedFrom: Day
  /** The employee number of another employment of the same person. */
  secondTo: string | null
}
export type PreviewLeaver = PreviewName & { lastDay: Day; before: Day | null }
export type PreviewReturn = PreviewName & {
  kind: 'withdrawn' | 'back'
  lastDayBefore: Day
  lastDay: Day | null
}
/** From and to are employee numbers of leaders, or unit numbers. */
export type PreviewMove = PreviewName & {
  from: string | null
  to: string | null
  on: Day
  /** Days on which another change was planned that now does not happen. */
  withdrawn: readonly Day[]
}
export type PreviewLeave = PreviewName & {
  change: 'new' | 'changed' | 'ended' | 'removed'
  from: Day
  to: Day | null
  before: FileLeave | null
}
export type PreviewEdit = PreviewName & { edits: readonly FieldEdit[] }
export type FieldEdit = { field: PersonField; before: string; after: string }
export type PreviewAbsent = PreviewName & { unit: string; lastDay: Day; confirmed: boolean }
