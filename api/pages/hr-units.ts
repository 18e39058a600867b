import { unitsAsHr } from '../../domain/permissions.ts'
import type { SignedInBegun } from '../begin.ts'
import { listUnits } from '../routes/units.ts'
import { ask } from './page.ts'

/** The units that the reader is HR of, each after the one above it. */
export async function hrUnits(request: SignedInBegun) {
  const own = new Set(unitsAsHr(request.person))
  return (await ask(request, listUnits)).filter((unit) => own.has(unit.id))
}
