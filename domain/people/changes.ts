import type { Day } from '../calendar/day.ts'
import type { DirectoryLeave, DirectoryPerson, DirectoryUnit } from './directory.ts'

/** What an import writes, decided in full before anything is written: ids are made, nobody looks anything up. */
export type PeopleChanges = {
  people: { added: readonly DirectoryPerson[]; changed: readonly DirectoryPerson[] }
  employments: { added: readonly EmploymentRecord[]; changed: readonly EmploymentRecord[] }
  /** Whom employments report to, over time. */
  lines: readonly SpanChange[]
  /** Which unit employments belong to, over time. */
  memberships: readonly SpanChange[]
  leaves: { set: readonly LeaveRecord[]; removed: readonly LeaveRecord[] }
  facts: readonly PeopleFact[]
}

/** What a file of units changes. Units that are not in the file stay as they are. */
export type UnitChanges = {
  added: readonly DirectoryUnit[]
  changed: readonly { before: DirectoryUnit; after: DirectoryUnit }[]
}

export type EmploymentRecord = {
  id: string
  number: string
  personId: string
  title: string
  jobGroup: string
  caseNumber: string
  employedFrom: Day
  lastDay: Day | null
  hoursPerWeek: number | null
}

export type LeaveRecord = DirectoryLeave & { employmentId: string }

/** A new plan for one employment's leaders or units. */
export type SpanChange = {
  employmentId: string
  /** What was planned to begin on or after this day is dropped. */
  cut: Day
  /** The last day of what holds on the day before the cut; null = until further notice. */
  heldTo: Day | null
  next: { targetId: string; from: Day } | null
}

/** Something that happened to people or reporting lines; acts on effectiveOn (R13.2 says what acts at once). */
export type PeopleFact = { employmentId: string; effectiveOn: Day } & (
  | { kind: 'joined'; data: { employedFrom: Day } }
  /** The first day or the hours are others: eligibility is tested again. */
  | { kind: 'employment-changed'; data: { employedFrom: Day } }
  /** Effective on the day after the last day employed. */
  | { kind: 'leaves'; data: { lastDay: Day } }
  | { kind: 'leaving-withdrawn'; data: Record<never, never> }
  | { kind: 'leader-changed'; data: { leaderId: string | null } }
  /** The change of leader that was planned for the day does not happen. */
  | { kind: 'leader-change-withdrawn'; data: { on: Day } }
  | { kind: 'unit-changed'; data: { unitId: string } }
  | { kind: 'unit-change-withdrawn'; data: { on: Day } }
  | { kind: 'leave-set'; data: { leaveId: string; from: Day; to: Day | null } }
  | { kind: 'leave-removed'; data: { leaveId: string } }
)
