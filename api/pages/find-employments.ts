import type { SignedInBegun } from '../begin.ts'
import { searchEmployments } from '../routes/person.ts'
import { ask } from './page.ts'

/** Fewer letters would find everybody. */
const SHORTEST = 2

/** Those whom a search finds; none where nothing was searched for. */
export async function findEmployments(request: SignedInBegun, search: string) {
  return search.length < SHORTEST ? [] : ask(request, searchEmployments, { query: { search } })
}
