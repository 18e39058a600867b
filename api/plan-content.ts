import { z } from 'zod'
import type { PlanContent } from '../domain/plan/content.ts'
import { derivedId } from '../domain/derived-id.ts'
import { canonicalJson } from './cause.ts'
import { day, id, party } from './schemas.ts'

const short = z.string().trim().max(500)
const long = z.string().trim().max(5_000)

/** A plan in the making: an action may lack its date and has an id once it was in a proposed version. */
export const draftContent = z.object({
  goals: z
    .array(z.object({ goal: long, workplaceGoal: long.default('') }))
    .max(30)
    .default([]),
  actions: z
    .array(
      z.object({
        id: id.optional(),
        what: long,
        owner: party,
        dueOn: day.nullable().default(null),
        support: long.default(''),
        effect: long.default(''),
      }),
    )
    .max(30)
    .default([]),
  notDoing: z
    .array(z.object({ what: long, why: long.default('') }))
    .max(30)
    .default([]),
  plannedTraining: z.array(short).max(50).default([]),
  completedTraining: z.array(short).max(50).default([]),
})
export type DraftContent = z.output<typeof draftContent>

/** A plan to be agreed: every action says what, whose and by when (R7.1, R9.2). */
export const proposedContent = draftContent.extend({
  actions: z
    .array(
      z.object({
        id: id.optional(),
        what: long.min(1),
        owner: party,
        dueOn: day,
        support: long.default(''),
        effect: long.default(''),
      }),
    )
    .max(30)
    .default([]),
})

/** A proposed version as everybody reads it. */
export const planContent = draftContent.extend({
  actions: z.array(
    z.object({ id, what: z.string(), owner: party, dueOn: day, support: z.string(), effect: z.string() }),
  ),
})

/** Gives every action its id: the one it has had in this talk, else one made of the version and its place. */
export function withActionIds(
  content: z.output<typeof proposedContent>,
  versionId: string,
  known: ReadonlySet<string>,
): PlanContent {
  const taken = new Set<string>()
  return {
    ...content,
    actions: content.actions.map((action, place) => {
      const keeps = action.id !== undefined && known.has(action.id) && !taken.has(action.id)
      const actionId = keeps && action.id !== undefined ? action.id : derivedId('action', versionId, place)
      taken.add(actionId)
      return { ...action, id: actionId }
    }),
  }
}

/** A row of a plan in which nothing was written: the page gave it, and nobody used it. */
export function isBlank(row: object): boolean {
  const { id: _id, owner: _owner, ...written } = row as { id?: unknown; owner?: unknown }
  return Object.values(written).every((value) => value === '' || value === null)
}

/** Whether two plans say the same in the same order, whatever ids their actions have. */
export function saysTheSame(one: DraftContent, other: DraftContent): boolean {
  return canonicalJson(wordsOf(one)) === canonicalJson(wordsOf(other))
}

function wordsOf({ goals, actions, notDoing, plannedTraining, completedTraining }: DraftContent) {
  const written = (rows: readonly object[]) => rows.filter((row) => !isBlank(row))
  return {
    goals: written(goals),
    actions: written(actions).map((action) => ({ ...action, id: null })),
    notDoing: written(notDoing),
    plannedTraining,
    completedTraining,
  }
}
