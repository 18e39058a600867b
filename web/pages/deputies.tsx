import type { Day } from '../../domain/calendar/day.ts'
import { Form, Hidden, Radios, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { deputyTexts } from '../texts/deputies.ts'
import { teamTexts } from '../texts/team.ts'

export interface DeputyLine {
  readonly id: string
  readonly leaderName: string
  readonly deputyName: string
  readonly from: Day
  readonly to: Day
}

export interface DeputiesView {
  /** Who acts for the person. */
  readonly mine: readonly DeputyLine[]
  /** For whom the person acts. */
  readonly forOthers: readonly DeputyLine[]
  readonly search: string
  readonly found: readonly {
    readonly employmentId: string
    readonly name: string
    readonly title: string
    readonly unit: string
  }[]
  /** The person's jobs that lead somebody; none where they only act for others. */
  readonly jobs: readonly { readonly leaderId: string; readonly name: string }[]
}

/** Who acts for the leader while they are away, named for a time (R13.2). */
export function deputiesPage(frame: Frame, view: DeputiesView): string {
  const texts = deputyTexts[frame.language]
  const { mine, forOthers, jobs } = view
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    back: { href: '/team', text: teamTexts[frame.language].title },
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <section class="panel">
          <h2>{texts.mine}</h2>
          {mine.length === 0 && <p>{texts.none}</p>}
          <ul class="plain-list no-max-width lines">
            {mine.map((line) => (
              <Deputy key={line.id} frame={frame} line={line} />
            ))}
          </ul>
        </section>
        {jobs.length > 0 && <NameDeputy frame={frame} view={view} />}
        {forOthers.length > 0 && (
          <section class="panel">
            <h2>{texts.forOthers}</h2>
            <ul>
              {forOthers.map(({ id, leaderName, from, to }) => (
                <li key={id}>{texts.actsFor(leaderName, dayText(frame, from), dayText(frame, to))}</li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  })
}

function Deputy({ frame, line }: { frame: Frame; line: DeputyLine }) {
  const texts = deputyTexts[frame.language]
  return (
    <li>
      <p>{texts.acts(line.deputyName, dayText(frame, line.from), dayText(frame, line.to))}</p>
      <Form frame={frame} action={`/team/deputies/${line.id}/end`}>
        <button class="button button-tertiary" type="submit" aria-label={texts.endOf(line.deputyName)}>
          {texts.end}
        </button>
      </Form>
    </li>
  )
}

/** First a search, then who of those found, from when and until when. */
function NameDeputy({ frame, view }: { frame: Frame; view: DeputiesView }) {
  const texts = deputyTexts[frame.language]
  const { search, found } = view
  return (
    <section class="panel">
      <h2>{texts.name}</h2>
      <Form frame={frame} action="/team/deputies/search">
        <TextField name="search" label={texts.search} hint={texts.searchHint} value={search} required />
        <Submit kind={found.length > 0 ? 'tertiary' : 'secondary'}>{texts.find}</Submit>
      </Form>
      {search !== '' && found.length === 0 && <p>{texts.nobody}</p>}
      {found.length > 0 && <ChooseDeputy frame={frame} view={view} />}
    </section>
  )
}

function ChooseDeputy({ frame, view }: { frame: Frame; view: DeputiesView }) {
  const texts = deputyTexts[frame.language]
  const { search, found, jobs } = view
  const [only] = jobs
  return (
    <Form frame={frame} action="/team/deputies">
      <h3>{texts.found}</h3>
      <Hidden name="search" value={search} />
      {jobs.length === 1 && only ? (
        <Hidden name="leaderId" value={only.leaderId} />
      ) : (
        <Radios
          name="leaderId"
          label={texts.job}
          options={jobs.map(({ leaderId, name }) => ({ value: leaderId, label: name }))}
          required
        />
      )}
      <Radios
        name="deputyId"
        label={texts.who}
        value={found.length === 1 ? (found[0]?.employmentId ?? '') : ''}
        options={found.map(({ employmentId, name, title, unit }) => ({
          value: employmentId,
          label: name,
          hint: [title, unit].filter(Boolean).join(', '),
        }))}
        required
      />
      <div class="field-row">
        <TextField name="from" label={texts.from} type="date" width="s" value={frame.today} required />
        <TextField name="to" label={texts.to} type="date" width="s" min={frame.today} required />
      </div>
      <Submit>{texts.nameButton}</Submit>
    </Form>
  )
}
