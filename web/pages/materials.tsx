import type { Language } from '../../domain/language.ts'
import { type MaterialKind, type MaterialName, materialNames } from '../../domain/material/material.ts'
import { RoundMark } from '../components/round-mark.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { keepingText, materialAddress, type MaterialEdition, type MaterialRound } from '../material-view.ts'
import { renderPage } from '../page.tsx'
import { materialEditorTexts } from '../texts/material-editor.ts'
import { materialTexts } from '../texts/material.ts'
import { materialsTexts } from '../texts/materials.ts'
import { roundWords } from '../texts/rounds.ts'

type Newest = MaterialEdition & {
  readonly material: MaterialName
  readonly jobGroup: string
  readonly language: Language
}

type OwnKind = Exclude<MaterialKind, ''>

export interface MaterialsView {
  /** The installation's; null where they are not the reader's to change. */
  readonly defaults: readonly Newest[] | null
  /** What rounds of a kind begin with in the place of those. */
  readonly ofKinds: readonly { readonly kind: OwnKind; readonly materials: readonly Newest[] }[]
  readonly rounds: readonly (Parameters<typeof RoundMark>[0]['round'] & {
    readonly id: string
    readonly name: string
  })[]
}

/** The installation's materials, and the way to those of each round (R5.1). */
export function materialsPage(frame: Frame, { defaults, ofKinds, rounds }: MaterialsView): string {
  const texts = materialsTexts[frame.language]
  return renderPage({
    frame,
    section: 'materials',
    wide: true,
    title: texts.title,
    lead: <p>{defaults ? texts.defaultsLead : texts.notYours}</p>,
    children: (
      <>
        {defaults && (
          <>
            <First frame={frame} round={null} />
            <h2>{texts.defaultsTitle}</h2>
            <MaterialTable frame={frame} round={null} materials={defaults} />
            {ofKinds.map(({ kind, materials }) => (
              <details class="panel" key={kind}>
                <summary>{texts.ofKind(roundWords[frame.language].kinds[kind])}</summary>
                <p>{texts.ofKindLead}</p>
                <MaterialTable frame={frame} round={null} kind={kind} materials={materials} />
              </details>
            ))}
          </>
        )}
        <section>
          <h2>{texts.rounds}</h2>
          <p>{texts.roundsHint}</p>
          {rounds.length === 0 ? (
            <p class="panel">{texts.noRounds}</p>
          ) : (
            <ul class="lines plain-list no-max-width panel">
              {rounds.map((round) => (
                <li key={round.id}>
                  <a href={`/rounds/${round.id}/materials`}>{round.name}</a>
                  <RoundMark frame={frame} round={round} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </>
    ),
  })
}

export interface RoundMaterialsView {
  readonly round: RoundReach & MaterialRound
  readonly materials: readonly Newest[]
}

/** A round's own materials, the newest version of each (R5.1). */
export function roundMaterialsPage(frame: Frame, { round, materials }: RoundMaterialsView): string {
  const texts = materialsTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: `/rounds/${round.id}`, text: round.name },
    title: `${texts.title}: ${round.name}`,
    lead: <p>{texts.defaultsLead}</p>,
    children: (
      <>
        {round.status !== 'draft' && <RoundNav frame={frame} round={round} at="materials" />}
        <First frame={frame} round={round} />
        <MaterialTable frame={frame} round={round} materials={materials} />
      </>
    ),
  })
}

/** Whom a change will reach, and where to begin. */
function First({ frame, round }: { frame: Frame; round: MaterialRound | null }) {
  const texts = materialsTexts[frame.language]
  const place = { material: 'preparation-sheet', language: 'da', jobGroup: '' } as const
  const { editor } = materialAddress({ ...place, ...(round && { roundId: round.id }) })
  return (
    <section class="panel next">
      <h2>{texts.look}</h2>
      <p>{keepingText(materialEditorTexts[frame.language], round)}</p>
      <p class="buttons">
        <a class="button button-primary" href={editor}>
          {texts.first}
        </a>
      </p>
    </section>
  )
}

interface TableParts {
  readonly frame: Frame
  readonly round: MaterialRound | null
  readonly kind?: OwnKind
  readonly materials: readonly Newest[]
}

function MaterialTable({ frame, round, kind, materials }: TableParts) {
  const texts = materialsTexts[frame.language]
  const { names } = materialTexts[frame.language]
  const { uses } = materialEditorTexts[frame.language]
  const { columns } = texts
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.for}</th>
          <th scope="col">{columns.da}</th>
          <th scope="col">{columns.en}</th>
        </tr>
      </thead>
      <tbody>
        {materialNames.flatMap((material) => {
          const own = materials.filter((one) => one.material === material)
          return groupsOf(own).map((jobGroup) => (
            <tr key={`${material} ${jobGroup}`}>
              <th scope="row">
                {names[material]}
                <span class="under">{uses[material]}</span>
              </th>
              <td data-label={columns.for}>{jobGroup || texts.everybody}</td>
              {(['da', 'en'] as const).map((language) => (
                <td key={language} data-label={columns[language]}>
                  <Cell
                    frame={frame}
                    place={{
                      material,
                      jobGroup,
                      language,
                      ...(round && { roundId: round.id }),
                      ...(kind && { kind }),
                    }}
                    found={own.filter((one) => one.jobGroup === jobGroup)}
                  />
                </td>
              ))}
            </tr>
          ))
        })}
      </tbody>
    </table>
  )
}

/** The edition for everybody stands first, and stands there before it is written. */
function groupsOf(materials: readonly Newest[]): string[] {
  return [...new Set(['', ...materials.map(({ jobGroup }) => jobGroup)])]
}

function Cell({
  frame,
  place,
  found,
}: {
  frame: Frame
  place: Parameters<typeof materialAddress>[0]
  found: readonly Newest[]
}) {
  const texts = materialsTexts[frame.language]
  const { names } = materialTexts[frame.language]
  const { languages } = materialEditorTexts[frame.language]
  const { editor } = materialAddress(place)
  const kind = place.kind ? roundWords[frame.language].kinds[place.kind] : ''
  const about = [names[place.material], languages[place.language], place.jobGroup, kind]
    .filter(Boolean)
    .join(', ')
  const none = place.kind ? texts.asEverybodys : texts.missingAll
  const one = found.find(({ language }) => language === place.language)
  if (one === undefined) {
    const [other] = found
    return (
      <>
        <span class="muted">{other ? texts.missing(languages[other.language]) : none}</span>{' '}
        <a href={editor}>
          {texts.write}
          <span class="sr-only">: {about}</span>
        </a>
      </>
    )
  }
  const { on } = frame.localTime(one.createdAt)
  return (
    <>
      <a href={editor}>
        {texts.open(one.version)}
        <span class="sr-only">: {about}</span>
      </a>
      <span class="under">
        {dayText(frame, on)}
        {one.by && `, ${one.by}`}
      </span>
    </>
  )
}
