import type { FoundEmployment } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { employmentChangeTexts } from '../texts/employment-changes.ts'
import { SearchField } from './filter.tsx'
import type { Option } from './form.tsx'

/** Looks for somebody employed; what is found is offered by the form below it. */
export function FindEmployment({
  frame,
  action,
  search,
  label,
}: {
  frame: Frame
  /** The page's own address. */
  action: string
  search: string
  label?: string
}) {
  const texts = employmentChangeTexts[frame.language]
  return (
    <form method="get" action={action} class="filter">
      <SearchField label={label ?? texts.search} hint={texts.searchHint} value={search} least={2} />
      <button class="button button-secondary" type="submit">
        {texts.find}
      </button>
    </form>
  )
}

/** Why a search offers nobody, or not everybody whom it found. */
export function FoundNote({
  frame,
  search,
  found,
  leftOut,
}: {
  frame: Frame
  search: string
  found: readonly FoundEmployment[]
  /** Why one of those found may not be chosen. */
  leftOut: string | null
}) {
  if (search === '') return null
  if (leftOut !== null) return <p>{leftOut}</p>
  return found.length === 0 ? <p>{employmentChangeTexts[frame.language].nobodyFound}</p> : null
}

/** Those found, as choices of a form. */
export function foundOptions(
  frame: Frame,
  found: readonly FoundEmployment[],
  chosenBy: (one: FoundEmployment) => string = ({ employmentId }) => employmentId,
): Option[] {
  const texts = employmentChangeTexts[frame.language]
  return found.map((one) => ({
    value: chosenBy(one),
    label: one.name,
    hint: texts.foundLine(one.title, one.unitName, one.number),
  }))
}
