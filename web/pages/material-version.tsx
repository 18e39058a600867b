import type { MaterialContent } from '../../domain/material/material.ts'
import { isSheet, MaterialPreview } from '../components/material-preview.tsx'
import { MaterialVersions } from '../components/material-versions.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import {
  keepingText,
  materialAddress,
  type MaterialEdition,
  type MaterialPlace,
  type MaterialRound,
  materialTitle,
} from '../material-view.ts'
import { renderPage } from '../page.tsx'
import { materialEditorTexts } from '../texts/material-editor.ts'

export interface MaterialVersionView {
  readonly round: MaterialRound | null
  readonly place: MaterialPlace
  readonly shown: MaterialEdition & { readonly content: MaterialContent }
  readonly versions: readonly MaterialEdition[]
}

/** One version of a material, as those it is for see it (R5.1). */
export function materialVersionPage(frame: Frame, view: MaterialVersionView): string {
  const texts = materialEditorTexts[frame.language]
  const { round, place, shown, versions } = view
  const { all, files } = materialAddress(place)
  return renderPage({
    frame,
    section: round ? 'rounds' : 'materials',
    back: { href: all, text: round ? `${texts.back}: ${round.name}` : texts.back },
    title: `${materialTitle(frame.language, place)}: ${texts.version(shown.version).toLowerCase()}`,
    lead: <p>{texts.uses[place.material]}</p>,
    children: (
      <>
        <WhatNow frame={frame} view={view} />
        <section class="preview panel" lang={place.language}>
          <MaterialPreview
            frame={{ ...frame, language: place.language }}
            name={place.material}
            content={shown.content}
            files={files}
          />
        </section>
        {isSheet(place.material) && <p class="muted no-print">{texts.previewHint}</p>}
        <MaterialVersions frame={frame} place={place} versions={versions} at={shown.version} />
      </>
    ),
  })
}

function WhatNow({
  frame,
  view: { round, place, shown, versions },
}: {
  frame: Frame
  view: MaterialVersionView
}) {
  const texts = materialEditorTexts[frame.language]
  const { version, createdAt, by } = shown
  const newest = versions[0]?.version ?? version
  const { editor, editFrom } = materialAddress(place)
  return (
    <section class="panel next no-print">
      <p>
        {version === newest
          ? texts.newest(version, instantText(frame, createdAt), by)
          : texts.olderThan(newest)}
      </p>
      <p>{keepingText(texts, round)}</p>
      <p class="buttons">
        <a class="button button-primary" href={version === newest ? editor : editFrom(version)}>
          {version === newest ? texts.editNewest : texts.editFrom}
        </a>
      </p>
    </section>
  )
}
