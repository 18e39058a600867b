import { taggedTalks, teamId } from '../db/group-feedback.ts'
import { type FigureKind, showGroups } from '../db/published-cells.ts'
import type { RoundView } from '../db/round-reading.ts'
import { type TaggedGroup, themeCells, type ThemeCount, themeCounts } from '../domain/round/themes.ts'
import type { Cell } from '../domain/suppression.ts'
import type { SignedInRequest } from './request.ts'

/**
 * The themes of one team's held talks, once the talk window is over; null while it is not, or while they would tell of
 * fewer than the minimum group (R10.1). Counted earlier they would be out with the first five talks, and the rest could
 * never be added one by one.
 */
export async function themesOfTeam(
  request: SignedInRequest,
  round: RoundView,
  leaderId: string,
): Promise<ThemeCount[] | null> {
  if (request.today <= round.policy.talksTo) return null
  const talks = await taggedTalks(request.db, round.id, request.today)
  const key = teamId(round.id, leaderId)
  const own = talks.filter((talk) => talk.leaderId === leaderId)
  const shown = await shownThemes(request, round, [{ key, talks: own }])
  return shown.get(key) ?? null
}

/**
 * The themes of groups of talks that enough people share, by the group's key; a group that is missing is too small.
 * Nor can a theme of few be had by taking one group's count from another's.
 */
export async function shownThemes(
  { db, now }: SignedInRequest,
  round: RoundView,
  groups: readonly TaggedGroup[],
  kind: Extract<FigureKind, 'themes' | 'reasons'> = 'themes',
): Promise<Map<string, ThemeCount[]>> {
  const cells: Cell[] = groups.map(({ key, talks }) => ({
    key,
    records: talks.map((talk) => ({ id: talk.talkId, person: talk.personId })),
  }))
  const about = { roundId: round.id, kind, minimum: round.policy.minimumGroup, at: now }
  const themes = themeCells(groups)
  const shown = await showGroups(db, about, [...cells, ...themes])
  const shownKeys = groups.flatMap(({ key }) => (shown.has(key) ? [key] : []))
  return new Map(shownKeys.map((key) => [key, themeCounts(themes, key, shown)]))
}
