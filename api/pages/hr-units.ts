import type { SignedInBegun } from '../begin.ts'
import { listUnits } from '../routes/units.ts'
import { ask } from './page.ts'

/** The units that the reader is HR of, each after the one above it. */
export async function hrUnits(request: SignedInBegun) {
  return (await ask(request, listUnits)).filter((unit) => request.person.units.hr.has(unit.id))
}
