import { FindEmployment, FoundNote, foundOptions } from '../components/find-employment.tsx'
import { Form, Hidden, Radios, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import { type EmploymentView, type FoundEmployment, fullName, type ShownDeputy } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'
import { personTexts } from '../texts/person.ts'

export interface EmploymentDeputiesView {
  readonly employment: EmploymentView
  readonly deputies: readonly ShownDeputy[]
  readonly search: string
  readonly found: readonly FoundEmployment[]
  /** Why one of those found may not be named. */
  readonly leftOut: string | null
}

interface Parts {
  frame: Frame
  view: EmploymentDeputiesView
}

/** HR names who acts for a leader who cannot do it (R13.2). */
export function employmentDeputiesPage(frame: Frame, view: EmploymentDeputiesView): string {
  const texts = employmentChangeTexts[frame.language].deputy
  const { employment } = view
  const name = fullName(employment)
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${employment.personId}`, text: name },
    title: texts.title(name),
    children: (
      <>
        <p>{texts.lead}</p>
        <Deputies frame={frame} view={view} />
        <NameDeputy frame={frame} view={view} />
      </>
    ),
  })
}

function Deputies({ frame, view: { employment, deputies } }: Parts) {
  const texts = employmentChangeTexts[frame.language].deputy
  const { deputyLine } = personTexts[frame.language]
  return (
    <section class="panel">
      <h2>{texts.now}</h2>
      {deputies.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul class="plain-list no-max-width lines">
          {deputies.map(({ id, deputyName, from, to }) => (
            <li key={id}>
              <p>{deputyLine(deputyName, dayText(frame, from), dayText(frame, to))}</p>
              <Form frame={frame} action={`/employments/${employment.employmentId}/deputies/${id}/end`}>
                <button class="button button-tertiary" type="submit" aria-label={texts.endOf(deputyName)}>
                  {texts.end}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NameDeputy({ frame, view: { employment, search, found, leftOut } }: Parts) {
  const texts = employmentChangeTexts[frame.language].deputy
  const path = `/employments/${employment.employmentId}/deputies`
  return (
    <section class="panel next">
      <h2>{texts.name}</h2>
      <FindEmployment frame={frame} action={path} search={search} label={texts.who} />
      <FoundNote frame={frame} search={search} found={found} leftOut={leftOut} />
      {found.length > 0 && (
        <Form frame={frame} action={path} class="part">
          <Hidden name="search" value={search} />
          <Radios
            name="deputyId"
            label={texts.who}
            required
            value={found.length === 1 ? (found[0]?.employmentId ?? '') : ''}
            options={foundOptions(frame, found)}
          />
          <div class="field-row">
            <TextField name="from" label={texts.from} type="date" width="s" value={frame.today} required />
            <TextField name="to" label={texts.to} type="date" width="s" min={frame.today} required />
          </div>
          <Submit>{texts.save}</Submit>
        </Form>
      )}
    </section>
  )
}
