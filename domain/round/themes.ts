import { derivedId } from '../derived-id.ts'
import type { Cell } from '../suppression.ts'

/** How many talks of a group were tagged with a theme. */
export interface ThemeCount {
  theme: string
  talks: number
}

/** One theme of one group of talks, as a group of its own. */
export interface ThemeCell extends Cell {
  /** Of the group. */
  group: string
  theme: string
}

/** A group of talks with what their leaders tagged them with. */
export interface TaggedGroup {
  key: string
  talks: readonly { talkId: string; personId: string; themes: readonly string[] }[]
}

/**
 * The themes of groups, each to be shown or held back by itself (R10.1). A theme is free text: tagged in the talks of
 * too few it would tell of them, and so would what is left of it when another group's count is taken from it.
 */
export function themeCells(groups: readonly TaggedGroup[]): ThemeCell[] {
  return groups.flatMap(({ key: group, talks }) => {
    const tagged = talks.flatMap(({ talkId, personId, themes }) =>
      [...new Set(themes)].map((theme) => ({
        theme,
        record: { id: derivedId('theme', talkId, theme), person: personId },
      })),
    )
    return [...Map.groupBy(tagged, ({ theme }) => theme)].map(([theme, tags]) => ({
      key: derivedId('theme', group, theme),
      group,
      theme,
      records: tags.map(({ record }) => record),
    }))
  })
}

/** How often each of a group's themes that are shown was tagged, the most frequent first. */
export function themeCounts(
  cells: readonly ThemeCell[],
  group: string,
  shown: ReadonlyMap<string, readonly unknown[]>,
): ThemeCount[] {
  return cells
    .flatMap((cell) => {
      const records = cell.group === group ? shown.get(cell.key) : undefined
      return records === undefined ? [] : [{ theme: cell.theme, talks: records.length }]
    })
    .sort((a, b) => b.talks - a.talks || (a.theme < b.theme ? -1 : 1))
}
