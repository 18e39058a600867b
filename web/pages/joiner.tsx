import { type UnitLine, unitOptions } from '../components/unit-choice.tsx'
import { Form, Select, Submit, TextField } from '../components/form.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { joinerTexts } from '../texts/joiner.ts'
import { peopleTexts } from '../texts/people.ts'
import { personTexts } from '../texts/person.ts'

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
        <WhoFields frame={frame} />
        <div class="part">
          <h2>{texts.job}</h2>
          <JobFields frame={frame} view={view} />
        </div>
        <Submit>{texts.save}</Submit>
      </Form>
    ),
  })
}

function WhoFields({ frame }: { frame: Frame }) {
  const texts = joinerTexts[frame.language]
  const { languages } = personTexts[frame.language]
  return (
    <>
      <div class="field-row">
        <TextField name="givenName" label={texts.givenName} required maxLength={200} />
        <TextField name="familyName" label={texts.familyName} required maxLength={200} />
      </div>
      <TextField
        name="email"
        label={texts.email}
        hint={texts.emailHint}
        type="email"
        maxLength={200}
        width="xl"
      />
      <div class="field-row">
        <TextField name="phone" label={texts.phone} maxLength={200} width="s" />
        <TextField name="birthDate" label={texts.birthDate} type="date" width="s" />
      </div>
      <Select
        name="language"
        label={texts.language}
        required
        value="da"
        options={(['da', 'en'] as const).map((value) => ({ value, label: languages[value] }))}
      />
    </>
  )
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
      <TextField name="title" label={texts.jobTitle} maxLength={200} width="l" />
      <TextField name="jobGroup" label={texts.jobGroup} hint={texts.jobGroupHint} maxLength={200} width="l" />
      <TextField name="hoursPerWeek" label={texts.hours} hint={texts.hoursHint} maxLength={6} width="xs" />
    </>
  )
}
