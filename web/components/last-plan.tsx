import type { Day } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { WrittenAction, WrittenPlan } from '../plan-changes.ts'
import { planWords } from '../texts/plan-text.ts'
import { ownerText, type PlanParties, PlanText } from './plan-text.tsx'

/** All of the plan that was agreed last, and what is still open of it (R5.5). */
export interface LastPlanView {
  readonly plan: WrittenPlan | null
  readonly openActions: readonly (Pick<WrittenAction, 'what' | 'owner'> & {
    readonly id: string
    readonly dueOn: Day
  })[]
}

export function hasLastPlan({ plan, openActions }: LastPlanView): boolean {
  return plan !== null || openActions.length > 0
}

export interface LastPlanParts {
  readonly frame: Frame
  readonly parties: PlanParties
  readonly view: LastPlanView
}

export function LastPlan({ frame, parties, view }: LastPlanParts) {
  const { sinceLast } = planWords[frame.language]
  const { plan, openActions } = view
  return (
    <>
      <h2>{sinceLast.title}</h2>
      <h3>{sinceLast.openActions}</h3>
      {openActions.length === 0 && <p class="muted">{sinceLast.none}</p>}
      <ul>
        {openActions.map(({ id, what, owner, dueOn }) => (
          <li key={id}>
            <p class="written">{what}</p>
            <p class="muted">
              {ownerText(frame, parties, { owner })}, {sinceLast.due(dayText(frame, dueOn))}
            </p>
          </li>
        ))}
      </ul>
      {plan && (
        <>
          <h3>{sinceLast.plan}</h3>
          <PlanText frame={frame} parties={parties} plan={plan} level="h4" />
        </>
      )}
    </>
  )
}
