import type { Day } from '../domain/calendar/day.ts'
import type { Party } from '../domain/talk/talk.ts'

/** What a plan says, in the making or proposed: structurally what the api answers. */
export interface WrittenPlan {
  readonly goals: readonly { readonly goal: string; readonly workplaceGoal: string }[]
  readonly actions: readonly WrittenAction[]
  readonly notDoing: readonly { readonly what: string; readonly why: string }[]
  readonly plannedTraining: readonly string[]
  readonly completedTraining: readonly string[]
}

export interface WrittenAction {
  /** Once it was in a proposed version. */
  readonly id?: string | undefined
  readonly what: string
  readonly owner: Party
  /** Null while it is being written. */
  readonly dueOn: Day | null
  readonly support: string
  readonly effect: string
}

const planParts = ['goals', 'actions', 'notDoing', 'plannedTraining', 'completedTraining'] as const

/** One row of a part of the plan, as it was and as it is. */
export type RowChange<Row> =
  | { readonly kind: 'added'; readonly row: Row }
  | { readonly kind: 'removed'; readonly row: Row }
  | { readonly kind: 'changed'; readonly before: Row; readonly row: Row }

export interface PlanChanges {
  readonly goals: readonly RowChange<WrittenPlan['goals'][number]>[]
  readonly actions: readonly RowChange<WrittenAction>[]
  readonly notDoing: readonly RowChange<WrittenPlan['notDoing'][number]>[]
  readonly plannedTraining: readonly RowChange<string>[]
  readonly completedTraining: readonly RowChange<string>[]
}

/** What a later version says otherwise than an earlier one; rows that say the same are left out. */
export function planChanges(before: WrittenPlan, after: WrittenPlan): PlanChanges {
  return {
    goals: rowChanges(before.goals, after.goals, inPlace),
    actions: rowChanges(before.actions, after.actions, ({ id }, candidate) => id === candidate.id),
    notDoing: rowChanges(before.notDoing, after.notDoing, inPlace),
    plannedTraining: rowChanges(before.plannedTraining, after.plannedTraining, never),
    completedTraining: rowChanges(before.completedTraining, after.completedTraining, never),
  }
}

export function hasChanged(changes: PlanChanges): boolean {
  return planParts.some((part) => changes[part].length > 0)
}

type IsSame<Row> = (row: Row, candidate: Row, isInPlace: boolean) => boolean

/** Goals have no names: what stands in the same place among those that changed is the one that was rewritten. */
function inPlace(_row: unknown, _candidate: unknown, isInPlace: boolean): boolean {
  return isInPlace
}

/** The name of a course is the course: another name is another course. */
function never(): boolean {
  return false
}

function rowChanges<Row>(
  before: readonly Row[],
  after: readonly Row[],
  isSame: IsSame<Row>,
): RowChange<Row>[] {
  const gone = without(before, after)
  const come = without(after, before)
  const left = [...gone]
  const changes = come.map((row, place): RowChange<Row> => {
    const found = left.findIndex((candidate) => isSame(row, candidate, gone.indexOf(candidate) === place))
    const [earlier] = found < 0 ? [] : left.splice(found, 1)
    return earlier === undefined ? { kind: 'added', row } : { kind: 'changed', before: earlier, row }
  })
  return [...changes, ...left.map((row): RowChange<Row> => ({ kind: 'removed', row }))]
}

/** The rows of one list that the other does not have word for word, each as often as it is missing. */
function without<Row>(rows: readonly Row[], others: readonly Row[]): Row[] {
  const left = others.map(wordsOf)
  return rows.filter((row) => {
    const found = left.indexOf(wordsOf(row))
    if (found >= 0) left.splice(found, 1)
    return found < 0
  })
}

/** Rows of both come through the same schema, so that their members stand in the same order. */
function wordsOf(row: unknown): string {
  return JSON.stringify(row)
}
