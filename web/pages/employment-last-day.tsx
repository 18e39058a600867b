import { Form, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import { type EmploymentView, fullName } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'

/** The last day employed, entered or taken back (R13.2). */
export function employmentLastDayPage(frame: Frame, employment: EmploymentView): string {
  const texts = employmentChangeTexts[frame.language].lastDay
  const { lastDay } = employment
  const name = fullName(employment)
  const path = `/employments/${employment.employmentId}/last-day`
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${employment.personId}`, text: name },
    title: texts.title(name),
    children: (
      <>
        <p>{texts.lead}</p>
        <Form frame={frame} action={path} class="panel next">
          {lastDay !== null && <h2>{texts.is(dayText(frame, lastDay))}</h2>}
          <TextField
            name="lastDay"
            label={texts.day}
            hint={texts.dayHint}
            type="date"
            width="s"
            value={lastDay ?? ''}
            required
          />
          <Submit>{texts.save}</Submit>
        </Form>
        {lastDay !== null && (
          <Form frame={frame} action={`${path}/withdrawal`} class="panel">
            <p>{texts.withdrawLead}</p>
            <Submit kind="secondary">{texts.withdraw}</Submit>
          </Form>
        )}
      </>
    ),
  })
}
