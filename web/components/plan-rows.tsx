import type { ComponentChildren } from 'preact'
import type { Frame } from '../frame.ts'
import type { WrittenAction, WrittenPlan } from '../plan-changes.ts'
import { planDraftTexts } from '../texts/plan-draft.ts'
import { Radios, Submit, TextField } from './form.tsx'
import { ownerText, type PlanParties } from './plan-text.tsx'

/** As the api takes it; the page shows room for at least one more. */
const MOST_ROWS = 30
const LONGEST = 5_000

export interface RowsParts {
  readonly frame: Frame
  readonly parties: PlanParties
  readonly plan: WrittenPlan
}

export function GoalRows({ frame, plan }: RowsParts) {
  const texts = planDraftTexts[frame.language]
  return (
    <>
      {plan.goals.map(({ goal, workplaceGoal }, place) => {
        const name = `content.goals.${place}`
        return (
          <Row key={name} frame={frame} part="goals" place={place} title={texts.goal(place + 1)}>
            <TextField
              name={`${name}.goal`}
              label={texts.goalText}
              rows={2}
              maxLength={LONGEST}
              value={goal}
              bare
            />
            <TextField
              name={`${name}.workplaceGoal`}
              label={texts.workplaceGoal}
              hint={texts.workplaceGoalHint}
              rows={2}
              maxLength={LONGEST}
              value={workplaceGoal}
            />
          </Row>
        )
      })}
      <More part="goals" rows={plan.goals.length}>
        {texts.addGoal}
      </More>
    </>
  )
}

export function ActionRows({ frame, parties, plan }: RowsParts) {
  const texts = planDraftTexts[frame.language]
  return (
    <>
      {plan.actions.map((action, place) => (
        <Row key={place} frame={frame} part="actions" place={place} title={texts.action(place + 1)}>
          <ActionFields frame={frame} parties={parties} action={action} name={`content.actions.${place}`} />
        </Row>
      ))}
      <More part="actions" rows={plan.actions.length}>
        {texts.addAction}
      </More>
    </>
  )
}

function ActionFields({
  frame,
  parties,
  action,
  name,
}: Omit<RowsParts, 'plan'> & { readonly action: WrittenAction; readonly name: string }) {
  const texts = planDraftTexts[frame.language]
  const owners = (['employee', 'leader'] as const).map((owner) => ({
    value: owner,
    label: ownerText(frame, parties, { owner }),
  }))
  const long = { rows: 2, maxLength: LONGEST }
  return (
    <>
      {action.id && <input type="hidden" name={`${name}.id`} value={action.id} />}
      <TextField
        name={`${name}.what`}
        label={texts.what}
        hint={texts.whatHint}
        value={action.what}
        bare
        {...long}
      />
      <div class="field-row">
        <Radios name={`${name}.owner`} label={texts.owner} options={owners} value={action.owner} required />
        <TextField
          name={`${name}.dueOn`}
          label={texts.dueOn}
          hint={texts.dueOnHint}
          type="date"
          width="m"
          value={action.dueOn ?? ''}
          bare
        />
      </div>
      <TextField
        name={`${name}.support`}
        label={texts.support}
        hint={texts.supportHint}
        value={action.support}
        {...long}
      />
      <TextField
        name={`${name}.effect`}
        label={texts.effect}
        hint={texts.effectHint}
        value={action.effect}
        {...long}
      />
    </>
  )
}

export function NotDoingRows({ frame, plan }: RowsParts) {
  const texts = planDraftTexts[frame.language]
  return (
    <>
      {plan.notDoing.map(({ what, why }, place) => {
        const name = `content.notDoing.${place}`
        return (
          <Row key={name} frame={frame} part="notDoing" place={place} title={texts.notDoing(place + 1)}>
            <TextField
              name={`${name}.what`}
              label={texts.notDoingWhat}
              rows={2}
              maxLength={LONGEST}
              value={what}
              bare
            />
            <TextField name={`${name}.why`} label={texts.why} rows={2} maxLength={LONGEST} value={why} bare />
          </Row>
        )
      })}
      <More part="notDoing" rows={plan.notDoing.length}>
        {texts.addNotDoing}
      </More>
    </>
  )
}

type RowPart = 'goals' | 'actions' | 'notDoing'

function Row({
  frame,
  part,
  place,
  title,
  children,
}: {
  frame: Frame
  part: RowPart
  place: number
  title: string
  children: ComponentChildren
}) {
  return (
    <fieldset class="plan-row" id={`${part}-${place}`}>
      <legend>{title}</legend>
      {children}
      <Submit kind="tertiary" name="do" value={`remove.${part}.${place}`}>
        {planDraftTexts[frame.language].remove(title)}
      </Submit>
    </fieldset>
  )
}

function More({ part, rows, children }: { part: RowPart; rows: number; children: ComponentChildren }) {
  if (rows >= MOST_ROWS) return null
  return (
    <p class="buttons">
      <Submit kind="secondary" name="do" value={`add.${part}`}>
        {children}
      </Submit>
    </p>
  )
}
