/** How many talks of a group were tagged with a theme. */
export interface ThemeCount {
  theme: string
  talks: number
}

/**
 * The themes of a group of talks, the most frequent first (R10.1). A theme is free text: one that was tagged in the
 * talks of fewer people than `minimum` would tell of them, and is left out.
 */
export function themeCounts(
  talks: readonly { personId: string; themes: readonly string[] }[],
  minimum: number,
): ThemeCount[] {
  const tagged = talks.flatMap(({ personId, themes }) =>
    [...new Set(themes)].map((theme) => ({ theme, personId })),
  )
  return [...Map.groupBy(tagged, ({ theme }) => theme)]
    .filter(([, tags]) => new Set(tags.map(({ personId }) => personId)).size >= minimum)
    .map(([theme, tags]) => ({ theme, talks: tags.length }))
    .sort((a, b) => b.talks - a.talks || (a.theme < b.theme ? -1 : 1))
}
