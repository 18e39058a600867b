import { FindEmployment, FoundNote, foundOptions } from '../components/find-employment.tsx'
import { Form, Hidden, Radios, Submit, TextField } from '../components/form.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import { type EmploymentView, type FoundEmployment, fullName } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'

export interface EmploymentLeaderView {
  readonly employment: EmploymentView
  readonly search: string
  /** Those found, or without a search those who lead in the unit. */
  readonly found: readonly FoundEmployment[]
  /** Why one of those found may not be named. */
  readonly leftOut: string | null
  readonly from: Day
}

/** No leader at all, among those to choose. */
export const NO_LEADER = 'none'

/** Who leads somebody, and so who holds the talk (R13.2). */
export function employmentLeaderPage(frame: Frame, view: EmploymentLeaderView): string {
  const all = employmentChangeTexts[frame.language]
  const texts = all.leader
  const { employment, search, found, leftOut, from } = view
  const path = `/employments/${employment.employmentId}/leader`
  const name = fullName(employment)
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${employment.personId}`, text: name },
    title: texts.title(name),
    lead: <p>{all.now(employment.leaderName ?? all.nobody)}</p>,
    children: (
      <>
        <p>{texts.lead}</p>
        <section class="panel">
          <FindEmployment frame={frame} action={path} search={search} />
          <FoundNote frame={frame} search={search} found={found} leftOut={leftOut} />
        </section>
        <Form frame={frame} action={path} class="panel next">
          <h2>{search === '' ? texts.suggested : texts.found}</h2>
          <Hidden name="search" value={search} />
          <Radios
            name="leaderId"
            label={texts.who}
            required
            value={search !== '' && found.length === 1 ? (found[0]?.employmentId ?? '') : ''}
            options={[...foundOptions(frame, found), { value: NO_LEADER, label: texts.noneOption }]}
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
