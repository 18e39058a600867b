import { Filter, FilterChoice, SearchField } from '../components/filter.tsx'
import { chosenAddress, Paging } from '../components/paging.tsx'
import { type MailState, mailStates } from '../../domain/notices/mail-outcome.ts'
import { lastAt, type MailLine, MailOutcome, MailWhat } from '../components/mail-lines.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { mailsTexts } from '../texts/mails.ts'

export interface MailsView {
  readonly chosen: { readonly state: MailState | ''; readonly search: string; readonly on: string }
  readonly mails: readonly MailLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** On all pages, whatever is chosen. */
  readonly refused: number
  readonly unknown: number
  /** To be printed. */
  readonly letters: number
}

/** Lines of one page. */
export const MAILS_AT_ONCE = 25

interface Parts {
  readonly frame: Frame
  readonly view: MailsView
}

/** The mail log of HR's units: what was sent, and what never arrived (R14.5). */
export function mailsPage(frame: Frame, view: MailsView): string {
  const texts = mailsTexts[frame.language]
  const { chosen, mails } = view
  const isChosen = chosen.state !== '' || chosen.search !== '' || chosen.on !== ''
  return renderPage({
    frame,
    section: 'mails',
    wide: true,
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <Next frame={frame} view={view} />
        <Choice frame={frame} view={view} />
        {mails.length === 0 ? (
          <p class="panel">{isChosen ? texts.none : texts.noneAtAll}</p>
        ) : (
          <Log frame={frame} view={view} />
        )}
      </>
    ),
  })
}

/** What needs somebody: mails that failed, and letters that nobody has been given. */
function Next({ frame, view: { refused, unknown, letters } }: Parts) {
  const texts = mailsTexts[frame.language]
  const failed = refused + unknown
  return (
    <section class={`panel next${failed > 0 ? ' late' : ''}`}>
      <h2>{failed > 0 ? texts.failed(failed) : texts.allWell}</h2>
      <p>{failed > 0 ? texts.failedHint : texts.allWellHint}</p>
      {failed > 0 && (
        <p class="buttons">
          {refused > 0 && (
            <a class="button button-primary" href="/mails?state=refused">
              {texts.showRefused(refused)}
            </a>
          )}
          {unknown > 0 && (
            <a class={`button button-${refused > 0 ? 'secondary' : 'primary'}`} href="/mails?state=unknown">
              {texts.showUnknown(unknown)}
            </a>
          )}
        </p>
      )}
      {letters > 0 && (
        <p>
          <a href="/mails/printed">{texts.letters(letters)}</a>
        </p>
      )}
    </section>
  )
}

function Choice({ frame, view: { chosen } }: Parts) {
  const texts = mailsTexts[frame.language]
  const states = mailStates.map((state) => ({ value: state, label: texts.states[state] }))
  return (
    <Filter action="/mails" name={texts.filter} button={texts.show}>
      <FilterChoice
        name="state"
        label={texts.state}
        options={[{ value: '', label: texts.allStates }, ...states]}
        chosen={chosen.state}
      />
      <SearchField label={texts.search} value={chosen.search} />
      <div class="form-group">
        <label class="form-label" for="on">
          {texts.on}
        </label>
        <input class="form-input" type="date" id="on" name="on" value={chosen.on} />
      </div>
    </Filter>
  )
}

function Log({ frame, view: { chosen, mails, page, total } }: Parts) {
  const texts = mailsTexts[frame.language]
  const { columns } = texts
  const to = (number: number) => chosenAddress('/mails', { ...chosen, page: number })
  return (
    <>
      <table class="list cards">
        <thead>
          <tr>
            <th scope="col">{columns.to}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.more}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">{mail.name}</th>
              <td data-label={columns.what}>
                <MailWhat frame={frame} mail={mail} />
              </td>
              <td data-label={columns.state}>
                <MailOutcome frame={frame} mail={mail} />
              </td>
              <td data-label={columns.when}>{instantText(frame, lastAt(mail))}</td>
              <td>
                <a href={`/people/${mail.personId}/mails#mail-${mail.id}`}>
                  {'way' in mail.resending ? texts.sendAgain : texts.log}
                  <span class="sr-only">: {mail.name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Paging
        frame={frame}
        before={(page - 1) * MAILS_AT_ONCE}
        shown={mails.length}
        all={total}
        hrefs={{ previous: to(page - 1), next: to(page + 1) }}
      />
    </>
  )
}
