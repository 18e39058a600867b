import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { materialAddress, type MaterialEdition, type MaterialPlace } from '../material-view.ts'
import { materialEditorTexts } from '../texts/material-editor.ts'

/** Every version with who wrote it and when, newest first. */
export function MaterialVersions({
  frame,
  place,
  versions,
  at,
}: {
  frame: Frame
  place: MaterialPlace
  versions: readonly MaterialEdition[]
  /** The one that is being read. */
  at: number | null
}) {
  const texts = materialEditorTexts[frame.language]
  if (versions.length === 0) return null
  return (
    <section>
      <h2>{texts.versions}</h2>
      <table class="list cards">
        <thead>
          <tr>
            <th scope="col">{texts.versionColumn}</th>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.by}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, createdAt, by }) => (
            <tr key={version}>
              <th scope="row">
                <a
                  href={materialAddress(place).version(version)}
                  aria-current={version === at ? 'page' : undefined}
                >
                  {texts.version(version)}
                </a>
              </th>
              <td data-label={texts.when}>{instantText(frame, createdAt)}</td>
              <td data-label={texts.by}>{by ?? texts.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
