import type { Day } from '../calendar/day.ts'

/** What one plan version says (R7.1); stored as JSON in `plan_version.content`, never in the engine. */
export interface PlanContent {
  goals: { goal: string; workplaceGoal: string }[]
  actions: PlanContentAction[]
  /** What the leader will not do, and why. */
  notDoing: { what: string; why: string }[]
  plannedTraining: string[]
  completedTraining: string[]
}

export interface PlanContentAction {
  /** Given when the version is proposed; the action's id from then on. */
  id: string
  what: string
  owner: 'employee' | 'leader'
  /** Every action has a date: the one it is asked about (R9.2). */
  dueOn: Day
  support: string
  effect: string
}
