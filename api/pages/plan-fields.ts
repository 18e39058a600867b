import { canonicalJson } from '../cause.ts'
import { type DraftContent, isBlank } from '../plan-content.ts'
import { Problem } from '../problem.ts'
import { enteredDay } from './entered.ts'
import type { FormFields } from './page.ts'

/** What is sent as a draft: what was entered, which the api reads. */
export type EnteredPlan = Omit<DraftContent, 'actions'> & {
  actions: (Omit<DraftContent['actions'][number], 'dueOn'> & { dueOn: string | null })[]
}

export const rowParts = ['goals', 'actions', 'notDoing'] as const
export type RowPart = (typeof rowParts)[number]

/** The plan as it stands in a form's fields, rows without words among them. */
export function enteredPlan(entered: FormFields): EnteredPlan {
  const text = (part: RowPart, place: number, field: string) =>
    entered.text(`content.${part}.${place}.${field}`)
  const rows = <Row>(part: RowPart, row: (place: number) => Row) =>
    Array.from({ length: rowsOf(entered, part) }, (_none, place) => row(place))
  return {
    goals: rows('goals', (place) => ({
      goal: text('goals', place, 'goal'),
      workplaceGoal: text('goals', place, 'workplaceGoal'),
    })),
    actions: rows('actions', (place) => {
      const id = text('actions', place, 'id')
      return {
        ...(id !== '' && { id }),
        what: text('actions', place, 'what'),
        owner: text('actions', place, 'owner') === 'leader' ? 'leader' : 'employee',
        dueOn: enteredDay(text('actions', place, 'dueOn')) || null,
        support: text('actions', place, 'support'),
        effect: text('actions', place, 'effect'),
      }
    }),
    notDoing: rows('notDoing', (place) => ({
      what: text('notDoing', place, 'what'),
      why: text('notDoing', place, 'why'),
    })),
    plannedTraining: linesOf(entered.text('content.plannedTraining')),
    completedTraining: linesOf(entered.text('content.completedTraining')),
  }
}

/** As the api says it of a place in a list, the field that holds the whole list. */
export const trainingNames = Object.fromEntries(
  ['plannedTraining', 'completedTraining'].flatMap((part) =>
    Array.from({ length: 51 }, (_none, place) => [`content.${part}.${place}`, `content.${part}`]),
  ),
)

/** A row that nobody has written in. */
const blankRows = {
  goals: () => ({ goal: '', workplaceGoal: '' }),
  actions: () => ({ what: '', owner: 'employee' as const, dueOn: null, support: '', effect: '' }),
  notDoing: () => ({ what: '', why: '' }),
}

export function withRow(plan: EnteredPlan, part: RowPart): EnteredPlan {
  return { ...plan, [part]: [...plan[part], blankRows[part]()] }
}

export function withoutRow(plan: EnteredPlan, part: RowPart, place: number): EnteredPlan {
  return { ...plan, [part]: plan[part].filter((_row, candidate) => candidate !== place) }
}

/** Room to begin in: a goal and an action. */
export function withRoom(plan: EnteredPlan): EnteredPlan {
  const goals = plan.goals.length > 0 ? plan : withRow(plan, 'goals')
  return goals.actions.length > 0 ? goals : withRow(goals, 'actions')
}

/** One's own, and what only stands in the other's. */
export function merged(mine: EnteredPlan, others: EnteredPlan): EnteredPlan {
  const both = <Row>(own: readonly Row[], theirs: readonly Row[]) => {
    const known = new Set(own.map(canonicalJson))
    return [...own, ...theirs.filter((row) => !known.has(canonicalJson(row)))]
  }
  return {
    goals: both(mine.goals, others.goals),
    actions: both(mine.actions, others.actions),
    notDoing: both(mine.notDoing, others.notDoing),
    plannedTraining: both(mine.plannedTraining, others.plannedTraining),
    completedTraining: both(mine.completedTraining, others.completedTraining),
  }
}

/**
 * What is proposed has no empty rows, and a date that is missing is a field that was left empty. What the api then says
 * of a row is said of the one that was filled in.
 */
export async function withoutBlanks<T>(
  plan: EnteredPlan,
  propose: (plan: EnteredPlan) => Promise<T>,
): Promise<T> {
  const filled = (part: RowPart) => plan[part].flatMap((row, place) => (isBlank(row) ? [] : [place]))
  const places = { goals: filled('goals'), actions: filled('actions'), notDoing: filled('notDoing') }
  try {
    return await propose({
      ...plan,
      goals: plan.goals.filter((row) => !isBlank(row)),
      actions: plan.actions
        .filter((row) => !isBlank(row))
        .map((action) => ({ ...action, dueOn: action.dueOn ?? '' })),
      notDoing: plan.notDoing.filter((row) => !isBlank(row)),
    })
  } catch (error) {
    throw error instanceof Problem ? atRows(error, places) : error
  }
}

function atRows(problem: Problem, places: Readonly<Record<RowPart, readonly number[]>>): Problem {
  const { status, code, sentences, more } = problem
  const fields = (more as { fields?: readonly { place: string }[] }).fields
  if (fields === undefined) return problem
  const moved = fields.map((field) => ({
    ...field,
    place: field.place.replace(
      /content\.(goals|actions|notDoing)\.(\d+)/,
      (_all, part: RowPart, place: string) => `content.${part}.${places[part][Number(place)] ?? place}`,
    ),
  }))
  return new Problem(status, code, sentences, { ...more, fields: moved })
}

function rowsOf({ fields }: FormFields, part: RowPart): number {
  const places = Object.keys(fields).flatMap((name) => {
    const [, found, place] = /^content\.(\w+)\.(\d{1,3})\.\w+$/.exec(name) ?? []
    return found === part ? [Number(place)] : []
  })
  return Math.max(-1, ...places) + 1
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
