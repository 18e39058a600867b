import { Form, Submit } from '../components/form.tsx'
import { type EmploymentView, fullName } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { joiningTexts } from '../texts/joining.ts'

export interface JoiningView {
  readonly personId: string
  readonly withPersonId: string
  readonly keeps: readonly EmploymentView[]
  readonly moves: readonly EmploymentView[]
  readonly sheets: number
  readonly readings: number
  readonly mails: number
  readonly refused: { readonly sentence: string } | null
}

interface Parts {
  frame: Frame
  view: JoiningView
}

/** What joining would move, before it is done (R13.1). */
export function joiningPage(frame: Frame, view: JoiningView): string {
  const texts = joiningTexts[frame.language]
  const [first] = view.keeps
  return renderPage({
    frame,
    section: 'people',
    back: { href: `/people/${view.personId}`, text: first ? fullName(first) : '' },
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <Act frame={frame} view={view} />
        <div class="columns">
          <Side frame={frame} title={texts.keeps} employments={view.keeps} />
          <Side frame={frame} title={texts.moves} employments={view.moves} />
        </div>
        <h2>{texts.goesAlong}</h2>
        <dl class="facts facts-numbers">
          <dt>{texts.sheets}</dt>
          <dd>{view.sheets}</dd>
          <dt>{texts.readings}</dt>
          <dd>{view.readings}</dd>
          <dt>{texts.mails}</dt>
          <dd>{view.mails}</dd>
        </dl>
      </>
    ),
  })
}

function Act({ frame, view: { personId, withPersonId, refused } }: Parts) {
  const texts = joiningTexts[frame.language]
  if (refused !== null)
    return (
      <section class="panel next late">
        <h2>{texts.refused}</h2>
        <p>{refused.sentence}</p>
      </section>
    )
  return (
    <Form frame={frame} action={`/people/${personId}/joining/${withPersonId}`} class="panel next">
      <p>{texts.joinHint}</p>
      <Submit>{texts.join}</Submit>
    </Form>
  )
}

function Side({
  frame,
  title,
  employments,
}: {
  frame: Frame
  title: string
  employments: readonly EmploymentView[]
}) {
  const { line } = joiningTexts[frame.language]
  const [first] = employments
  return (
    <section class="panel">
      <h2>{title}</h2>
      {first && (
        <p>
          <strong>{fullName(first)}</strong>
          {first.email && <>, {first.email}</>}
        </p>
      )}
      <ul>
        {employments.map(({ employmentId, number, title: job, unitName, leaderName }) => (
          <li key={employmentId}>{line(number, job, unitName, leaderName)}</li>
        ))}
      </ul>
    </section>
  )
}
