import { WhoFields, WorkFields } from '../components/employee-fields.tsx'
import { Form, Submit } from '../components/form.tsx'
import { type EmploymentView, fullName } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'
import { joinerTexts } from '../texts/joiner.ts'

/** Name, address, title and hours, corrected by hand between two files (R13.1). */
export function employmentDetailsPage(frame: Frame, employment: EmploymentView): string {
  const texts = employmentChangeTexts[frame.language].details
  const { who, job } = joinerTexts[frame.language]
  const name = fullName(employment)
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${employment.personId}`, text: name },
    title: texts.title(name),
    lead: <p>{texts.lead}</p>,
    children: (
      <Form frame={frame} action={`/employments/${employment.employmentId}/details`} class="panel next">
        <h2>{who}</h2>
        <WhoFields frame={frame} stored={employment} />
        <div class="part">
          <h2>{job}</h2>
          <WorkFields frame={frame} stored={employment} />
        </div>
        <Submit>{texts.save}</Submit>
      </Form>
    ),
  })
}
