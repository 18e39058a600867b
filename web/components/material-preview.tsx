import type { MaterialContent, MaterialName } from '../../domain/material/material.ts'
import type { Frame } from '../frame.ts'
import { FieldsToLookAt } from './form.tsx'
import { Files, Section, WrittenText } from './material.tsx'
import { SheetFields } from './sheet.tsx'

/** A material as those it is for will see it: sheets with room to answer, all else to read. */
export function MaterialPreview({
  frame,
  name,
  content,
  files,
}: {
  frame: Frame
  name: MaterialName
  content: MaterialContent
  /** Where the attached files are fetched. */
  files: string
}) {
  return (
    <>
      <h2>{content.title}</h2>
      <WrittenText text={content.intro} />
      {isSheet(name) ? (
        <FieldsToLookAt frame={frame}>
          <SheetFields frame={frame} form={content} answers={{}} />
        </FieldsToLookAt>
      ) : (
        content.sections.map((section, index) => <Section key={index} section={section} />)
      )}
      <Files frame={frame} path={files} files={content.files} />
    </>
  )
}

/** Filled in, and in phases (R5.2). */
export function isSheet(name: MaterialName): boolean {
  return name === 'preparation-sheet' || name === 'leader-preparation'
}
