import type { Day } from '../../domain/calendar/day.ts'
import { leaveText } from '../components/employment-facts.tsx'
import { Form, Submit, TextField } from '../components/form.tsx'
import { type EmploymentView, fullName } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'

interface Parts {
  frame: Frame
  employment: EmploymentView
}

/** When somebody is on leave: days alone, never why (R13.1). */
export function employmentLeavesPage(frame: Frame, employment: EmploymentView): string {
  const texts = employmentChangeTexts[frame.language].leave
  const name = fullName(employment)
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${employment.personId}`, text: name },
    title: texts.title(name),
    children: (
      <>
        <p>{texts.lead}</p>
        {employment.leaves.map((leave) => (
          <Leave key={leave.id} frame={frame} employment={employment} leave={leave} />
        ))}
        <Form
          frame={frame}
          action={pathOf(employment)}
          class={`panel${employment.leaves.length === 0 ? ' next' : ''}`}
        >
          <h2>{texts.add}</h2>
          <Days frame={frame} names={leaveNames('')} from="" to="" />
          <Submit kind={employment.leaves.length === 0 ? 'primary' : 'secondary'}>{texts.save}</Submit>
        </Form>
      </>
    ),
  })
}

/** The inputs of one leave's days: a page has several leaves. */
export function leaveNames(leaveId: string): { readonly from: string; readonly to: string } {
  return leaveId === '' ? { from: 'from', to: 'to' } : { from: `from-${leaveId}`, to: `to-${leaveId}` }
}

function Leave({ frame, employment, leave }: Parts & { leave: EmploymentView['leaves'][number] }) {
  const texts = employmentChangeTexts[frame.language].leave
  const span = leaveText(frame, leave)
  const path = `${pathOf(employment)}/${leave.id}`
  return (
    <section class="panel">
      <h2>{span}</h2>
      <Form frame={frame} action={path}>
        <Days frame={frame} names={leaveNames(leave.id)} from={leave.from} to={leave.to ?? ''} />
        <Submit>{texts.saveChange}</Submit>
      </Form>
      <Form frame={frame} action={`${path}/removal`}>
        <button class="button button-tertiary" type="submit" aria-label={texts.removeOf(span)}>
          {texts.remove}
        </button>
      </Form>
    </section>
  )
}

function Days({
  frame,
  names,
  from,
  to,
}: {
  frame: Frame
  names: { readonly from: string; readonly to: string }
  from: Day | ''
  to: Day | ''
}) {
  const texts = employmentChangeTexts[frame.language].leave
  return (
    <div class="field-row">
      <TextField name={names.from} label={texts.from} type="date" width="s" value={from} required />
      <TextField name={names.to} label={texts.to} hint={texts.toHint} type="date" width="s" value={to} />
    </div>
  )
}

function pathOf({ employmentId }: EmploymentView): string {
  return `/employments/${employmentId}/leaves`
}
