import type { Day, Instant } from '../../domain/calendar/day.ts'
import { SearchField } from '../components/filter.tsx'
import { Checkboxes, Form, Hidden, Radios, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import type { ActionView } from '../talk-view.ts'
import { sharingTexts } from '../texts/sharing.ts'

export interface SharingView {
  readonly talkId: string
  readonly what: 'sheet' | 'actions'
  /** What was searched for; '' before anything was. */
  readonly search: string
  readonly colleagues: readonly {
    readonly employmentId: string
    readonly name: string
    readonly title: string
    readonly unit: string
  }[]
  /** The employee's own actions, to choose from. */
  readonly actions: readonly ActionView[]
  readonly shares: readonly ShareView[]
}

interface ShareView {
  readonly id: string
  readonly what: 'sheet' | 'actions'
  readonly colleague: string
  readonly followUpOn: Day | null
  readonly at: Instant
}

/** The employee lets a colleague read along: the sheet, or chosen try-outs (R5.3, R9.2). */
export function sharingPage(frame: Frame, view: SharingView): string {
  const texts = sharingTexts[frame.language]
  const { talkId, what, search, colleagues, shares } = view
  return renderPage({
    frame,
    section: 'home',
    title: what === 'sheet' ? texts.title : texts.titleActions,
    back: { href: `/talks/${talkId}`, text: texts.back },
    lead: <p>{what === 'sheet' ? texts.about : texts.aboutActions}</p>,
    children: (
      <>
        <Search frame={frame} view={view} />
        {search !== '' && colleagues.length === 0 && <p class="panel">{texts.nobody(search)}</p>}
        {colleagues.length > 0 && <Choose frame={frame} view={view} />}
        {shares.length > 0 && <Shares frame={frame} shares={shares} talkId={talkId} />}
      </>
    ),
  })
}

/** Asks for a page, and changes nothing: no key, no refusal. */
function Search({ frame, view }: { frame: Frame; view: SharingView }) {
  const texts = sharingTexts[frame.language]
  return (
    <form method="get" action={`/talks/${view.talkId}/sharing`} class="panel">
      <input type="hidden" name="what" value={view.what} />
      <SearchField label={texts.search} hint={texts.searchHint} value={view.search} least={2} />
      <Submit kind="secondary">{texts.find}</Submit>
    </form>
  )
}

function Choose({ frame, view }: { frame: Frame; view: SharingView }) {
  const texts = sharingTexts[frame.language]
  const { talkId, what, search, colleagues, actions } = view
  return (
    <section class="panel">
      <h2>{texts.found(search)}</h2>
      <Form frame={frame} action={`/talks/${talkId}/sharing`}>
        <Hidden name="what" value={what} />
        <Hidden name="search" value={search} />
        <Radios
          name="withEmploymentId"
          label={texts.colleague}
          required
          options={colleagues.map(({ employmentId, name, title, unit }) => ({
            value: employmentId,
            label: [name, title, unit].filter((part) => part !== '').join(', '),
          }))}
        />
        {what === 'actions' && (
          <Checkboxes
            name="actionIds"
            label={texts.which}
            required
            options={actions.map((action) => ({ value: action.id, label: action.what }))}
          />
        )}
        {what === 'actions' && (
          <TextField name="followUpOn" label={texts.followUp} hint={texts.followUpHint} type="date" />
        )}
        <Submit>{texts.send}</Submit>
      </Form>
    </section>
  )
}

function Shares({ frame, shares, talkId }: { frame: Frame; shares: readonly ShareView[]; talkId: string }) {
  const texts = sharingTexts[frame.language]
  return (
    <section class="panel">
      <h2>{texts.shared}</h2>
      <ul class="plain-list no-max-width lines">
        {shares.map(({ id, what, colleague, followUpOn, at }) => (
          <li key={id}>
            <p>
              <a href={`/shares/${id}`}>
                {texts.sharedWith(colleague, what, dayText(frame, frame.localTime(at).on))}
              </a>
              {followUpOn && <span class="under">{texts.followUpOn(dayText(frame, followUpOn))}</span>}
            </p>
            <Form frame={frame} action={`/talks/${talkId}/sharing/${id}/removal`}>
              <button class="button button-tertiary" type="submit" aria-label={texts.takeBackFrom(colleague)}>
                {texts.takeBack}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
