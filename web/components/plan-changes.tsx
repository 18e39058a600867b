import type { ComponentChildren } from 'preact'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import {
  hasChanged,
  planChanges,
  type RowChange,
  type WrittenAction,
  type WrittenPlan,
} from '../plan-changes.ts'
import { planWords } from '../texts/plan-text.ts'
import { wordChanges } from '../word-changes.ts'
import { ActionText, Fact, ownerText, type PlanParties } from './plan-text.tsx'

export interface PlanChangesParts {
  readonly frame: Frame
  readonly parties: PlanParties
  readonly before: { readonly number: number; readonly content: WrittenPlan }
  readonly after: WrittenPlan
}

/** What changed between two versions, goal by goal and action by action. */
export function PlanChangesPanel({ frame, parties, before, after }: PlanChangesParts) {
  const words = planWords[frame.language]
  const changes = planChanges(before.content, after)
  if (!hasChanged(changes)) return <p class="panel muted">{words.changes.none(before.number)}</p>
  return (
    <section class="panel changes">
      <h2>{words.changes.title(before.number)}</h2>
      <p class="muted">{words.changes.legend}</p>
      <Part frame={frame} title={words.goals} changes={changes.goals}>
        {(change) => (
          <>
            <Words change={change} text={({ goal }) => goal} />
            <NamedWords
              change={change}
              name={words.workplaceGoal}
              text={({ workplaceGoal }) => workplaceGoal}
            />
          </>
        )}
      </Part>
      <Part frame={frame} title={words.actions} changes={changes.actions}>
        {(change) => <ActionChange frame={frame} parties={parties} change={change} />}
      </Part>
      <Part frame={frame} title={words.notDoing} changes={changes.notDoing}>
        {(change) => (
          <>
            <Words change={change} text={({ what }) => what} />
            <NamedWords change={change} name={words.why} text={({ why }) => why} />
          </>
        )}
      </Part>
      <Part frame={frame} title={words.plannedTraining} changes={changes.plannedTraining}>
        {(change) => <Words change={change} text={(name) => name} />}
      </Part>
      <Part frame={frame} title={words.completedTraining} changes={changes.completedTraining}>
        {(change) => <Words change={change} text={(name) => name} />}
      </Part>
    </section>
  )
}

function Part<Row>({
  frame,
  title,
  changes,
  children,
}: {
  frame: Frame
  title: string
  changes: readonly RowChange<Row>[]
  children: (change: RowChange<Row>) => ComponentChildren
}) {
  if (changes.length === 0) return null
  const words = planWords[frame.language].changes
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain-list no-max-width">
        {changes.map((change, place) => (
          <li key={place} class={`change change-${change.kind}`}>
            <span class={`mark mark-${marks[change.kind]}`}>{words[change.kind]}</span>
            {children(change)}
          </li>
        ))}
      </ul>
    </>
  )
}

const marks = { added: 'good', removed: 'quiet', changed: 'wait' } as const

/** Only what is other than before is shown of an action, beside what it is about. */
function ActionChange({
  frame,
  parties,
  change,
}: {
  frame: Frame
  parties: PlanParties
  change: RowChange<WrittenAction>
}) {
  const words = planWords[frame.language]
  if (change.kind !== 'changed') return <ActionText frame={frame} parties={parties} action={change.row} />
  const dateOf = ({ dueOn }: WrittenAction) => (dueOn === null ? words.noDate : dayText(frame, dueOn))
  return (
    <>
      <Words change={change} text={({ what }) => what} />
      <NamedWhole change={change} name={words.owner} text={(action) => ownerText(frame, parties, action)} />
      <NamedWhole change={change} name={words.dueOn} text={dateOf} />
      <NamedWords change={change} name={words.support} text={({ support }) => support} />
      <NamedWords change={change} name={words.effect} text={({ effect }) => effect} />
    </>
  )
}

interface WordsParts<Row> {
  readonly change: RowChange<Row>
  readonly text: (row: Row) => string
}

function Words<Row>({ change, text }: WordsParts<Row>) {
  if (change.kind !== 'changed') return <p class="written">{text(change.row)}</p>
  return (
    <p class="written">
      <Stretches before={text(change.before)} after={text(change.row)} />
    </p>
  )
}

function NamedWords<Row>({ change, name, text }: WordsParts<Row> & { readonly name: string }) {
  const now = text(change.row)
  if (change.kind !== 'changed') return now ? <Fact name={name}>{now}</Fact> : null
  const before = text(change.before)
  if (before === now) return null
  return (
    <Fact name={name}>
      <Stretches before={before} after={now} />
    </Fact>
  )
}

/** A date or a name is another one, not partly another one. */
function NamedWhole<Row>({ change, name, text }: WordsParts<Row> & { readonly name: string }) {
  if (change.kind !== 'changed' || text(change.before) === text(change.row)) return null
  return (
    <Fact name={name}>
      <del>{text(change.before)}</del> <ins>{text(change.row)}</ins>
    </Fact>
  )
}

function Stretches({ before, after }: { before: string; after: string }) {
  return (
    <>
      {wordChanges(before, after).map(({ kind, text }) =>
        kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>,
      )}
    </>
  )
}
