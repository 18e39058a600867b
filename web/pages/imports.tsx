import { Form, Radios, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { changeLists, type ImportCounts, type ImportRun } from '../import-view.ts'
import { renderPage } from '../page.tsx'
import { importsTexts } from '../texts/imports.ts'
import { peopleTexts } from '../texts/people.ts'

const kinds = ['people', 'units'] as const

export interface ImportsView {
  /** The headers a file may have, those it must have first. */
  readonly columns: Readonly<Record<(typeof kinds)[number], readonly string[]>>
  readonly runs: readonly (ImportRun & { readonly counts: ImportCounts; readonly leftOut: number })[]
}

/** A file is chosen here; what it changes is shown before anything is written (R13.1). */
export function importsPage(frame: Frame, view: ImportsView): string {
  const texts = importsTexts[frame.language]
  return renderPage({
    frame,
    section: 'people',
    back: { href: '/people', text: peopleTexts[frame.language].title },
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <section class="panel next" aria-labelledby="choose">
          <h2 id="choose">{texts.choose}</h2>
          <Form frame={frame} action="/imports" upload>
            <TextField
              name="file"
              type="file"
              label={texts.file}
              hint={texts.fileHint}
              accept=".csv,.txt,.xlsx"
              required
            />
            <Radios
              name="kind"
              label={texts.kind}
              required
              value="people"
              options={kinds.map((kind) => ({
                value: kind,
                label: texts.kinds[kind],
                hint: texts.kindHints[kind],
              }))}
            />
            <Submit>{texts.show}</Submit>
          </Form>
        </section>
        <Columns frame={frame} columns={view.columns} />
        <h2>{texts.earlier}</h2>
        {view.runs.length === 0 ? <p>{texts.noneEarlier}</p> : <Earlier frame={frame} runs={view.runs} />}
      </>
    ),
  })
}

function Columns({ frame, columns }: { frame: Frame; columns: ImportsView['columns'] }) {
  const texts = importsTexts[frame.language]
  return (
    <details>
      <summary>{texts.columns}</summary>
      <p>{texts.columnsLead}</p>
      <dl class="facts">
        {kinds.map((kind) => (
          <>
            <dt>{texts.columnsOf[kind]}</dt>
            <dd>{columns[kind].join(', ')}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}

function Earlier({ frame, runs }: { frame: Frame; runs: ImportsView['runs'] }) {
  const texts = importsTexts[frame.language]
  const { table } = texts
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.earlier}</caption>
      <thead>
        <tr>
          <th scope="col">{table.file}</th>
          <th scope="col">{table.when}</th>
          <th scope="col">{table.by}</th>
          <th scope="col">{table.changes}</th>
          <th scope="col" class="number">
            {table.leftOut}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <a href={`/imports/${run.id}`}>{run.fileName || texts.file}</a>
            </th>
            <td data-label={table.when}>
              {run.committedAt !== null && dayText(frame, frame.localTime(run.committedAt).on)}
            </td>
            <td data-label={table.by}>{run.byName ?? '–'}</td>
            <td data-label={table.changes}>{changesText(frame, run.counts)}</td>
            <td data-label={table.leftOut} class="number">
              {run.leftOut}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 'Nye medarbejdere 5 · Fratræder 6'. */
function changesText(frame: Frame, counts: ImportCounts): string {
  const texts = importsTexts[frame.language]
  const parts = changeLists.flatMap((list) => {
    const count = counts[list] ?? 0
    return count === 0 ? [] : `${texts.lists[list]} ${count}`
  })
  return parts.length === 0 ? texts.noChange : parts.join(' · ')
}
