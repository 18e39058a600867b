import type { ComponentChildren } from 'preact'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { WrittenAction, WrittenPlan } from '../plan-changes.ts'
import { planWords } from '../texts/plan-text.ts'

/** Who the two are, for the owners of actions. */
export interface PlanParties {
  readonly employee: string
  readonly leader: string | null
}

export interface PlanTextParts {
  readonly frame: Frame
  readonly parties: PlanParties
  readonly plan: WrittenPlan
  /** The level of its headings, under those of the page. */
  readonly level?: 'h2' | 'h3' | 'h4'
}

/** A plan to be read: what both agree on, and the minutes of the talk (R7.1). */
export function PlanText({ frame, parties, plan, level: Heading = 'h3' }: PlanTextParts) {
  const words = planWords[frame.language]
  return (
    <div class="plan-text">
      <Heading>{words.goals}</Heading>
      {plan.goals.length === 0 ? <p class="muted">{words.noGoals}</p> : <Goals frame={frame} plan={plan} />}
      <Heading>{words.actions}</Heading>
      {plan.actions.length === 0 && <p class="muted">{words.noActions}</p>}
      <ol>
        {plan.actions.map((action, place) => (
          <li key={action.id ?? place}>
            <ActionText frame={frame} parties={parties} action={action} />
          </li>
        ))}
      </ol>
      <Heading>{words.notDoing}</Heading>
      {plan.notDoing.length === 0 && <p class="muted">{words.nothingNotDoing}</p>}
      <ul>
        {plan.notDoing.map(({ what, why }, place) => (
          <li key={place}>
            <p class="written">{what}</p>
            {why && <Fact name={words.why}>{why}</Fact>}
          </li>
        ))}
      </ul>
      <Heading>{words.plannedTraining}</Heading>
      <Training frame={frame} names={plan.plannedTraining} />
      <Heading>{words.completedTraining}</Heading>
      <Training frame={frame} names={plan.completedTraining} />
    </div>
  )
}

function Goals({ frame, plan }: { frame: Frame; plan: WrittenPlan }) {
  const words = planWords[frame.language]
  return (
    <ol>
      {plan.goals.map(({ goal, workplaceGoal }, place) => (
        <li key={place}>
          <p class="written">{goal}</p>
          {workplaceGoal && <Fact name={words.workplaceGoal}>{workplaceGoal}</Fact>}
        </li>
      ))}
    </ol>
  )
}

export function ActionText({
  frame,
  parties,
  action,
}: {
  frame: Frame
  parties: PlanParties
  action: WrittenAction
}) {
  const words = planWords[frame.language]
  const { what, dueOn, support, effect } = action
  return (
    <>
      <p class="written">{what}</p>
      <Fact name={words.owner}>{ownerText(frame, parties, action)}</Fact>
      <Fact name={words.dueOn}>{dueOn === null ? words.noDate : dayText(frame, dueOn)}</Fact>
      {support && <Fact name={words.support}>{support}</Fact>}
      {effect && <Fact name={words.effect}>{effect}</Fact>}
    </>
  )
}

export function ownerText(
  frame: Frame,
  parties: PlanParties,
  { owner }: Pick<WrittenAction, 'owner'>,
): string {
  const { owners, leader } = planWords[frame.language]
  if (owner === 'employee') return owners.employee(parties.employee)
  return parties.leader === null ? leader : owners.leader(parties.leader)
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <p class="written plan-fact">
      <span class="plan-fact-name">{name}:</span> {children}
    </p>
  )
}

function Training({ frame, names }: { frame: Frame; names: readonly string[] }) {
  const words = planWords[frame.language]
  if (names.length === 0) return <p class="muted">{words.noTraining}</p>
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
