import { unitOptions } from './unit-choice.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { ImportRun, PeoplePreviewView } from '../import-view.ts'
import { importsTexts } from '../texts/imports.ts'
import { Checkboxes, Form, Select, Submit, TextField } from './form.tsx'

export interface MeaningParts {
  readonly frame: Frame
  readonly run: ImportRun
  readonly preview: PeoplePreviewView
  readonly units: readonly { readonly number: string; readonly name: string; readonly depth: number }[]
}

/** More than these are not leavers but another file. */
const MOST_ABSENT = 200

/** What HR says of a file: from when it counts, and who has left because they are not in it (R13.1). */
export function ImportMeaning({ frame, run, preview, units }: MeaningParts) {
  const texts = importsTexts[frame.language].means
  return (
    <section class="panel" aria-labelledby="means">
      <h2 id="means">{texts.title}</h2>
      <Form frame={frame} action={`/imports/${run.id}`}>
        <TextField
          name="validFrom"
          label={texts.validFrom}
          hint={texts.validFromHint}
          type="date"
          width="s"
          required
          value={run.validFrom}
        />
        <Select
          name="completeFor"
          label={texts.complete}
          hint={texts.completeHint}
          value={preview.completeFor ?? ''}
          options={[
            { value: '', label: texts.notComplete },
            ...unitOptions(units.map((unit) => ({ ...unit, id: unit.number }))),
          ]}
        />
        {preview.completeFor !== null && (
          <Absent frame={frame} preview={preview} unit={preview.completeFor} />
        )}
        <Submit kind="secondary">{texts.showAgain}</Submit>
      </Form>
    </section>
  )
}

function Absent({ frame, preview, unit }: { frame: Frame; preview: PeoplePreviewView; unit: string }) {
  const texts = importsTexts[frame.language].means
  const name = preview.names.units[unit] ?? unit
  const { absent } = preview
  if (absent.length === 0) return <p>{texts.noneAbsent(name)}</p>
  const shown = absent.slice(0, MOST_ABSENT)
  return (
    <>
      <Checkboxes
        name="leavers"
        label={texts.absent(absent.length, name)}
        hint={texts.absentHint}
        values={absent.filter(({ confirmed }) => confirmed).map(({ number }) => number)}
        options={shown.map((one) => ({
          value: one.number,
          label: texts.absentLine(one.name, one.number, dayText(frame, one.lastDay)),
        }))}
      />
      {absent.length > shown.length && <p>{texts.tooManyAbsent(absent.length - shown.length)}</p>}
    </>
  )
}
