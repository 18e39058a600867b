import { WhoFields, WorkFields } from '../components/employee-fields.tsx'
import { type UnitLine, unitOptions } from '../components/unit-choice.tsx'
import { Form, Select, Submit, TextField } from '../components/form.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { joinerTexts } from '../texts/joiner.ts'
import { peopleTexts } from '../texts/people.ts'

export interface JoinerView {
  readonly units: readonly UnitLine[]
  /** Everybody who leads somebody in these units. */
  readonly leaders: readonly {
    readonly employmentId: string
    readonly name: string
    readonly unitName: string
  }[]
}

interface Parts {
  frame: Frame
  view: JoinerView
}

/** Somebody who joins between two files (R13.1). */
export function joinerPage(frame: Frame, view: JoinerView): string {
  const texts = joinerTexts[frame.language]
  return renderPage({
    frame,
    section: 'people',
    back: { href: '/people', text: peopleTexts[frame.language].title },
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <Form frame={frame} action="/people/new" class="panel next">
        <h2>{texts.who}</h2>
        <WhoFields frame={frame}>
          <TextField name="birthDate" label={texts.birthDate} type="date" width="s" />
        </WhoFields>
        <div class="part">
          <h2>{texts.job}</h2>
          <JobFields frame={frame} view={view} />
        </div>
        <Submit>{texts.save}</Submit>
      </Form>
    ),
  })
}

function JobFields({ frame, view: { units, leaders } }: Parts) {
  const texts = joinerTexts[frame.language]
  return (
    <>
      <TextField
        name="number"
        label={texts.number}
        hint={texts.numberHint}
        required
        maxLength={40}
        width="s"
      />
      <Select name="unitId" label={texts.unit} required options={unitOptions(units)} />
      <Select
        name="leaderId"
        label={texts.leader}
        hint={texts.leaderHint}
        options={[
          { value: '', label: texts.noLeader },
          ...leaders.map(({ employmentId, name, unitName }) => ({
            value: employmentId,
            label: `${name} (${unitName})`,
          })),
        ]}
      />
      <div class="field-row">
        <TextField name="employedFrom" label={texts.employedFrom} type="date" required width="s" />
        <TextField name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} type="date" width="s" />
      </div>
      <WorkFields frame={frame} />
    </>
  )
}
