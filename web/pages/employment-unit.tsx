import { type UnitLine, unitOptions } from '../components/unit-choice.tsx'
import { Form, Select, Submit, TextField } from '../components/form.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import { type EmploymentView, fullName } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'

export interface EmploymentUnitView {
  readonly employment: EmploymentView
  readonly units: readonly UnitLine[]
  readonly from: Day
}

/** Where somebody belongs from a day on (R13.2). */
export function employmentUnitPage(frame: Frame, { employment, units, from }: EmploymentUnitView): string {
  const all = employmentChangeTexts[frame.language]
  const texts = all.unit
  const name = fullName(employment)
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${employment.personId}`, text: name },
    title: texts.title(name),
    lead: <p>{all.now(employment.unitName)}</p>,
    children: (
      <>
        <p>{texts.lead}</p>
        <Form frame={frame} action={`/employments/${employment.employmentId}/unit`} class="panel next">
          <Select
            name="unitId"
            label={texts.unit}
            required
            value={employment.unitId}
            options={unitOptions(units)}
          />
          <TextField
            name="from"
            label={all.from}
            hint={texts.fromHint}
            type="date"
            width="s"
            value={from}
            min={frame.today}
            required
          />
          <Submit>{texts.save}</Submit>
        </Form>
      </>
    ),
  })
}
