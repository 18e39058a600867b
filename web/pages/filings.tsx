import type { Instant } from '../../domain/calendar/day.ts'
import { Form, Submit } from '../components/form.tsx'
import { chosenAddress, Paging } from '../components/paging.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { filingsTexts } from '../texts/filings.ts'

export interface FilingsView {
  readonly entries: readonly FilingLine[]
  readonly total: number
  readonly page: number
}

interface FilingLine {
  readonly id: string
  readonly talkId: string
  readonly roundName: string
  readonly employeeName: string
  readonly unitName: string
  readonly status: 'failed' | 'unknown'
  readonly reason: { readonly sentence: string }
  readonly attempts: number
  readonly lastTriedAt: Instant | null
}

/** Lines of one page. */
export const FILINGS_AT_ONCE = 50

/** The agreed plans that the personnel file has not taken, with the reason and another try (R8.3). */
export function filingsPage(frame: Frame, view: FilingsView): string {
  const texts = filingsTexts[frame.language]
  const { total } = view
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <section class={`panel next${total > 0 ? ' late' : ''}`}>
          <h2>{total > 0 ? texts.waiting(total) : texts.none}</h2>
          <p>{total > 0 ? texts.waitingHint : texts.noneHint}</p>
        </section>
        {view.entries.length > 0 && <Entries frame={frame} view={view} />}
      </>
    ),
  })
}

function Entries({ frame, view: { entries, total, page } }: { frame: Frame; view: FilingsView }) {
  const texts = filingsTexts[frame.language]
  const { columns } = texts
  const to = (number: number) => chosenAddress('/filings', { page: number })
  return (
    <>
      <table class="list cards">
        <caption class="sr-only">{texts.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.employee}</th>
            <th scope="col">{columns.round}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.tried}</th>
            <th scope="col">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.id} frame={frame} entry={entry} />
          ))}
        </tbody>
      </table>
      <Paging
        frame={frame}
        before={(page - 1) * FILINGS_AT_ONCE}
        shown={entries.length}
        all={total}
        hrefs={{ previous: to(page - 1), next: to(page + 1) }}
      />
    </>
  )
}

function Entry({ frame, entry }: { frame: Frame; entry: FilingLine }) {
  const texts = filingsTexts[frame.language]
  const { columns } = texts
  const { id, talkId, employeeName, unitName, status, reason, attempts, lastTriedAt } = entry
  return (
    <tr id={`filing-${id}`}>
      <th scope="row">
        <a href={`/talks/${talkId}`}>{employeeName}</a>
        <span class="under">{unitName}</span>
      </th>
      <td data-label={columns.round}>{entry.roundName}</td>
      <td data-label={columns.state}>
        <span class={`mark mark-${status === 'failed' ? 'late' : 'wait'}`}>{texts.states[status]}</span>
        <span class="under">{reason.sentence}</span>
      </td>
      <td data-label={columns.tried}>
        {lastTriedAt === null ? texts.notTried : instantText(frame, lastTriedAt)}
        <span class="under">{texts.attempts(attempts)}</span>
      </td>
      <td>
        <Form frame={frame} action={`/filings/${id}/tries`}>
          <Submit kind="secondary">
            {texts.again}
            <span class="sr-only">: {employeeName}</span>
          </Submit>
        </Form>
      </td>
    </tr>
  )
}
