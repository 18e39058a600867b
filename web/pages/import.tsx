import { NEW_WAY_IN_WAIT_DAYS } from '../../domain/people/new-ways-in.ts'
import { chosenAddress, Paging } from '../components/paging.tsx'
import { ImportMeaning, type MeaningParts } from '../components/import-meaning.tsx'
import { entriesIn, ImportEntries, ImportTiles } from '../components/import-lists.tsx'
import { Checkbox, Form, Hidden, Submit } from '../components/form.tsx'
import { dayText, instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import {
  changeLists,
  changesIn,
  countsOf,
  type ImportCounts,
  type ImportList,
  type ImportRun,
  newAddressesIn,
  type PreviewView,
} from '../import-view.ts'
import { renderPage } from '../page.tsx'
import { importsTexts } from '../texts/imports.ts'

export interface ImportView extends Omit<MeaningParts, 'frame' | 'preview'> {
  readonly run: ImportRun
  readonly preview: PreviewView
  /** One list alone, from an entry on; null for the whole preview. */
  readonly list: { readonly name: ImportList; readonly from: number } | null
}

/** Lines of a list that stand on the page itself; of longer ones the rest is a link away. */
const FIRST = 20
/** Lines of a list that has a page of its own. */
export const ENTRIES_AT_ONCE = 100

interface Parts {
  frame: Frame
  view: ImportView
}

/** What a file would change, before anything is written (R13.1). */
export function importPage(frame: Frame, view: ImportView): string {
  const texts = importsTexts[frame.language]
  const { run, preview, list } = view
  const path = `/imports/${run.id}`
  return renderPage({
    frame,
    section: 'people',
    wide: true,
    back: list ? { href: path, text: texts.preview.title } : { href: '/imports', text: texts.back },
    title: list ? texts.lists[list.name] : texts.preview.title,
    lead: (
      <>
        <p>
          <strong>{run.fileName}</strong>
        </p>
        {preview.kind === 'people' && <p>{texts.preview.from(dayText(frame, run.validFrom))}</p>}
      </>
    ),
    children: list ? <OneList frame={frame} view={view} list={list} /> : <Whole frame={frame} view={view} />,
  })
}

function Whole({ frame, view }: Parts) {
  const { preview, run } = view
  return (
    <>
      <Next frame={frame} view={view} />
      <ImportTiles frame={frame} counts={countsOf(preview)} />
      <List frame={frame} view={view} list="bad" />
      {preview.kind === 'people' && (
        <ImportMeaning frame={frame} run={run} preview={preview} units={view.units} />
      )}
      {changeLists.map((list) => (
        <List key={list} frame={frame} view={view} list={list} />
      ))}
      <List frame={frame} view={view} list="warnings" />
    </>
  )
}

/** The one thing to do with the preview now. */
function Next({ frame, view }: Parts) {
  const texts = importsTexts[frame.language].preview
  const { run, preview } = view
  const changes = changesIn(countsOf(preview))
  const bad = preview.bad.length
  const addresses = newAddressesIn(preview)
  if (frame.sent?.problem?.code === 'import-changed') return <SeeAgain frame={frame} view={view} />
  if (changes === 0)
    return (
      <section class="panel next">
        <h2>{bad > 0 ? texts.nothingUsable : texts.nothing}</h2>
        <p>{bad > 0 ? texts.correctBad : texts.nothingHint}</p>
        <p>
          <a class="button button-primary" href="/imports">
            {texts.another}
          </a>
        </p>
      </section>
    )
  return (
    <section class={`panel next${bad > 0 ? ' late' : ''}`}>
      <h2>{bad > 0 ? texts.hasBad(bad) : texts.ready(changes)}</h2>
      <p>{bad > 0 ? `${texts.correctBad} ${texts.orLeaveOut}` : texts.readyHint}</p>
      {addresses > 0 && <p>{texts.newAddresses(addresses, NEW_WAY_IN_WAIT_DAYS)}</p>}
      <Form frame={frame} action={`/imports/${run.id}/commit`}>
        {bad > 0 && <Checkbox name="leaveOut" label={texts.leaveOut(bad)} />}
        <div class="buttons">
          <Submit>{texts.use}</Submit>
          <a href="/imports">{texts.another}</a>
        </div>
      </Form>
    </section>
  )
}

/** Somebody was faster: the same file with the same answers is decided anew. */
function SeeAgain({ frame, view: { run, preview } }: Parts) {
  const texts = importsTexts[frame.language].preview
  return (
    <section class="panel next late">
      <h2>{texts.again}</h2>
      <p>{texts.againHint}</p>
      <Form frame={frame} action={`/imports/${run.id}`}>
        <Hidden name="validFrom" value={run.validFrom} />
        {preview.kind === 'people' && (
          <>
            <Hidden name="completeFor" value={preview.completeFor ?? ''} />
            {preview.absent
              .filter(({ confirmed }) => confirmed)
              .map(({ number }) => (
                <Hidden key={number} name="leavers" value={number} />
              ))}
          </>
        )}
        <Submit>{texts.seeAgain}</Submit>
      </Form>
    </section>
  )
}

function List({ frame, view, list }: Parts & { list: ImportList }) {
  const texts = importsTexts[frame.language]
  const { run, preview } = view
  const all = entriesIn(preview, list)
  if (all === 0) return null
  return (
    <section class="listing" aria-labelledby={`list-${list}`}>
      <h2 id={`list-${list}`}>
        {texts.lists[list]} <span class="muted">({all})</span>
      </h2>
      <ImportEntries frame={frame} preview={preview} list={list} part={{ from: 0, count: FIRST }} />
      {all > FIRST && (
        <p>
          <a href={`/imports/${run.id}?list=${list}`}>{texts.seeAll(all)}</a>
        </p>
      )}
    </section>
  )
}

function OneList({ frame, view, list }: Parts & { list: NonNullable<ImportView['list']> }) {
  const { run, preview } = view
  const { name, from } = list
  const all = entriesIn(preview, name)
  const to = (first: number) => chosenAddress(`/imports/${run.id}`, { list: name, from: first })
  return (
    <>
      <ImportEntries frame={frame} preview={preview} list={name} part={{ from, count: ENTRIES_AT_ONCE }} />
      <Paging
        frame={frame}
        before={from}
        shown={Math.max(0, Math.min(ENTRIES_AT_ONCE, all - from))}
        all={all}
        hrefs={{ previous: to(Math.max(0, from - ENTRIES_AT_ONCE)), next: to(from + ENTRIES_AT_ONCE) }}
      />
    </>
  )
}

export interface ImportResultView {
  readonly run: ImportRun
  readonly kind: 'people' | 'units'
  readonly counts: ImportCounts
  /** Lines of the file. */
  readonly leftOut: readonly number[]
}

/** What an import came to: counts and lines alone are kept. */
export function importResultPage(frame: Frame, { run, kind, counts, leftOut }: ImportResultView): string {
  const texts = importsTexts[frame.language]
  const { result } = texts
  const on = run.committedAt === null ? '' : instantText(frame, run.committedAt)
  return renderPage({
    frame,
    section: 'people',
    back: { href: '/imports', text: texts.back },
    title: result.title,
    lead: (
      <>
        <p>
          <strong>{run.fileName}</strong>
        </p>
        <p>{result.done(on, run.byName)}</p>
        {kind === 'people' && <p>{texts.preview.from(dayText(frame, run.validFrom))}</p>}
      </>
    ),
    children: (
      <>
        {leftOut.length > 0 && (
          <section class="panel next">
            <h2>{result.leftOut(leftOut.length)}</h2>
            <p>{result.leftOutHint}</p>
            <p>{result.lines(leftOut.join(', '))}</p>
          </section>
        )}
        <ImportTiles frame={frame} counts={{ ...counts, bad: leftOut.length }} />
        <p class="buttons">
          <a class="button button-primary" href="/people">
            {result.see}
          </a>
          <a href="/imports">{texts.preview.another}</a>
        </p>
      </>
    ),
  })
}
