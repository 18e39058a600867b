import type { Frame } from '../frame.ts'
import { changeLines } from '../import-sentences.ts'
import type { ImportCounts, ImportList, PreviewView, RowRemark } from '../import-view.ts'
import { changeLists } from '../import-view.ts'
import { importsTexts } from '../texts/imports.ts'

/** How much of each kind there is; nothing of what there is none of. */
export function ImportTiles({ frame, counts }: { frame: Frame; counts: ImportCounts }) {
  const texts = importsTexts[frame.language]
  const tiles = [
    ...changeLists.map((list) => ({ name: texts.lists[list], count: counts[list] ?? 0, late: false })),
    { name: texts.lists.bad, count: counts.bad ?? 0, late: true },
    { name: texts.lists.warnings, count: counts.warnings ?? 0, late: false },
    { name: texts.unchanged, count: counts.unchanged ?? 0, late: false },
  ].filter(({ count }) => count > 0)
  return (
    <dl class="tiles">
      {tiles.map(({ name, count, late }) => (
        <div key={name} class={late ? 'late' : undefined}>
          <dt class="tile-name">{name}</dt>
          <dd class="tile-value">{count}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface ListPart {
  readonly from: number
  readonly count: number
}

/** A part of one list of a preview. */
export function ImportEntries({
  frame,
  preview,
  list,
  part,
}: {
  frame: Frame
  preview: PreviewView
  list: ImportList
  part: ListPart
}) {
  if (list === 'bad') {
    const rows = preview.bad.flatMap(({ number, problems }) =>
      problems.map((problem) => ({ ...problem, number })),
    )
    return <Remarks frame={frame} caption={list} rows={rows.slice(part.from, part.from + part.count)} />
  }
  if (list === 'warnings') {
    const rows = preview.warnings.slice(part.from, part.from + part.count)
    return <Remarks frame={frame} caption={list} rows={rows.map((row) => ({ ...row, number: null }))} />
  }
  const texts = importsTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.lists[list]}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.entry.name}</th>
          <th scope="col">{texts.entry.number}</th>
          <th scope="col">{texts.entry.what}</th>
        </tr>
      </thead>
      <tbody>
        {changeLines(frame, preview, list, part).map(({ name, number, sentence }) => (
          <tr key={number}>
            <th scope="row">{name}</th>
            <td data-label={texts.entry.number}>{number}</td>
            <td data-label={texts.entry.what}>{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many lines one list of a preview has on the page. */
export function entriesIn(preview: PreviewView, list: ImportList): number {
  if (list === 'bad') return preview.bad.reduce((sum, { problems }) => sum + problems.length, 0)
  const found = Object.entries(preview).find(([name]) => name === list)?.[1]
  return Array.isArray(found) ? found.length : 0
}

/** What stands against lines of the file: where, what the file says there, and why. */
function Remarks({
  frame,
  caption,
  rows,
}: {
  frame: Frame
  caption: 'bad' | 'warnings'
  rows: readonly (RowRemark & { readonly number: string | null })[]
}) {
  const texts = importsTexts[frame.language]
  const { row } = texts
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.lists[caption]}</caption>
      <thead>
        <tr>
          <th scope="col">{row.line}</th>
          {caption === 'bad' && <th scope="col">{row.number}</th>}
          <th scope="col">{row.column}</th>
          <th scope="col">{row.value}</th>
          <th scope="col">{row.reason}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, number, column, value, reason }) => (
          <tr key={`${line} ${column} ${reason}`}>
            <th scope="row">
              <span class="card-only">{row.line} </span>
              {line}
            </th>
            {caption === 'bad' && <td data-label={row.number}>{number}</td>}
            <td data-label={row.column}>{column}</td>
            <td data-label={row.value} class="file-value">
              {value}
            </td>
            <td data-label={row.reason}>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
