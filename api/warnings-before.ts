import { type Roster, unitsWithLus } from '../db/round-roster.ts'
import type { RoundView } from '../db/round-reading.ts'
import type { SignedInRequest } from './request.ts'
import { type RoundWarning, warning } from './round-warnings.ts'

/** What HR should look at before a draft starts; a round that has started has its talks, and nothing to warn about. */
export async function warningsBefore(
  { db, today, language }: SignedInRequest,
  found: RoundView,
  { roster, elsewhere }: Roster,
): Promise<RoundWarning[]> {
  if (found.status !== 'draft') return []
  const warnings: RoundWarning[] = []
  const tell = (code: RoundWarning['code'], count: number) => {
    if (count > 0) warnings.push(warning(code, language, count))
  }
  const leftToLus = roster.filter((person) => person.exemptReason === 'lus').map(({ unitId }) => unitId)
  const withLus = await unitsWithLus(db, found.year, leftToLus)
  tell('nobody-on-roster', roster.length === 0 ? 1 : 0)
  tell('guidelines-not-discussed', found.guidelinesDiscussedOn === null ? 1 : 0)
  tell('kickoff-is-over', today > found.policy.leaderKickoffOn ? 1 : 0)
  tell('orientation-is-over', today > found.policy.orientationOn ? 1 : 0)
  tell('leaders-without-lus', leftToLus.filter((unitId) => !withLus.has(unitId)).length)
  tell('people-without-leader', roster.filter((person) => person.exemptReason === 'no-leader').length)
  tell('people-without-mail', roster.filter((person) => !person.hasMail).length)
  const unknownAge = roster.filter((person) => person.exemptReason === null && !person.hasBirthDate)
  tell('people-without-birth-date', found.sector === 'state' ? unknownAge.length : 0)
  tell('people-elsewhere', elsewhere.length)
  return warnings
}
