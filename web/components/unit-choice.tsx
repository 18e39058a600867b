import { FilterChoice } from './filter.tsx'
import type { Option } from './form.tsx'

/** A unit in a list in which each comes after the one above it. */
export interface UnitLine {
  readonly id: string
  readonly name: string
  /** How many units of the list stand above it. */
  readonly depth: number
}

/** The units to choose from, each set in under the one it belongs to. */
export function unitOptions(units: readonly UnitLine[]): Option[] {
  return units.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${name}` }))
}

interface UnitChoiceParts {
  readonly units: readonly UnitLine[]
  readonly chosen: string
  readonly label: string
  /** What stands for all of them; without it one unit is always chosen. */
  readonly all?: string
}

/** The choice of a unit in a filter. */
export function UnitChoice({ units, chosen, label, all }: UnitChoiceParts) {
  const options = [...(all === undefined ? [] : [{ value: '', label: all }]), ...unitOptions(units)]
  return <FilterChoice name="unitId" label={label} options={options} chosen={chosen} />
}
