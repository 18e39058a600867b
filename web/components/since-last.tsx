import type { Day } from '../../domain/calendar/day.ts'
import type { Party } from '../../domain/talk/talk.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { preparationTexts } from '../texts/preparation.ts'

interface ActionLine {
  readonly id: string
  readonly what: string
  readonly owner: Party
  readonly dueOn: Day
}

export interface SinceLastView {
  readonly plan: {
    readonly goals: readonly { readonly goal: string }[]
    readonly actions: readonly ActionLine[]
  } | null
  readonly openActions: readonly ActionLine[]
}

/** Last year's plan and what is still open of it (R5.5). */
export function SinceLast({
  frame,
  sinceLast,
  names,
}: {
  frame: Frame
  sinceLast: SinceLastView
  names: Readonly<Record<Party, string>>
}) {
  const texts = preparationTexts[frame.language]
  const { plan, openActions } = sinceLast
  if (plan === null && openActions.length === 0) return null
  const line = ({ what, owner, dueOn }: ActionLine) =>
    texts.actionLine(what, names[owner], dayText(frame, dueOn))
  return (
    <section class="panel">
      <h2>{texts.sinceLast}</h2>
      {plan && plan.goals.length > 0 && (
        <>
          <h3>{texts.lastGoals}</h3>
          <ul>
            {plan.goals.map(({ goal }) => (
              <li key={goal} class="written">
                {goal}
              </li>
            ))}
          </ul>
        </>
      )}
      {openActions.length > 0 && (
        <>
          <h3>{texts.openActions}</h3>
          <ul>
            {openActions.map((action) => (
              <li key={action.id}>{line(action)}</li>
            ))}
          </ul>
        </>
      )}
      {plan && plan.actions.length > 0 && (
        <>
          <h3>{texts.lastActions}</h3>
          <ul>
            {plan.actions.map((action) => (
              <li key={action.id}>{line(action)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
