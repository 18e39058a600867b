import type { Day } from '../../domain/calendar/day.ts'
import { Form, Hidden, Submit, TextField } from '../components/form.tsx'
import { UnitChoice, type UnitLine } from '../components/unit-choice.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { peopleTexts } from '../texts/people.ts'
import { unitsTexts } from '../texts/units.ts'

export interface UnitsView {
  /** Those the reader is HR of, each after the one above it. */
  readonly units: readonly UnitLine[]
  readonly chosen: UnitLine & { readonly trName: string }
  readonly closings: readonly { readonly id: string; readonly from: Day; readonly to: Day }[]
}

interface Parts {
  frame: Frame
  view: UnitsView
}

/** A unit's own closing days and its union representative (R3.1, R4.1). */
export function unitsPage(frame: Frame, view: UnitsView): string {
  const texts = unitsTexts[frame.language]
  const { units, chosen } = view
  return renderPage({
    frame,
    section: 'people',
    back: { href: '/people', text: peopleTexts[frame.language].title },
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {units.length > 1 && (
          <form method="get" action="/units" class="panel filter no-print" aria-label={texts.choose}>
            <UnitChoice units={units} chosen={chosen.id} label={texts.unit} />
            <button class="button button-secondary" type="submit">
              {texts.show}
            </button>
          </form>
        )}
        <h2>{chosen.name}</h2>
        <UnionRep frame={frame} view={view} />
        <Closings frame={frame} view={view} />
      </>
    ),
  })
}

function UnionRep({ frame, view: { chosen } }: Parts) {
  const texts = unitsTexts[frame.language]
  return (
    <Form frame={frame} action={`/units/${chosen.id}/tr`} class="panel">
      <h3>{texts.tr}</h3>
      <p>{texts.trLead}</p>
      <Hidden name="unitId" value={chosen.id} />
      <TextField
        name="trName"
        label={texts.trName}
        hint={texts.trHint}
        maxLength={200}
        value={chosen.trName}
      />
      <Submit kind="secondary">{texts.save}</Submit>
    </Form>
  )
}

function Closings({ frame, view: { chosen, closings } }: Parts) {
  const texts = unitsTexts[frame.language]
  const path = `/units/${chosen.id}/closings`
  return (
    <section class="panel" id="closings">
      <h3>{texts.closings}</h3>
      <p>{texts.closingsLead}</p>
      {closings.length === 0 && <p class="muted">{texts.noClosings}</p>}
      <ul class="plain-list no-max-width lines">
        {closings.map(({ id, from, to }) => {
          const span = texts.span(dayText(frame, from), dayText(frame, to))
          return (
            <li key={id}>
              <div>{span}</div>
              <Form frame={frame} action={`${path}/${id}/removal`}>
                <Hidden name="unitId" value={chosen.id} />
                <button class="button button-tertiary" type="submit" aria-label={texts.removeOf(span)}>
                  {texts.remove}
                </button>
              </Form>
            </li>
          )
        })}
      </ul>
      <p class="muted">{texts.inherited}</p>
      <Form frame={frame} action={path}>
        <h3>{texts.add}</h3>
        <Hidden name="unitId" value={chosen.id} />
        <div class="field-row">
          <TextField name="from" label={texts.from} type="date" width="s" required />
          <TextField name="to" label={texts.to} hint={texts.toHint} type="date" width="s" />
        </div>
        <Submit kind="secondary">{texts.add}</Submit>
      </Form>
    </section>
  )
}
